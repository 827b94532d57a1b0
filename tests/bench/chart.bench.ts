// The chart of the app in Chromium, at this machine's own speed: other values in it until they are painted.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import { findChromium } from '../browser/findChromium';
import { openDevice } from '../browser/support/device';
import { serveFolder } from '../browser/support/staticServer';
import { thisMachine } from '../browser/thisMachine';
import { againstBar, median, percentile } from './measurement';
import type { Benches } from './measurement';

const POINTS = 5000;
const RUNS = 60;
/** A frame at 60 Hz. */
const BAR = 16.7;

export const benches: Benches = {
  chart: () =>
    withChart(async (page) => {
      const { times, stale } = await page.evaluate(redrawAndWatch, RUNS);
      if (stale > 0) throw new Error(`chart: ${stale} of ${RUNS} redraws drew the same picture`);
      return [
        againstBar('chart-redraw', POINTS, median(times), BAR),
        againstBar('chart-redraw-p95', POINTS, percentile(times, 0.95), BAR),
      ];
    }),
};

async function withChart<T>(measure: (page: Page) => Promise<T>): Promise<T> {
  process.env['CHROMIUM_PATH'] ??= findChromium(thisMachine);
  const folder = await mkdtemp(join(tmpdir(), 'bitacora-chart-'));
  await build({
    configFile: false,
    root: 'tests/bench/chart',
    base: './',
    logLevel: 'error',
    publicDir: false,
    plugins: [svelte({ configFile: false })],
    build: { outDir: folder, emptyOutDir: true },
  });
  // The host reads its headers off the build; this page needs none.
  await writeFile(join(folder, '_headers'), '');
  const server = await serveFolder(folder);
  const device = await openDevice({ viewport: { width: 1440, height: 900 }, locale: 'es-CO' });
  device.guard.allow(/favicon/);
  try {
    await device.page.goto(server.url);
    await device.page.locator('canvas').waitFor();
    await device.page.waitForTimeout(1000);
    return await measure(device.page);
  } finally {
    await device.dispose();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Runs in the page: from other values, given at the start of a frame, to the message that comes right after that
 * frame's paint. The picture is looked at afterwards, outside of what is measured.
 */
async function redrawAndWatch(runs: number): Promise<{ times: number[]; stale: number }> {
  const { redraw } = window as unknown as { redraw: (turn: number) => void };
  const canvas = document.querySelector('canvas');
  const { port1, port2 } = new MessageChannel();
  const once = (turn: number): Promise<number> =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const start = performance.now();
        port2.onmessage = () => resolve(performance.now() - start);
        redraw(turn);
        port1.postMessage(null);
      });
    });
  const times: number[] = [];
  let stale = 0;
  let before = '';
  for (let run = 0; run < runs; run += 1) {
    times.push(await once(run));
    const picture = canvas?.toDataURL() ?? '';
    if (picture === before) stale += 1;
    before = picture;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  return { times, stale };
}
