import { describe, expect, test } from 'vitest';
import { readMatrix } from '../../../src/formats/matrix/readMatrix';
import { aSheet, aWorkbook } from '../tables';
import { FULL, aRow, codes, only, reading, table } from './plans';

describe('finding the header', () => {
  test('under a title band, over two rows, with blanks inside words and without merges', () => {
    const read = reading([
      ['ALCALDÍA DE PRUEBA'],
      ['Objetivo', null, 'Servir mejor'],
      ['ITEM', 'ACTIVIDAD', 'PRODUCTO', 'META DEL INDICADOR', '2022', null, 'OBSERVACIONES'],
      [null, null, null, null, 'RES ULT AD O TRI ME STR E 1', 'RES ULT AD O TRI ME STR E 2', null],
      ['1', 'Hacer', 'Acta', '2', '1', '0', ''],
    ]);
    expect(read.layout.headerRows).toEqual({ first: 3, last: 4 });
    expect(read.columns.map(({ field, period }) => field ?? period?.index)).toEqual([
      'itemNumber',
      'activity',
      'deliverable',
      'target',
      0,
      1,
      'remark',
    ]);
    expect(read.facts).toMatchObject({
      entityName: 'ALCALDÍA DE PRUEBA',
      objective: 'Servir mejor',
      planYear: 2022,
    });
  });

  test('a group band over the header does not hide it', () => {
    const read = reading(
      [
        ['PLAN', null, null, 'SEGUIMIENTO 2023'],
        ['ACTIVIDAD', 'INDICADOR', 'META', 'TRIMESTRE 1'],
        ['a', 'b', 1, 2],
      ],
      ['A1:C1'],
    );
    expect(read.rows[0]).toMatchObject({ activityName: 'a', indicatorName: 'b', target: 1 });
    expect(read.periods.length).toBe(4);
  });

  test('without a year in the headers, the dates give it', () => {
    const rows = [
      FULL.map((header) => header.replace('2023 ', '')),
      aRow(),
      aRow({ 'FECHA INICIO': '05-feb-22' }),
      aRow(),
    ];
    expect(reading(rows).facts.planYear).toBe(2023);
  });

  test('months and semesters make their calendars', () => {
    const header = (period: string) => [
      ['ACTIVIDAD', 'PRODUCTO', 'META', `2024 RESULTADO ${period}`],
      ['a', 'b', 1, 1],
    ];
    expect(reading(header('SEMESTRE 2')).periods.map(({ end }) => end)).toEqual(['2024-06-30', '2024-12-31']);
    expect(reading(header('MES 12')).proposedCut).toBe('2024-12-31');
  });

  test('a target and its results measure an activity that names no indicator', () => {
    const read = reading(
      [
        ['PLAN DE ACCIÓN 2025'],
        ['Ítem', 'Actividad', 'Responsable', 'Meta', 'Trimestre', null],
        [null, null, null, null, 'I', 'II'],
        [1, 'Publicar datos', 'OAI', 8, 2, null],
      ],
      ['E2:F2'],
    );
    expect(read.rows).toMatchObject([{ activityName: 'Publicar datos', indicatorName: '', target: 8 }]);
    expect(read.rows[0]?.values).toEqual([{ k: 'value', v: 2 }, null, null, null]);
  });

  test('what is no plan matrix says which headers are missing', () => {
    const other = readMatrix(
      aWorkbook([
        ['DOMINIO', 'INICIATIVA', '%'],
        ['Estrategia', 'PETI', 85],
      ]),
      'otro.xlsx',
    );
    expect(other).toEqual({
      ok: false,
      problem: {
        code: 'matrixNotFound',
        file: 'otro.xlsx',
        missing: ['ACTIVIDAD', 'DESCRIPCIÓN DEL INDICADOR', 'META DEL INDICADOR', 'RESULTADO TRIMESTRE 1'],
      },
    });
  });

  test('an activity is enough: what a matrix does not measure or report yet is simply not there', () => {
    const rows = [
      ['ITEM', 'ACTIVIDAD', 'META', '2023 TRIMESTRE 1'],
      [1, 'Hacer la hoja de ruta', 4, 1],
    ];
    const [row] = reading(rows).rows;
    expect(row).toMatchObject({ activityName: 'Hacer la hoja de ruta', indicatorName: '', target: 4 });
    expect(row?.values[0]).toEqual({ k: 'value', v: 1 });
    const planned = reading([
      ['Vigencia', 2024],
      ['ACTIVIDAD', 'INDICADOR', 'META', 'RESPONSABLE'],
      ['Hacer', 'Hojas hechas', 2, 'TIC'],
    ]);
    expect(planned.rows).toMatchObject([
      { indicatorName: 'Hojas hechas', target: 2, values: [null, null, null, null] },
    ]);
  });

  test('a header without rows says so', () => {
    expect(readMatrix(aWorkbook([FULL]), 'plan.xlsx')).toMatchObject({
      problem: { code: 'matrixWithoutRows', sheet: 'Plan' },
    });
  });

  test('other sheets are set aside and named; hidden ones are not chosen', () => {
    const main = aSheet([FULL, aRow()], [], 'Plan');
    const hidden = { ...aSheet([FULL, aRow(), aRow()], [], 'Viejo'), isHidden: true };
    const read = readMatrix({ sheets: [hidden, main, aSheet([['Lista']], [], 'Listas')] }, 'plan.xlsx');
    expect(read.ok && read.value.sheet).toBe('Plan');
    expect(read.ok && only(read.value, 'sheetSetAside')).toEqual([
      { code: 'sheetSetAside', sheet: 'Viejo', isHidden: true, rows: 3, looksLikeMatrix: true },
      { code: 'sheetSetAside', sheet: 'Listas', isHidden: false, rows: 1, looksLikeMatrix: false },
    ]);
  });
});

describe('rows that are not what they seem', () => {
  test('a row that slid to the left is not read right of its activity, and is said with its cells', () => {
    const cells = aRow({ ITEM: null, CRITERIO: null, ACTIVIDAD: '2. Seguir' });
    const slid = [...cells.slice(0, 5), ...cells.slice(6), null];
    const read = table(aRow(), slid);
    expect(read.rows[1]).toMatchObject({
      isShifted: true,
      activityName: '2. Seguir',
      deliverable: '',
      indicatorName: '',
      target: null,
      start: null,
      stated: null,
      remark: '',
      values: [null, null, null, null],
    });
    expect(only(read, 'shiftedRow')[0]).toMatchObject({ place: { row: 3, column: 'G', text: '01-ene-23' } });
    expect(only(read, 'shiftedRow')[0]?.cells).toContainEqual({ column: 'F', text: '1 hoja' });
  });

  test('totals, notes, signatures and repeated headers are set aside, each said', () => {
    const total = FULL.map((header) => ({ ITEM: 'TOTAL', RESULTADO: '40,9%' })[header] ?? null);
    const signature = ['Elaboró: Equipo OAI', null, 'Aprobó: Jefe OAI'];
    const read = table(aRow(), FULL, aRow({ ITEM: 2 }), total, ['Fuente: OAI'], signature);
    expect(read.rows.map(({ sourceRow }) => sourceRow)).toEqual([2, 4]);
    expect(only(read, 'rowSetAside').map(({ reason, place }) => [place.row, reason])).toEqual([
      [3, 'repeatedHeader'],
      [5, 'total'],
      [6, 'note'],
      [7, 'note'],
    ]);
  });

  test('another table below ends this one', () => {
    const read = table(aRow(), ['ACTIVIDAD', 'PRODUCTO', 'RESPONSABLE', 'META'], ['a', 'b', 'c', 1]);
    expect(read.rows.length).toBe(1);
    expect(only(read, 'rowSetAside')[0]?.reason).toBe('otherTable');
  });

  test('rows with nothing but prepared formulas are no rows', () => {
    const prepared = FULL.map((header) =>
      header === 'RESULTADO' ? ({ kind: 'error', text: '#DIV/0!', formula: 'L9/K9' } as const) : null,
    );
    expect(table(aRow(), prepared, prepared).rows.length).toBe(1);
  });

  test('declared rows without cells are named', () => {
    const sheet = { ...aSheet([FULL, aRow()]), declaredRows: 1003, isTruncated: true };
    const read = readMatrix({ sheets: [sheet] }, 'plan.xlsx');
    expect(read.ok && codes(read.value)).toEqual(['sheetTruncated', 'phantomRows']);
  });
});

describe('the cut', () => {
  test('without any result there is none to propose, and no zero is doubted', () => {
    const read = table(aRow({ '2023 TRIMESTRE 1': 0 }));
    expect(read.proposedCut).toBeNull();
    expect(read.zeroPeriods).toEqual([]);
  });

  test('blank periods after it are not zeros', () => {
    const read = table(aRow({ '2023 TRIMESTRE 2': null }));
    expect(read.proposedCut).toBe('2023-03-31');
    expect(read.zeroPeriods).toEqual([]);
  });
});
