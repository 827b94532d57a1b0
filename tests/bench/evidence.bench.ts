// Two hundred photos on one row: how long each holds up the screen, and what they add to the start of the app.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { drawPhoto, photoFile } from '../support/photos';
import { againstBar, percentile } from './measurement';
import type { Benches, Measurement } from './measurement';
import { warmStarts } from './warmStarts';
import { withPlan } from './withPlan';

const ACTIVITIES = 1000;
const PHOTOS = 200;
/** As a phone takes them. */
const PHOTO = { width: 4000, height: 3000, grain: 4, bytes: 3_000_000 };
const BLOCK_BAR = 200;

export const benches: Benches = {
  evidence: () =>
    withPlan(ACTIVITIES, async (page) => {
      const board = page.url();
      const blocks = await addPhotos(page);
      await page.goto(board);
      return [
        againstBar('evidence-add-longest-block', PHOTOS, Math.max(...blocks), BLOCK_BAR),
        againstBar('evidence-add-block-p95', PHOTOS, percentile(blocks, 0.95), BLOCK_BAR),
        ...(await withPlan(ACTIVITIES, (bare) => starts(page, bare))),
      ];
    }),
};

/** The start of a device that holds the photos beside that of one that has none. */
async function starts(page: Page, bare: Page): Promise<readonly Measurement[]> {
  const [oursMs = NaN, peerMs = NaN] = await warmStarts(page, bare);
  return [{ bench: 'evidence-start', n: PHOTOS, peer: 'without-photos', oursMs, peerMs }];
}

/** The longest time that the screen stood still while each photo was added; 0 for less than the browser tells. */
async function addPhotos(page: Page): Promise<readonly number[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bitacora-photos-'));
  const drawn = await page.evaluate(drawPhoto, PHOTO);
  await page.locator('a[href*="actividades/"]').first().click();
  await page.getByLabel('Tomar foto').waitFor({ state: 'attached' });
  await page.evaluate(watchBlocks);
  const blocks: number[] = [];
  try {
    for (let nth = 1; nth <= PHOTOS; nth += 1) {
      const path = join(folder, `IMG_${nth}.jpg`);
      await writeFile(path, photoFile(drawn, PHOTO, String(nth)));
      await page.evaluate(() => ((window as unknown as { blocks: number[] }).blocks = []));
      await page.getByLabel('Tomar foto').setInputFiles(path);
      await page.locator(`section li[aria-setsize="${nth}"]`).first().waitFor();
      // What follows from it is drawn too.
      await page.waitForTimeout(200);
      const seen = await page.evaluate(() => (window as unknown as { blocks: number[] }).blocks);
      blocks.push(Math.max(0, ...seen));
      await rm(path);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return blocks;
}

/** Runs in the page: notes every task that holds up the screen for 50 ms or more. */
function watchBlocks(): void {
  const seen = window as unknown as { blocks: number[] };
  seen.blocks = [];
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.blocks.push(duration);
  }).observe({ type: 'longtask' });
}
