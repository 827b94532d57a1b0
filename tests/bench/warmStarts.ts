import type { Page } from '@playwright/test';
import { median } from './measurement';

const RUNS = 15;

/**
 * From the reload to the board that stands there, with no network, of each page: one after the other in turn, so that
 * what else the machine does falls on all of them alike.
 */
export async function warmStarts(...pages: readonly Page[]): Promise<readonly number[]> {
  for (const page of pages) await page.addInitScript(watchBoard);
  const times = pages.map((): number[] => []);
  for (let run = 0; run < RUNS; run += 1) {
    for (const [at, page] of pages.entries()) times[at]?.push(await warmStart(page));
  }
  return times.map(median);
}

async function warmStart(page: Page): Promise<number> {
  await page.reload();
  await page.waitForFunction(() => (window as unknown as { boardAt: number }).boardAt > 0);
  return page.evaluate(() => (window as unknown as { boardAt: number }).boardAt);
}

/** Runs in the page as it starts: when the board first stood there. */
function watchBoard(): void {
  const seen = window as unknown as { boardAt: number };
  seen.boardAt = 0;
  const look = () => {
    if (document.querySelector('.said')) seen.boardAt = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
