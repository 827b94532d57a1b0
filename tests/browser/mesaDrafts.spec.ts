// What is typed in Mesas and is not history yet outlives the page that it was typed in.
import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from './support/app';
import { loadMatrix } from './support/journeys';
import { at, openSession, planSeries } from './support/mesas';

test.setTimeout(180_000);

const NOW = '2023-05-10T14:00:00Z';
/** A draft is kept 300 ms after the last key. */
const KEPT = 800;

/** Ends the page at once, as a tab that runs out of memory; gives another at the same address. */
async function crashAndReopen(context: BrowserContext, page: Page): Promise<Page> {
  const address = page.url();
  const crashed = page.waitForEvent('crash');
  const session = await context.newCDPSession(page);
  // The answer never comes: the page is gone.
  session.send('Page.crash').catch(() => undefined);
  await crashed;
  await page.close();
  const again = await context.newPage();
  await at(again, NOW);
  await again.goto(address);
  return again;
}

test('with the projector open, what was being typed comes back after a crash', async ({
  openApp,
  device,
}) => {
  let page = await openApp();
  await at(page, NOW);
  await loadMatrix(page);
  await planSeries(page);
  await openSession(page, 'Secretaría de Hacienda');
  // A window that the page opens shares its process, and would go with it.
  const projected = await device.context.newPage();
  await projected.goto(`${page.url()}/proyectar`);
  await expect(projected.getByRole('heading', { level: 1 })).toBeVisible();

  await page.getByLabel('Nombre', { exact: true }).fill('Pedro a medio escri');
  await page.getByRole('textbox', { name: 'Desarrollo' }).fill('Hace falta el catálogo');
  await page.waitForTimeout(KEPT);
  page = await crashAndReopen(device.context, page);
  await expect(page.getByRole('textbox', { name: 'Desarrollo' })).toHaveValue('Hace falta el catálogo');
  await expect(page.getByLabel('Nombre', { exact: true })).toHaveValue('Pedro a medio escri');
  await expect(projected.getByText('Hace falta el catálogo')).toBeVisible();

  await page.getByLabel('Cargo').fill('Profesional');
  await page.waitForTimeout(KEPT);
  const address = page.url();
  await page.close();
  page = await device.context.newPage();
  await at(page, NOW);
  await page.goto(address);
  await expect(page.getByLabel('Cargo')).toHaveValue('Profesional');
});
