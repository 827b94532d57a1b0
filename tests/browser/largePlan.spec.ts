// A plan of 5,000 indicators in a list of which only the rows near what is in sight are in the page.
import type { Page } from '@playwright/test';
import { aLargeSnapshot } from '../support/largePlan';
import { expectNoAxeViolations } from './support/axe';
import { expect, test } from './support/app';
import { goTo, openCopy } from './support/journeys';

test.use({ worksOffline: false });

const ROWS = 5000;
const MOST_IN_PAGE = 120;

test.setTimeout(120_000);

test.beforeEach(async ({ openApp }) => {
  const page = await openApp();
  await openCopy(page, aLargeSnapshot(ROWS));
  await goTo(page, 'Actividades');
  await expect(page.getByText('5.000 indicadores')).toBeVisible();
});

const cards = (page: Page) => page.locator('.list li');

/** Scrolls what holds the list: the page on a phone, its own box beside the detail. */
async function scrollTo(page: Page, where: 'end' | number): Promise<void> {
  await page.evaluate((to) => {
    const pane = document.querySelector('.list');
    const box = pane && getComputedStyle(pane).overflowY === 'auto' ? pane : document.scrollingElement;
    box?.scrollTo(0, to === 'end' ? box.scrollHeight : to);
  }, where);
}

/** The first card that is in sight whole, and how far down it stands. */
async function firstInSight(page: Page): Promise<{ readonly place: string; readonly top: number }> {
  return page.evaluate(() => {
    const top = (document.querySelector('header')?.getBoundingClientRect().bottom ?? 0) + 90;
    for (const row of document.querySelectorAll('.list li')) {
      const box = row.getBoundingClientRect();
      if (box.top >= top) return { place: row.getAttribute('aria-posinset') ?? '', top: box.top };
    }
    return { place: '', top: NaN };
  });
}

test('holds a few cards, says where each stands, and scrolls to the last', async ({ device }) => {
  const { page } = device;
  const first = cards(page).first();
  const last = page.locator(`.list li[aria-posinset="${ROWS}"]`);
  expect(await cards(page).count()).toBeLessThan(MOST_IN_PAGE);
  await expect(first).toHaveAttribute('aria-posinset', '1');
  await expect(first).toHaveAttribute('aria-setsize', String(ROWS));
  await expectNoAxeViolations(page);

  await test.step('the middle is drawn at once, with no hole in it', async () => {
    await scrollTo(page, 300_000);
    await expect.poll(async () => Number((await firstInSight(page)).place)).toBeGreaterThan(1000);
    expect(await cards(page).count()).toBeLessThan(MOST_IN_PAGE);
    const gaps = await page.evaluate(() => {
      const boxes = [...document.querySelectorAll('.list li')].map((row) => row.getBoundingClientRect());
      return boxes.slice(1).map(({ top }, at) => Math.round(top - (boxes[at]?.bottom ?? NaN)));
    });
    expect(new Set(gaps)).toEqual(new Set([0]));
  });

  await test.step('the last one is at the end', async () => {
    await scrollTo(page, 'end');
    await expect(last).toBeInViewport();
    expect(await cards(page).count()).toBeLessThan(MOST_IN_PAGE);
    await expectNoAxeViolations(page);
  });

  await test.step('the row that holds the keyboard is not taken away', async () => {
    await scrollTo(page, 0);
    await expect(first).toHaveAttribute('aria-posinset', '1');
    await first.getByRole('link').focus();
    await scrollTo(page, 'end');
    await expect(last).toBeInViewport();
    await expect(first.getByRole('link')).toBeFocused();
    await scrollTo(page, 0);
    await expect(cards(page).nth(1)).toHaveAttribute('aria-posinset', '2');
  });

  await test.step('the keyboard goes from row to row, beyond what was drawn at first', async () => {
    // A card has two stops: its name and its percent.
    for (let stop = 0; stop < 120; stop += 1) await page.keyboard.press('Tab');
    const held = page.locator('.list li:focus-within');
    await expect(held).toHaveAttribute('aria-posinset', '61');
    await expect(held).toBeInViewport();
  });
});

test('one of 5,000 is found as it is typed, and coming back from it keeps the place', async ({ device }) => {
  const { page } = device;
  const search = page.getByLabel('Buscar');

  await test.step('the search answers', async () => {
    await search.pressSequentially('actividad 4987');
    await expect(page.getByText('1 de 5.000 indicadores')).toBeVisible();
    await expect(cards(page)).toHaveCount(1);
    await expect(cards(page)).toContainText('4987. Actividad de la política de gobierno digital');
    await page.getByRole('button', { name: 'Quitar filtros' }).click();
    await expect(page.getByText('5.000 indicadores', { exact: true })).toBeVisible();
    await expect(cards(page).first()).toHaveAttribute('aria-posinset', '1');
  });

  await test.step('another question is read from the top', async () => {
    await scrollTo(page, 'end');
    await expect(page.locator(`.list li[aria-posinset="${ROWS}"]`)).toBeInViewport();
    await search.fill('criterio 70');
    await expect(page.getByText(/^\d+ de 5\.000\s/)).toBeVisible();
    await expect(cards(page).first()).toHaveAttribute('aria-posinset', '1');
    await expect(cards(page).first()).toBeInViewport();
  });

  await test.step('an activity is opened and left: the place, the words and the keyboard are as they were', async () => {
    await search.fill('gobierno');
    await scrollTo(page, 123_456);
    await expect.poll(async () => Number((await firstInSight(page)).place)).toBeGreaterThan(500);
    const before = await firstInSight(page);
    const link = page.locator(`.list li[aria-posinset="${before.place}"] a`);
    await link.click();
    const name = page.locator('article h2');
    await expect(name).toBeInViewport();
    await page.getByRole('link', { name: 'Volver' }).click();
    await expect(name).toBeHidden();
    await expect(search).toHaveValue('gobierno');
    await expect.poll(async () => (await firstInSight(page)).place).toBe(before.place);
    expect(Math.abs((await firstInSight(page)).top - before.top)).toBeLessThan(2);
    await expect(link).toBeFocused();
  });
});
