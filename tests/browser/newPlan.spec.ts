// A plan that begins with nothing, with no network.
import { expect, test } from './support/app';
import { expectSound } from './support/axe';
import { goTo, textOf } from './support/journeys';

test('a plan from nothing is filled in, reported and shown on the board', async ({ openApp, goOffline }) => {
  const page = await openApp();
  await goOffline();
  await page.getByRole('link', { name: 'Empezar un plan' }).click();
  await expect(page.getByText('Escriba el nombre del plan.')).toBeVisible();
  await expectSound(page);
  await page.getByLabel('Nombre del plan').fill('Plan de apertura de datos');
  await page.getByLabel('Entidad').fill('Concejo Municipal');
  await page.getByLabel('Vigencia').fill('2023');
  await page.getByRole('button', { name: 'Crear el plan' }).click();

  await expect(page.getByText('El plan todavía no tiene ítems.')).toBeVisible();
  await expectSound(page);
  await page.getByRole('button', { name: 'Agregar ítem' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Criterio, dominio u objetivo').fill('Estado abierto');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Agregar actividad' }).click();
  await sheet.getByRole('textbox', { name: 'Actividad' }).fill('Publicar conjuntos de datos');
  await sheet.getByLabel('Fecha de inicio').fill('2023-01-01');
  await sheet.getByLabel('Fecha final').fill('2022-12-31');
  await sheet.getByLabel('Fecha final').blur();
  await expect(sheet.getByText('El fin no puede ir antes del inicio.').last()).toBeVisible();
  await sheet.getByLabel('Fecha final').fill('2023-12-31');
  await sheet.getByLabel('Fecha final').blur();
  await sheet.getByLabel('Agregar responsable').fill('Oficina TIC');
  await sheet.getByRole('button', { name: 'Agregar', exact: true }).click();
  await expect(sheet.getByRole('button', { name: 'Quitar Oficina TIC' })).toBeVisible();
  await sheet.getByText('Decreto 767 de 2022').click();
  await sheet.getByLabel('Estado abierto', { exact: true }).check();
  await expectSound(page);
  await page.keyboard.press('Escape');

  await page.getByRole('link', { name: 'Sin nombre' }).click();
  await sheet.getByLabel('Producto o entregable').fill('Conjuntos publicados');
  await sheet.getByLabel('Meta', { exact: true }).fill('muchos');
  await expect(sheet.getByText('Escriba un número, como 12 o 33,3.')).toBeVisible();
  await sheet.getByLabel('Meta', { exact: true }).fill('20');
  await sheet.getByRole('radio', { name: 'El último' }).check();
  await expectSound(page);
  await page.keyboard.press('Escape');

  await goTo(page, 'Actividades');
  await page.getByRole('link', { name: /Publicar conjuntos de datos/ }).click();
  await page.getByRole('textbox', { name: /1\.er trimestre/ }).fill('5');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /1\.er trimestre de 2023: 5/ })).toBeVisible();
  await goTo(page, 'Tablero');
  await expect(page.getByText(/El plan va en/)).toBeVisible();
  await expect.poll(() => textOf(page)).toContain('El plan va en 25,0 %');
  // The last quarter is the one nearest to today, whatever is reported.
  await expect.poll(() => textOf(page)).toContain('lo esperado al 31 de diciembre');
});
