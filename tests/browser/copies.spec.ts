// Copies of a plan: kept, checked, brought back beside it and united; what is damaged where it is stored is found and mended.
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectNoAxeViolations } from './support/axe';
import { expect, test } from './support/app';
import { downloadCopy, goTo, loadMatrix, mergeCopy, textOf } from './support/journeys';

async function openCopies(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Ajustes' }).click();
  await page.getByRole('link', { name: 'Copias y seguridad' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Copias y seguridad' })).toBeVisible();
}

async function record(page: Page, value: string): Promise<void> {
  await goTo(page, 'Actividades');
  await page
    .getByRole('link', { name: /Actas de reunion/ })
    .first()
    .click();
  await page.getByRole('textbox', { name: /Logrado en el 2\.º trimestre/ }).fill(value);
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('button', { name: new RegExp(`2\\.º trimestre de 2023: ${value}`) }),
  ).toBeVisible();
}

interface Line {
  readonly id: string;
  readonly after: string;
}

async function logOf(path: string): Promise<readonly Line[]> {
  return (JSON.parse(await readFile(path, 'utf8')) as { log: readonly Line[] }).log;
}

test('a copy is kept and checked, brought back beside the plan, and what it has is united', async ({
  openApp,
}) => {
  const page = await openApp();
  await loadMatrix(page);
  const files = [await downloadCopy(page)];
  await openCopies(page);
  await expect(page.getByText('Todavía no hay ninguna.')).toBeVisible();
  await page.getByRole('button', { name: 'Hacer una copia ahora' }).click();
  await expect(page.getByText(/Copia hecha y comprobada: \d+/)).toBeVisible();
  await expect(page.getByText(/Hecha a pedido/)).toBeVisible();
  await page.getByRole('button', { name: 'Verificar', exact: true }).click();
  await expect(page.getByText(/^Todo bien: /)).toBeVisible();
  await expect(page.getByText(/Última verificación: hoy.*todo bien/)).toBeVisible();
  await expectNoAxeViolations(page);

  await record(page, '4');
  await openCopies(page);
  await page.getByRole('button', { name: /^Abrir al lado\s?: hoy/ }).click();
  await expect(page.getByText(/El plan va en/)).toBeVisible();
  await expect(page.getByRole('complementary', { name: 'Copia restaurada' })).toContainText('no llega solo');
  await record(page, '9');
  files.push(await downloadCopy(page));
  await page.getByRole('link', { name: 'Mis planes' }).click();
  await expect(page.getByText(/Restaurada de una copia de hoy/)).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByRole('link', { name: /Restaurada de una copia de hoy/ }).click();
  await openCopies(page);
  await expect(page.getByRole('heading', { name: 'Esta es una copia restaurada' })).toBeVisible();
  await page.getByRole('button', { name: 'Unir lo que falta en el plan que lleva' }).click();
  const sheet = page.getByRole('dialog');
  await expect(sheet).toContainText(/1\sdiferencia queda por decidir\./);
  await expectNoAxeViolations(page);
  await sheet.getByRole('button', { name: 'Unir', exact: true }).click();
  // What was said apart in both is a difference like any other.
  await expect(page.getByRole('heading', { level: 1, name: 'Diferencias' })).toBeVisible();
  files.push(await downloadCopy(page));

  const logs = await Promise.all(files.map(logOf));
  const all = new Map(logs.flat().map((line) => [line.id, line]));
  const places = [...all.values()].map(({ id, after }) => `${id.split('.')[0] ?? ''} ${after}`);
  expect(new Set(places).size).toBe(places.length);
  expect(logs[2]?.length).toBe(all.size);
});

test('a change damaged where it is stored is found, named, and mended by the file of another tablet', async ({
  openApp,
}) => {
  const page = await openApp();
  await loadMatrix(page);
  await record(page, '4');
  const whole = await downloadCopy(page);
  await openCopies(page);
  await page.evaluate(async () => {
    const open = indexedDB.open('bitacora');
    const database = await new Promise<IDBDatabase>((resolve) => {
      open.onsuccess = () => resolve(open.result);
    });
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve) => {
        request.onsuccess = () => resolve(request.result);
      });
    const tail = database.transaction('tail', 'readwrite').objectStore('tail');
    const rows = (await done(tail.getAll())) as { line: string }[];
    const said = rows.find(({ line }) => line.includes('"v":4}'));
    await done(tail.put({ ...said, line: said?.line.replace('"v":4}', '"v":5}') }));
    database.close();
  });
  await page.getByRole('button', { name: 'Verificar', exact: true }).click();
  await expect(page.getByText(/^1\scambio dañado del equipo .+\.$/)).toBeVisible();
  await expect.poll(() => textOf(page)).toContain('No se borró nada, y lo que se ve sigue como estaba.');
  await expect(page.getByText('Hay cambios dañados en este equipo.', { exact: false })).toBeVisible();
  await expectNoAxeViolations(page);

  await goTo(page, 'Compartir');
  await mergeCopy(page, whole);
  // What was damaged is looked at again without being asked, and the warning goes.
  await openCopies(page);
  await expect(page.getByText(/^Todo bien: /)).toBeVisible();
  await expect(page.getByText('Hay cambios dañados en este equipo.', { exact: false })).toHaveCount(0);
  await goTo(page, 'Actividades');
  await page
    .getByRole('link', { name: /Actas de reunion/ })
    .first()
    .click();
  await expect(page.getByRole('button', { name: /2\.º trimestre de 2023: 4/ })).toBeVisible();
});
