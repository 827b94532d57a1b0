// The app itself in Chromium at a fourth of this machine's speed, against the bars of the design.
import type { Page } from '@playwright/test';
import { againstBar, median, percentile } from './measurement';
import type { Benches } from './measurement';
import { warmStarts } from './warmStarts';
import { withPlan } from './withPlan';

const EDITS = 21;
const BARS = { start: 500, edit: 50, durable: 50 };

export const benches: Benches = {
  start: () =>
    withPlan(1000, async (page) => {
      const [start = NaN] = await warmStarts(page);
      return [againstBar('start', 1000, start, BARS.start)];
    }),
  edit: () =>
    withPlan(5000, async (page) => {
      const { painted, durable } = await edits(page);
      return [
        againstBar('edit-painted', 5000, median(painted), BARS.edit),
        againstBar('edit-durable-p95', 5000, percentile(durable, 0.95), BARS.durable),
      ];
    }),
};

/** Runs in the page as it starts: when each write to the database was acknowledged. */
function watchWrites(): void {
  const seen = window as unknown as { writes: number[] };
  seen.writes = [];
  const own = Object.getOwnPropertyDescriptor(IDBDatabase.prototype, 'transaction');
  const transaction = own?.value as IDBDatabase['transaction'];
  IDBDatabase.prototype.transaction = function (...given: Parameters<typeof transaction>) {
    const made = transaction.apply(this, given);
    if (given[1] === 'readwrite')
      made.addEventListener('complete', () => seen.writes.push(performance.now()));
    return made;
  };
}

/** From Enter to the disk's word, and to the paint of everything that follows from the new value. */
async function edits(page: Page): Promise<{ painted: readonly number[]; durable: readonly number[] }> {
  // The database takes hold of its functions as it opens: what watches them must be there before.
  await page.addInitScript(watchWrites);
  await page.reload();
  await page.locator('a[href*="actividades/"]').first().click();
  const entry = page.locator('input[inputmode="decimal"]');
  await entry.waitFor();
  const painted: number[] = [];
  const durable: number[] = [];
  for (let value = 1; value <= EDITS; value += 1) {
    await entry.fill(String(value));
    // The draft's own write is over before the edit begins.
    await page.waitForTimeout(600);
    const times = await page.evaluate(enterAndWatch, String(value));
    painted.push(times.painted);
    durable.push(times.durable);
  }
  return { painted, durable };
}

/** Runs in the page: presses Enter, and waits for the period's button to show the value and be painted. */
function enterAndWatch(value: string): Promise<{ painted: number; durable: number }> {
  const seen = window as unknown as { writes: number[] };
  const input = document.querySelector('input[inputmode="decimal"]');
  const shown = () =>
    document.querySelector('.periods [aria-pressed="true"] b')?.textContent?.trim() === value;
  seen.writes = [];
  const start = performance.now();
  input?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  return new Promise((resolve) => {
    const look = () => {
      if (!shown()) return void requestAnimationFrame(look);
      // The frame after the one in which it stands there: that one has been painted.
      requestAnimationFrame(() =>
        resolve({ painted: performance.now() - start, durable: (seen.writes[0] ?? NaN) - start }),
      );
    };
    requestAnimationFrame(look);
  });
}
