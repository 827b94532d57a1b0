// A loaded plan is edited; whatever is done can be taken back.
import type { Page } from '@playwright/test';
import { expect, test } from './support/app';
import { downloadCopy, goTo, loadMatrix, mergeCopy, openEditor, textOf } from './support/journeys';
import { expectSound } from './support/axe';

test.use({ worksOffline: false });

/** The names of the tree's activities, in order. */
async function activityNames(page: Page): Promise<readonly string[]> {
  return page.locator('.name.activity a').allInnerTexts();
}

test('another unit asks what becomes of the numbers, and keeps those that are seen', async ({ openApp }) => {
  const page = await openApp();
  await loadMatrix(page);
  await page
    .getByRole('link', { name: /Actas de reunion/ })
    .first()
    .click();
  await page.getByRole('link', { name: 'Editar este indicador' }).click();
  const sheet = page.getByRole('dialog');
  const question = page.getByRole('alertdialog');
  await sheet.getByRole('radio', { name: 'En porcentaje' }).check();
  await expect(question).toContainText(/21 queda como 21\s%\./);
  await expect(question).toContainText(/21 queda como 2\.100\s%\./);
  await expectSound(page);
  await question.getByRole('button', { name: 'Cancelar' }).click();
  await expect(sheet.getByRole('radio', { name: 'Contando' })).toBeChecked();

  await sheet.getByRole('radio', { name: 'En porcentaje' }).check();
  await question.getByRole('button', { name: 'Cambiar la unidad' }).click();
  await expect(sheet.getByLabel('Meta, en %')).toHaveValue('21');
  await page.keyboard.press('Escape');
  await goTo(page, 'Tablero');
  await expect.poll(() => textOf(page)).toContain('El plan va en 40,9 %');
});

test('another unit asks about the number that is still being typed', async ({ openApp }) => {
  const page = await openApp();
  await loadMatrix(page);
  await page
    .getByRole('link', { name: /Actas de reunion/ })
    .first()
    .click();
  await page.getByRole('link', { name: 'Editar este indicador' }).click();
  const sheet = page.getByRole('dialog');
  const question = page.getByRole('alertdialog');
  await sheet.getByLabel('Meta', { exact: true }).fill('60');
  await sheet.getByRole('radio', { name: 'En porcentaje' }).click();
  await expect(question).toContainText(/60 queda como 60\s%\./);
  await question.getByRole('button', { name: 'Cambiar la unidad' }).click();
  await expect(sheet.getByLabel('Meta, en %')).toHaveValue('60');

  await sheet.getByLabel('Meta, en %').fill('75');
  await sheet.getByRole('radio', { name: 'Contando' }).click();
  await expect(question).toContainText(/75\s% queda como 75\./);
  await question.getByRole('button', { name: 'Cambiar la unidad' }).click();
  await expect(sheet.getByLabel('Meta', { exact: true })).toHaveValue('75');

  await sheet.getByLabel('Meta', { exact: true }).fill('0');
  await page.keyboard.press('Escape');
  await goTo(page, 'Actividades');
  await page
    .getByRole('link', { name: /Actas de reunion/ })
    .first()
    .click();
  await expect(page.getByText(/^Sin meta: este indicador no entra/).first()).toBeVisible();
  await page.getByRole('link', { name: 'Editar este indicador' }).click();
  await sheet.getByLabel('Meta', { exact: true }).fill('-5');
  await sheet.getByRole('radio', { name: 'En porcentaje' }).click();
  await expect(sheet.getByRole('radio', { name: 'Contando' })).toBeChecked();
  await expect(question).toBeHidden();
  await expect(sheet.getByLabel('Meta', { exact: true })).toHaveValue('-5');
});

test('an activity moves, with its rows, and moves back', async ({ openApp }) => {
  const page = await openApp();
  await loadMatrix(page);
  await openEditor(page);
  await expectSound(page);
  const before = await activityNames(page);
  const [first = '', second = ''] = before;

  await page.getByRole('button', { name: `Subir: ${second}` }).click();
  await expect(page.getByRole('status').getByText(/^Se movió «2\. Hacer seguimiento/)).toBeVisible();
  await expect.poll(() => activityNames(page)).toEqual([second, first, ...before.slice(2)]);
  await page.getByRole('status').getByRole('button', { name: 'Deshacer' }).click();
  await expect(page.getByRole('status').getByText(/^Deshecho/)).toBeVisible();
  expect(await activityNames(page)).toEqual(before);
  await expectSound(page);

  await page.getByRole('link', { name: second }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Ítem al que pertenece').selectOption({ label: '4. Repositorio Gobierno Digital' });
  await sheet.getByRole('button', { name: /^Deshacer: se movió/ }).click();
  await expect(sheet.getByLabel('Ítem al que pertenece')).toHaveValue(/itm:/);
  await page.keyboard.press('Escape');
  await expect.poll(() => activityNames(page)).toEqual(before);
});

test('by keyboard a part is moved to the end of its list, and the next one is at hand when it goes', async ({
  openApp,
}) => {
  const page = await openApp();
  await loadMatrix(page);
  await openEditor(page);
  const [first = ''] = await page.locator('h2.item a').allInnerTexts();
  const down = page.getByRole('button', { name: `Bajar: ${first}`, exact: true });
  const up = page.getByRole('button', { name: `Subir: ${first}`, exact: true });
  await down.press('Enter');
  await expect(up).not.toHaveAttribute('aria-disabled', 'true');
  await expect(down).toBeFocused();
  await up.press('Enter');
  await expect(up).toHaveAttribute('aria-disabled', 'true');
  await expect(up).toBeFocused();

  await page.getByRole('link', { name: first, exact: true }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Quitar el ítem' }).press('Enter');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Quitar el ítem' }).press('Enter');
  await expect(page.getByRole('link', { name: first, exact: true })).toHaveCount(0);
  await expect(page.locator('[data-row]').first()).toBeFocused();
});

test('a target changes the figures, what is removed says what goes, and both come back', async ({
  openApp,
}) => {
  const page = await openApp();
  await loadMatrix(page);
  await page
    .getByRole('link', { name: /Actas de reunion/ })
    .first()
    .click();
  await page.getByRole('link', { name: 'Editar este indicador' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Meta', { exact: true }).fill('2');
  await sheet.getByLabel('Meta', { exact: true }).blur();
  await page.keyboard.press('Escape');
  await goTo(page, 'Tablero');
  // Row 4 goes from 9,5 % to 100 %.
  await expect(page.getByText(/48,4/).first()).toBeVisible();

  await openEditor(page);
  await page.getByRole('button', { name: /^Deshacer: cambió meta/ }).click();
  await page.getByRole('link', { name: /^2\. Sensibilización/ }).click();
  await sheet.getByRole('button', { name: 'Quitar el ítem' }).click();
  const question = page.getByRole('alertdialog');
  await expect(question).toContainText(/2\sactividades y 2\sindicadores/);
  await expectSound(page);
  await question.getByRole('button', { name: 'Quitar el ítem' }).click();
  await expect(page.getByRole('status').getByText(/^Se quitó/)).toBeVisible();
  await goTo(page, 'Actividades');
  await expect(page.getByText(/^10\sindicadores/)).toBeVisible();
  await openEditor(page);
  await page.getByRole('button', { name: /^Deshacer: se quitó/ }).click();
  await goTo(page, 'Tablero');
  await expect.poll(() => textOf(page)).toContain('El plan va en 40,9 %');
});

test('who changed a target or a date is told in the editor and beside the report', async ({ openApp }) => {
  const page = await openApp();
  await loadMatrix(page);
  const row = page.getByRole('link', { name: /Actas de reunion/ }).first();
  await row.click();
  await page.getByRole('link', { name: 'Editar este indicador' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Meta', { exact: true }).fill('30');
  await sheet.getByLabel('Meta', { exact: true }).blur();
  await sheet.getByText('Historia', { exact: true }).click();
  const told = [/^Meta: 21 → 30.*sin nombre · este equipo · /s, /se agregó al plan.*importado de la matriz/s];
  await expect(sheet.getByRole('group').last().getByRole('listitem')).toHaveText(told);
  await expectSound(page);
  await page.keyboard.press('Escape');
  await goTo(page, 'Actividades');
  await row.click();
  const history = page.getByRole('group').filter({ hasText: 'Historia del indicador' });
  await history.getByText('Historia del indicador').click();
  await expect(history.getByRole('listitem')).toHaveText(told);
  await expectSound(page);
});

test('what was removed is still there after a reload, and comes back whole or says what it lacks', async ({
  openApp,
}) => {
  const page = await openApp();
  await loadMatrix(page);
  await openEditor(page);
  const sheet = page.getByRole('dialog');
  const question = page.getByRole('alertdialog');
  const names = await activityNames(page);
  const row = page.getByRole('link', { name: /^Actas de reunion/ }).first();
  const block = page.locator('.activity', { has: row }).last();
  const address = (await block.locator('.name.activity a').getAttribute('href')) ?? '';

  await row.click();
  await sheet.getByRole('button', { name: 'Quitar el indicador' }).click();
  await question.getByRole('button', { name: 'Quitar el indicador' }).click();
  await expect(page.getByRole('status').getByText(/^Se quitó/)).toBeVisible();
  const activity = page.locator(`a[href="${address}"]`);
  await activity.click();
  await sheet.getByRole('button', { name: 'Quitar la actividad' }).click();
  await question.getByRole('button', { name: 'Quitar la actividad' }).click();
  await expect(activity).toHaveCount(0);

  await page.reload();
  await expect(page.getByRole('button', { name: /^Deshacer/ })).toHaveCount(0);
  await page.getByText('Lo quitado', { exact: true }).click();
  const removed = page.getByRole('listitem').filter({ hasText: 'Se quitó:' });
  await expect(removed).toHaveCount(2);
  await expect(removed.first()).toContainText('Actividad');
  await expect(removed.last()).toContainText('tampoco está en el plan');
  await expectSound(page);
  await removed.first().getByRole('button', { name: 'Devolver al plan' }).click();
  await expect(removed).toHaveCount(1);
  await expect(removed).not.toContainText('tampoco está en el plan');
  await removed.getByRole('button', { name: 'Devolver al plan' }).click();
  await expect(page.getByText('No se ha quitado nada del plan.')).toBeVisible();
  expect(await activityNames(page)).toEqual(names);
  await goTo(page, 'Tablero');
  await expect.poll(() => textOf(page)).toContain('El plan va en 40,9 %');
});

test('what is under an item that another person removed is shown, and the item itself is left alone', async ({
  openApp,
  otherDevice,
}) => {
  const page = await openApp();
  const other = await openApp(otherDevice);
  await loadMatrix(page);
  await mergeCopy(other, await downloadCopy(page));

  await openEditor(page);
  await page.getByRole('link', { name: /^2\. Sensibilización/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Quitar el ítem' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Quitar el ítem' }).click();
  await expect(page.getByRole('status').getByText(/^Se quitó/)).toBeVisible();

  await openEditor(other);
  const item = other.getByRole('region', { name: /^2\. Sensibilización/ });
  await item.getByRole('button', { name: 'Agregar actividad' }).click();
  await other.getByRole('dialog').getByRole('textbox', { name: 'Actividad' }).fill('Taller nuevo');
  await other.keyboard.press('Escape');
  await goTo(other, 'Compartir');
  await mergeCopy(other, await downloadCopy(page));

  await openEditor(other);
  const loose = other.getByRole('region', { name: /^Sin ítem/ });
  await expect(loose.getByRole('link', { name: 'Taller nuevo' })).toBeVisible();
  await expect(loose.getByRole('link', { name: 'Sin ítem' })).toHaveCount(0);
  await other
    .getByRole('button', { name: /^Bajar: 1\. / })
    .first()
    .click();
  await expect(other.getByRole('status').getByText(/^Se movió/)).toBeVisible();
  await expect(other.getByRole('link', { name: /diferencia/ })).toHaveCount(0);
  await expectSound(other);
});

test('an indicator waits for what its activity does not', async ({ openApp }) => {
  const page = await openApp();
  await loadMatrix(page);
  const row = page.getByRole('link', { name: /Actas de reunion/ }).first();
  await row.click();
  await page.getByRole('link', { name: 'Editar este indicador' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByText('Espera propia').click();
  await sheet.getByLabel('Qué espera').selectOption({ label: 'Algo por fuera del plan' });
  await sheet.getByLabel('Qué se espera').fill('Concepto de MinTIC');
  await sheet.getByLabel('Qué se espera').blur();
  await expect(sheet.getByRole('button', { name: /^Deshacer: cambió/ })).toBeVisible();
  await expectSound(page);
  await page.keyboard.press('Escape');
  await goTo(page, 'Tablero');
  await row.click();
  await expect(page.getByText('espera: Concepto de MinTIC', { exact: true })).toBeVisible();
});
