import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { precachedUrls } from '../architecture/precache';
import type { Benches, Measurement } from './measurement';

const FIRST_LOAD_KB = 110;
const PRECACHE_KB = 1600;

/** The size of a fresh build against the bars of the design; a kB is 1,000 bytes. */
export const benches: Benches = {
  'first-load-js': () =>
    withBuild(async (folder) => {
      const files = await eagerScripts(folder);
      const sizes = await Promise.all(
        files.map(async (file) => gzipSync(await readFile(join(folder, file))).length),
      );
      return [against('first-load-js', sizes, FIRST_LOAD_KB)];
    }),
  precache: () =>
    withBuild(async (folder) => {
      const files = precachedUrls(await readFile(join(folder, 'sw.js'), 'utf8'));
      const sizes = await Promise.all(files.map(async (file) => (await stat(join(folder, file))).size));
      return [against('precache', sizes, PRECACHE_KB)];
    }),
};

function against(bench: string, bytes: readonly number[], barKb: number): Measurement {
  const total = bytes.reduce((sum, size) => sum + size, 0);
  return { bench, n: bytes.length, peer: 'budget', oursMs: total / 1000, peerMs: barKb, unit: 'kB' };
}

async function withBuild<T>(measure: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'bitacora-build-'));
  try {
    // Another process, as in `npm run build`: the service worker's build talks, and only JSON lines may be printed here.
    const vite = ['node_modules/vite/bin/vite.js', 'build', '--outDir', folder, '--emptyOutDir'];
    const { status } = spawnSync(process.execPath, vite, { stdio: ['ignore', 'ignore', 'inherit'] });
    if (status !== 0) throw new Error('The build failed: nothing to measure.');
    return await measure(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The scripts that the page loads at once: the ones it names, and whatever those import statically. */
async function eagerScripts(folder: string): Promise<readonly string[]> {
  const page = await readFile(join(folder, 'index.html'), 'utf8');
  const named = [...page.matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g)].flatMap(([, file]) => file ?? []);
  const found = new Set(named);
  for (const file of found) {
    const text = await readFile(join(folder, file), 'utf8');
    for (const [, from] of text.matchAll(/\b(?:import|from)\s*["'](\.[^"']+)["']/g)) {
      if (from) found.add(posix.join(dirname(file), from));
    }
  }
  return [...found];
}
