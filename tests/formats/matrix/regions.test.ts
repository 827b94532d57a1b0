import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMatrix } from '../../../src/formats/matrix/readMatrix';
import type { MatrixReading } from '../../../src/formats/matrix/reading';
import { aSheet, aWorkbook } from '../tables';
import type { Written } from '../tables';
import { FULL, aRow, only, reading } from './plans';

const PLAN = ['ACTIVIDAD', 'INDICADOR', 'META', '2024 T1'];
const aPlanRow = (at: number): readonly Written[] => [`Hacer ${at}`, `Hecho ${at}`, at, 1];
const places = ({ tables }: MatrixReading) =>
  tables.map(({ columns, headerRows, lastRow, isRead }) => {
    const range = `${columns.first}${headerRows.first}:${columns.last}${lastRow}`;
    return isRead ? `${range} *` : range;
  });

describe('tables side by side', () => {
  test('a list beyond a blank column is a table of its own, whatever its headers are', () => {
    const read = reading([
      [...PLAN, null, 'Clase', 'Cuántas'],
      [...aPlanRow(1), null, 'Crítica', 7],
      [...aPlanRow(2), null, 'Finalizada', 4],
      [...aPlanRow(3)],
    ]);
    expect(read.columns.map(({ letter }) => letter)).toEqual(['A', 'B', 'C', 'D']);
    expect(places(read)).toEqual(['A1:D4 *', 'F1:G4']);
    expect(read.tables[1]).toMatchObject({ knownColumns: 0, rows: 2 });
    expect(only(read, 'rowSetAside').map(({ place, reason }) => [place.row, place.column, reason])).toEqual([
      [1, 'F', 'otherTable'],
    ]);
  });

  test('a list beside the table that we wrote our ids in stays a table of its own', () => {
    const read = reading([
      [...PLAN, 'ID INDICADOR', null, 'RESPONSABLE', 'CORREO'],
      [...aPlanRow(1), 'ind:1', null, 'OAI', 'a@b.co'],
      [...aPlanRow(2), 'ind:2'],
    ]);
    expect(places(read)).toEqual(['A1:E3 *', 'G1:H3']);
    expect(read.rows.map(({ extra, responsible }) => [extra, responsible])).toEqual([
      [{}, []],
      [{}, []],
    ]);
  });

  test('a list that reaches further down adds no rows', () => {
    const read = reading([
      [...PLAN, null, 'Dependencia', 'Cargo'],
      [...aPlanRow(1), null, 'OAI', 'Jefe'],
      [null, null, null, null, null, 'Prensa', 'Jefe'],
      [null, null, null, null, null, 'Planeación', 'Jefe'],
    ]);
    expect(read.rows.map(({ sourceRow }) => sourceRow)).toEqual([2]);
    expect(read.setAside).toEqual([]);
  });

  test('a list that begins above the header is no part of the plan', () => {
    const read = reading([
      ['PLAN DE ACCIÓN 2024', null, null, null, null, 'Clase', 'Cuántas'],
      [null, null, null, null, null, 'Crítica', 7],
      [...PLAN, null, 'Finalizada', 4],
      [...aPlanRow(1)],
    ]);
    expect(places(read)).toEqual(['F1:G4', 'A3:D4 *']);
    expect(read.columns.length).toBe(4);
    expect(read.facts.title).toBe('PLAN DE ACCIÓN 2024');
  });

  test('neither is one with its name above it', () => {
    for (const merges of [[], ['F2:G2']]) {
      const read = reading(
        [
          ['Vigencia', 2024],
          [null, null, null, null, null, 'CONVENCIONES'],
          [...PLAN, null, 'COLOR', 'SIGNIFICADO'],
          [...aPlanRow(1), null, 'Verde', 'Cumplido'],
          [...aPlanRow(2), null, 'Rojo', 'Incumplido'],
        ],
        merges,
      );
      expect(read.rows.map(({ extra }) => extra)).toEqual([{}, {}]);
      expect(only(read, 'rowSetAside').map(({ place, reason }) => [place.text, reason])).toEqual([
        ['CONVENCIONES', 'otherTable'],
      ]);
    }
  });

  test('a column left blank between the plan and its follow-up parts nothing', () => {
    const read = reading([
      ['ACTIVIDAD', 'INDICADOR', 'META', null, '2024 T1', 'OBSERVACIONES', null, 'Correo'],
      ['Hacer', 'Hecho', 4, null, 1, 'Bien', null, 'a@b.co'],
    ]);
    expect(read.rows[0]).toMatchObject({ target: 4, remark: 'Bien', extra: { Correo: 'a@b.co' } });
    expect(places(read)).toEqual(['A1:H2 *']);
  });

  test('a second set of headers is another table, with no blank column between', () => {
    const read = reading([
      ['PLAN 2024'],
      [...PLAN, 'ACTIVIDAD', 'INDICADOR', 'META', 'RESPONSABLE'],
      [...aPlanRow(1), 'Otra', 'Otro', 5, 'OAI'],
    ]);
    expect(places(read)).toEqual(['A2:D3 *', 'E2:H3']);
    expect(read.rows[0]).toMatchObject({ activityName: 'Hacer 1', responsible: [], extra: {} });
  });

  test('a header that is repeated once is kept, and parts nothing (X-22)', () => {
    const read = reading([
      ['ACTIVIDADES', 'FECHA INICIO', 'ACTIVIDADES', 'INDICADOR', 'META', '2024 T1'],
      ['Hacer', '1/01/24', 'Acta', 'Hecho', 1, 0],
    ]);
    expect(read.rows[0]).toMatchObject({ activityName: 'Hacer', extra: { 'ACTIVIDADES (C)': 'Acta' } });
  });
});

describe('tables one under another', () => {
  const stacked: readonly (readonly Written[])[] = [
    ['PLAN DE ACCIÓN 2024'],
    PLAN,
    aPlanRow(1),
    aPlanRow(2),
    [],
    ['Compromisos de la mesa'],
    ['ACTIVIDAD', 'RESPONSABLE', 'FECHA FINAL'],
    ['Enviar el acta', 'OAI', '31/01/24'],
  ];

  test('each is listed, the one with figures is read, and the others are said', () => {
    const read = reading(stacked);
    expect(places(read)).toEqual(['A2:D4 *', 'A7:C8']);
    expect(read.rows.length).toBe(2);
    expect(only(read, 'rowSetAside').map(({ place }) => place)).toEqual([
      { sheet: 'Plan', row: 7, column: 'A', header: '', text: 'ACTIVIDAD' },
    ]);
  });

  test('the other one is read when a person chooses it', () => {
    const read = readMatrix(aWorkbook(stacked), 'plan.xlsx', {
      choices: { sheet: 'Plan', headerRows: { first: 7, last: 7 } },
      thisYear: 2025,
    });
    expect(read).toMatchObject({
      ok: true,
      value: { facts: { planYear: 2024 }, rows: [{ activityName: 'Enviar el acta', responsible: ['OAI'] }] },
    });
    expect(read.ok && places(read.value)).toEqual(['A2:D4', 'A7:C8 *']);
  });

  test('the better one may stand below; its lines are not those of the first', () => {
    const read = reading([
      ['CONVENCIONES 2019'],
      ['ACTIVIDAD', 'RESPONSABLE', 'FECHA FINAL'],
      ['Enviar el acta', 'OAI', 'pronto'],
      [],
      ['Vigencia', '2024'],
      [...PLAN.slice(0, 3), 'T1'],
      aPlanRow(1),
    ]);
    expect(places(read)).toEqual(['A2:C3', 'A6:D7 *']);
    expect(read.facts.planYear).toBe(2024);
  });

  test('the same header on the next page is no other table', () => {
    const read = reading([FULL, aRow(), [], FULL, aRow()]);
    expect(read.tables.length).toBe(1);
    expect(read.rows.length).toBe(2);
    expect(read.setAside.map(({ reason }) => reason)).toEqual(['repeatedHeader']);
  });
});

describe('tables of several sheets', () => {
  const hidden = { ...aSheet([FULL, aRow(), aRow()], [], 'Viejo'), isHidden: true };

  test('all are listed; a hidden one is read only when it is chosen', () => {
    const workbook = { sheets: [hidden, aSheet([FULL, aRow()], [], 'Plan')] };
    const read = readMatrix(workbook, 'plan.xlsx');
    expect(
      read.ok && read.value.tables.map(({ sheet, isHidden, isRead }) => [sheet, isHidden, isRead]),
    ).toEqual([
      ['Viejo', true, false],
      ['Plan', false, true],
    ]);
    const chosen = readMatrix(workbook, 'plan.xlsx', { choices: { sheet: 'Viejo' } });
    expect(chosen.ok && [chosen.value.sheet, chosen.value.rows.length]).toEqual(['Viejo', 2]);
    expect(readMatrix({ sheets: [hidden] }, 'plan.xlsx')).toMatchObject({
      problem: { code: 'matrixNotFound' },
    });
  });

  test('a list of activities does not go before a plan with figures', () => {
    const list = aSheet(
      [
        ['ID', 'COMPONENTE', 'ACTIVIDAD', 'RESPONSABLE', 'FECHA INICIO', 'FECHA FIN'],
        ['A1', 'x', 'y', 'z', '1/01/24', '1/02/24'],
      ],
      [],
      'Lista',
    );
    const read = readMatrix({ sheets: [list, aSheet([PLAN, aPlanRow(1)])] }, 'plan.xlsx');
    expect(read.ok && read.value.sheet).toBe('Plan');
  });
});

test('wherever a plan stands in its sheet, it reads the same', () => {
  const cell = fc.constantFrom('', 'Hecho', '12', 'Acta de reunión', '31/12/24');
  const rows = fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(rows, fc.nat(70), fc.nat(5), (cells, down, right) => {
      const table = [PLAN, ...cells.map((row, at) => [`Hacer ${at}`, ...row.slice(1)])];
      const moved = [
        ...Array.from({ length: down }, () => []),
        ...table.map((row) => [...Array.from({ length: right }, () => null), ...row]),
      ];
      // What says so little that it is no plan is none anywhere.
      const said = (where: Parameters<typeof reading>[0]) => {
        const read = readMatrix({ sheets: [aSheet(where)] }, 'plan.xlsx');
        return read.ok ? read.value.rows.map((row) => ({ ...row, sourceRow: 0 })) : read.problem.code;
      };
      expect(said(moved)).toEqual(said(table));
    }),
    { numRuns: 60 },
  );
});
