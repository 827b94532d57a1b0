import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { utils, write } from '@e965/xlsx';
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { writeOds } from 'hucre/ods';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { beforeEach, describe, expect, test } from 'vitest';
import { importMatrix } from '../../../src/commands/importMatrix';
import { readMatrixBytes } from '../../../src/commands/matrixWork';
import { fillMatrix } from '../../../src/formats/matrix/fillMatrix';
import type { FilledMatrix } from '../../../src/formats/matrix/fillMatrix';
import { extrasIn, layoutsIn } from '../../../src/formats/matrix/layoutInLog';
import type { Plan } from '../../../src/domain/model';
import { NOTHING_SAID } from '../../../src/domain/report';
import { LOST_FACTS } from '../../../src/text/matrixOut';
import { readCopyState } from '../../../src/storage/stateStore';
import { cellsElsewhere, openElsewhere } from '../../support/otherReader';
import type { OtherCell } from '../../support/otherReader';
import { aRichMatrix } from './sourceFiles';
import { throughPlan } from './throughPlan';
import { aTablet, choicesFor, planOn, readExampleMatrix, valueOf } from '../../support/tablets';

/** A cell by its name; one that holds nothing where there is none. */
function at(cells: ReadonlyMap<string, OtherCell>, ref: string): Partial<OtherCell> {
  return cells.get(ref) ?? {};
}

const planSheet = (book: WorkBook): WorkSheet => book.Sheets['Plan'] ?? {};

beforeEach(async () => (await aTablet()).use());

const ORIGINAL = new Uint8Array(readFileSync('public/examples/cartagena-2023-plan-accion.xlsx'));

/** The published matrix as it was loaded, with every repair that was offered. */
async function loaded() {
  const read = await readExampleMatrix();
  const repairs = read.reading.repairs.map(({ id }) => id);
  const copy = valueOf(await importMatrix({ ...read, original: ORIGINAL }, choicesFor(read, { repairs })));
  const plan = await planOn(copy);
  const { log } = (await readCopyState(copy)) ?? { log: [] };
  const [layout] = layoutsIn(log);
  if (!layout) throw new Error('no layout');
  return { plan, layout, extras: extrasIn(log) };
}

async function filled(
  change: (plan: Plan) => Plan = (plan) => plan,
  original: Uint8Array | null = ORIGINAL,
): Promise<FilledMatrix & { readonly plan: Plan }> {
  const { plan, layout, extras } = await loaded();
  const changed = change(plan);
  return { plan: changed, ...valueOf(await fillMatrix(changed, layout, extras, original)) };
}

describe('the matrix that a plan came from', () => {
  test('comes back cell by cell; only what is not reported is blank, and our ids stand in a hidden column', async () => {
    const { bytes, plan } = await filled();
    const before = cellsElsewhere(openElsewhere(ORIGINAL));
    const after = cellsElsewhere(openElsewhere(bytes));
    const changed = new Set<string>();
    for (const ref of new Set([...before.keys(), ...after.keys()])) {
      if (JSON.stringify(before.get(ref)) !== JSON.stringify(after.get(ref))) changed.add(ref);
    }
    // The zeros of quarters that nobody had reported yet.
    const zeros = [...changed].filter((ref) => /^[MNO](1\d|2[01])$/.test(ref));
    expect(zeros).toHaveLength(36);
    expect(zeros.every((ref) => after.get(ref)?.value === undefined)).toBe(true);
    expect([...changed].filter((ref) => !zeros.includes(ref) && !ref.startsWith('R'))).toEqual([]);
    const ids = Array.from({ length: 12 }, (_, row) => after.get(`R${row + 10}`)?.value);
    expect(ids).toEqual(plan.indicators.map(({ id }) => id));
    expect(after.get('R9')?.value).toBe('ID INDICADOR');
    const sheet = openElsewhere(bytes).Sheets['Hoja1'] ?? Object.values(openElsewhere(bytes).Sheets)[0];
    expect(sheet?.['!cols']?.[17]?.hidden).toBe(true);
  });

  test('has the results that were reported since, its own formulas and what they come to', async () => {
    const { bytes } = await filled((plan) => reported(plan, 2, 1, 14));
    const cells = cellsElsewhere(openElsewhere(bytes));
    expect(at(cells, 'M12').value).toBe(14);
    expect(cells.get('P12')).toMatchObject({ formula: 'SUM(L12:O12)/K12', value: 1 });
  });
});

/** The plan once so much was reported of the indicator at a place, in a period at a place. */
function reported(plan: Plan, at: number, period: number, v: number): Plan {
  const id = plan.periods[period]?.id ?? '0-0';
  const indicators = plan.indicators.map((indicator, place) => {
    if (place !== at) return indicator;
    const said = indicator.reports.get(id) ?? NOTHING_SAID;
    return {
      ...indicator,
      reports: new Map([...indicator.reports, [id, { ...said, report: { k: 'value', v } as const }]]),
    };
  });
  return { ...plan, indicators };
}

/** What a cell of a sheet holds in the file itself, by the sheet's place from 1. */
function resultIn(bytes: Uint8Array, sheet: number, ref: string): string | undefined {
  const xml = strFromU8(unzipSync(bytes)[`xl/worksheets/sheet${sheet}.xml`] ?? new Uint8Array());
  return new RegExp(`<c r="${ref}"[^>]*>(.*?)</c>`).exec(xml)?.[1];
}

describe('a matrix with everything that people put in theirs', () => {
  test('goes back the very same where nothing changed', async () => {
    const original = await aRichMatrix();
    const { bytes, lost } = await throughPlan(original);
    for (const sheet of ['Carátula', 'Plan', 'Sumas']) {
      const before = cellsElsewhere(openElsewhere(original), sheet);
      const after = cellsElsewhere(openElsewhere(bytes), sheet);
      const ours = [...after].filter(([ref]) => sheet === 'Plan' && ref.startsWith('K'));
      const theirs = [...after].filter(([ref]) => !ours.some(([own]) => own === ref));
      expect(Object.fromEntries(theirs)).toEqual(Object.fromEntries(before));
      expect(ours).toHaveLength(sheet === 'Plan' ? 4 : 0);
    }
    expect(lost).toEqual([]);
    const before = openElsewhere(original);
    const after = openElsewhere(bytes);
    expect(after.SheetNames).toEqual(before.SheetNames);
    expect(after.Workbook?.Sheets?.map(({ Hidden }) => Hidden)).toEqual([0, 0, 1]);
    expect(planSheet(after)['!merges']).toEqual(planSheet(before)['!merges']);
    expect(planSheet(after)['!cols']?.slice(0, 3)).toEqual(planSheet(before)['!cols']?.slice(0, 3));
  });

  test('takes new rows in before its total, and what is below moves with what is said of it', async () => {
    const original = await aRichMatrix();
    const { bytes } = await throughPlan(original, (plan) => withIndicator(plan, 'Encuesta', 8, 2));
    const book = openElsewhere(bytes);
    const cells = cellsElsewhere(book, 'Plan');
    expect(at(cells, 'C9').value).toBe('Encuesta');
    expect(at(cells, 'F9').value).toBe(8);
    expect(cells.get('I9')).toMatchObject({ formula: 'SUM(G9:H9)/F9', value: 0.25, format: '0.0%' });
    expect(at(cells, 'D9').format).toBe('dd-mmm-yy');
    expect(at(cells, 'K9').value).toBe('ind:new');
    // The total takes the new row in, and so does the name; the sheet that adds up follows.
    expect(at(cells, 'I10').formula).toBe('AVERAGE(I6:I9)');
    expect(at(cells, 'A12').value).toBe('Fuente: Oficina de TIC');
    expect(cellsElsewhere(book, 'Sumas').get('A1')?.formula).toBe('SUM(Plan!G6:G9)+Plan!I10');
    expect(book.Workbook?.Names?.find(({ Name }) => Name === 'Resultados')?.Ref).toBe('Plan!$I$6:$I$9');
    expect((planSheet(book)['A12'] as CellObject | undefined)?.c?.[0]?.t).toContain('Revisar');
    const merges = (planSheet(book)['!merges'] ?? []).map((range) => utils.encode_range(range));
    expect(merges.toSorted()).toEqual(['A12:E12', 'A6:A7', 'B6:B7', 'G4:H4']);
  });

  test('leaves no total with what it came to before, here or on another sheet, and every one that did not change', async () => {
    const original = await aRichMatrix();
    const { bytes, lost } = await throughPlan(original, (plan) => withIndicator(plan, 'Encuesta', 8, 2));
    expect(resultIn(bytes, 2, 'I10')).toBe('<f>AVERAGE(I6:I9)</f>');
    expect(resultIn(bytes, 3, 'A1')).toBe('<f>SUM(Plan!G6:G9)+Plan!I10</f>');
    expect(resultIn(bytes, 2, 'I6')).toBe('<f>SUM(G6:H6)/F6</f><v>1</v>');
    expect(lost).toEqual([]);
  });

  test('tells a total that is a figure and stands as it was, by the cell where it is now', async () => {
    const original = await aRichMatrix(6, 2.2);
    const totalsIn = async (change: (plan: Plan) => Plan) =>
      (await throughPlan(original, change)).lost.flatMap((fact) =>
        fact.code === 'totalsAsFigures' ? fact.cells : [],
      );
    expect(await totalsIn((plan) => plan)).toEqual([]);
    expect(await totalsIn((plan) => reported(plan, 1, 0, 3))).toEqual(['G9']);
    expect(await totalsIn((plan) => reported(plan, 1, 1, 3))).toEqual([]);
    expect(await totalsIn((plan) => withIndicator(plan, 'Encuesta', 6, 2))).toEqual(['F10', 'G10']);
    expect(LOST_FACTS.totalsAsFigures({ cells: ['F10', 'G10'] })).toBe(
      'El total está escrito como cifra y queda como estaba en F10, G10, aunque hay datos nuevos en su columna. Revíselo en la hoja de cálculo.',
    );
  });

  test('says what changed in its own cells: a text, a target in percent, days, a result, another way to add up', async () => {
    const original = await aRichMatrix();
    const { bytes } = await throughPlan(original, (plan) => ({
      ...reported(plan, 2, 1, 0.7),
      indicators: reported(plan, 2, 1, 0.7).indicators.map((indicator, at) => ({
        ...indicator,
        ...(at === 0 && { name: 'Documento firmado', end: '2026-06-30' as const }),
        ...(at === 1 && { target: 0.5, targetUnit: 'percent' as const }),
        ...(at === 2 && { accumulation: 'latest' as const }),
      })),
    }));
    const cells = cellsElsewhere(openElsewhere(bytes), 'Plan');
    expect(at(cells, 'C6').value).toBe('Documento firmado');
    expect(cells.get('E6')).toMatchObject({ value: 46_203, format: 'dd-mmm-yy' });
    expect(cells.get('F7')).toMatchObject({ value: 0.5, format: '0%' });
    expect(cells.get('H8')).toMatchObject({ value: 0.7, format: '0%' });
    expect(cells.get('I8')).toMatchObject({ value: 0.7, format: '0.0%' });
    expect(at(cells, 'I8').formula).toContain('ISNUMBER(H8)');
    expect(at(cells, 'I7').formula).toBe('SUM(G7:H7)/F7');
  });

  test('keeps the row of what was removed, and says so', async () => {
    const original = await aRichMatrix();
    const { bytes, lost } = await throughPlan(original, (plan) => ({
      ...plan,
      indicators: plan.indicators.filter((_, at) => at !== 1),
    }));
    expect(lost).toEqual([{ code: 'removedRowsKept', rows: [7] }]);
    expect(cellsElsewhere(openElsewhere(bytes), 'Plan').get('C7')?.value).toBe('Socialización');
  });

  test.each(['xls', 'ods'] as const)(
    'that came as .%s goes back as .xlsx, with the same table',
    async (kind) => {
      const original = await (kind === 'xls' ? asXls : asOds)(await aRichMatrix());
      const { bytes, lost, extension } = await throughPlan(original, (plan) => reported(plan, 1, 1, 3));
      expect([extension, lost[0]]).toEqual(['xlsx', { code: 'otherFormat', from: kind }]);
      const cells = cellsElsewhere(openElsewhere(bytes), 'Plan');
      expect(at(cells, 'C7').value).toBe('Socialización');
      expect(at(cells, 'H7').value).toBe(3);
      expect(cells.get('I7')).toMatchObject({
        formula: expect.stringContaining('SUM(G7:H7)/F7') as string,
        value: 1,
      });
    },
  );

  test('is made anew where the file is on another device: the same columns, titles and widths, and what is not kept', async () => {
    const original = await aRichMatrix();
    const { bytes, lost } = await throughPlan(original, (plan) => reported(plan, 1, 1, 3), null);
    expect(lost).toEqual([
      { code: 'otherSheets', names: ['Carátula', 'Sumas'] },
      { code: 'looks' },
      { code: 'rowsBelow' },
    ]);
    const cells = cellsElsewhere(openElsewhere(bytes));
    const header = ['A4', 'B4', 'C4', 'D4', 'E4', 'F4', 'G4', 'I4', 'J4', 'G5', 'H5', 'K5'].map(
      (ref) => cells.get(ref)?.value,
    );
    expect(header).toEqual([
      ...[
        'ITEM',
        'ACTIVIDAD',
        'INDICADOR',
        'FECHA INICIO',
        'FECHA FINAL',
        'META',
        '2026',
        'RESULTADO',
        'SECTOR',
      ],
      ...['RESULTADO TRIMESTRE 1', 'RESULTADO TRIMESTRE 2', 'ID INDICADOR'],
    ]);
    expect(at(cells, 'A2').value).toBe('PLAN DE ACCIÓN 2026');
    expect(at(cells, 'J8').value).toBe('Salud');
    expect(cells.get('D7')).toMatchObject({ value: 46_023, format: 'dd-mmm-yy' });
    expect(cells.get('I7')).toMatchObject({ formula: 'SUM(G7:H7)/F7', value: 1, format: '0.0%' });
    expect(cells.get('F8')).toMatchObject({ value: 1, format: '0%' });
  });
});

function asXls(bytes: Uint8Array): Promise<Uint8Array> {
  const written = write(openElsewhere(bytes), { type: 'array', bookType: 'biff8' }) as ArrayBuffer;
  return Promise.resolve(new Uint8Array(written));
}

async function asOds(bytes: Uint8Array): Promise<Uint8Array> {
  const { sheets } = await readXlsx(bytes, { readStyles: true });
  return writeOds({
    sheets: sheets.map(({ name, rows, cells = new Map(), merges = [] }) => ({ name, rows, cells, merges })),
  });
}

test('our ids stand beside the last column however wide its cells are joined, and come back with them', async () => {
  const day = (text: string) => new Date(`${text}T00:00:00Z`);
  const header = ['ITEM', 'ACTIVIDAD', 'INDICADOR', 'FECHA INICIO', 'FECHA FINAL', 'META'];
  const rows = [
    ['PLAN DE ACCIÓN 2026'],
    [...header, '2026 RESULTADO TRIMESTRE 1', 'OBSERVACIONES'],
    [1, 'Definir', 'Documento', day('2026-01-01'), day('2026-03-31'), 1, 1, 'Firmado'],
    [2, 'Medir', 'Avance', day('2026-02-01'), day('2026-12-31'), 4, 2, 'En curso'],
  ];
  const merges = [
    { startRow: 0, startCol: 0, endRow: 0, endCol: 12 },
    ...[1, 2, 3].map((row) => ({ startRow: row, startCol: 7, endRow: row, endCol: 9 })),
  ];
  const file = new Uint8Array(await writeXlsx({ sheets: [{ name: 'Plan', rows, merges }] }));
  const { bytes } = await throughPlan(file);
  expect(cellsElsewhere(openElsewhere(bytes), 'Plan').get('K2')?.value).toBe('ID INDICADOR');
  const { reading } = valueOf(await readMatrixBytes(bytes, 'matriz.xlsx'));
  expect(reading.rows.every(({ indicatorId }) => indicatorId.startsWith('ind:'))).toBe(true);
});

test('a number that takes the place of one in words is told, so that no unit goes unsaid', async () => {
  const rows = [
    ['ITEM', 'ACTIVIDAD', 'INDICADOR', 'META', 'FECHA INICIO', 'FECHA FINAL', '2026 T1', '2026 T2'],
    [1, 'Definir', 'Documentos', '10 documentos', '2026-01-01', '2026-12-31', 2, 'pendiente'],
    [2, 'Medir', 'Avance', '4', '2026-02-01', '2026-12-31', 1, null],
  ];
  const file = new Uint8Array(await writeXlsx({ sheets: [{ name: 'Plan', rows }] }));
  const { bytes, lost } = await throughPlan(file, (plan) => {
    const [first, ...others] = plan.indicators;
    const counted = first && { ...first, target: 10, targetUnit: 'count' as const };
    const all = { ...plan, indicators: counted ? [counted, ...others] : others };
    return reported(all, 0, 1, 5);
  });
  expect(at(cellsElsewhere(openElsewhere(bytes), 'Plan'), 'D2').value).toBe(10);
  expect(lost).toContainEqual({ code: 'wordsReplaced', cells: ['D2'] });
  expect(LOST_FACTS.wordsReplaced({ cells: ['D2'] })).toBe(
    'Queda solo el número, para que la hoja pueda calcular con él, en D2: tenía también palabras.',
  );
});

/** The plan with one more indicator under its last activity, which has so much reported of so much in its first period. */
function withIndicator(plan: Plan, name: string, target: number, v: number): Plan {
  const last = plan.indicators.at(-1);
  const [first] = plan.periods;
  if (!last || !first) throw new Error('an empty plan');
  const reports = new Map([[first.id, { ...NOTHING_SAID, report: { k: 'value', v } as const }]]);
  const added = { ...last, id: 'ind:new', name, target, targetUnit: 'count' as const, reports };
  return { ...plan, indicators: [...plan.indicators, added] };
}
