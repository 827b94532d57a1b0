// The agenda of a session: arranged, walked by finger and keyboard, projected, and its acta corrected.
import { expectNoAxeViolations } from './support/axe';
import { expect, test } from './support/app';
import { loadMatrix, textOf } from './support/journeys';
import { agenda, at, closeSession, drawSignature, goToMesas, planSeries } from './support/mesas';

test.setTimeout(240_000);

test('the agenda is arranged, projected, and its acta corrected', async ({ openApp, device, goOffline }) => {
  const page = await openApp();
  await at(page, '2023-05-10T14:00:00Z');
  await goOffline();
  await loadMatrix(page);
  await planSeries(page);
  await goToMesas(page);
  await page.getByRole('link', { name: /Secretaría de Hacienda/ }).click();
  const points = page
    .getByRole('list')
    .filter({ has: page.getByRole('button', { name: /^Mover/ }) })
    .getByRole('listitem');

  await test.step('points are moved by keyboard and by drag, added, taken out and brought back', async () => {
    await expect(points.nth(0)).toContainText('1. Gobernanza');
    await page.getByRole('button', { name: 'Mover «Gobernanza»' }).focus();
    await page.keyboard.press('ArrowDown');
    await expect(points.nth(1)).toContainText('2. Gobernanza');
    await expect(page.getByRole('button', { name: 'Mover «Gobernanza»' })).toBeFocused();
    const carried = page.getByRole('button', { name: 'Mover «Cultura y apropiación»' });
    await carried.hover();
    const grip = await carried.boundingBox();
    const first = await points.nth(0).boundingBox();
    if (!grip || !first) throw new Error('nothing to drag');
    await page.mouse.down();
    await page.mouse.move(grip.x + 10, first.y + 10, { steps: 12 });
    await page.mouse.up();
    await expect(points.nth(0)).toContainText('1. Cultura y apropiación');
    await page.getByLabel('Título del punto').fill('Datos abiertos de Hacienda');
    await page.getByRole('button', { name: 'Agregar un punto' }).click();
    await expect(points.nth(8)).toContainText('9. Datos abiertos de Hacienda');
    await expect(points.last()).toContainText('Proposiciones y varios');
    await page.getByRole('button', { name: 'Quitar «Gobernanza» del orden del día' }).click();
    await expect(points).toHaveCount(9);
    await page.getByText('Puntos quitados').click();
    await page.getByRole('button', { name: 'Devolver «Gobernanza»' }).click();
    await expect(points).toHaveCount(10);
    await expectNoAxeViolations(page);
  });

  await test.step('the projected window follows the one that leads, and has nothing to touch', async () => {
    await page.getByRole('button', { name: 'Abrir la sesión' }).click();
    const isToday = page.getByRole('button', { name: /^Es hoy/ });
    if (await isToday.isVisible()) await isToday.click();
    await expect(agenda(page)).toHaveCount(10);
    const projected = await device.context.newPage();
    await projected.goto(`${page.url()}/proyectar`);
    await expect(projected.getByRole('heading', { level: 1 })).toHaveText('Cultura y apropiación');
    await page.getByRole('button', { name: /^Siguiente/ }).click();
    await expect(projected.getByRole('heading', { level: 1 })).toHaveText('Innovación pública digital');
    expect(await projected.getByRole('button').count()).toBe(0);
    await page.getByRole('textbox', { name: 'Desarrollo' }).fill('Un acuerdo a la vista de todos');
    await page.keyboard.press('Tab');
    await expect(projected.getByText('Un acuerdo a la vista de todos')).toBeVisible();
    await expectNoAxeViolations(projected);
    await projected.close();
  });

  await test.step('a name of 300 characters, an end before the start: a sentence, and nothing typed is lost', async () => {
    const long = 'Nombre '.repeat(43).slice(0, 300).trim();
    await page.getByLabel('Nombre', { exact: true }).fill(long);
    await page.getByRole('button', { name: 'Agregar a la lista' }).click();
    await expect(page.getByText(long).first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.getByRole('button', { name: `Firmar ${long}` }).click();
    await drawSignature(page);
    await page.getByRole('button', { name: 'Cerrar sesión' }).first().click();
    await page.getByRole('dialog').getByLabel('Hora de fin').fill('07:00');
    await expect(
      page.getByRole('dialog').getByText('No puede terminar antes de las 09:00, cuando empezó.').first(),
    ).toBeVisible();
    await expect(page.getByRole('button', { name: 'Cerrar y generar el acta' })).toBeDisabled();
    await page.getByRole('dialog').getByLabel('Hora de fin').fill('10:30');
    await page.getByRole('button', { name: 'Cerrar y generar el acta' }).click();
    await expect(page.getByRole('button', { name: 'Compartir el acta' })).toBeVisible();
  });

  await test.step('a correction is version 2 with its reason, and both remain', async () => {
    await page.getByRole('button', { name: 'Corregir el acta' }).click();
    await page.getByLabel('Razón de la corrección').fill('Faltó el acuerdo de cultura');
    await page.getByRole('dialog').getByRole('button', { name: 'Corregir el acta' }).click();
    await agenda(page).first().click();
    await page.getByRole('textbox', { name: 'Desarrollo' }).fill('Acuerdo de cultura');
    await closeSession(page);
    await expect(page.getByText('Faltó el acuerdo de cultura').first()).toBeVisible();
    expect(await textOf(page)).toContain('Acuerdo de cultura');
    await page.getByRole('button', { name: 'Versión 1' }).click();
    await expect(page.getByText('Acuerdo de cultura')).toHaveCount(0);
    await page.getByRole('button', { name: 'Versión 2' }).click();
  });
});
