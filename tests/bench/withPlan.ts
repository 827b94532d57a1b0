import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { findChromium } from '../browser/findChromium';
import { openDevice } from '../browser/support/device';
import { readyForOffline } from '../browser/support/app';
import { serveFolder } from '../browser/support/staticServer';
import { thisMachine } from '../browser/thisMachine';
import { aLargeSnapshot } from '../support/largePlan';

/** A fourth of this machine's speed: what a tablet of an entity may be. */
export const THROTTLE = 4;

/** Sets how many times slower than this machine the page's processor is. */
export type Throttle = (rate: number) => Promise<void>;

/** The same with a plan of so many activities. */
export function withPlan<T>(
  activities: number,
  measure: (page: Page, throttle: Throttle) => Promise<T>,
): Promise<T> {
  return withSnapshot(aLargeSnapshot(activities), measure);
}

/**
 * A fresh build on a phone's screen with the plan of a snapshot open at its board, the network gone and the
 * processor slowed down.
 */
export async function withSnapshot<T>(
  snapshot: string,
  measure: (page: Page, throttle: Throttle) => Promise<T>,
): Promise<T> {
  process.env['CHROMIUM_PATH'] ??= findChromium(thisMachine);
  const folder = await mkdtemp(join(tmpdir(), 'bitacora-bench-'));
  const dist = join(folder, 'dist');
  const vite = ['node_modules/vite/bin/vite.js', 'build', '--outDir', dist, '--emptyOutDir'];
  const { status } = spawnSync(process.execPath, vite, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error('The build failed: nothing to measure.');
  const file = join(folder, 'plan.json');
  await writeFile(file, snapshot);
  const server = await serveFolder(dist);
  const device = await openDevice({ viewport: { width: 390, height: 844 }, locale: 'es-CO' });
  try {
    const { page } = device;
    await page.goto(server.url);
    await readyForOffline(page);
    await page.getByLabel('Abrir una copia').setInputFiles(file);
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^(Unir|Abrir el plan)$/ })
      .click();
    await page.getByText(/El plan va en/).waitFor({ timeout: 60_000 });
    await server.stop();
    const session = await device.context.newCDPSession(page);
    const throttle: Throttle = async (rate) =>
      void (await session.send('Emulation.setCPUThrottlingRate', { rate }));
    await throttle(THROTTLE);
    return await measure(page, throttle);
  } finally {
    device.guard.allow(/.*/);
    await device.dispose();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
