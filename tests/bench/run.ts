// Runs the benches and prints a JSON line for each measurement: `npm run bench`, `npm run bench -- rollup`. Fails where
// one is over its bar.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compiled } from './compiled';
import { isMissed, lineOf } from './measurement';
import type { Benches } from './measurement';

const FOLDER = 'tests/bench';

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
    for (const measurement of await bench()) {
      console.log(lineOf(measurement));
      if (!isMissed(measurement)) continue;
      console.error(`Over its bar: ${measurement.bench}`);
      process.exitCode = 1;
    }
  }
}

async function load(): Promise<Benches> {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.bench.ts'));
  const all: Record<string, Benches[string]> = {};
  for (const file of files) {
    const { href } = pathToFileURL(await compiled(join(FOLDER, file)));
    const { benches } = (await import(/* @vite-ignore */ href)) as { benches: Benches };
    Object.assign(all, benches);
  }
  return all;
}
