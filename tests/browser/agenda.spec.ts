// The agenda of a session: arranged, walked by finger and keyboard, projected, and its acta corrected.
import type { Locator, Page } from '@playwright/test';
import { drawPhoto, photoFile } from '../support/photos';
import { expectNoAxeViolations } from './support/axe';
import { expect, test } from './support/app';
import { loadMatrix, textOf } from './support/journeys';
import {
  agenda,
  at,
  attend,
  closeSession,
  drawSignature,
  goToMesas,
  openSession,
  planSeries,
} from './support/mesas';

test.setTimeout(240_000);

/** A finger that goes from one side of an element to the other. */
async function swipeLeft(page: Page, over: Locator): Promise<void> {
  const box = await over.boundingBox();
  if (!box) throw new Error('nothing to swipe');
  const session = await page.context().newCDPSession(page);
  const y = Math.max(box.y, 0) + 20;
  const touch = (type: 'touchStart' | 'touchMove', x: number) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x, y }] });
  await touch('touchStart', box.x + box.width - 20);
  for (const share of [0.75, 0.5, 0.25]) await touch('touchMove', box.x + box.width * share);
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

test('pages are turned by finger and by keyboard, and only the strip says that a point was treated', async ({
  openApp,
}) => {
  const page = await openApp();
  await at(page, '2023-05-10T14:00:00Z');
  await loadMatrix(page);
  await planSeries(page);
  await openSession(page, 'Secretaría de Hacienda');
  const titled = (name: string) => page.getByRole('heading', { name, exact: true });
  await expect(titled('Gobernanza')).toBeVisible();

  await test.step('a swipe to the left and the arrows turn the page, and leave its point as it was', async () => {
    await titled('Gobernanza').scrollIntoViewIfNeeded();
    await swipeLeft(page, titled('Gobernanza'));
    await expect(titled('Innovación pública digital')).toBeVisible();
    await page.keyboard.press('ArrowRight');
    await expect(titled('Arquitectura TI')).toBeVisible();
    await page.keyboard.press('ArrowLeft');
    await expect(titled('Innovación pública digital')).toBeVisible();
    await page.keyboard.press('PageDown');
    await expect(titled('Innovación pública digital')).toBeVisible();
    await expect(agenda(page).filter({ hasText: 'Tratado' })).toHaveCount(0);
    await page.getByRole('button', { name: /^Siguiente/ }).click();
    await expect(agenda(page).filter({ hasText: 'Tratado' })).toHaveCount(1);
  });

  await test.step('where no window may be opened, the projection comes in this one', async () => {
    await page.evaluate(() => (window.open = () => null));
    await page.getByRole('link', { name: 'Proyectar' }).click();
    await expect(page).toHaveURL(/\/proyectar$/);
    await page.goBack();
    await expect(agenda(page)).toHaveCount(9);
  });

  await test.step('strokes that are suppressed are gone, and that somebody signed stays', async () => {
    await attend(page, 'Ana Pérez', 'Enlace');
    await page.getByRole('button', { name: 'Firmar Ana Pérez' }).click();
    await expect(page.getByRole('img', { name: 'Firme aquí' })).toBeVisible();
    await drawSignature(page);
    await page.getByRole('button', { name: 'Suprimir los trazos' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Suprimir los trazos' }).click();
    await expect(page.getByText('Trazos suprimidos')).toBeVisible();
    await page.reload();
    await expect(page.getByText('Trazos suprimidos')).toBeVisible();
    await expect(page.getByRole('img', { name: 'Firmó: Ana Pérez' })).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Firmar Ana Pérez' })).toHaveCount(0);
  });

  await test.step('a photo of the session is called by the rule', async () => {
    const given = { width: 300, height: 200 };
    const buffer = photoFile(await page.evaluate(drawPhoto, given), given);
    const photo = { name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer };
    await page.getByLabel('Tomar foto').setInputFiles(photo);
    await expect(
      page.getByText(/^Anexo \d+ - Secretaría de Hacienda - 2023-05-10 - Foto de la sesión$/),
    ).toBeVisible();
    await page.getByLabel('Tomar foto').dispatchEvent('cancel');
    await expect(page.getByText('No llegó ninguna foto.')).toBeVisible();
  });
});

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
    await expect.poll(() => textOf(page)).toContain('Acuerdo de cultura');
    await page.getByRole('button', { name: 'Versión 1' }).click();
    await expect(page.getByText('Acuerdo de cultura')).toHaveCount(0);
    await page.getByRole('button', { name: 'Versión 2' }).click();
  });
});
