// The official documents as a person gives them out: no network, from an empty app to paper, Word and Excel.
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { actionPlanMatrixReport } from '../../src/documents/reports/actionPlanMatrix';
import { petiFollowUpDocument } from '../../src/documents/reports/petiFollowUp';
import { isTaggedPdf, languageOfPdf, textOfPdf } from '../support/readPdf';
import { piecesOf } from '../support/documentText';
import { expectSound } from './support/axe';
import { expect, test } from './support/app';
import { goTo, loadMatrix, textOf } from './support/journeys';
import { computedSheet, findLibreOffice, textOfWordFile } from './support/libreOffice';
import { cellsOf, figuresOf, rereadSheet, resultsOf, sheetOf, tableOf, timesIn } from './support/reportCells';
import { contextOf, fileFrom, inOrder, openReport, paper } from './support/reports';

test.setTimeout(240_000);

const CUT = '2024-07-31';
const PETI = 'Informe de seguimiento y avance del PETI';

/** From Inicio to the paper of Cartago's follow-up; gives how many times something was touched. */
async function cartagoReport(page: Page): Promise<number> {
  let taps = 0;
  const tap = async (what: Promise<unknown>) => {
    taps += 1;
    await what;
  };
  await tap(page.getByRole('link', { name: 'Cargar matriz' }).click());
  await tap(page.getByLabel('Elegir archivo').setInputFiles('tests/fixtures/matrices/cartago-2024-peti.csv'));
  await tap(page.getByRole('radio', { name: 'Unir a la de arriba' }).check());
  await tap(page.getByLabel('¿A qué fecha está reportada la matriz?').fill(CUT));
  await tap(page.getByRole('button', { name: /^Cargar \d+/ }).click());
  await expect(page.getByText(/El plan va en/)).toBeVisible();
  await tap(page.getByRole('navigation').getByRole('link', { name: 'Informes' }).click());
  await tap(page.getByRole('link', { name: new RegExp(`^${PETI}`) }).click());
  await expect(paper(page)).toHaveAttribute('aria-busy', 'false');
  return taps;
}

test('the follow-up of Cartago, from an empty app to paper, Word and Excel', async ({
  openApp,
  goOffline,
}) => {
  const page = await openApp();
  await goOffline();
  expect(await cartagoReport(page)).toBeLessThan(10);
  const address = page.url();

  await test.step('each domain and the plan, by the numbers of their rows', async () => {
    const said = await textOf(page, '.document-paper');
    for (const [domain, percent] of [
      ['Estrategia de TI', '80,0 %'],
      ['Gobierno de TI', '100,0 %'],
      ['Sistemas de Información', '20,0 %'],
      ['Uso y Apropiación', '0,0 %'],
    ] as const) {
      expect(said).toContain(`${domain} alcanza ${percent}`);
    }
    expect(said).toMatch(/NIVEL DE CUMPLIMIENTO DEL PLAN 50,0 %/);
    expect(said).toContain('no tienen fechas');
    await expectSound(page);
  });

  await test.step('what to look at is said before it is printed', async () => {
    await openNotices(page);
    const notices = await textOf(page, 'aside');
    expect(notices).toContain('indicado 85%, calculado 80,0 %');
    expect(notices).toContain('indicado 51%, calculado 50,0 %');
    expect(notices).toContain('«0% de cumplimiento»');
    await expectSound(page);
  });

  await test.step('its form and its signatures are filled in, and kept', async () => {
    await page.getByText('Formato y firmas').click();
    await page.getByLabel('Código', { exact: true }).fill('TI.PL01');
    await page.getByLabel('Versión', { exact: true }).fill('1');
    await page.getByLabel('Fecha de aprobación').fill('2024-05-24');
    const first = page.getByRole('group', { name: 'Firma 1' });
    await first.getByLabel(/^Firma como/).fill('Elaboró');
    await first.getByLabel('Nombre').fill('Marta Ruiz');
    await first.getByLabel('Cargo').fill('Asesora externa');
    await first.getByLabel('Cargo').blur();
    await expect(paper(page)).toContainText('Código: TI.PL01');
    await expect(paper(page)).toContainText('Marta Ruiz');
    await page.goto(address.replace(/informes.*/, 'ajustes'));
    await page.getByLabel('NIT').fill('900.215.967-5');
    await page.getByLabel('NIT').blur();
    await page.goto(address);
    await expect(paper(page)).toContainText('NIT 900.215.967-5');
  });

  const context = await contextOf(page, CUT);
  await page.goto(address);
  const document = petiFollowUpDocument(context);
  const numbers = figuresOf(document).map(({ text }) => text);

  await test.step('printed: tagged, in Spanish, its heading on every page, every number that of the domain', async () => {
    await expect(paper(page)).toHaveAttribute('aria-busy', 'false');
    const pdf = await page.pdf({ tagged: true, preferCSSPageSize: true });
    expect(await isTaggedPdf(pdf)).toBe(true);
    expect(await languageOfPdf(pdf)).toMatch(/^es/);
    const pages = await textOfPdf(pdf);
    for (const [at, text] of pages.entries()) {
      const said = text.replace(/\s+/g, ' ');
      expect(said).toContain(`Página ${at + 1} de ${pages.length}`);
      for (const fact of ['NIT 900.215.967-5', 'TI.PL01', 'Versión: 1', '24 de mayo de 2024'])
        expect(said, `page ${at + 1}`).toContain(fact);
    }
    expect(numbers.length).toBeGreaterThan(40);
    for (const number of new Set(numbers)) {
      expect(timesIn(pages.join(' '), number), number).toBeGreaterThanOrEqual(
        numbers.filter((one) => one === number).length,
      );
    }
  });

  await test.step('in Word: every word in its order, read back by LibreOffice', async () => {
    const path = await fileFrom(page, 'Word');
    const office = findLibreOffice();
    if (!office) return;
    const text = await textOfWordFile(office, path);
    expect(inOrder(text, piecesOf(document))).toEqual([]);
  });

  await test.step('in Excel: the same cells joined, with the same values', async () => {
    const sheet = await rereadSheet(await fileFrom(page, 'Excel'));
    expect(sheetOf(sheet, tableOf(document))).toEqual(cellsOf(tableOf(document)));
  });

  await test.step('a number typed into a paragraph that its table denies is marked and told', async () => {
    await page.getByRole('button', { name: /^Editar: Estrategia de TI alcanza/ }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('button', { name: 'Partir del texto propuesto' }).click();
    const own = sheet.getByLabel('Texto para este documento');
    await expect(own).toHaveValue(/^Estrategia de TI alcanza/);
    await own.fill('Estrategia de TI alcanza 80,0 %. El plan de continuidad tecnológica va en 4 %.');
    await own.blur();
    await expect(sheet.getByRole('status')).toContainText('La tabla dice 40,0');
    await expectSound(page);
    await sheet.getByRole('button', { name: 'Cerrar' }).click();
    await expect(paper(page).locator('mark')).toHaveText('4 %');
    await openNotices(page);
    await expect
      .poll(() => textOf(page, 'aside'))
      .toContain('«4 %» en un párrafo editado La tabla dice 40,0 %.');
    // It is kept: another look at the document says the same.
    await page.reload();
    await expect(paper(page).locator('mark')).toHaveText('4 %');
  });

  await test.step('the matrix in Excel computes each result by itself', async () => {
    await openReport(page, 'Plan de acción');
    const path = await fileFrom(page, 'Excel');
    const office = findLibreOffice();
    if (!office) return;
    const computed = await computedSheet(office, path);
    const results = resultsOf(actionPlanMatrixReport(context));
    expect(results.length).toBe(11);
    const at = computed.findIndex((row) => row.includes('RESULTADO'));
    const column = computed[at]?.indexOf('RESULTADO') ?? -1;
    const given = computed.slice(at + 1, at + 1 + results.length).map((row) => Number(row[column]));
    for (const [row, result] of results.entries()) expect(given[row]).toBeCloseTo(result / 100, 9);
  });
  // All else was shown by now; what no program could read back is told, and the whole is not counted as shown.
  test.skip(
    findLibreOffice() === undefined,
    'No LibreOffice on this machine: Word and Excel were not read back.',
  );
});

test('every document stands with no network, and its explanation is an annex', async ({
  openApp,
  device,
  goOffline,
}) => {
  const page = await openApp();
  await goOffline();
  await loadMatrix(page);
  await page.getByRole('navigation').getByRole('link', { name: 'Informes' }).click();
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(12);
  await expectSound(page);
  const names = await page.getByRole('main').getByRole('listitem').locator('b').allInnerTexts();
  for (const name of names) {
    await openReport(page, name);
    await expect(paper(page)).toHaveAttribute('aria-busy', 'false');
    // Promises are looked at today, and not at a cut.
    const day = name === 'Estado de compromisos' ? 'A la fecha:' : '31 de marzo de 2023';
    await expect(paper(page)).toContainText(day);
  }
  await openReport(page, 'Informe semestral');
  await expectSound(page);
  await openReport(page, 'Plan de acción');
  await expectSound(page);

  await test.step('the trail of a sample is drawn again by its seed', async () => {
    await openReport(page, 'Traza de auditoría');
    await page.getByLabel('Semilla de la muestra').fill('control-2023');
    await page.getByLabel('Semilla de la muestra').press('Enter');
    await expect(paper(page)).toContainText('control-2023');
    await expect(paper(page)).toContainText('Huella del cambio');
    await expect(paper(page)).toHaveAttribute('aria-busy', 'false');
    const drawn = await paper(page).getByRole('heading', { level: 2 }).allInnerTexts();
    await page.getByRole('button', { name: 'Otra muestra' }).click();
    await page.getByLabel('Semilla de la muestra').fill('control-2023');
    await page.getByLabel('Semilla de la muestra').press('Enter');
    await expect.poll(() => paper(page).getByRole('heading', { level: 2 }).allInnerTexts()).toEqual(drawn);
  });

  await test.step('from the figure on the board to its explanation on paper', async () => {
    await goTo(page, 'Tablero');
    await page
      .getByRole('button', { name: /^40,9\s%/ })
      .first()
      .click();
    await page.getByRole('dialog').getByRole('link', { name: 'Imprimir la explicación' }).click();
    await expect(paper(page)).toContainText('Explicación del resultado');
    await expect(paper(page)).toContainText('43,2');
  });

  await test.step('open data: the table and its dictionary, without people', async () => {
    await page.getByRole('navigation').getByRole('link', { name: 'Informes' }).click();
    const csv = await readFile(await fileFrom(page, 'Guardar el CSV'), 'utf8');
    const dictionary = await readFile(await fileFrom(page, 'Guardar el diccionario'), 'utf8');
    const columns = csv.split(/\r?\n/)[0]?.split(',') ?? [];
    expect(columns.length).toBeGreaterThan(10);
    for (const column of columns) expect(dictionary).toContain(`"${column}"`);
  });
  device.guard.check();
});

async function openNotices(page: Page): Promise<void> {
  const fold = page.locator('aside details').first();
  if (!(await fold.evaluate((one: HTMLDetailsElement) => one.open))) await fold.locator('summary').click();
}
