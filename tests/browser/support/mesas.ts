// What a facilitator does in Mesas, again and again.
import type { Page } from '@playwright/test';
import { expect } from './app';
import { expectNoAxeViolations } from './axe';

export const TEAM = 'Equipo Gobierno Digital';

export async function at(page: Page, instant: string): Promise<void> {
  await page.clock.setFixedTime(new Date(instant));
}

export async function goToMesas(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Lugares' }).getByRole('link', { name: 'Mesas' }).click();
  await expect(page.getByRole('heading', { name: 'Mesas', exact: true })).toBeVisible();
}

export async function planSeries(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Lugares' }).getByRole('link', { name: 'Mesas' }).click();
  await page.getByRole('link', { name: 'Planear una serie' }).click();
  for (const name of ['Familias en Acción', 'Escuela Taller', 'Corvivienda', 'IDER', 'DATT'])
    await page.getByLabel(name, { exact: true }).uncheck();
  await page.getByLabel('Agregar otra dependencia').fill(TEAM);
  await page.getByRole('button', { name: 'Agregar', exact: true }).click();
  await page.getByRole('textbox', { name: 'Lugar' }).fill('Plaza de la Aduana, piso 2');
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: 'Crear la serie con 21 sesiones' }).click();
}

/** Opens the session of a department from the list, as of today. */
export async function openSession(page: Page, department: string): Promise<void> {
  await goToMesas(page);
  await page.getByRole('link', { name: new RegExp(department) }).click();
  await page.getByRole('button', { name: 'Abrir la sesión' }).click();
  const isToday = page.getByRole('button', { name: /^Es hoy/ });
  if (await isToday.isVisible()) await isToday.click();
  await expect(page.getByRole('navigation', { name: 'Orden del día' })).toBeVisible();
}

export async function closeSession(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Cerrar sesión' }).first().click();
  await page.getByRole('button', { name: 'Cerrar y generar el acta' }).click();
  await expect(page.getByRole('button', { name: 'Compartir el acta' })).toBeVisible();
}

export async function attend(page: Page, name: string, role: string): Promise<void> {
  await page.getByLabel('Nombre', { exact: true }).fill(name);
  await page.getByLabel('Cargo').fill(role);
  await page.getByRole('button', { name: 'Agregar a la lista' }).click();
  await expect(page.getByText(name, { exact: true }).first()).toBeVisible();
}

export async function drawSignature(page: Page): Promise<void> {
  const pad = await page.locator('dialog[open] canvas').boundingBox();
  if (!pad) throw new Error('nowhere to sign');
  await page.mouse.move(pad.x + 30, pad.y + 40);
  await page.mouse.down();
  await page.mouse.move(pad.x + 110, pad.y + 90, { steps: 6 });
  await page.mouse.move(pad.x + 200, pad.y + 30, { steps: 6 });
  await page.mouse.up();
  await page.getByRole('button', { name: 'Guardar la firma' }).click();
}

export const agenda = (page: Page) =>
  page.getByRole('navigation', { name: 'Orden del día' }).getByRole('button');
