import { expect, test } from 'vitest';
import { readMatrix } from '../../../src/formats/matrix/readMatrix';
import { aWorkbook } from '../tables';
import type { Written } from '../tables';
import { only, reading } from './plans';

const _ = null;
const HEADER = [['Vigencia', 2024], [], ['No.', 'Habilitador', 'Actividad', 'Meta', 'T1']] as const;
const rowsWith = (...numbers: readonly Written[]): readonly (readonly Written[])[] => [
  ...HEADER,
  [numbers[0] ?? _, 'Arquitectura', 'A', 4, 1],
  [numbers[1] ?? _, _, 'B', 4, 1],
  [numbers[2] ?? _, 'Seguridad', 'C', 4, 1],
];
const MERGED = ['B4:B5'];

test('a number of each row under one merged criterion is of the activity, and one item stays one', () => {
  const read = reading(rowsWith(1, 2, 3), MERGED);
  expect(read.columns[0]).toMatchObject({ field: 'activityNumber', confidence: 'likely' });
  expect(read.rows).toMatchObject([
    { itemIndex: 0, itemNumber: '', criterion: 'Arquitectura', activityNumber: '1' },
    { itemIndex: 0, itemNumber: '', criterion: 'Arquitectura', activityNumber: '2' },
    { itemIndex: 1, itemNumber: '', criterion: 'Seguridad', activityNumber: '3' },
  ]);
});

test('beside a number of the activity it is kept, and told', () => {
  const rows = rowsWith(1, 2, 3).map((row, at) =>
    at < 2 ? row : [...row, at === 2 ? 'Número de actividad' : `${at}.1`],
  );
  const read = reading(rows, MERGED);
  expect(read.rows).toMatchObject([
    { itemIndex: 0, activityNumber: '3.1', extra: { 'No.': '1' } },
    { itemIndex: 0, activityNumber: '4.1', extra: { 'No.': '2' } },
    { itemIndex: 1, activityNumber: '5.1', extra: { 'No.': '3' } },
  ]);
  expect(only(read, 'unmappedColumn')).toMatchObject([{ column: 'A', cells: 3 }]);
});

test('a number that several rows have, or that stands beside plain criteria, is of the item', () => {
  for (const read of [
    reading(rowsWith(1, 1, 2), MERGED),
    reading(rowsWith(1, _, 2), [...MERGED, 'A4:A5']),
    reading(rowsWith(1, 2, 3)),
  ]) {
    expect(read.columns[0]?.field).toBe('itemNumber');
  }
});

test('what a person says of the number stands', () => {
  const read = readMatrix(aWorkbook(rowsWith(1, 2, 3), MERGED), 'plan.xlsx', {
    choices: { meanings: { A: { field: 'itemNumber' } } },
  });
  expect(read.ok && read.value.rows.map(({ itemIndex }) => itemIndex)).toEqual([0, 1, 2]);
});
