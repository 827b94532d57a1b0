// Runs the benches and prints a JSON line for each measurement: `npm run bench`, `npm run bench -- rollup`.
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { lineOf } from './measurement';
import type { Benches } from './measurement';

const FOLDER = 'tests/bench';
// Beside the peers' own node_modules, so that a compiled bench finds them, and the repository's above.
const COMPILED = `${FOLDER}/peers/.cache`;

await run(process.argv.slice(3));

async function run(names: readonly string[]): Promise<void> {
  const benches = await load();
  const unknown = names.filter((name) => !Object.hasOwn(benches, name));
  if (unknown.length > 0) {
    console.error(`No such bench: ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}`);
    process.exitCode = 1;
    return;
  }
  for (const [name, bench] of Object.entries(benches)) {
    if (names.length > 0 && !names.includes(name)) continue;
    for (const measurement of await bench()) console.log(lineOf(measurement));
  }
}

/** Every `*.bench.ts`, each compiled into one module as the app is: no import in its loops costs more than there. */
async function load(): Promise<Benches> {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.bench.ts'));
  const all: Record<string, Benches[string]> = {};
  for (const file of files) {
    const path = join(COMPILED, `${basename(file, '.ts')}.mjs`);
    await compile(join(FOLDER, file), path);
    const { benches } = (await import(/* @vite-ignore */ pathToFileURL(path).href)) as { benches: Benches };
    Object.assign(all, benches);
  }
  return all;
}

async function compile(from: string, to: string): Promise<void> {
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
        output: { entryFileNames: basename(to) },
      },
    },
  });
}
