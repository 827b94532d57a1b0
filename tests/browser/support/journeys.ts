import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { expectNoAxeViolations } from './axe';

export const MATRIX = 'public/examples/cartagena-2023-plan-accion.xlsx';

/** Waits for all of the review of a matrix: what is odd about it, and its rows, are drawn part by part. */
export async function reviewDrawn(page: Page): Promise<void> {
  await expect(page.locator('#matrix-findings')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Filas que se van a cargar' })).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

/** What a person reads of an element: numbers and their units stand together by no-break spaces. */
export async function textOf(page: Page, selector = 'main'): Promise<string> {
  return (await page.locator(selector).innerText()).replaceAll('\u00a0', ' ').replace(/\s+/g, ' ');
}

/** From Inicio: the entity's own matrix through the file chooser, reviewed and loaded as proposed. */
export async function loadMatrix(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Cargar matriz' }).click();
  await page.getByLabel('Elegir archivo').setInputFiles(MATRIX);
  await page.getByRole('button', { name: 'Cargar 12, ceros como sin reporte' }).click();
  await expect(page.getByText(/El plan va en/)).toBeVisible();
}

/** From Inicio: a plan that somebody handed over as a file, opened whole. A large one takes its time. */
export async function openCopy(page: Page, snapshot: string): Promise<void> {
  const file = { name: 'plan.json', mimeType: 'application/json', buffer: Buffer.from(snapshot) };
  await page.getByLabel('Abrir una copia').setInputFiles(file);
  await page.getByRole('dialog').getByRole('button', { name: 'Abrir el plan' }).click();
  await expect(page.getByText(/El plan va en/)).toBeVisible({ timeout: 60_000 });
}

/** Opens one of the three places of a plan. */
export async function goTo(page: Page, place: 'Tablero' | 'Actividades' | 'Compartir'): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: place }).click();
}

/** From any screen of a plan: its editor. */
export async function openEditor(page: Page): Promise<void> {
  await goTo(page, 'Actividades');
  await page.getByRole('link', { name: 'Editar el plan' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Editar el plan' })).toBeVisible();
}

/** Hands the plan over by download and gives the path of the file. */
export async function downloadCopy(page: Page): Promise<string> {
  await goTo(page, 'Compartir');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Entregar copia' }).click();
  return (await download).path();
}

/** Opens a handed-over file from Inicio or Compartir, looks at what it brings, and merges it. */
export async function mergeCopy(page: Page, path: string): Promise<void> {
  await page.getByLabel('Abrir una copia').setInputFiles(path);
  const sheet = page.getByRole('dialog');
  await expect(sheet).toContainText('Antes de unir');
  await expectNoAxeViolations(page);
  await sheet.getByRole('button', { name: /^(Unir|Abrir el plan)$/ }).click();
  await expect(sheet).toBeHidden();
}

/** What the browser's own viewer of a picture says of a policy as strict as ours; to be allowed beforehand. */
export const PICTURE_VIEWER = /icons\/icon-192\.png|favicon\.ico|style-src-attr inline {2}\(\)/;

/** Opens something of the app's origin that is not the app: what is stored can be looked at, and nothing touches it. */
export async function besideTheApp(page: Page, url: string): Promise<Page> {
  await page.goto(`${url}icons/icon-192.png`);
  return page;
}

/** Every row of every table of the app's database: "nothing changed" means every byte. */
export async function storedBytes(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const open = indexedDB.open('bitacora');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      open.onsuccess = () => resolve(open.result);
      open.onerror = () => reject(open.error ?? new Error('closed'));
    });
    const names = [...database.objectStoreNames].sort();
    const rows = await Promise.all(
      names.map(
        (name) =>
          new Promise<unknown>((resolve, reject) => {
            const all = database.transaction(name).objectStore(name).getAll();
            all.onsuccess = () => resolve([name, all.result]);
            all.onerror = () => reject(all.error ?? new Error(name));
          }),
      ),
    );
    database.close();
    return JSON.stringify(rows);
  });
}

/** The materialised state without the local id of the copy it belongs to. */
export async function stateOf(page: Page): Promise<string> {
  const tables = JSON.parse(await storedBytes(page)) as [string, { bucket: number; entities: string }[]][];
  const rows = tables.find(([name]) => name === 'state')?.[1] ?? [];
  expect(rows.length).toBeGreaterThan(0);
  return JSON.stringify(rows.map(({ bucket, entities }) => [bucket, entities]).sort());
}
