// What is taken out of a session is told and can be taken back; sessions with one number are marked.
import type { Page } from '@playwright/test';
import { expectNoAxeViolations } from './support/axe';
import { expect, test } from './support/app';
import { loadMatrix } from './support/journeys';

test.use({ worksOffline: false });

async function planSeries(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Lugares' }).getByRole('link', { name: 'Mesas' }).click();
  await page.getByRole('link', { name: 'Planear una serie' }).click();
  await page.getByRole('button', { name: /^Crear la serie con/ }).click();
}

const undo = (page: Page) => page.getByRole('button', { name: 'Deshacer' });

test('a person, and a whole session, come back with one touch', async ({ openApp }) => {
  const page = await openApp();
  await loadMatrix(page);
  await planSeries(page);
  const session = page.getByRole('link', { name: /^Mesa 2 · / });
  await session.click();

  await page.getByText('Asistencia', { exact: true }).click();
  await page.getByLabel('Nombre', { exact: true }).fill('Ana Pérez');
  await page.getByRole('button', { name: 'Agregar a la lista' }).click();
  const listed = page.getByRole('button', { name: 'Quitar a Ana Pérez de la lista' });
  await listed.click();
  await expect(listed).toBeHidden();
  await undo(page).click();
  await expect(listed).toBeVisible();

  await page.getByLabel('Número', { exact: true }).fill('1');
  await page.getByLabel('Número', { exact: true }).press('Enter');
  await expect(page.getByRole('heading', { name: /^Mesa 1 · / })).toBeVisible();
  await page.getByRole('button', { name: 'Quitar la sesión' }).click();
  await expect(page.getByText('Se quitó la sesión')).toBeVisible();
  await expect(page.getByText('número repetido')).toHaveCount(0);
  await undo(page).click();
  await expect(page.getByText('número repetido')).toHaveCount(2);
  await expectNoAxeViolations(page);
});
