import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const HOME = 'tests/bench/peers';

/** The part of a lockfile that says what there is; npm writes the same of what it has installed. */
interface Lock {
  readonly packages: Readonly<Record<string, { readonly version?: string }>>;
}

/**
 * A package that only benches use, as the little of it that its caller asks for. The peers have a manifest and
 * a lockfile of their own, so that `npm ci` never fetches them: they are fetched here, when they are missing.
 */
export async function importPeer<T>(name: string): Promise<T> {
  if (!isInstalled()) install();
  // By a name that no tool follows: the compiler and the walls must pass where no peer is installed.
  return (await import(/* @vite-ignore */ name)) as T;
}

/** Also false when another version is installed, or when npm was stopped before its last step. */
function isInstalled(): boolean {
  const record = join(HOME, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const { packages: installed } = readLock(record);
  const { packages: wanted } = readLock(join(HOME, 'package-lock.json'));
  return Object.entries(wanted).every(
    ([path, { version }]) => path === '' || installed[path]?.version === version,
  );
}

function readLock(path: string): Lock {
  return JSON.parse(readFileSync(path, 'utf8')) as Lock;
}

/** Whatever npm has to say is for a person: only JSON lines go to the standard output. */
function install(): void {
  console.error('Fetching the packages that the benches measure against.');
  // npm is a script on Windows, and scripts need a shell there.
  const { status } = spawnSync('npm ci --loglevel=error', {
    cwd: HOME,
    shell: true,
    stdio: ['ignore', process.stderr, 'inherit'],
  });
  if (status !== 0) throw new Error(`The peers could not be fetched: try \`npm ci\` in ${HOME}.`);
}
