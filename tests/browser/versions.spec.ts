// Several pages of one browser: two of one version keep one chain; an old one and a newer never write over each other.
import type { Page } from '@playwright/test';
import { parseCommitId } from '../../src/log/commit';
import type { CopyRow } from '../../src/storage/database';
import { commitsIn, unsoundIn } from '../support/soundness';
import type { StoredRows } from '../support/soundness';
import { expectNoAxeViolations } from './support/axe';
import { expect, test } from './support/app';
import { besideTheApp, goTo, loadMatrix, PICTURE_VIEWER, storedBytes, textOf } from './support/journeys';

/** Opens the database as a newer build would, with a table more, and leaves a mark in it. */
async function renewStorage(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('bitacora', 990);
        request.onupgradeneeded = () => {
          request.result.createObjectStore('later', { keyPath: 'id' }).put({ id: 'newer' });
        };
        request.onsuccess = () => {
          request.result.close();
          resolve();
        };
        request.onerror = () => reject(request.error ?? new Error('closed'));
      }),
  );
}

async function rowsIn(page: Page): Promise<StoredRows> {
  return new Map(JSON.parse(await storedBytes(page)) as [string, unknown[]][]);
}

async function openRow(page: Page, row: RegExp): Promise<void> {
  await page.getByRole('link', { name: row }).first().click();
  await page.getByRole('textbox', { name: 'Observación' }).first().waitFor();
}

test('an old page lets go for a newer version, keeps what was typed, and never writes again', async ({
  openApp,
  device,
  server,
}) => {
  device.guard.allow(PICTURE_VIEWER);
  device.guard.allow(/DatabaseClosedError|InvalidStateError/);
  const page = await openApp();
  await loadMatrix(page);
  await openRow(page, /Actas de reunion/);
  const newer = await besideTheApp(await device.context.newPage(), server.url);
  await page.getByRole('textbox', { name: 'Observación' }).first().fill('Escrito en la pestaña vieja');
  await renewStorage(newer);

  const dialog = page.getByRole('alertdialog', { name: 'Bitácora se actualizó en otra pestaña.' });
  await expect(dialog).toBeVisible();
  await expectNoAxeViolations(page);
  await expect(page.getByRole('textbox', { name: 'Observación', includeHidden: true }).first()).toHaveValue(
    'Escrito en la pestaña vieja',
  );
  // What was typed went into the database before the newer version took it over; after it, nothing does.
  const taken = await rowsIn(newer);
  expect(JSON.stringify([...taken])).toContain('Escrito en la pestaña vieja');
  expect(unsoundIn(taken)).toEqual([]);
  await page.evaluate(() => {
    const field = document.querySelector('textarea');
    if (!field) throw new Error('No field');
    field.value = 'Demasiado tarde';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('blur'));
  });
  await expect(page.getByText('No se pudo guardar', { exact: false }).first()).toBeAttached();
  expect(await rowsIn(newer)).toEqual(taken);

  await dialog.getByRole('button', { name: 'Recargar' }).click();
  await expect(
    page.getByRole('heading', { name: 'No se pudo abrir lo guardado en este equipo' }),
  ).toBeVisible();
  const told = await textOf(page);
  expect(told).toContain('es de una versión más nueva de Bitácora');
  expect(told).toContain('Nada se ha cambiado ni borrado.');
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: 'Recargar' }).click();
  await expect(
    page.getByRole('heading', { name: 'No se pudo abrir lo guardado en este equipo' }),
  ).toBeVisible();
  expect(await rowsIn(newer)).toEqual(taken);
});

test('typing in two pages at once keeps one chain with all of it', async ({ openApp, device }) => {
  const first = await openApp();
  await loadMatrix(first);
  const second = await device.context.newPage();
  await second.goto(first.url());
  await openRow(first, /Actas de reunion/);
  await goTo(second, 'Actividades');
  await openRow(second, /Informe de línea base/);
  for (const turn of ['uno', 'dos', 'tres']) {
    await Promise.all(
      [first, second].map(async (page, at) => {
        const remark = page.getByRole('textbox', { name: 'Observación' }).first();
        await remark.fill(`${turn} de la pestaña ${at}`);
        await remark.blur();
        await expect(page.getByText('Guardado', { exact: true })).toBeVisible();
      }),
    );
  }
  const rows = await rowsIn(first);
  expect(unsoundIn(rows)).toEqual([]);
  const [copy] = (rows.get('copies') ?? []) as readonly CopyRow[];
  const commits = commitsIn(rows, copy?.copy ?? '');
  const said = JSON.stringify(commits);
  for (const turn of ['uno', 'dos', 'tres'])
    for (const at of [0, 1]) expect(said).toContain(`${turn} de la pestaña ${at}`);
  expect(new Set(commits.map(({ id }) => parseCommitId(id)?.device)).size).toBe(1);
  expect(rows.get('conflicts')).toEqual([]);
});
