import type { Environment } from 'vitest/runtime';

/** Node as it is, but modules are compiled as for the browser: runes react, `svelte` is its client half. */
const browserLikeNode: Environment = {
  name: 'browser-like-node',
  viteEnvironment: 'client',
  setup: () => ({ teardown: () => undefined }),
};

export default browserLikeNode;
