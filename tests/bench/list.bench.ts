// The list of activities in Chromium, by what a person sees of it: the search box, the count, the cards going by.
import type { Page } from '@playwright/test';
import { againstBar, median, percentile } from './measurement';
import type { Benches, Measurement } from './measurement';
import { withPlan } from './withPlan';
import type { Throttle } from './withPlan';

const ACTIVITIES = 5000;
/** Each is in a few hundred of the numbers, so that a whole screen of other cards is drawn. */
const WORDS = ['17', '23', '31', '42', '58', '64', '76', '89', '95'];
const FRAMES = 120;
/** A frame at 60 Hz, and two of them. */
const BARS = { search: 16.7, scroll: 33.4 };

export const benches: Benches = {
  list: () =>
    withPlan(ACTIVITIES, async (page, throttle) => {
      await page.getByRole('link', { name: 'Actividades', exact: true }).click();
      await wholeList(page);
      return [await scroll(page), ...(await searches(page, throttle))];
    }),
};

async function wholeList(page: Page): Promise<void> {
  await page
    .getByRole('status')
    .and(page.getByText('5.000 indicadores', { exact: true }))
    .waitFor();
}

/** At the slowed speed as in every bench, and at this machine's own. */
async function searches(page: Page, throttle: Throttle): Promise<readonly Measurement[]> {
  const slowed = await search(page);
  await throttle(1);
  const unslowed = await search(page);
  return [
    againstBar('list-search', ACTIVITIES, slowed, BARS.search),
    againstBar('list-search-unslowed', ACTIVITIES, unslowed, BARS.search),
  ];
}

/** From each word in the box, which was empty, to the painted list of what it finds. */
async function search(page: Page): Promise<number> {
  const box = page.getByLabel('Buscar');
  const times: number[] = [];
  for (const word of WORDS) {
    await box.fill('');
    await wholeList(page);
    await page.waitForTimeout(300);
    times.push(await box.evaluate(typeAndWatch, word));
  }
  return median(times);
}

/**
 * Runs in the page: types at the start of a frame, and ends with the first frame that paints another count
 * and a list of what was found. A message sent within a frame comes right after its paint: not rounded to
 * frames, as a bar of one frame asks.
 */
function typeAndWatch(box: Element, word: string): Promise<number> {
  const status = [...document.querySelectorAll('[role="status"]')].find((one) =>
    one.textContent?.includes('indicador'),
  );
  const before = status?.textContent;
  const isListed = () =>
    status?.textContent !== before &&
    [...document.querySelectorAll('main li')].some((card) => card.textContent?.includes(word));
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const start = performance.now();
      port2.onmessage = () => {
        const painted = performance.now();
        if (isListed()) resolve(painted - start);
        else requestAnimationFrame(() => port1.postMessage(null));
      };
      (box as HTMLInputElement).value = word;
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
      port1.postMessage(null);
    });
  });
}

/** A third of the screen in every frame, as a thumb that flings. What is quick because it is empty does not count. */
async function scroll(page: Page): Promise<Measurement> {
  const { times, wasted } = await page.evaluate(flingAndWatch, FRAMES);
  if (wasted > FRAMES / 10)
    throw new Error(`list: ${wasted} of ${FRAMES} frames did not move or had no card`);
  return againstBar('list-scroll-p95', ACTIVITIES, percentile(times, 0.95), BARS.scroll);
}

/** Runs in the page: how long each frame took, and how many did not move or had no card amid the screen. */
function flingAndWatch(frames: number): Promise<{ times: number[]; wasted: number }> {
  const step = Math.round(innerHeight / 3);
  const hasCard = () =>
    [0.3, 0.5, 0.7].some((share) =>
      document.elementFromPoint(innerWidth / 2, innerHeight * share)?.closest('li'),
    );
  const times: number[] = [];
  let wasted = 0;
  let direction = 1;
  let last = 0;
  return new Promise((resolve) => {
    const next = (now: number) => {
      if (last > 0) times.push(now - last);
      if (last > 0 && !hasCard()) wasted += 1;
      if (times.length === frames) return resolve({ times, wasted });
      last = now;
      const from = scrollY;
      scrollBy({ top: direction * step, behavior: 'instant' });
      if (scrollY === from) {
        // At the end of what there is, back again.
        direction = -direction;
        wasted += 1;
      }
      requestAnimationFrame(next);
    };
    scrollTo({ top: innerHeight, behavior: 'instant' });
    requestAnimationFrame(() => requestAnimationFrame(next));
  });
}
