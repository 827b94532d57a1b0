import { describe, expect, test } from 'vitest';
import { readMatrix } from '../../../src/formats/matrix/readMatrix';
import { repaired } from '../../../src/formats/matrix/repairs';
import { aWorkbook } from '../tables';
import { only, reading } from './plans';

describe('PLAZO', () => {
  const HEADER = ['Actividad', 'Meta', 'Plazo', 'T1 2024', 'Responsable'];

  test('over days is when the work ends', () => {
    const read = reading([HEADER, ['Uno', 4, '30/06/2024', 1, 'TIC'], ['Dos', 4, '31/12/2024', 1, 'TIC']]);
    expect(read.rows.map(({ criterion, end }) => [criterion, end])).toEqual([
      ['', '2024-06-30'],
      ['', '2024-12-31'],
    ]);
    expect(read.columns[2]).toMatchObject({ field: 'end', confidence: 'likely' });
  });

  test('over stretches of two days is when it ends, and when it begins is offered', () => {
    const read = reading([HEADER, ['Uno', 4, '1/02/2024 - 30/06/2024', 1, 'TIC']]);
    expect(read.rows[0]).toMatchObject({ start: null, end: '2024-06-30' });
    expect(only(read, 'severalDays').map(({ place }) => place.column)).toEqual(['C']);
    const after = repaired(read, ['startAndEnd:C']);
    expect(after.rows[0]).toMatchObject({ start: '2024-02-01', end: '2024-06-30' });
    expect(only(after, 'severalDays')).toEqual([]);
  });

  test('over days without a year, and some words among them, is when it ends, and what is no day is said', () => {
    const read = reading([
      ['VIGENCIA', 2024],
      HEADER,
      ['Uno', 4, '30 de junio', 1, 'TIC'],
      ['Dos', 4, '1 de febrero a 30 de junio', 1, 'TIC'],
      ['Tres', 4, 'Permanente', 1, 'TIC'],
    ]);
    expect(read.rows.map(({ end }) => end)).toEqual(['2024-06-30', null, null]);
    expect(only(read, 'unreadableDate').map(({ place }) => place.row)).toEqual([4, 5]);
    expect(read.rows[1]?.extra).toEqual({ Plazo: '1 de febrero a 30 de junio' });
  });

  test.each(['1/02/2024 - 30/06/2024', '1/02/24-30/06/24', 'del 1/02/2024 al 30/06/2024'])(
    'two days are told apart in %s',
    (text) => {
      const read = reading([HEADER, ['Uno', 4, text, 1, 'TIC']]);
      expect(repaired(read, ['startAndEnd:C']).rows[0]).toMatchObject({
        start: '2024-02-01',
        end: '2024-06-30',
      });
    },
  );

  test('is the only header of criteria that days turn into dates', () => {
    const read = reading([
      ['Criterio', 'Actividad', 'Meta', 'T1 2024'],
      ['12/01/24', 'Uno', 4, 1],
    ]);
    expect(read.rows[0]).toMatchObject({ criterion: '12/01/24', end: null });
  });

  test('over words is a criterion, and gives way to another one over days', () => {
    const words = reading([HEADER, ['Uno', 4, 'Corto plazo', 1, 'TIC']]);
    expect(words.rows[0]).toMatchObject({ criterion: 'Corto plazo', end: null });
    const both = reading([
      [...HEADER, 'Componente'],
      ['Uno', 4, '30/06/2024', 1, 'TIC', 'Datos'],
    ]);
    expect(both.rows[0]).toMatchObject({ criterion: 'Datos', end: '2024-06-30' });
  });

  test('over days beside an end of its own is kept', () => {
    const read = reading([
      [...HEADER, 'Fecha fin'],
      ['Uno', 4, '30/06/2024', 1, 'TIC', '15/06/2024'],
    ]);
    expect(read.rows[0]).toMatchObject({ end: '2024-06-15', extra: { Plazo: '30/06/2024' } });
    expect(only(read, 'unmappedColumn').map(({ column }) => column)).toEqual(['C']);
  });
});

test('one column with the start and the end offers both', () => {
  const read = reading([
    ['Actividad', 'Meta', 'Fecha inicio - Fecha fin', 'T1 2024', 'Responsable'],
    ['Uno', 4, '1/02/2024 - 30/06/2024', 1, 'TIC'],
    ['Dos', 4, '1/03/2024\n31/12/2024', 1, 'TIC'],
  ]);
  expect(read.rows.map(({ start, end }) => [start, end])).toEqual([
    ['2024-02-01', null],
    ['2024-03-01', null],
  ]);
  expect(read.repairs.map(({ id }) => id)).toEqual(['startAndEnd:C']);
  expect(repaired(read, ['startAndEnd:C']).rows.map(({ start, end }) => [start, end])).toEqual([
    ['2024-02-01', '2024-06-30'],
    ['2024-03-01', '2024-12-31'],
  ]);
});

describe('a day without its year, or run together', () => {
  const HEADER = ['Actividad', 'Meta', 'Fecha inicio', 'Fecha fin', 'T1', 'Responsable'];
  const rows = [
    HEADER,
    ['Uno', 4, '1 enero', '31 dic', 1, 'TIC'],
    ['Dos', 4, '15 de julio', '20241231', 1, 'TIC'],
    ['Tres', 4, '29 feb', 20241130, 1, 'TIC'],
  ];

  test('is of the plan’s year, and said', () => {
    const read = reading([['VIGENCIA', 2024], ...rows]);
    expect(read.rows.map(({ start, end }) => [start, end])).toEqual([
      ['2024-01-01', '2024-12-31'],
      ['2024-07-15', '2024-12-31'],
      ['2024-02-29', '2024-11-30'],
    ]);
    expect(only(read, 'looseDay')).toHaveLength(6);
  });

  test('is no day where the plan has several years, or where its year is not told', () => {
    const several = reading(
      [HEADER.with(4, 'T1 2024'), ...rows.slice(1)]
        .map((row) => [...row, 1])
        .with(0, [...HEADER.with(4, 'T1 2024'), 'T1 2025']),
    );
    expect(several.rows[0]).toMatchObject({ start: null, end: null });
    expect(only(several, 'unreadableDate')).toHaveLength(4);
    const guessed = readMatrix(aWorkbook(rows), 'plan.xlsx', { thisYear: 2026 });
    expect(guessed).toMatchObject({
      ok: true,
      value: { rows: [{ start: null }, { end: '2024-12-31' }, {}] },
    });
  });
});
