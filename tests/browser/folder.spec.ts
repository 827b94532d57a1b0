// Devices exchange a plan through a folder that something else replicates, each writing only its own file.
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectNoAxeViolations } from './support/axe';
import { expect, test } from './support/app';
import { downloadCopy, goTo, loadMatrix, mergeCopy, storedBytes, textOf } from './support/journeys';
import { giveFolder, replica } from './support/sharedFolder';

const OWN_FILE = /^bitacora-[\w-]+-[a-z0-9]{8}\.json$/;

/** What the second quarter of a row came to, as a person records it. */
async function record(page: Page, row: RegExp, value: string): Promise<void> {
  await goTo(page, 'Actividades');
  await page.getByRole('link', { name: row }).first().click();
  await page
    .getByRole('button', { name: /^2\.º trimestre/ })
    .first()
    .click();
  await page.getByRole('textbox', { name: /Logrado en el 2\.º trimestre/ }).fill(value);
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('button', { name: new RegExp(`2\\.º trimestre de 2023: ${value}`) }),
  ).toBeVisible();
}

async function exchange(page: Page): Promise<void> {
  await goTo(page, 'Compartir');
  await page.getByRole('button', { name: 'Intercambiar ahora' }).click();
  await expect(page.getByText('Intercambiando…')).toHaveCount(0);
}

async function choose(page: Page): Promise<void> {
  await goTo(page, 'Compartir');
  await page.getByRole('button', { name: 'Elegir carpeta' }).click();
  await expect(page.getByText(/Lo de este equipo quedó en la carpeta/)).toBeVisible();
}

/** The materialised state without the local id of the copy it belongs to. */
async function stateOf(page: Page): Promise<string> {
  const tables = JSON.parse(await storedBytes(page)) as [string, { bucket: number; entities: string }[]][];
  const rows = tables.find(([name]) => name === 'state')?.[1] ?? [];
  expect(rows.length).toBeGreaterThan(0);
  return JSON.stringify(rows.map(({ bucket, entities }) => [bucket, entities]).sort());
}

test('three devices come to the same plan through one folder, and what is not clean waits for a person', async ({
  openApp,
  device,
  otherDevice,
  thirdDevice,
}) => {
  test.slow();
  const shared = await replica();
  const devices = [device, otherDevice, thirdDevice];
  for (const one of devices) await giveFolder(one);
  const [ana, beto, carla] = [await openApp(), await openApp(otherDevice), await openApp(thirdDevice)];
  const written = new Map(devices.map((one) => [one, new Set<string>()]));
  const syncAll = async () => {
    for (const one of [...devices, ...devices]) {
      for (const name of await shared.sync(one)) written.get(one)?.add(name);
    }
  };

  await loadMatrix(ana);
  await ana.getByRole('link', { name: 'Ajustes' }).click();
  await ana.getByLabel('Nombre').fill('Ana');
  await ana.getByRole('button', { name: 'Guardar' }).click();
  const copy = await downloadCopy(ana);
  await mergeCopy(beto, copy);
  await mergeCopy(carla, copy);
  for (const one of devices) await one.context.setOffline(true);

  await test.step('the third one is only there as a conflicted copy that the sync program made', async () => {
    await record(carla, /Actas de reunion/, '3');
    await copyFile(await downloadCopy(carla), join(shared.path, 'plan (1).json'));
  });

  await test.step('what each records reaches the other, in the background', async () => {
    await choose(ana);
    await choose(beto);
    await expectNoAxeViolations(ana);
    await syncAll();
    await exchange(beto);
    await expect(
      beto.getByText(/^Último intercambio.*: (llegaron|llegó) .* (otro equipo|Ana)/),
    ).toBeVisible();
    await exchange(ana);
    expect(await stateOf(ana)).toBe(await stateOf(beto));
    expect(await stateOf(ana)).toBe(await stateOf(carla));
    await expect.poll(() => textOf(ana)).toContain('Todo lo de este equipo ya salió en una copia.');
  });

  await test.step('a new conflict waits, is looked at in the ordinary preview and united there', async () => {
    await record(ana, /Actas de reunion/, '5');
    await record(beto, /Actas de reunion/, '6');
    await exchange(ana);
    await syncAll();
    await exchange(beto);
    await expect(beto.getByText('1 archivo espera su revisión')).toBeVisible();
    await expectNoAxeViolations(beto);
    await beto.getByRole('button', { name: /^Revisar «bitacora-/ }).click();
    const sheet = beto.getByRole('dialog');
    await expect(sheet).toContainText('1 diferencia por decidir');
    await sheet.getByRole('button', { name: 'Unir' }).click();
    await beto.getByRole('button', { name: 'Queda 5' }).click();
    await expect(beto.getByText('No hay diferencias por decidir.')).toBeVisible();
  });

  await test.step('all three end equal, and each wrote only its own file', async () => {
    await choose(carla);
    await exchange(beto);
    await syncAll();
    for (const page of [ana, carla, beto]) await exchange(page);
    await syncAll();
    const states = await Promise.all([ana, beto, carla].map(stateOf));
    expect(new Set(states).size).toBe(1);
    const names = [...written.values()].map((files) => [...files]);
    for (const files of names) expect(files).toEqual([expect.stringMatching(OWN_FILE)]);
    expect(new Set(names.flat()).size).toBe(3);
  });

  await test.step('a permission that the browser let go of is given again with one tap', async () => {
    await ana.evaluate(() => {
      let state: PermissionState = 'prompt';
      Object.assign(FileSystemHandle.prototype, {
        queryPermission: () => Promise.resolve(state),
        requestPermission: () => Promise.resolve((state = 'granted')),
      });
    });
    await ana.getByRole('button', { name: 'Intercambiar ahora' }).click();
    await ana.getByRole('button', { name: 'Volver a dar permiso' }).click();
    await expect(ana.getByRole('button', { name: 'Intercambiar ahora' })).toBeVisible();
  });
  await shared.dispose();
});
