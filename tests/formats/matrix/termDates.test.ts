import { describe, expect, test } from 'vitest';
import { repaired } from '../../../src/formats/matrix/repairs';
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
