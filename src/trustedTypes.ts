// The one Trusted Types policy of the app (`bitacora`; Svelte brings its own for its compiled templates).
// It lets our own service worker and our own workers run, and a pasted page be taken apart where nothing of it runs.

interface ScriptUrlPolicy {
  createScriptURL(url: string): string;
  createHTML(html: string): string;
}

interface PolicyFactory {
  createPolicy(name: string, rules: ScriptUrlPolicy): ScriptUrlPolicy;
}

// sw.js at the root of the app; `x.worker-<hash>.js` as the build names workers, `x.worker.ts` as `npm run dev` does.
const OWN_SCRIPT = import.meta.env.DEV
  ? /\/[\w.]+\.worker\.ts$/
  : /\/(?:sw\.js|assets\/[\w.]+\.worker-[\w-]+\.js)$/;

/** Whether a URL, resolved against the page's, is our service worker or one of our workers: same origin, known name. */
export function isOwnScript(url: string, baseUrl: string): boolean {
  const { origin, pathname } = new URL(url, baseUrl);
  return origin === new URL(baseUrl).origin && OWN_SCRIPT.test(pathname);
}

const rules: ScriptUrlPolicy = {
  createScriptURL(url) {
    if (!isOwnScript(url, document.baseURI)) throw new TypeError(`not a script of this app: ${url}`);
    return url;
  },
  // Only for `parseInert`: the value never leaves this module.
  createHTML: (html) => html,
};

let policy: ScriptUrlPolicy | undefined;

/**
 * A URL that `new Worker` and `serviceWorker.register` take under `require-trusted-types-for 'script'`.
 * Where the browser has Trusted Types the value is a TrustedScriptURL, which TypeScript's DOM does not know:
 * hand it on as it is. Where it has none (Safari, Firefox) the same rules apply to the plain text.
 * Throws a TypeError for any script that is not ours: that is a bug, not an outcome.
 */
export function trustedScriptUrl(url: string): string {
  policy ??= createPolicy();
  return policy.createScriptURL(url);
}

/** A page as a document of its own, in which no script runs and nothing is fetched: only to be read. */
export function parseInert(html: string): Document {
  policy ??= createPolicy();
  return new DOMParser().parseFromString(policy.createHTML(html), 'text/html');
}

function createPolicy(): ScriptUrlPolicy {
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };
  return trustedTypes?.createPolicy('bitacora', rules) ?? rules;
}
