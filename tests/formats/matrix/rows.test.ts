import { describe, expect, test } from 'vitest';
import { FULL, aRow, codes, only, reading, table } from './plans';

describe('identity', () => {
  const BLANK_IDENTITY = { ITEM: null, CRITERIO: null, PHVA: null, ACTIVIDAD: null };

  test('plain blanks are the same as above, each with its finding; results never are', () => {
    const read = table(
      aRow(),
      aRow({ ...BLANK_IDENTITY, '2023 TRIMESTRE 1': null, 'META DEL INDICADOR': null }),
    );
    expect(read.rows[1]).toMatchObject({
      itemNumber: '1',
      criterion: 'Hoja de ruta',
      phvaStage: 'plan',
      activityName: '1. Definir',
      continuesItem: true,
      continuesActivity: true,
      itemIndex: 0,
      activityIndex: 0,
      target: null,
      inherited: { itemNumber: 'blank', criterion: 'blank', phvaStage: 'blank', activity: 'blank' },
    });
    expect(read.rows[1]?.values[0]).toBeNull();
    expect(
      only(read, 'inheritedBlank')
        .map(({ field, place }) => `${place.column}${place.row} ${field}`)
        .sort(),
    ).toEqual(['A3 itemNumber', 'B3 criterion', 'C3 phvaStage', 'D3 activity']);
  });

  test('a text printed again is another activity, in the same item too', () => {
    const read = table(aRow(), aRow());
    expect(
      read.rows.map(({ activityIndex, continuesActivity }) => [activityIndex, continuesActivity]),
    ).toEqual([
      [0, false],
      [1, false],
    ]);
  });

  test('nothing is taken from another item', () => {
    const read = table(aRow(), aRow({ ...BLANK_IDENTITY, ITEM: 2 }));
    expect(read.rows[1]).toMatchObject({
      itemIndex: 1,
      activityIndex: 1,
      criterion: '',
      activityName: '',
      phvaStage: null,
    });
    expect(codes(read)).toEqual(['blankIdentity', 'blankIdentity', 'blankIdentity']);
  });

  test('the same number printed again with no other criterion is the same item', () => {
    const read = table(
      aRow(),
      aRow({ CRITERIO: null, ACTIVIDAD: null, PHVA: null }),
      aRow({ CRITERIO: 'Otro' }),
    );
    expect(read.rows.map(({ itemIndex }) => itemIndex)).toEqual([0, 0, 1]);
  });

  test('a merge gives identity and never dates, targets or results: that is said', () => {
    const merged = aRow({
      ...BLANK_IDENTITY,
      'FECHA INICIO': null,
      'META DEL INDICADOR': null,
      '2023 TRIMESTRE 1': null,
      RESULTADO: null,
    });
    const merges = ['A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'H2:H3', 'K2:K3', 'L2:L3', 'N2:N3'];
    const read = reading([FULL, aRow(), merged], merges);
    expect(read.rows[1]).toMatchObject({
      activityName: '1. Definir',
      start: null,
      target: null,
      stated: null,
    });
    expect(read.rows[1]?.values[0]).toBeNull();
    expect(
      only(read, 'mergeNotFilled')
        .map(({ range }) => range)
        .sort(),
    ).toEqual(['H2:H3', 'K2:K3', 'L2:L3', 'N2:N3']);
    expect(codes(read)).not.toContain('inheritedBlank');
  });
});

describe('cells', () => {
  test('kinds of empty are words, and a blank is none', () => {
    const read = table(
      aRow({ '2023 TRIMESTRE 1': 'No aplica', '2023 TRIMESTRE 2': 'no programado' }),
      aRow({ '2023 TRIMESTRE 1': null, '2023 TRIMESTRE 2': '-' }),
    );
    expect(read.rows.map(({ values }) => values.slice(0, 2))).toEqual([
      [{ k: 'notApplicable' }, { k: 'notScheduled' }],
      [null, null],
    ]);
    expect(codes(read)).toEqual([]);
  });

  test('a target in words stays as text, with its finding', () => {
    const read = table(aRow({ 'META DEL INDICADOR': '2 Estrategias', 'DESCRIPCION DE LA META': null }));
    expect(read.rows[0]).toMatchObject({ target: null, targetText: '2 Estrategias' });
    expect(only(read, 'unreadableNumber')[0]?.place).toEqual({
      sheet: 'Plan',
      row: 2,
      column: 'K',
      header: 'META DEL INDICADOR',
      text: '2 Estrategias',
    });
  });

  test('doubtful numbers and dates are read and said', () => {
    const read = table(aRow({ 'META DEL INDICADOR': '1.500', 'FECHA INICIO': '02/03/23' }));
    expect(read.rows[0]).toMatchObject({ target: 1500, start: '2023-03-02' });
    expect(only(read, 'ambiguousNumber')[0]?.read).toBe(1500);
    expect(only(read, 'ambiguousDate')[0]?.read).toBe('2023-03-02');
  });

  test('what cannot be read stays empty and is said', () => {
    const formula = { kind: 'blank', text: '', formula: 'A1*2' } as const;
    const read = table(
      aRow({
        'FECHA INICIO': '1º semestre',
        '2023 TRIMESTRE 1': 'tres',
        RESULTADO: '#DIV/0!',
        PHVA: 'X',
        '2023 TRIMESTRE 2': formula,
      }),
      aRow({ 'FECHA INICIO': '31/12/23', 'FECHA FINAL': '01/01/23' }),
    );
    expect(read.rows[0]).toMatchObject({
      start: null,
      values: [null, null, null, null],
      stated: null,
      phvaStage: null,
    });
    expect(codes(read).sort()).toEqual(
      [
        'dateReversed',
        'errorCell',
        'formulaWithoutValue',
        'unreadableDate',
        'unreadableNumber',
        'unreadableStage',
      ].sort(),
    );
    expect(read.rows[1]).toMatchObject({ start: '2023-12-31', end: '2023-01-01' });
  });

  test('unknown columns are kept under their header, whatever it is called, and a repeated one with its letter', () => {
    const read = reading([
      [...FULL, 'L.B', 'L.B', '__proto__', null],
      [...aRow(), '28,72%', 'x', 'y', 'z'],
    ]);
    expect(Object.entries(read.rows[0]?.extra ?? {})).toEqual([
      ['L.B', '28,72%'],
      ['L.B (Q)', 'x'],
      ['__proto__', 'y'],
      ['S', 'z'],
    ]);
    expect(only(read, 'unmappedColumn').map(({ column, cells }) => `${column}${cells}`)).toEqual([
      'Q1',
      'R1',
      'S1',
    ]);
    expect(structuredClone(read)).toEqual(read);
  });
});
