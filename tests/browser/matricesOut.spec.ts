// Matrices that leave: what another program computes in them, and the same file given back by the app.
import { readFile, writeFile } from 'node:fs/promises';
import { standardTable } from '../../src/formats/matrix/outTable';
import { resultsOf } from '../../src/formats/matrix/outResult';
import { bookOfTable } from '../../src/formats/xlsx/bookOfTable';
import { aPlan, anIndicator } from '../support/builders';
import { EVERY_ACCUMULATION } from '../support/everyAccumulation';
import { cellsElsewhere, openElsewhere } from '../support/otherReader';
import { expect, test } from './support/app';
import { expectNoAxeViolations } from './support/axe';
import { goTo, loadMatrix } from './support/journeys';
import { computedSheet, findLibreOffice } from './support/libreOffice';

test('a matrix of every accumulation computes what the domain says, whatever gaps it has', async ({}, info) => {
  const office = findLibreOffice();
  // Only a program that computes can show it; where none can be installed it is told, and not counted as shown.
  test.skip(!office, 'No LibreOffice on this machine: no formula is computed.');
  const plan = aPlan({
    indicators: EVERY_ACCUMULATION.map((one, at) => anIndicator({ ...one, name: `I${at}` })),
  });
  const path = info.outputPath('matriz.xlsx');
  await writeFile(path, await bookOfTable(standardTable(plan, 'actionPlan').table));
  const computed = await computedSheet(office ?? '', path);
  const at = computed.findIndex((row) => row.includes('RESULTADO'));
  const column = computed[at]?.indexOf('RESULTADO') ?? -1;
  const given = computed.slice(at + 2).map((row) => Number(row[column]));
  const results = resultsOf(plan);
  for (const [row, { id }] of plan.indicators.entries()) {
    expect(given[row], `row ${row}`).toBeCloseTo(results.get(id) ?? NaN, 8);
  }
});

test('the matrix that was loaded goes back, without network, and another program opens it', async ({
  openApp,
  goOffline,
}, info) => {
  const page = await openApp();
  await goOffline();
  await loadMatrix(page);
  await goTo(page, 'Compartir');
  const panel = page.getByRole('region', { name: 'Matriz de Excel' });
  await panel.getByRole('button', { name: /En la misma matriz/ }).click();
  const sheet = page.getByRole('dialog', { name: 'Antes de guardar' });
  await expect(sheet).toContainText('cartagena-2023-plan-accion.xlsx');
  await expectNoAxeViolations(page);
  const downloading = page.waitForEvent('download');
  await sheet.getByRole('button', { name: 'Guardar matriz' }).click();
  const path = info.outputPath('cartagena.xlsx');
  await (await downloading).saveAs(path);
  const cells = cellsElsewhere(openElsewhere(new Uint8Array(await readFile(path))));
  expect(cells.get('P12')?.formula).toBe('SUM(L12:O12)/K12');
  expect(cells.get('R9')?.value).toBe('ID INDICADOR');
  const office = findLibreOffice();
  // All else was shown by now; what no program could compute is told, and the whole is not counted as shown.
  test.skip(!office, 'No LibreOffice on this machine: no formula is computed.');
  const computed = await computedSheet(office ?? '', path);
  const results = computed.slice(9, 21).map((row) => Math.round(Number(row[15]) * 1000) / 10);
  // The first quarter as the entity printed it (domain.md A5).
  expect(results).toEqual([100, 25, 33.3, 9.5, 100, 100, 100, 3, 0, 0, 20, 0]);
});
