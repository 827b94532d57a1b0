// A cut as an entity lives it: March is closed, June is reported and closed, a value of March arrives late.
import type { Page } from '@playwright/test';
import { expectSound } from './support/axe';
import { expect, test } from './support/app';
import { goTo, loadMatrix, textOf } from './support/journeys';

const ROW_4 = /Actas de reunion con evidencias/;

async function openCuts(page: Page): Promise<void> {
  await goTo(page, 'Tablero');
  await page.getByRole('link', { name: 'Cortes', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Cortes' })).toBeVisible();
}

async function close(page: Page, period: string): Promise<void> {
  await page.getByRole('listitem').filter({ hasText: period }).getByRole('button').click();
  const sheet = page.getByRole('dialog');
  if (await sheet.getByLabel('Su nombre').isVisible()) await sheet.getByLabel('Su nombre').fill('Ana Pérez');
  await sheet.getByRole('button', { name: 'Cerrar y sellar' }).click();
  await expect(sheet).toBeHidden();
}

async function openRowFour(page: Page, period: RegExp): Promise<void> {
  await goTo(page, 'Actividades');
  await page.getByRole('link', { name: ROW_4 }).first().click();
  await page.getByRole('button', { name: period }).click();
}

/** The app is put behind another one, and comes back. */
async function goOutOfSight(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const show = (hidden: boolean) => {
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
      document.dispatchEvent(new Event('visibilitychange'));
    };
    show(true);
    // Long enough for a save to be seen.
    await new Promise((resolve) => setTimeout(resolve, 500));
    show(false);
  });
}

/** Changes one character of the first stored line that holds a text, as a hand in the browser's storage would. */
async function alterStoredLine(page: Page, holding: string, to: string): Promise<void> {
  const altered = await page.evaluate(
    async ([was, is]) => {
      const open = indexedDB.open('bitacora');
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        open.onsuccess = () => resolve(open.result);
        open.onerror = () => reject(open.error ?? new Error('closed'));
      });
      const store = database.transaction('tail', 'readwrite').objectStore('tail');
      const rows = await new Promise<{ line: string }[]>((resolve, reject) => {
        const all = store.getAll();
        all.onsuccess = () => resolve(all.result as { line: string }[]);
        all.onerror = () => reject(all.error ?? new Error('tail'));
      });
      const row = rows.find(({ line }) => line.includes(was));
      if (!row) return false;
      await new Promise<void>((resolve, reject) => {
        const put = store.put({ ...row, line: row.line.replace(was, is) });
        put.onsuccess = () => resolve();
        put.onerror = () => reject(put.error ?? new Error('put'));
      });
      database.close();
      return true;
    },
    [holding, to] as const,
  );
  expect(altered).toBe(true);
}

test('sealed 40,9 % stays, the rectified figure stands beside it, and one altered byte is found', async ({
  openApp,
  goOffline,
}) => {
  test.slow();
  const page = await openApp();
  await goOffline();
  await loadMatrix(page);

  await test.step('March is closed: what is missing is shown and does not stand in the way', async () => {
    await openCuts(page);
    await expectSound(page);
    await page.getByRole('listitem').filter({ hasText: '1.er trimestre' }).getByRole('button').click();
    const sheet = page.getByRole('dialog');
    await expect(sheet).toContainText('40,9');
    await expect(sheet).toContainText('Sin reportes pendientes');
    await expect(sheet).toContainText('Sin diferencias por decidir');
    await expect(sheet).toContainText(/hallazgos por revisar/);
    await expectSound(page);
    await page.keyboard.press('Escape');
    await close(page, '1.er trimestre');
    const list = await textOf(page);
    expect(list).toContain('Sellado 40,9 %');
    expect(list).toMatch(/Corte al 31 de marzo de 2023 · lo cerró Ana Pérez/);
  });

  await test.step('the second quarter is reported and closed', async () => {
    await openRowFour(page, /^2\.º trimestre/);
    await page.getByRole('textbox', { name: /Logrado en el 2\.º trimestre/ }).fill('5');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: /2\.º trimestre de 2023: 5/ })).toBeVisible();
    await openCuts(page);
    await close(page, '2.º trimestre');
    await expect.poll(() => textOf(page)).toContain('Sellado 42,9 %');
  });

  await test.step('a value of March asks why it is late, and waits for the answer', async () => {
    await openRowFour(page, /^1\.er trimestre/);
    await expect
      .poll(() => textOf(page))
      .toContain('El período está cerrado (corte del 31 de marzo de 2023, sellado 40,9 %).');
    await page.getByRole('textbox', { name: /Logrado en el 1\.er trimestre/ }).fill('5');
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('¿Por qué llega después del cierre?')).toBeVisible();
    await expectSound(page);
    // Going elsewhere loses nothing, and writes nothing.
    await goTo(page, 'Tablero');
    await expect.poll(() => textOf(page)).toMatch(/El plan va en 40,9 %/);
    // What waits is told at the next start, with the way to it.
    await page.reload();
    await expect(page.getByText('1 valor sin registrar en períodos cerrados.')).toBeVisible();
    await page.getByRole('button', { name: 'Ver', exact: true }).click();
    await expect(page.getByText(/1 indicador tiene algo escrito sin registrar/)).toBeVisible();
    await expectSound(page);
    await page.getByRole('link', { name: ROW_4 }).click();
    await expect(page.getByRole('textbox', { name: /Logrado en el 1\.er trimestre/ })).toHaveValue('5');
    // A reason that is half written when the app goes out of sight is no answer yet.
    await page.getByLabel('¿Por qué llega después del cierre?').fill('Falt');
    await goOutOfSight(page);
    await expect(page.getByText('«Falt»')).toBeHidden();
    await page.getByLabel('¿Por qué llega después del cierre?').fill('Faltaban tres actas por firmar');
    // What is asked of the value is answered first.
    const amount = page.getByRole('textbox', { name: /Logrado en el 1\.er trimestre/ });
    const record = page.getByRole('button', { name: 'Guardar con esta razón' });
    await amount.fill('5000');
    await expect(page.getByText('Responda primero lo que se pregunta del valor.')).toBeVisible();
    await expect(record).toBeDisabled();
    await amount.fill('5');
    await record.click();
    await expect(page.getByRole('button', { name: /1\.er trimestre de 2023: 5/ })).toBeVisible();
    await expect(page.getByText('«Faltaban tres actas por firmar»')).toBeVisible();
    // What is corrected next has a reason of its own.
    await amount.fill('6');
    await expect(page.getByLabel('¿Por qué llega después del cierre?')).toHaveValue('');
    await amount.fill('5');
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('¿Por qué llega después del cierre?')).toBeHidden();
  });

  await test.step('evidence of March asks for its reason too, and without one nothing changes', async () => {
    await page.getByRole('button', { name: 'Sirve también a…' }).click();
    const other = page.getByRole('dialog').getByRole('checkbox', { checked: false }).first();
    const ask = page.getByRole('dialog', { name: '¿Por qué llega después del cierre?' });
    const marked = page.getByRole('dialog').getByRole('checkbox', { checked: true });
    const before = await marked.count();
    await other.click();
    await expect(ask).toContainText('sellado 40,9 %');
    await expectSound(page);
    await page.keyboard.press('Escape');
    await expect(ask).toBeHidden();
    await expect(marked).toHaveCount(before);
    await other.click();
    await ask.getByRole('textbox').fill('La misma acta lo muestra');
    await ask.getByRole('button', { name: 'Guardar con esta razón' }).click();
    await expect(ask).toBeHidden();
    await expect(marked).toHaveCount(before + 1);
    await page.keyboard.press('Escape');
    // What was left without a reason is told until it is read.
    await page.getByRole('button', { name: 'Quitar el aviso', exact: true }).click();
  });

  await test.step('the board says both figures', async () => {
    await goTo(page, 'Tablero');
    await expect.poll(() => textOf(page)).toContain('Sellado 40,9 % · hoy 42,1 % (+1,2 puntos)');
    await expectSound(page);
  });

  await test.step('the cut shows what was sealed, what is now, who, when and why', async () => {
    await openCuts(page);
    await page.getByRole('link', { name: /Ver el corte.*1\.er trimestre/ }).click();
    await expect(page.getByRole('table')).toContainText('Faltaban tres actas por firmar');
    const cut = await textOf(page);
    expect(cut).toContain('Sellado 40,9 % · hoy 42,1 % (+1,2 puntos)');
    expect(cut).toMatch(/1\.er trimestre de 2023: 2 → 5/);
    expect(cut).toMatch(/Ana Pérez · este equipo · «Faltaban tres actas por firmar»/);
    await page.getByRole('button', { name: 'Comprobar el sello' }).click();
    await expect(page.getByText('El sello está intacto')).toBeVisible();
    await expectSound(page);
  });

  await test.step('two cuts are compared', async () => {
    await openCuts(page);
    await page.getByRole('link', { name: 'Comparar cortes' }).click();
    await expect(page.getByRole('table')).toContainText('2.º trimestre de 2023: no reportado → 5');
    await expect.poll(() => textOf(page)).toMatch(/40,9 % → 42,9 % \(\+2,0 puntos\)/);
    await expectSound(page);
  });

  await test.step('one altered byte of a sealed change is found', async () => {
    await alterStoredLine(page, '"v":5', '"v":6');
    await openCuts(page);
    await page.getByRole('link', { name: /Ver el corte.*2\.º trimestre/ }).click();
    await page.getByRole('button', { name: 'Comprobar el sello' }).click();
    await expect(page.getByText(/1.cambio sellado fue alterado/)).toBeVisible();
    await expectSound(page);
  });

  await test.step('the period is opened again with its reason, and the cut stays in the history', async () => {
    await page.getByRole('button', { name: 'Reabrir el período' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('¿Por qué se reabre?').fill('Se selló antes de tiempo');
    await expectSound(page);
    await sheet.getByRole('button', { name: 'Reabrir el período' }).click();
    await expect(sheet).toBeHidden();
    await expect(page.getByText('«Se selló antes de tiempo»')).toBeVisible();
    await expect.poll(() => textOf(page)).toMatch(/cerrado al 30 de junio de 2023, sellado 42,9 %/);
  });
});
