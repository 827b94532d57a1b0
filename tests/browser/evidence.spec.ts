// Evidence as people gather it: a photo with no network, two rows, a package to another device, and what lies.
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { drawPhoto, photoFile } from '../support/photos';
import type { PhotoGiven } from '../support/photos';
import { expectNoAxeViolations, expectSound } from './support/axe';
import { expect, test } from './support/app';
import { goTo, loadMatrix, mergeCopy, textOf } from './support/journeys';

const AWARENESS = /Sensibilizar a las áreas de gestión/;
const MINUTES = /Actas de reunion con evidencias/;
const BY_RULE = 'Anexo 09 - Sensibilización sobre gobierno digital - 2023T1 - listas de asistencia';

async function aPhoto(page: Page, name: string, given: PhotoGiven) {
  const buffer = photoFile(await page.evaluate(drawPhoto, given), given);
  return { name, mimeType: 'image/jpeg', buffer };
}

async function openRow(page: Page, row: RegExp): Promise<void> {
  await goTo(page, 'Actividades');
  // Beside the detail the list is there already; on a phone it comes back by itself.
  await page.getByRole('link', { name: row }).first().click();
  await page.getByRole('button', { name: /^1\.er trimestre de 2023/ }).click();
  await expect(page.getByLabel('Tomar foto')).toBeAttached();
}

async function sizeOf(page: Page, name: string): Promise<string> {
  // A picture is read when it comes near what is in sight.
  await page
    .getByText(/^Anexo 09/)
    .first()
    .scrollIntoViewIfNeeded();
  const image = page.getByRole('img', { name });
  await expect(image).toBeVisible();
  return image.evaluate((one: HTMLImageElement) => `${one.naturalWidth}x${one.naturalHeight}`);
}

async function attachPhoto(page: Page): Promise<void> {
  await page.getByLabel('Qué muestra el archivo').fill('listas de asistencia');
  const photo = await aPhoto(page, 'IMG_0001.jpg', {
    width: 2600,
    height: 1300,
    bytes: 3_000_000,
    orientation: 6,
  });
  await page.getByLabel('Tomar foto').setInputFiles(photo);
  await expect(page.getByText(BY_RULE, { exact: true })).toBeVisible();
}

const panel = (page: Page, name: string) => page.locator('.panel').filter({ hasText: name });

test('a photo is made smaller, named by rule, and serves two rows without being copied', async ({
  openApp,
  device,
  goOffline,
}) => {
  const page = await openApp();
  await goOffline();
  await loadMatrix(page);
  await openRow(page, AWARENESS);

  await test.step('upright, at 2,000 pixels, with what it weighed', async () => {
    await attachPhoto(page);
    expect(await sizeOf(page, 'IMG_0001.jpg')).toBe('1000x2000');
    await expect(panel(page, BY_RULE).getByText(/^Foto reducida de 3\sMB a/)).toBeVisible();
    await expect(panel(page, BY_RULE).getByText('Adjunta', { exact: true })).toBeVisible();
    await expectSound(page);
  });

  await test.step('its text and its year change, and the rest of its name stays', async () => {
    await panel(page, BY_RULE).getByRole('button', { name: 'Nombre y vigencia' }).click();
    const sheet = page.getByRole('dialog');
    await expect(sheet.getByRole('textbox', { name: 'Vigencia' })).toHaveValue('2023');
    await sheet.getByLabel('Texto').fill('actas firmadas');
    await sheet.getByRole('textbox', { name: 'Vigencia' }).fill('22');
    await sheet.getByRole('button', { name: 'Guardar' }).click();
    await expect(sheet.getByText('Escriba un año de cuatro cifras')).toBeVisible();
    await sheet.getByRole('textbox', { name: 'Vigencia' }).fill('2022');
    await expectSound(page);
    await sheet.getByRole('button', { name: 'Guardar' }).click();
    await expect(sheet).toBeHidden();
    const renamed = BY_RULE.replace('listas de asistencia', 'actas firmadas');
    await expect(panel(page, renamed).getByText('Vigencia 2022')).toBeVisible();
  });

  await test.step('it serves another row, and says so on both', async () => {
    await panel(page, 'actas firmadas').getByRole('button', { name: 'Sirve también a…' }).click();
    const sheet = page.getByRole('dialog');
    await expectSound(page);
    // The last row that it serves is not taken away.
    await sheet.getByRole('checkbox', { checked: true }).click();
    await expect(page.getByText('Una evidencia respalda al menos una fila')).toBeVisible();
    await expect(sheet.getByRole('checkbox', { checked: true })).toHaveCount(1);
    await sheet.getByLabel('Buscar fila').fill('actas de reunion');
    await sheet.getByRole('checkbox', { name: MINUTES }).click();
    await sheet.getByRole('button', { name: 'Cerrar' }).click();
    const other = panel(page, 'actas firmadas').getByRole('link', { name: MINUTES });
    await other.click();
    await expect(panel(page, 'actas firmadas')).toBeVisible();
    expect(await sizeOf(page, 'IMG_0001.jpg')).toBe('1000x2000');
    await expect(panel(page, 'actas firmadas').getByRole('link', { name: AWARENESS })).toBeVisible();
  });

  await test.step('the list says what has evidence and what lacks it', async () => {
    await goTo(page, 'Actividades');
    await page.goto(page.url().replace(/actividades.*$/, 'evidencias'));
    await expect(page.getByText('11 de 12 filas tienen evidencia.')).toBeVisible();
    await expectSound(page);
    await page.getByRole('button', { name: /^Adjunta/ }).click();
    await expect(page.getByRole('listitem').filter({ hasText: '1 adjunta' })).toHaveCount(2);
    await page.getByRole('button', { name: /^Falta en este equipo/ }).click();
    await expect(page.getByText('Ninguna fila está así en este período.')).toBeVisible();
    await page.getByRole('button', { name: /^Sin evidencia/ }).click();
    await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(1);
    await page.getByRole('button', { name: /^Adjunta/ }).click();
    await page.getByRole('link', { name: AWARENESS }).click();
    await expect(panel(page, 'actas firmadas')).toBeVisible();
  });

  await test.step('the start reads no photo: only the screen that shows it does', async () => {
    await page.addInitScript(watchStores);
    const row = page.url();
    await goTo(page, 'Tablero');
    await page.reload();
    await expect(page.getByText(/El plan va en/)).toBeVisible();
    const atStart = await storesRead(page);
    expect(atStart).toContain('state');
    expect(atStart).not.toContain('blobs');
    await page.goto(row);
    await page.reload();
    expect(await sizeOf(page, 'IMG_0001.jpg')).toBe('1000x2000');
    expect(await storesRead(page)).toContain('blobs');
  });
  device.guard.check();
});

test('a light copy says that the file is missing, and a package brings it', async ({
  openApp,
  device,
  otherDevice,
  server,
}) => {
  const page = await openApp();
  const other = await openApp(otherDevice);
  await server.stop();
  for (const one of [device, otherDevice]) await one.context.setOffline(true);
  await loadMatrix(page);
  await openRow(page, AWARENESS);
  await attachPhoto(page);

  await test.step('light: the plan without its bytes', async () => {
    const light = await handOver(page, 'Ligera');
    await mergeCopy(other, light);
    await openRow(other, AWARENESS);
    await expect(panel(other, BY_RULE).getByText('Falta en este equipo')).toBeVisible();
    await expect(panel(other, BY_RULE).getByText('Adjunta', { exact: true })).toHaveCount(0);
    await expect(other.getByRole('img', { name: 'IMG_0001.jpg' })).toHaveCount(0);
    await expectSound(other);
    await other.goto(other.url().replace(/actividades.*$/, 'evidencias'));
    await other.getByRole('button', { name: /^Falta en este equipo/ }).click();
    await expect(other.getByRole('main').getByRole('listitem')).toHaveCount(1);
    await expect(other.getByText('1 falta en este equipo')).toBeVisible();
  });

  await test.step('with evidence: one zip, its files under their hashes', async () => {
    const path = await handOver(page, 'Con evidencias');
    const entries = Object.keys(unzipSync(await readFile(path)));
    // The photo, and the matrix that the plan came from.
    const blob: unknown = expect.stringMatching(/^blobs\/[0-9a-f]{64}$/);
    expect(entries).toEqual(['plan.json', blob, blob]);
    await goTo(other, 'Compartir');
    await other.getByLabel('Abrir una copia').setInputFiles(path);
    const sheet = other.getByRole('dialog');
    await expect(sheet.getByText(/^2\sarchivos,/)).toBeVisible();
    await expectNoAxeViolations(other);
    await sheet.getByRole('button', { name: 'Unir' }).click();
    await expect(sheet).toBeHidden();
    await openRow(other, AWARENESS);
    expect(await sizeOf(other, 'IMG_0001.jpg')).toBe('1000x2000');
    await expect(panel(other, BY_RULE).getByText('Adjunta', { exact: true })).toBeVisible();
  });

  await test.step('a package whose file was altered is merged without it, and says so', async () => {
    const whole = await readFile(await handOver(page, 'Con evidencias'));
    // Within the picture: the zip is whole, and the photo is another one.
    whole.fill(0, whole.length - 5000, whole.length - 4000);
    await goTo(other, 'Compartir');
    await forgetFiles(other);
    const file = { name: 'plan.zip', mimeType: 'application/zip', buffer: whole };
    await other.getByLabel('Abrir una copia').setInputFiles(file);
    await expect(other.getByRole('dialog')).toContainText('1 archivo llegó alterado');
  });
});

async function handOver(page: Page, kind: 'Ligera' | 'Con evidencias'): Promise<string> {
  await goTo(page, 'Compartir');
  await page.getByRole('radio', { name: new RegExp(`^${kind}`) }).click();
  const save = page.getByRole('button', { name: 'Entregar copia' });
  await expect(save).not.toHaveAttribute('aria-disabled', 'true');
  const download = page.waitForEvent('download');
  await save.click();
  return (await download).path();
}

/** Runs in the page as it starts: notes every store that something is read from. */
function watchStores(): void {
  const seen = window as unknown as { stores: Set<string> };
  seen.stores = new Set();
  for (const name of ['get', 'getAll', 'openCursor'] as const) {
    const read: unknown = Reflect.get(IDBObjectStore.prototype, name);
    if (typeof read !== 'function') throw new Error(`no ${name}`);
    const noted = function (this: IDBObjectStore, ...asked: unknown[]): unknown {
      seen.stores.add(this.name);
      return Reflect.apply(read, this, asked);
    };
    Reflect.set(IDBObjectStore.prototype, name, noted);
  }
}

function storesRead(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => [...(window as unknown as { stores: Set<string> }).stores]);
}

/** As a device that never had them. */
async function forgetFiles(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const open = indexedDB.open('bitacora');
    const database = await new Promise<IDBDatabase>((resolve) => {
      open.onsuccess = () => resolve(open.result);
    });
    const cleared = database.transaction('blobs', 'readwrite').objectStore('blobs').clear();
    await new Promise((resolve) => (cleared.onsuccess = resolve));
    database.close();
  });
}

test('what cannot be attached is refused with a sentence, and nothing is lost', async ({
  openApp,
  goOffline,
  device,
}) => {
  device.guard.allow(/QuotaExceededError|full/);
  const page = await openApp();
  await goOffline();
  await loadMatrix(page);
  await openRow(page, MINUTES);
  const attach = page.getByLabel('Adjuntar', { exact: true });
  const said = (words: RegExp | string) =>
    expect(page.getByRole('alert').filter({ hasText: words }).last()).toBeVisible();
  const before = await page.locator('section .panel').count();

  await test.step('a file that lies about what it is', async () => {
    await attach.setInputFiles({
      name: 'acta.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('MZ\0\0 program'),
    });
    await said('«acta.pdf» dice ser un PDF, pero por dentro es un programa.');
  });

  await test.step('a photo that was cut short at its beginning', async () => {
    const photo = await aPhoto(page, 'rota.jpg', { width: 300, height: 200 });
    await attach.setInputFiles({ ...photo, buffer: photo.buffer.subarray(0, 200) });
    await said('«rota.jpg» está dañado o no llegó completo');
  });

  await test.step('60 MB that are no photo', async () => {
    await page.evaluate(() => {
      const input = [...document.querySelectorAll('label')]
        .find((label) => label.textContent?.trim() === 'Adjuntar')
        ?.querySelector('input');
      const files = new DataTransfer();
      files.items.add(new File([new Uint8Array(60_000_000)], 'video.mp4', { type: 'video/mp4' }));
      if (!input) throw new Error('no input');
      input.files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await said('«video.mp4» pasa de 25 MB');
  });

  await test.step('a camera that gives nothing', async () => {
    await page.getByLabel('Tomar foto').dispatchEvent('cancel');
    await expect(
      page.getByText(/No llegó ninguna foto\. Si este equipo no deja usar la cámara/),
    ).toBeVisible();
    await expectNoAxeViolations(page);
  });

  await test.step('a full disk', async () => {
    await page.evaluate(() => {
      const whole = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put') ?? {};
      Object.assign(window, { mend: () => Object.defineProperty(IDBObjectStore.prototype, 'put', whole) });
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await page.getByLabel('Qué muestra el archivo').fill('acta de mayo');
    await attach.setInputFiles({ name: 'acta.txt', mimeType: 'text/plain', buffer: Buffer.from('acta') });
    await said('se quedó sin espacio');
    await expect(page.getByLabel('Qué muestra el archivo')).toHaveValue('acta de mayo');
    await page.evaluate(() => (window as unknown as { mend: () => void }).mend());
  });

  await test.step('nothing of it is in the plan, and the next file is attached', async () => {
    expect(await page.locator('section .panel').count()).toBe(before);
    await attach.setInputFiles({ name: 'acta.txt', mimeType: 'text/plain', buffer: Buffer.from('acta') });
    await expect(page.getByText(/^Anexo 09 - .* - 2023T1 - acta de mayo$/)).toBeVisible();
    await expect.poll(() => textOf(page, 'header')).toContain('Guardado');
  });
});
