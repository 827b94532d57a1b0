// A copy with 10,000 changes united with a plan that has 10,000, in Chromium at a fourth of this machine's speed, as a
// person does it: the longest frame that the page has meanwhile, the time until it shows, and the bar moving.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { aPlanWithChanges } from '../support/largePlan';
import { againstBar } from './measurement';
import type { Benches } from './measurement';
import { withSnapshot } from './withPlan';

const CHANGES = 10_000;
const ACTIVITIES = 500;
const BARS = { frame: 100, total: 3000, steps: 5 };

export const benches: Benches = {
  mergeApp: async () => {
    const { held, other } = aPlanWithChanges(ACTIVITIES, CHANGES);
    const folder = await mkdtemp(join(tmpdir(), 'bitacora-merge-'));
    const file = join(folder, 'otra.json');
    await writeFile(file, other);
    try {
      return await withSnapshot(held, async (page) => {
        const { longest, total, steps } = await unite(page, file);
        if (steps < BARS.steps) throw new Error(`The bar moved ${steps} times`);
        return [
          againstBar('merge-app-longest-frame', CHANGES, longest, BARS.frame),
          againstBar('merge-app', CHANGES, total, BARS.total),
        ];
      });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

interface Watched {
  readonly longest: number;
  readonly total: number;
  readonly steps: number;
}

async function unite(page: Page, file: string): Promise<Watched> {
  await page.getByRole('navigation').getByRole('link', { name: 'Compartir' }).click();
  await page.getByLabel('Abrir una copia').setInputFiles(file);
  const button = page.getByRole('dialog').getByRole('button', { name: 'Unir' });
  await button.waitFor({ timeout: 60_000 });
  await page.waitForTimeout(500);
  return page.evaluate(watchMerge);
}

/**
 * Runs in the page: presses "Unir", and watches frames and bar until the dialog is gone, which it is once the plan in
 * memory holds what came; and the frames of the time after it, in which the board is drawn.
 */
function watchMerge(): Promise<Watched> {
  const AFTER_MS = 1500;
  const unite = [...document.querySelectorAll<HTMLButtonElement>('dialog[open] button')].find(
    (button) => button.textContent?.trim() === 'Unir',
  );
  const seen = new Set<number>();
  const start = performance.now();
  let longest = 0;
  let last = start;
  let gone = Infinity;
  unite?.click();
  return new Promise((resolve) => {
    const look = () => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
      const bar = document.querySelector<HTMLProgressElement>('dialog[open] progress');
      if (bar) seen.add(bar.value);
      if (gone === Infinity && !document.querySelector('dialog[open]')) gone = now;
      if (now > gone + AFTER_MS) resolve({ longest, total: gone - start, steps: seen.size });
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}
