// A copy that is protected with a passphrase: it opens with it, and says a clear sentence with another.
import { readFile } from 'node:fs/promises';
import { expectNoAxeViolations } from './support/axe';
import { expect, test } from './support/app';
import { goTo, loadMatrix, storedBytes, textOf } from './support/journeys';

const CLAVE = 'cuatro palabras al azar';

test('a protected copy opens with its passphrase and with no other', async ({
  openApp,
  device,
  otherDevice,
}) => {
  // The passphrase is stretched four times on two devices.
  test.slow();
  await device.context.addInitScript(() => Object.assign(window, { showDirectoryPicker: undefined }));
  const page = await openApp();
  const other = await openApp(otherDevice);
  await loadMatrix(page);
  for (const one of [device, otherDevice]) await one.context.setOffline(true);
  await goTo(page, 'Compartir');

  // Where the browser has no folders, that is said, with the other way.
  await expect(page.getByText(/Este navegador no deja que una página use una carpeta/)).toBeVisible();
  await page.getByLabel('Proteger con una clave').check();
  await expect.poll(() => textOf(page)).toContain('no se puede recuperar');
  await page.getByLabel('Clave', { exact: true }).fill('corta');
  await expect(page.getByText('Faltan 3 caracteres.')).toBeVisible();
  await page.getByLabel('Clave', { exact: true }).fill(CLAVE);
  await page.getByLabel('La misma clave, otra vez').fill('cuatro palabras al asar');
  await expect(page.getByText('Las dos claves no son iguales.')).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByLabel('La misma clave, otra vez').fill(CLAVE);
  await page.getByRole('button', { name: 'Proteger la copia' }).click();
  await expect(page.getByText('Protegida: se abrió de prueba')).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Entregar copia' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/\.protegido\.json$/);
  const bytes = await readFile(await file.path());
  expect(bytes.toString('latin1')).not.toContain('Actas');
  expect(bytes.toString('latin1')).not.toContain(CLAVE);

  const before = await storedBytes(other);
  // As messengers hand it on: another name, as text.
  const received = { name: 'plan.json.txt', mimeType: 'text/plain', buffer: bytes };
  await other.getByLabel('Abrir una copia').setInputFiles(received);
  const sheet = other.getByRole('dialog', { name: 'Archivo protegido' });
  await sheet.getByLabel('Clave', { exact: true }).fill('cuatro palabras al asar');
  await other.keyboard.press('Enter');
  await expect(sheet.getByRole('alert')).toContainText('La clave no abre «plan.json.txt».');
  await expectNoAxeViolations(other);
  expect(await storedBytes(other)).toBe(before);
  await sheet.getByLabel('Clave', { exact: true }).fill(CLAVE);
  await sheet.getByRole('button', { name: 'Abrir', exact: true }).click();
  const preview = other.getByRole('dialog', { name: 'Antes de unir' });
  await preview.getByRole('button', { name: 'Abrir el plan' }).click();
  await expect(other.getByText(/El plan va en/)).toBeVisible();
});
