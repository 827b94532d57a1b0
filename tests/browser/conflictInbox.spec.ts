// Many differences at once: the session's values win as one act, what was decided is told and can come back.
import type { Page } from '@playwright/test';
import { aContestedSnapshot } from '../support/contestedPlan';
import { expectNoAxeViolations, expectSound } from './support/axe';
import { expect, test } from './support/app';
import { textOf } from './support/journeys';

test.setTimeout(120_000);

/** A plan with differences opens at them. */
async function openContested(page: Page, rows: number): Promise<void> {
  const buffer = Buffer.from(aContestedSnapshot(rows));
  const file = { name: 'plan.json', mimeType: 'application/json', buffer };
  await page.getByLabel('Abrir una copia').setInputFiles(file);
  await page.getByRole('dialog').getByRole('button', { name: 'Abrir el plan' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Diferencias' })).toBeVisible();
}

test('what was written in a session wins in bulk, is taken back, and the losing value comes back', async ({
  openApp,
}) => {
  const page = await openApp();
  await openContested(page, 30);
  const cards = page.getByRole('article');
  await expect(cards).toHaveCount(20);
  await expect(cards.nth(2)).toContainText('Mesa 2 · Hacienda, 4 jul 2023');
  await expect(cards.nth(2)).toContainText('Eva Enlace');
  await expectSound(page);

  await test.step('search, and by who wrote it', async () => {
    await page.getByLabel('Buscar por actividad, persona o valor').fill('27. actividad');
    await expect(cards).toHaveCount(1);
    await expect(page.getByText('1 de 31 diferencias')).toBeVisible();
    await page.getByLabel('Buscar por actividad, persona o valor').fill('');
    await page.getByRole('button', { name: 'Mostrar 11 más' }).click();
    await expect(cards).toHaveCount(31);
  });

  await test.step('the sheet says what it decides and what it leaves', async () => {
    await page.getByRole('button', { name: 'Decidir varias a la vez' }).click();
    const sheet = page.getByRole('dialog');
    await sheet
      .getByLabel('Quién gana')
      .selectOption({ label: 'Gana lo escrito en Mesa 2 · Hacienda, 4 jul 2023' });
    await expect(sheet.getByRole('status')).toHaveText('Decide 30, deja 1 por decidir.');
    await expect(sheet.getByRole('checkbox', { checked: false })).toHaveCount(1);
    await sheet.getByRole('checkbox', { name: /^30\. .*queda 5/ }).uncheck();
    await expect(sheet.getByRole('status')).toHaveText('Decide 29, deja 2 por decidir.');
    await expectNoAxeViolations(page);
    await sheet.getByRole('button', { name: 'Decidir 29' }).click();
    await expect(cards).toHaveCount(2);
  });

  await test.step('one touch takes all of it back', async () => {
    await page.getByRole('button', { name: 'Deshacer', exact: true }).click();
    await expect(
      page.getByText(/^Deshechas 29 decisiones: quedó en cada una el valor que se veía/),
    ).toBeVisible();
  });

  await test.step('what was decided is told, and the value that was not kept comes back', async () => {
    await page.getByText('Ya decididas', { exact: true }).click();
    const first = page.getByRole('listitem').filter({ hasText: /^14\. Actividad.*Quedó/ });
    await expect(first).toContainText('Decidió');
    await expect(first).toContainText('No quedó');
    await first.getByRole('button', { name: /^Volver a este valor \(5,/ }).click();
    await expect(page.getByText(/^Volvió el otro valor/)).toBeVisible();
    // It stands again, and so does the way to the one that was not kept.
    await first.getByRole('button', { name: /^Volver a este valor \(6,/ }).click();
    await expect(first.getByRole('button', { name: /^Volver a este valor \(5,/ })).toBeVisible();
    await expect(first).toContainText('Es el valor de ahora.');
  });
});

test('what was deleted and edited is settled both ways, and a value once decided keeps its mark', async ({
  openApp,
}) => {
  const page = await openApp();
  await openContested(page, 2);
  const deleted = page.getByRole('article').filter({ hasText: 'Borrado y a la vez editado' });
  await expect(deleted).toContainText('borrado');
  await expect(deleted).toContainText('Nombre: Indicador con otro nombre');
  await deleted.getByRole('button', { name: 'Queda «borrado»' }).click();
  await expect(page.getByRole('article')).toHaveCount(2);
  await page.getByText('Ya decididas', { exact: true }).click();
  const told = page.getByRole('listitem').filter({ hasText: 'Borrado y a la vez editado' });
  await expect(told).toContainText('Quedó borrado');
  await told.getByRole('button', { name: /^Volver a este valor \(conservado, Indicador/ }).click();
  await expect(told).toContainText('Es el valor de ahora.');

  const second = page.getByRole('article').filter({ hasText: '2. Actividad' });
  await second.getByRole('button', { name: 'Queda 5' }).click();
  await expect(second).toHaveCount(0);
  // One decision can be taken back like any change.
  await expect(page.getByRole('button', { name: 'Deshacer', exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Volver' }).click();
  // On a phone the way back to what is left is over the content, where it cuts no title.
  const rest = page.getByRole('main').getByRole('link', { name: /^1\sdiferencia por decidir$/ });
  await expect(rest).toBeVisible();
  await page
    .getByRole('link', { name: /2\. Actividad de gobierno digital/ })
    .first()
    .click();
  await page.getByRole('button', { name: /^2\.º trimestre/ }).click();
  const mark = page.getByRole('link', { name: /decidido entre dos/ });
  await expect(mark).toBeVisible();
  await expectNoAxeViolations(page);
  await mark.click();
  await expect(page.getByRole('heading', { level: 3 })).toHaveCount(1);
  await expect.poll(() => textOf(page)).toContain('Quedó 5');
});
