// What is typed in Mesas and is not history yet outlives the page that it was typed in.
import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from './support/app';
import { loadMatrix } from './support/journeys';
import { at, closeSession, openSession, planSeries } from './support/mesas';

test.use({ worksOffline: false });

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

test('a series, a new point, a justification and a reason that were being written come back', async ({
  openApp,
  device,
}) => {
  let page = await openApp();
  await at(page, NOW);
  await loadMatrix(page);
  await page.getByRole('navigation', { name: 'Lugares' }).getByRole('link', { name: 'Mesas' }).click();
  await page.getByRole('link', { name: 'Planear una serie' }).click();

  await test.step('the form of a series, whole', async () => {
    await page.getByLabel('Nombre de la serie').fill('Mesas del segundo semestre');
    await page.getByRole('textbox', { name: 'Objetivo' }).fill('Acordar los datos abiertos');
    await page.getByRole('textbox', { name: 'Lugar' }).fill('Plaza de la Aduana');
    await page.getByLabel('Agregar otra dependencia').fill('Oficina de Archivo');
    await page.getByRole('button', { name: 'Agregar', exact: true }).click();
    await page.getByLabel('IDER', { exact: true }).uncheck();
    await page.waitForTimeout(KEPT);
    page = await crashAndReopen(device.context, page);
    await expect(page.getByLabel('Nombre de la serie')).toHaveValue('Mesas del segundo semestre');
    await expect(page.getByRole('textbox', { name: 'Objetivo' })).toHaveValue('Acordar los datos abiertos');
    await expect(page.getByRole('textbox', { name: 'Lugar' })).toHaveValue('Plaza de la Aduana');
    await expect(page.getByLabel('Oficina de Archivo', { exact: true })).toBeChecked();
    await expect(page.getByLabel('IDER', { exact: true })).not.toBeChecked();
    await page.getByRole('button', { name: /^Crear la serie/ }).click();
    await expect(page.getByRole('heading', { name: 'Mesas del segundo semestre' })).toBeVisible();
  });

  await test.step('the title of a new point', async () => {
    await page.getByRole('link', { name: /Secretaría de Hacienda/ }).click();
    await page.getByLabel('Título del punto').fill('Datos abiertos de Ha');
    await page.waitForTimeout(KEPT);
    page = await crashAndReopen(device.context, page);
    await expect(page.getByLabel('Título del punto')).toHaveValue('Datos abiertos de Ha');
    await page.getByRole('button', { name: 'Agregar un punto' }).click();
    await expect(page.getByText('Datos abiertos de Ha').first()).toBeVisible();
    await expect(page.getByLabel('Título del punto')).toHaveValue('');
  });

  await test.step('why a commitment was not fulfilled', async () => {
    await page.getByRole('button', { name: 'Abrir la sesión' }).click();
    const isToday = page.getByRole('button', { name: /^Es hoy/ });
    if (await isToday.isVisible()) await isToday.click();
    await page.getByRole('button', { name: 'Compromiso', exact: true }).click();
    await page.getByLabel('Qué', { exact: true }).fill('Publicar el inventario');
    await page.getByRole('button', { name: 'Listo' }).click();
    await closeSession(page);
    const session = page.url();
    await page.goto(session.replace(/mesas\/.*$/, 'compromisos'));
    await page.getByRole('button', { name: 'Justificar' }).click();
    await page.getByLabel('Por qué no se cumplió').fill('No hubo contr');
    await page.waitForTimeout(KEPT);
    page = await crashAndReopen(device.context, page);
    await expect(page.getByLabel('Por qué no se cumplió')).toHaveValue('No hubo contr');
    await page.getByRole('button', { name: 'Cerrar con la justificación' }).click();
    await page.getByRole('button', { name: 'Todos' }).click();
    await expect(page.getByText('Justificado', { exact: true })).toBeVisible();
    await page.goto(session);
  });

  await test.step('the reason of a correction', async () => {
    await page.getByRole('button', { name: 'Corregir el acta' }).click();
    await page.getByLabel('Razón de la corrección').fill('Faltó el acue');
    await page.waitForTimeout(KEPT);
    page = await crashAndReopen(device.context, page);
    await page.getByRole('button', { name: 'Corregir el acta' }).click();
    await expect(page.getByLabel('Razón de la corrección')).toHaveValue('Faltó el acue');
  });
});
