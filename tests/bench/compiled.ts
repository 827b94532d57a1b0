import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'vite';

// Beside the peers' own node_modules, so that a compiled bench finds them, and the repository's above.
const COMPILED = 'tests/bench/peers/.cache';

/** Compiles a file into one module as the app is, where no import in a loop costs more than there; gives where it is. */
export async function compiled(from: string): Promise<string> {
  const name = `${basename(from, '.ts')}.mjs`;
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      ssr: from,
      outDir: COMPILED,
      emptyOutDir: false,
      minify: false,
      target: 'node20',
      rolldownOptions: {
        external: (id) => /^[@\w][^:]/.test(id) && !existsSync(id),
        output: { entryFileNames: name },
      },
    },
  });
  return join(COMPILED, name);
}
