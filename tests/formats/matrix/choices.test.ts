import { describe, expect, test } from 'vitest';
import type { TableChoices } from '../../../src/formats/matrix/choices';
import { readMatrix } from '../../../src/formats/matrix/readMatrix';
import { outlineOf } from '../../../src/formats/matrix/outline';
import { aWorkbook } from '../tables';
import type { Written } from '../tables';
import { FULL, aRow } from './plans';

const ROWS: readonly (readonly Written[])[] = [
  ['Plan de acción 2024'],
  ['Qué se hará', 'INDICADOR', 'META', 'T1', 'T2', 'Dato', 'OBSERVACIONES'],
  ['Hacer', 'Hecho', 4, 1, 2, 'x', 'Bien'],
  ['TOTAL', null, 4, 1, 2],
  ['Elaboró: OAI'],
];

function read(choices: TableChoices, rows = ROWS) {
  return readMatrix(aWorkbook(rows), 'plan.xlsx', { choices });
}

function reading(choices: TableChoices, rows = ROWS) {
  const result = read(choices, rows);
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

const ACTIVITY = { A: { field: 'activity' } } as const;

describe('what a person says of a table', () => {
  test('what a column means', () => {
    expect(read({})).toMatchObject({ problem: { code: 'matrixNotFound', missing: ['ACTIVIDAD'] } });
    const told = reading({ meanings: ACTIVITY });
    expect(told.columns[0]).toMatchObject({ field: 'activity', confidence: 'sure' });
    expect(told.rows[0]).toMatchObject({ activityName: 'Hacer', extra: { Dato: 'x' } });
  });

  test('the activity is enough, whatever is said beside it', () => {
    const rows = [
      ['Quehacer', 'Lo pactado', 'Encargo de'],
      ['Revisar la red', 3, 'Juan'],
    ];
    const meanings = { ...ACTIVITY, B: { field: 'target' }, C: { field: 'responsible' } } as const;
    const choices = { headerRows: { first: 1, last: 1 }, planYear: 2024, meanings };
    expect(reading(choices, rows).rows).toMatchObject([
      { activityName: 'Revisar la red', target: 3, responsible: ['Juan'], indicatorName: '' },
    ]);
  });

  test('a meaning taken from another column leaves that one as it is written', () => {
    const told = reading({ meanings: { ...ACTIVITY, F: { field: 'remark' } } });
    expect(told.rows[0]).toMatchObject({ remark: 'x', extra: { OBSERVACIONES: 'Bien' } });
  });

  test('a period, and a column to be kept', () => {
    const planned = { aspect: 'planned', year: null, monthsPerPeriod: 3, ordinal: 1 } as const;
    const told = reading({ meanings: { ...ACTIVITY, F: { period: planned }, E: 'keep' } });
    expect(told.columns[5]?.period).toEqual({ index: 0, aspect: 'planned' });
    expect(told.rows[0]?.extra).toEqual({ T2: '2', Dato: 'x' });
  });

  test('a column without header', () => {
    const rows = [FULL, [...aRow(), '30%']];
    expect(reading({ meanings: { P: { field: 'weight' } } }, rows).rows[0]).toMatchObject({
      weight: 30,
      extra: {},
    });
  });

  test('rows that count, and rows that do not', () => {
    const told = reading({ meanings: ACTIVITY, rows: { 3: 'out', 4: 'in' } });
    expect(told.rows.map(({ sourceRow }) => sourceRow)).toEqual([4]);
    expect(told.setAside).toEqual([
      { row: 3, text: 'Hacer', reason: 'person' },
      { row: 5, text: 'Elaboró: OAI', reason: 'note' },
    ]);
  });

  test('a row that a person leaves out is told by its activity', () => {
    const head = ['ÍTEM', 'ACTIVIDAD', 'PRODUCTO', 'META', 'FECHA INICIO', 'FECHA FINAL', 'T1'];
    const row = ['2', 'Abrir los datos', 'Portal', '4', '2024-01-01', '2024-12-31', '1'];
    const text = (...cells: readonly string[]) =>
      reading({ rows: { 2: 'out' } }, [head, cells, row]).setAside[0]?.text;
    expect(text(...row)).toBe('Abrir los datos');
    expect(text('2', '', ...row.slice(2))).toBe('Portal');
    expect(text('2', '', '', ...row.slice(3))).toBe('2');
  });

  test('a blank row never counts', () => {
    expect(reading({ meanings: ACTIVITY, rows: { 9: 'in' } }).rows.length).toBe(1);
  });

  test('the last row, the columns and the year', () => {
    const told = reading({
      meanings: ACTIVITY,
      lastRow: 3,
      columns: { first: 'A', last: 'E' },
      planYear: 2031,
    });
    expect(told.setAside).toEqual([]);
    expect(told.columns.map(({ letter }) => letter)).toEqual(['A', 'B', 'C', 'D', 'E']);
    expect(told.facts.planYear).toBe(2031);
    expect(told.periods[0]?.start).toBe('2031-01-01');
    expect(told.isYearGuessed).toBe(false);
  });

  test('the rows of the header', () => {
    const rows: readonly (readonly Written[])[] = [['2024'], ...ROWS.slice(1)];
    const told = reading({ meanings: ACTIVITY, headerRows: { first: 1, last: 2 } }, rows);
    expect(told.layout.headerRows).toEqual({ first: 1, last: 2 });
    expect(told.columns[0]?.header).toBe('2024 Qué se hará');
  });

  test('with a column more than the plan has, the table goes on', () => {
    const rows = [
      [...FULL, null, 'Clase', 'Cuántas'],
      [...aRow(), null, 'Crítica', 7],
    ];
    expect(reading({}, rows).columns.length).toBe(FULL.length);
    const told = reading({ columns: { first: 'A', last: 'R' } }, rows);
    expect(told.rows[0]?.extra).toEqual({ Clase: 'Crítica', Cuántas: '7' });
  });

  test.each([
    ['sheet', { sheet: 'Otra' }],
    ['headerRows', { headerRows: { first: 40, last: 40 } }],
    ['headerRows', { headerRows: { first: 2, last: 1 } }],
    ['headerRows', { headerRows: { first: 0, last: 2 } }],
    ['headerRows', { headerRows: { first: 1, last: 12 } }],
    ['headerRows', { headerRows: { first: Number.NaN, last: 2 } }],
    ['headerRows', { headerRows: { first: 1, last: 1 }, columns: { first: 'C', last: 'D' } }],
    ['columns', { columns: { first: 'C', last: 'A' } }],
    ['columns', { columns: { first: '1', last: 'C' } }],
    ['columns', { columns: { first: 'A', last: 'ZZZ' } }],
    ['lastRow', { meanings: ACTIVITY, lastRow: 2 }],
    ['planYear', { planYear: 24 }],
    ['planYear', { planYear: 2024.5 }],
  ] satisfies [string, TableChoices][])('what the file does not have is said: %s %o', (choice, choices) => {
    expect(read(choices)).toEqual({
      ok: false,
      problem: { code: 'choiceUnusable', file: 'plan.xlsx', choice },
    });
  });

  test('a header without rows is said, not thrown', () => {
    expect(read({ headerRows: { first: 5, last: 5 } })).toMatchObject({
      problem: { code: 'matrixNotFound' },
    });
    expect(read({ meanings: ACTIVITY, rows: { 3: 'out' } })).toMatchObject({
      problem: { code: 'matrixWithoutRows' },
    });
  });
});

describe('the year', () => {
  const undated = [
    ['ACTIVIDAD', 'INDICADOR', 'META', 'T1'],
    ['Hacer', 'Hecho', 4, 1],
  ];

  test('that of the day is taken only where nothing tells it, and that is said', () => {
    const workbook = aWorkbook(undated);
    expect(readMatrix(workbook, 'plan.xlsx')).toMatchObject({ problem: { missing: ['VIGENCIA'] } });
    expect(readMatrix(workbook, 'plan.xlsx', { thisYear: 2026 })).toMatchObject({
      value: { facts: { planYear: 2026 }, isYearGuessed: true },
    });
    expect(readMatrix(workbook, 'plan 2024.xlsx', { thisYear: 2026 })).toMatchObject({
      value: { facts: { planYear: 2024 }, isYearGuessed: false },
    });
  });
});

describe('a file that cannot be read as a plan yet', () => {
  test('shows its first rows, until a person says where its header is and what is the activity', () => {
    const workbook = aWorkbook([['Plan 2024'], [], ['Qué', 'Cuánto'], ['Hacer', 4]]);
    expect(readMatrix(workbook, 'x.csv')).toMatchObject({ problem: { code: 'matrixNotFound' } });
    expect(outlineOf(workbook)).toMatchObject([
      {
        isHidden: false,
        rowCount: 4,
        columnCount: 2,
        firstRows: [
          { row: 1, cells: ['Plan 2024'] },
          { row: 3, cells: ['Qué', 'Cuánto'] },
          { row: 4, cells: ['Hacer', '4'] },
        ],
      },
    ]);
    const choices = { headerRows: { first: 3, last: 3 }, meanings: { A: { field: 'activity' } } } as const;
    expect(readMatrix(workbook, 'x.csv', { choices })).toMatchObject({
      value: { rows: [{ activityName: 'Hacer', extra: { Cuánto: '4' } }], facts: { planYear: 2024 } },
    });
  });
});
