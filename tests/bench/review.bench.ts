// The review of a large matrix as a person works in it: the longest time that any frame waits while one kind of finding
// is chosen, while words are looked for in all of them, and while a thousand rows ask whether they are of the plan.
import type { ElementHandle, Locator, Page } from '@playwright/test';
import { writeXlsx } from 'hucre';
import { againstBar, median } from './measurement';
import type { Benches, Measurement } from './measurement';
import { withPlan } from './withPlan';

const FINDINGS = 5000;
const QUESTIONS = 1000;
/** The medians count, for a machine that is busy with something else has long frames of its own. */
const ROUNDS = 3;
const BAR_MS = 100;
/** So long without a frame of more than the bar, and all that was asked for stands. */
const STILL_MS = 3000;
const HEADERS = [
  'ITEM',
  'CRITERIO',
  'ACTIVIDAD',
  'PRODUCTO',
  'INDICADOR',
  'META',
  'FECHA INICIO',
  'FECHA FINAL',
  'RESPONSABLE',
  '2023 RESULTADO TRIMESTRE 1',
  '2023 RESULTADO TRIMESTRE 2',
  'OBSERVACIONES',
];
const YEAR = ['2023-01-01', '2023-12-31'] as const;

export const benches: Benches = {
  review: () => withPlan(10, async (page) => [...(await findingsOf(page)), ...(await questionsOf(page))]),
};

async function findingsOf(page: Page): Promise<readonly Measurement[]> {
  await bring(page, await aMatrix(FINDINGS, '', [YEAR[1], YEAR[0]]));
  const kind = await handleOf(page.getByLabel('Clase de hallazgo'));
  const search = await handleOf(page.getByLabel('Buscar en los hallazgos'));
  const chosen: number[] = [];
  const sought: number[] = [];
  while (chosen.length < ROUNDS) {
    chosen.push(await longestFrame(page, () => kind.selectOption({ index: 1 })));
    await longestFrame(page, () => kind.selectOption({ index: 0 }));
    sought.push(await longestFrame(page, () => search.fill('fila')));
    await longestFrame(page, () => search.fill(''));
  }
  return [
    againstBar('review-kind', FINDINGS, median(chosen), BAR_MS),
    againstBar('review-search', FINDINGS, median(sought), BAR_MS),
  ];
}

async function questionsOf(page: Page): Promise<readonly Measurement[]> {
  await bring(page, await aMatrix(QUESTIONS, '', YEAR));
  await page.getByRole('button', { name: /^Cargar 1/ }).click();
  await page.getByText(/El plan va en/).waitFor();
  const newer = await aMatrix(QUESTIONS, ' del plan', YEAR);
  const asked: number[] = [];
  while (asked.length < ROUNDS) {
    await bring(page, newer);
    const update = await handleOf(page.getByRole('button', { name: 'Actualizarlo con esta matriz' }));
    asked.push(
      await longestFrame(page, async () => {
        await update.click();
        await page.waitForFunction(() => document.getElementById('update-title') !== null);
      }),
    );
  }
  return [againstBar('review-questions', QUESTIONS, median(asked), BAR_MS)];
}

/** What is found before anything is measured: to look for it by its role takes frames of its own. */
async function handleOf(locator: Locator): Promise<ElementHandle> {
  await locator.waitFor();
  const handle = await locator.elementHandle();
  if (!handle) throw new Error('It is not there');
  return handle;
}

function aMatrix(
  rows: number,
  moreWords: string,
  [start, end]: readonly [string, string],
): Promise<Uint8Array> {
  const said = Array.from({ length: rows }, (_, at) => {
    const texts = [`Criterio ${at}`, `Hacer la parte ${at}${moreWords}`, `Producto ${at}`, `Indicador ${at}`];
    return [at + 1, ...texts, 4, start, end, 'OAI', 1, 2, ''];
  });
  return writeXlsx({ sheets: [{ name: 'Plan', rows: [HEADERS, ...said] }] });
}

/** Brings a matrix into a page that starts anew, as far as all of its review stands. */
async function bring(page: Page, bytes: Uint8Array): Promise<void> {
  await page.goto(`${page.url().split('#')[0] ?? ''}#/`);
  await page.reload();
  await page.getByRole('link', { name: 'Cargar matriz' }).click();
  await page.getByLabel('Elegir archivo').waitFor({ state: 'attached' });
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const file = { name: 'Plan 2023.xlsx', mimeType, buffer: Buffer.from(bytes) };
  await page.getByLabel('Elegir archivo').setInputFiles(file);
  await page.locator('#matrix-findings').waitFor({ timeout: 60_000 });
  await longestFrame(page, () => Promise.resolve());
}

/** Milliseconds: the longest gap between two frames from what a person does until the page has stood still a while. */
async function longestFrame(page: Page, act: () => Promise<unknown>): Promise<number> {
  await page.evaluate(watchFrames, { still: STILL_MS, bar: BAR_MS });
  await act();
  return page.evaluate(() => (window as unknown as { longest: () => Promise<number> }).longest());
}

/** Runs in the page. */
function watchFrames({ still, bar }: { readonly still: number; readonly bar: number }): void {
  let longest = 0;
  let last = performance.now();
  let lastSlow = last;
  let resolve: ((ms: number) => void) | null = null;
  const look = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    if (now - last > bar) lastSlow = now;
    last = now;
    if (resolve && now - lastSlow > still) resolve(longest);
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  (window as unknown as { longest: () => Promise<number> }).longest = () =>
    new Promise((done) => {
      lastSlow = performance.now();
      resolve = done;
    });
}
