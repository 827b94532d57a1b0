// Files made to do harm go to the worker: the page answers meanwhile, a sentence is said, and no stored byte changes.
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from './support/app';
import { goTo, loadMatrix, storedBytes, textOf } from './support/journeys';

const DEPTH = 10_000;

/** Unpacks to 700 million spaces, from less than a megabyte. */
const endless = gzipSync(Buffer.alloc(700_000_000, 32), { level: 1 });
const deep = [
  '{\n"format":"plan-log",\n"version":1,\n"minReader":1,\n"plan":"pl_x",',
  '"exportedAt":"2026-01-01T00:00:00.000Z","exportedBy":{"device":"x"},"heads":{},"quarantine":[],',
  `"log":[\n${'['.repeat(DEPTH)}1${']'.repeat(DEPTH)}\n]\n}`,
].join('\n');

const files = [
  { name: 'sin-fin.json', bytes: endless, said: /«sin-fin\.json» pasa de 512 MB una vez abierto/ },
  { name: 'honda.json', bytes: Buffer.from(deep), said: /«honda\.json» llegó cortado o dañado/ },
];

test('files made to do harm are refused in a worker while the page answers', async ({ openApp }) => {
  test.setTimeout(180_000);
  const page = await openApp();
  await loadMatrix(page);
  await goTo(page, 'Compartir');
  const folder = await mkdtemp(join(tmpdir(), 'bitacora-hostile-'));
  const before = await storedBytes(page);
  for (const { name, bytes, said } of files) {
    const path = join(folder, name);
    await writeFile(path, bytes);
    await page.evaluate(watchPauses);
    await page.getByLabel('Abrir una copia').setInputFiles(path);
    await expect.poll(() => textOf(page, 'body'), { timeout: 90_000 }).toMatch(said);
    // The page went on answering: nothing held it for longer than a slow machine's own pauses.
    expect(await page.evaluate(() => (window as unknown as { pause: number }).pause)).toBeLessThan(2000);
    expect(await storedBytes(page)).toBe(before);
  }
});

/** Runs in the page: keeps the longest time in which a timer of 20 ms did not come about. */
function watchPauses(): void {
  const seen = window as unknown as { pause: number; timer?: number };
  seen.pause = 0;
  let last = performance.now();
  window.clearInterval(seen.timer);
  seen.timer = window.setInterval(() => {
    const now = performance.now();
    seen.pause = Math.max(seen.pause, now - last);
    last = now;
  }, 20);
}
