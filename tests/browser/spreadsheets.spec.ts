// What a spreadsheet computes by itself, held against the domain.
import { writeFile } from 'node:fs/promises';
import { actionPlanMatrixReport } from '../../src/documents/reports/actionPlanMatrix';
import { reportContext } from '../../src/documents/reports/context';
import type { Accumulation } from '../../src/domain/model';
import { writeXlsx } from '../../src/formats/xlsx';
import { aPlan, anIndicator } from '../support/builders';
import type { Said } from '../support/builders';
import { expect, test } from './support/app';
import { computedSheet, findLibreOffice } from './support/libreOffice';
import { resultsOf } from './support/reportCells';

test('a spreadsheet of every accumulation computes what the domain says, whatever gaps it has', async ({}, info) => {
  const office = findLibreOffice();
  // Only a program that computes can show it; where none can be installed it is told, and not counted as shown.
  test.skip(!office, 'No LibreOffice on this machine: no formula is computed.');
  const period = (v: number | string): Said => (typeof v === 'number' ? v : { k: v as 'notReported' });
  const rows: readonly (readonly [Accumulation, number, number | null, readonly (number | string)[]])[] = [
    ['sum', 21, null, [7, 'notReported', 2, 20]],
    ['latest', 10, null, [2, 'notReported', 4, 'notApplicable']],
    ['latest', 10, null, ['notApplicable', 4, 'notApplicable', 'notReported']],
    ['average', 9, null, [7, 'notScheduled', 2, 'notReported']],
    ['capacity', 20, 10, ['notReported', 7, 12, 'notReported']],
    ['reduction', 2, 10, [7, 'notReported', 4, 'notReported']],
    ['sum', 4, null, ['notReported', 'notReported', 'notReported', 'notReported']],
  ];
  const plan = aPlan({
    indicators: rows.map(([accumulation, target, baseline, said], at) =>
      anIndicator({ id: `ind:${at}`, accumulation, target, baseline, said: said.map(period) }),
    ),
  });
  const document = actionPlanMatrixReport(reportContext(plan, '2023-12-31', []));
  const path = info.outputPath('plan.xlsx');
  await writeFile(path, await writeXlsx(document));
  const computed = await computedSheet(office ?? '', path);
  const at = computed.findIndex((row) => row.includes('RESULTADO'));
  const column = computed[at]?.indexOf('RESULTADO') ?? -1;
  const given = computed.slice(at + 1, at + 2 + rows.length).map((row) => Number(row[column]) * 100);
  const { facts } = reportContext(plan, '2023-12-31', []);
  const said = [...resultsOf(document), facts.overall.value ?? NaN];
  expect(said).toHaveLength(rows.length + 1);
  for (const [row, result] of said.entries()) expect(given[row], `row ${row}`).toBeCloseTo(result, 6);
});
