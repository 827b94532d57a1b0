import { describe, expect, test } from 'vitest';
import type { MatrixReading } from '../../../src/formats/matrix/reading';
import { repaired, safeRepairs } from '../../../src/formats/matrix/repairs';
import type { Written } from '../tables';
import { only, reading } from './plans';

const resultsOf = ({ rows }: MatrixReading) =>
  rows.map(({ values }) => values.map((report) => (report?.k === 'value' ? report.v : null)));
const placesOf = (read: MatrixReading, code: 'plainInPercent' | 'percentInCount') =>
  only(read, code).map(({ place }) => `${place.column}${place.row}: ${place.text}`);

describe('a number without its sign under a target in percent', () => {
  const HEADER = [
    'Actividad',
    'Indicador',
    'Meta',
    'Trimestre 1',
    'Trimestre 2',
    'Trimestre 3',
    'Responsable',
    'Fecha inicio',
    'Fecha fin',
  ];
  const row = (name: string, ...results: readonly Written[]): readonly Written[] => [
    name,
    `Avance de ${name}`,
    '100%',
    ...Array.from({ length: 3 }, (_, at) => results[at] ?? null),
    'TIC',
    '15/01/2024',
    '20/12/2024',
  ];

  test('is said cell by cell, and is a percent where a person says so', () => {
    const read = reading([HEADER, row('PETI', 20), row('MSPI', '15', '30')]);
    expect(placesOf(read, 'plainInPercent')).toEqual(['D2: 20', 'D3: 15', 'E3: 30']);
    expect(safeRepairs(read)).toEqual([]);
    const ids = read.repairs.map(({ id }) => id);
    expect(ids).toEqual(['plainInPercent:D', 'plainInPercent:E']);
    const after = repaired(read, ids);
    expect(resultsOf(after).map((values) => values.slice(0, 2))).toEqual([
      [0.2, null],
      [0.15, 0.3],
    ]);
    expect(placesOf(after, 'plainInPercent')).toEqual([]);
  });

  test('beside percents and fractions it alone is in doubt', () => {
    const read = reading([HEADER, row('PETI', '45%', '0,45', '45')]);
    expect(resultsOf(read)[0]?.slice(0, 3)).toEqual([0.45, 0.45, 45]);
    expect(placesOf(read, 'plainInPercent')).toEqual(['F2: 45']);
  });

  test('1 is in doubt where the others of its row or of its column are of a hundred', () => {
    const read = reading([HEADER, row('PETI', 20, 1), row('MSPI', 1, null, 1), row('Web', null, 1)]);
    expect(placesOf(read, 'plainInPercent')).toEqual(['D2: 20', 'E2: 1', 'D3: 1']);
    const fractions = reading([HEADER, row('PETI', '0,2', 1), row('MSPI', 1.2)]);
    expect(placesOf(fractions, 'plainInPercent')).toEqual([]);
  });

  test('more than a hundred is said, and is no percent', () => {
    const read = reading([HEADER, row('PETI', 350)]);
    expect(placesOf(read, 'plainInPercent')).toEqual(['D2: 350']);
    expect(read.repairs).toEqual([]);
  });
});

describe('a percent under a target that is counted', () => {
  const HEADER = ['Actividad', 'Meta', 'T1 2024', 'T2 2024', 'Responsable'];

  test('is said cell by cell, and is a part of the target where a person says so', () => {
    const read = reading([
      HEADER,
      ['Dos', 2, '100%', null, 'TIC'],
      ['Tres', 10, '50%', '100%', 'TIC'],
      ['Cuatro', 3, '0%', 1, 'TIC'],
      ['Cinco', '100%', '50%', null, 'TIC'],
    ]);
    expect(placesOf(read, 'percentInCount')).toEqual(['C2: 100%', 'C3: 50%', 'D3: 100%']);
    expect(read.repairs.map(({ id }) => id)).toEqual(['percentInCount:C', 'percentInCount:D']);
    expect(safeRepairs(read)).toEqual([]);
    const after = repaired(read, ['percentInCount:C']);
    expect(resultsOf(after).map((values) => values.slice(0, 2))).toEqual([
      [2, null],
      [5, 1],
      [0, 1],
      [0.5, null],
    ]);
    expect(placesOf(after, 'percentInCount')).toEqual(['D3: 100%']);
  });

  test('without a target it is said, and there is nothing to take a part of', () => {
    const read = reading([HEADER, ['Dos', null, '100%', null, 'TIC']]);
    expect(placesOf(read, 'percentInCount')).toEqual(['C2: 100%']);
    expect(read.repairs).toEqual([]);
  });
});
