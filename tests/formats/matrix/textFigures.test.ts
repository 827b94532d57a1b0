import 'fake-indexeddb/auto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Plan } from '../../../src/domain/model';
import { NOTHING_SAID } from '../../../src/domain/report';
import { standardTable } from '../../../src/formats/matrix/outTable';
import { computedSheet, findLibreOffice } from '../../browser/support/libreOffice';
import { cellsElsewhere, openElsewhere } from '../../support/otherReader';
import { loadRows } from '../../support/matrixRows';
import { aTablet, planOn } from '../../support/tablets';
import { throughPlan } from './throughPlan';

beforeEach(async () => (await aTablet()).use());

const HEADER = ['ACTIVIDAD', 'INDICADOR', 'META', '2026 TRIMESTRE 1', '2026 TRIMESTRE 2', 'RESULTADO'];
/** A number, a percent in words, an amount below zero in words, a count in words, and all of it in numbers. */
const ROWS = [
  ['Definir', 'Hoja', '100%', '25%', null, null],
  ['Medir', 'Saldo', 200, '(100)', null, null],
  ['Publicar', 'Conjuntos', 600, '300', 150, null],
  ['Revisar', 'Actas', 4, 1, null, null],
];
const RESULTS = [0.25, -0.5, 0.75, 0.25];
const OWN_FORMULA = (_: unknown, at: number) => `SUM(D${at + 2}:E${at + 2})/C${at + 2}`;

async function aMatrix(formulas: readonly string[]): Promise<Uint8Array> {
  const cells = new Map(
    formulas.map((formula, at) => [`${at + 1},5`, { value: 0, type: 'number' as const, formula }]),
  );
  return new Uint8Array(await writeXlsx({ sheets: [{ name: 'Plan', rows: [HEADER, ...ROWS], cells }] }));
}

const office = findLibreOffice();

/** What LibreOffice computes under RESULTADO. */
async function computedIn(bytes: Uint8Array): Promise<readonly number[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bitacora-figures-'));
  try {
    await writeFile(join(folder, 'matriz.xlsx'), bytes);
    const rows = await computedSheet(office ?? '', join(folder, 'matriz.xlsx'));
    return rows.slice(1, 1 + ROWS.length).map((row) => Number(row[5]));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

describe.each([
  ['no formulas', []],
  ['formulas of its own', ROWS.map(OWN_FORMULA)],
])('a matrix with figures written as text and %s', (_name, formulas) => {
  test('goes back with its results as figures where a formula would count nothing, and tells them', async () => {
    const { bytes, lost } = await throughPlan(await aMatrix(formulas));
    const cells = cellsElsewhere(openElsewhere(bytes), 'Plan');
    expect(cells.get('D2')?.value).toBe('25%');
    expect(ROWS.map((_, at) => cells.get(`F${at + 2}`)?.value)).toEqual(RESULTS);
    expect(ROWS.map((_, at) => cells.get(`F${at + 2}`)?.formula !== undefined)).toEqual([
      ...[false, false, false],
      true,
    ]);
    expect(lost).toContainEqual({ code: 'resultsAsFigures', cells: ['F2', 'F3', 'F4'] });
  });

  test.skipIf(office === undefined)(
    'comes to the same in LibreOffice',
    async () => {
      const { bytes } = await throughPlan(await aMatrix(formulas));
      expect(await computedIn(bytes)).toEqual(RESULTS);
    },
    60_000,
  );
});

test('what the plan says since is written as a number, and its result is computed again', async () => {
  const file = await aMatrix([]);
  const { bytes } = await throughPlan(file, (plan) => withReport(plan, 2, 0, 450));
  const cells = cellsElsewhere(openElsewhere(bytes), 'Plan');
  expect(cells.get('D4')).toMatchObject({ value: 450 });
  expect(cells.get('F4')).toMatchObject({
    formula: expect.stringContaining('SUM(D4:E4)/C4') as string,
    value: 1,
  });
});

test.each([
  ['no formulas', []],
  ['formulas of its own', ROWS.map(OWN_FORMULA)],
])(
  'a result that counts a period without a column is a figure in a matrix with %s, told',
  async (_name, formulas) => {
    const { bytes, lost } = await throughPlan(await aMatrix(formulas), (plan) => withReport(plan, 3, 3, 2));
    const cells = cellsElsewhere(openElsewhere(bytes), 'Plan');
    expect(cells.get('F5')).toMatchObject({ value: 0.75, formula: undefined });
    expect(lost).toContainEqual({ code: 'resultsAsFigures', cells: ['F2', 'F3', 'F4', 'F5'] });
    expect(lost).toContainEqual(expect.objectContaining({ code: 'periodsWithoutColumn' }));
  },
);

test('a zero in a period without a column adds nothing: the formula stays', async () => {
  const { bytes } = await throughPlan(await aMatrix([]), (plan) => withReport(plan, 3, 3, 0));
  const cells = cellsElsewhere(openElsewhere(bytes), 'Plan');
  expect(cells.get('F5')).toMatchObject({ value: 0.25, formula: expect.any(String) as string });
});

test('a target that only words can say has its result as a figure in the standard matrix, told', async () => {
  const copy = await loadRows(['1;Estrategia;Formular;Plan;Planes;1500%;2023-01-01;2023-06-30;OAI;300%;;']);
  const { table, lost } = standardTable(await planOn(copy), 'actionPlan');
  const stated = table.columns.findIndex(({ field }) => field === 'stated');
  expect(table.rows[0]?.[stated]).toEqual({ k: 'number', value: 0.2, look: 'percent' });
  expect(lost.map(({ code }) => code)).toContain('resultsAsFigures');
});

function withReport(plan: Plan, at: number, period: number, v: number): Plan {
  const id = plan.periods[period]?.id;
  if (!id) throw new Error('no such period');
  const said = { ...NOTHING_SAID, report: { k: 'value', v } as const };
  const indicators = plan.indicators.map((one, place) =>
    place === at ? { ...one, reports: new Map([...one.reports, [id, said] as const]) } : one,
  );
  return { ...plan, indicators };
}
