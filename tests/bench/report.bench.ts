// A document of a thousand activities in Chromium: from the tap to the last row of its paper, and what holds the screen.
import type { Page } from '@playwright/test';
import { REPORT_NAME } from '../../src/text/reports';
import { againstBar, median } from './measurement';
import type { Benches, Measurement } from './measurement';
import { withPlan } from './withPlan';

const ACTIVITIES = 1000;
const BARS = { drawn: 2000, block: 200 };
const RUNS = 5;
/** The one that is read, and the one that has the most cells. */
const KINDS = ['semester', 'petiFollowUp', 'actionPlanMatrix'] as const;

export const benches: Benches = {
  report: () =>
    withPlan(ACTIVITIES, async (page) => {
      const measured: Measurement[] = [];
      for (const kind of KINDS) measured.push(...(await opened(page, kind)));
      return measured;
    }),
};

async function opened(page: Page, kind: (typeof KINDS)[number]): Promise<readonly Measurement[]> {
  const runs: { readonly ms: number; readonly block: number }[] = [];
  for (let run = 0; run <= RUNS; run += 1) {
    await page.getByRole('navigation').getByRole('link', { name: 'Informes' }).click();
    const link = page.getByRole('main').getByRole('link', { name: REPORT_NAME[kind].name });
    await link.first().waitFor();
    await page.waitForTimeout(500);
    runs.push(await link.first().evaluate(openAndWatch));
  }
  // The first one loads what draws it.
  const warm = runs.slice(1);
  return [
    againstBar(`report-${kind}`, ACTIVITIES, median(warm.map(({ ms }) => ms)), BARS.drawn),
    againstBar(
      `report-${kind}-longest-block`,
      ACTIVITIES,
      median(warm.map(({ block }) => block)),
      BARS.block,
    ),
  ];
}

/** Runs in the page: opens the document, and ends when its paper is whole. */
function openAndWatch(link: Element): Promise<{ ms: number; block: number }> {
  let block = 0;
  const watch = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) block = Math.max(block, duration);
  });
  watch.observe({ type: 'longtask' });
  const start = performance.now();
  (link as HTMLElement).click();
  return new Promise((resolve) => {
    const look = () => {
      const paper = document.querySelector('.document-paper');
      if (paper?.getAttribute('aria-busy') !== 'false') return void requestAnimationFrame(look);
      const ms = performance.now() - start;
      setTimeout(() => {
        watch.disconnect();
        resolve({ ms, block });
      }, 300);
    };
    requestAnimationFrame(look);
  });
}
