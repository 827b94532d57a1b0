import { describe, expect, test } from 'vitest';
import { recogniseField } from '../../../src/formats/matrix/columns';
import { readPeriodHeader } from '../../../src/formats/matrix/periods';
import { readMatrix } from '../../../src/formats/matrix/readMatrix';
import { aWorkbook } from '../tables';
import type { Written } from '../tables';
import { codes, only, reading } from './plans';

const BASE = ['ACTIVIDAD', 'PRODUCTO', 'META', '2023 TRIMESTRE 1', '2023 TRIMESTRE 2'];

/** One row under the usual headers and the ones that a test adds. */
function rowWith(added: Readonly<Record<string, Written>>, target: Written = 4) {
  const read = reading([
    [...BASE, ...Object.keys(added)],
    ['Hacer', 'Acta', target, 1, 0, ...Object.values(added)],
  ]);
  return { read, row: read.rows[0] };
}

describe('columns that not every matrix has', () => {
  test.each([
    ['PONDERACIÓN', 'weight'],
    ['Peso', 'weight'],
    ['Peso (%)', 'weight'],
    ['Línea base', 'baseline'],
    ['LÍNEA DE BASE', 'baseline'],
    ['Fuente de la línea base', 'baselineSource'],
    ['PRESUPUESTO', 'budget'],
    ['Presupuesto asignado', 'budget'],
    ['Presupuesto ejecutado', 'executed'],
  ])('%s', (header, field) => {
    expect(recogniseField(header)).toEqual({ field, confidence: 'sure' });
  });

  test.each(['EJECUTADO', 'PESOS', 'PROGRAMADO', 'EJECUCIÓN PRESUPUESTAL', 'PESO PONDERADO'])(
    '%s is none of them',
    (header) => {
      expect(recogniseField(header)).toBeNull();
    },
  );

  test('a weight is in points, whether written with its sign or not', () => {
    expect(rowWith({ PESO: 20 }).row?.weight).toBe(20);
    expect(rowWith({ PESO: '12,5%' }).row?.weight).toBe(12.5);
    expect(rowWith({ PESO: null }).row?.weight).toBeNull();
  });

  test('a base line with its source, and money as people write it', () => {
    const { read, row } = rowWith({
      'LÍNEA BASE': 2,
      'FUENTE DE LA LÍNEA BASE': 'FURAG 2022',
      PRESUPUESTO: '$ 1.015.000.000',
      'PRESUPUESTO EJECUTADO': '$ 0',
    });
    expect(row).toMatchObject({
      baseline: 2,
      baselineSource: 'FURAG 2022',
      budget: 1_015_000_000,
      executed: 0,
    });
    expect([row?.extra, read.findings]).toEqual([{}, []]);
  });

  test('words where a number was expected are kept as they are, and are said', () => {
    const { read, row } = rowWith({ 'LÍNEA BASE': 'No hay', PONDERACIÓN: 'alta' });
    expect(row).toMatchObject({ baseline: null, weight: null });
    expect(row?.extra).toEqual({ 'LÍNEA BASE': 'No hay', PONDERACIÓN: 'alta' });
    expect(codes(read)).toEqual(['keptAsWritten', 'keptAsWritten']);
  });

  test('a dash is nothing, and a number that reads two ways is said', () => {
    const { read, row } = rowWith({ 'LÍNEA BASE': '-', PRESUPUESTO: '10.000' });
    expect([row?.baseline, row?.budget, row?.extra]).toEqual([null, 10_000, {}]);
    expect(codes(read)).toEqual(['ambiguousNumber']);
  });

  test('a weight merged over rows is of the first, and is said; money is of the activity', () => {
    const read = reading(
      [
        [...BASE, 'PESO', 'PRESUPUESTO'],
        ['Hacer', 'Acta', 4, 1, 0, 20, 900],
        [null, 'Informe', 2, 1, 0, null, null],
      ],
      ['A2:A3', 'F2:F3', 'G2:G3'],
    );
    expect(read.rows.map(({ weight, budget }) => [weight, budget])).toEqual([
      [20, 900],
      [null, null],
    ]);
    expect(only(read, 'mergeNotFilled').map(({ place }) => place.column)).toEqual(['F']);
  });

  test('a number in another unit than its target is kept as it is, and is said', () => {
    const { read, row } = rowWith({
      'LÍNEA BASE': '40%',
      '2023 PROGRAMADO TRIMESTRE 1': '25%',
      PRESUPUESTO: '5%',
    });
    expect(row).toMatchObject({ baseline: null, budget: null, planned: [null, null, null, null] });
    expect(row?.extra).toEqual({
      'LÍNEA BASE': '40%',
      '2023 PROGRAMADO TRIMESTRE 1': '25%',
      PRESUPUESTO: '5%',
    });
    expect(only(read, 'keptAsWritten').map(({ place }) => place.text)).toEqual(['40%', '5%', '25%']);
    expect(codes(rowWith({ PONDERACIÓN: -1, PRESUPUESTO: -5 }).read)).toEqual([
      'keptAsWritten',
      'keptAsWritten',
    ]);
    expect(rowWith({ 'LÍNEA BASE': '40%' }, '100%').row?.baseline).toBe(0.4);
    expect(rowWith({ 'LÍNEA BASE': 0 }, '100%').row?.baseline).toBe(0);
  });
});

describe('programmed values', () => {
  test('stand beside the results of their periods', () => {
    expect(readPeriodHeader('2023 PROGRAMADO TRIMESTRE 2')).toEqual({
      aspect: 'planned',
      year: 2023,
      monthsPerPeriod: 3,
      ordinal: 2,
    });
    expect(rowWith({ '2023 PROGRAMADO TRIMESTRE 2': 3 }).row?.planned).toEqual([null, 3, null, null]);
  });

  test('are told from results where each has the same columns under its name', () => {
    const read = reading(
      [
        ['Vigencia', 2023],
        ['ACTIVIDAD', 'PRODUCTO', 'META', 'PROGRAMADO', null, 'EJECUTADO', null],
        [null, null, null, 'T1', 'T2', 'T1', 'T2'],
        ['Hacer', 'Acta', 4, 1, 3, 1, 2],
      ],
      ['D2:E2', 'F2:G2'],
    );
    expect(read.rows[0]?.planned.slice(0, 2)).toEqual([1, 3]);
    expect(read.rows[0]?.values.slice(0, 2)).toEqual([
      { k: 'value', v: 1 },
      { k: 'value', v: 2 },
    ]);
  });

  test('a plan that has only them has nothing reported yet', () => {
    const read = reading([
      ['ACTIVIDAD', 'PRODUCTO', 'META', '2023 PROGRAMADO TRIMESTRE 1'],
      ['Hacer', 'Acta', 4, 1],
    ]);
    expect(read.rows[0]).toMatchObject({ planned: [1, null, null, null], values: [null, null, null, null] });
    expect(read.proposedCut).toBeNull();
  });

  test('by months, under results by quarters, they are no periods and are kept as they are', () => {
    const { read, row } = rowWith({ '2023 PROGRAMADO MES 2': 1 });
    expect(read.periods).toHaveLength(4);
    expect(row?.planned).toEqual([null, null, null, null]);
    expect(row?.extra).toEqual({ '2023 PROGRAMADO MES 2': '1' });
    expect(codes(read)).toEqual(['unmappedColumn']);
  });

  test('a year of theirs alone says nothing of the plan', () => {
    const read = readMatrix(
      aWorkbook([
        ['ACTIVIDAD', 'PRODUCTO', 'META', 'TRIMESTRE 1', '2024 PROGRAMADO TRIMESTRE 1'],
        ['Hacer', 'Acta', 4, 1, 2],
      ]),
      'plan 2025.xlsx',
    );
    expect(read.ok && read.value.facts.planYear).toBe(2025);
  });
});
