// The history of a plan: found by what it says, brought back, and the plan as it stood.
import type { Page } from '@playwright/test';
import { expectNoAxeViolations } from './support/axe';
import { expect, test } from './support/app';
import { goTo, loadMatrix, textOf } from './support/journeys';
import { openReport, paper } from './support/reports';

const ROW_4 = /Actas de reunion con evidencias/;

/** What is written in the first quarter of row 4 beside its number. */
async function remark(page: Page, text: string): Promise<void> {
  await page.getByLabel('Observación').fill(text);
  await page.getByLabel('Observación').blur();
  await expect(page.getByText(`«${text}»`).first()).toBeVisible();
}

test('a change is found, its value is brought back, and the plan is seen as it stood', async ({
  openApp,
  goOffline,
}) => {
  test.slow();
  const page = await openApp();
  await goOffline();
  await loadMatrix(page);
  await page.getByRole('link', { name: ROW_4 }).first().click();
  await remark(page, 'Cinco actas con firma');
  await remark(page, 'Seis actas');

  await test.step('from the activity to its own history, searched without accents or capitals', async () => {
    await page.getByRole('link', { name: 'Toda la historia de la actividad' }).click();
    await expect(page.getByText(/^\d+ de .*\scambios$/)).toBeVisible();
    await page.getByLabel('Buscar en la historia').fill('OBSERVACION cinco');
    await expect(page.getByText(/^2 de /)).toBeVisible();
  });

  await test.step('filters narrow it, and are let go', async () => {
    await page.getByLabel('Buscar en la historia').fill('');
    await page.getByText('Filtros: 1 en uso').click();
    await page.getByLabel('Dato').selectOption('Observación');
    await page.getByLabel('Cómo llegó').selectOption('Escrito por una persona');
    await expect(page.getByText(/^2 de /)).toBeVisible();
    await page.getByLabel('Hasta el día').fill('2001-01-01');
    await expect(page.getByText('Ningún cambio es así.')).toBeVisible();
    await page.getByLabel('Hasta el día').fill('');
    await expect(page.getByText(/^2 de /)).toBeVisible();
  });

  await test.step('the value of before comes back as an edit, and can be taken back', async () => {
    await page
      .getByRole('button', { name: /Cinco actas con firma/ })
      .last()
      .click();
    const sheet = page.getByRole('dialog');
    await expect(sheet).toContainText('Huella del cambio');
    await expectNoAxeViolations(page);
    await sheet.getByRole('button', { name: 'Restaurar este valor' }).click();
    await expect(page.getByRole('button', { name: 'Deshacer' })).toBeVisible();
    await page.getByRole('button', { name: 'Quitar los filtros' }).click();
    await expect(page.getByRole('listitem').first()).toContainText('Valor restaurado');
  });

  await test.step('the plan as it stood is only looked at', async () => {
    await page.getByLabel('Buscar en la historia').fill('seis actas');
    await page.getByRole('button', { name: /«Cinco actas con firma» → «Seis actas»/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Ver el plan en ese momento' }).click();
    await expect(page.getByText(/Está viendo el plan como estaba: hoy/)).toBeVisible();
    await expect(page.getByText(/El plan va en/)).toBeVisible();
    await page.getByRole('link', { name: ROW_4 }).first().click();
    await expect(page.getByLabel('Observación')).toHaveValue('Seis actas');
    await page.getByLabel('Observación').fill('De hoy');
    await expect(page.getByText(/lo que ya pasó no se cambia/)).toBeVisible();
    await expect(page.getByLabel('Observación')).toHaveValue('Seis actas');
    await expect.poll(() => textOf(page, 'header')).toContain('Guardado');
    // A file that is handed over meanwhile is of today, and a report that is printed is of then: both say so.
    const activity = page.url();
    await goTo(page, 'Compartir');
    await expect(page.getByText(/el archivo lleva el de hoy, completo/)).toBeVisible();
    await openReport(page, 'Resumen de una página');
    await expect(paper(page)).toContainText('Así estaba el plan el');
    await page.goto(activity);
    await page.getByRole('button', { name: 'Volver a hoy' }).click();
    await expect(page.getByLabel('Observación')).toHaveValue('Cinco actas con firma');
    // Why nothing could be written goes with the view that it was said of.
    await expect(page.getByText(/lo que ya pasó no se cambia/)).toHaveCount(0);
  });
});
