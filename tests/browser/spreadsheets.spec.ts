// What a spreadsheet computes by itself, held against the domain.
import { writeFile } from 'node:fs/promises';
import { actionPlanMatrixReport } from '../../src/documents/reports/actionPlanMatrix';
import { reportContext } from '../../src/documents/reports/context';
import { writeXlsx } from '../../src/formats/xlsx';
import { aPlan, anIndicator } from '../support/builders';
import { EVERY_ACCUMULATION } from '../support/everyAccumulation';
import { expect, test } from './support/app';
import { computedSheet, findLibreOffice } from './support/libreOffice';
import { resultsOf } from './support/reportCells';

test.use({ worksOffline: false });

test('a spreadsheet of every accumulation computes what the domain says, whatever gaps it has', async ({}, info) => {
  const office = findLibreOffice();
  // Only a program that computes can show it; where none can be installed it is told, and not counted as shown.
  test.skip(!office, 'No LibreOffice on this machine: no formula is computed.');
  const plan = aPlan({
    indicators: EVERY_ACCUMULATION.map((one) => anIndicator(one)),
  });
  const document = actionPlanMatrixReport(reportContext(plan, '2023-12-31', []));
  const path = info.outputPath('plan.xlsx');
  await writeFile(path, await writeXlsx(document));
  const computed = await computedSheet(office ?? '', path);
  const at = computed.findIndex((row) => row.includes('RESULTADO'));
  const column = computed[at]?.indexOf('RESULTADO') ?? -1;
  const given = computed
    .slice(at + 1, at + 2 + EVERY_ACCUMULATION.length)
    .map((row) => Number(row[column]) * 100);
  const { facts } = reportContext(plan, '2023-12-31', []);
  const said = [...resultsOf(document), facts.overall.value ?? NaN];
  expect(said).toHaveLength(EVERY_ACCUMULATION.length + 1);
  for (const [row, result] of said.entries()) expect(given[row], `row ${row}`).toBeCloseTo(result, 6);
});
