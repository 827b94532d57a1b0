import { expect, test } from 'vitest';
import { headersAt, likelyHeaderRow, saidTable } from '../../../src/ui/matrix/sayTable';

const SHEET = {
  columnCount: 3,
  firstRows: [
    { row: 1, cells: ['Municipio de prueba'] },
    { row: 3, cells: ['Cod', 'Qué', 'Quién'] },
    { row: 4, cells: ['1', 'Algo', 'Alguien'] },
  ],
};

test('the header is likely the first of the fullest rows', () => {
  expect(likelyHeaderRow(SHEET)).toBe(3);
  expect(likelyHeaderRow({ firstRows: [] })).toBe(1);
});

test('every column has a letter, with or without a header', () => {
  expect(headersAt(SHEET, 1)).toEqual([
    { letter: 'A', header: 'Municipio de prueba' },
    { letter: 'B', header: '' },
    { letter: 'C', header: '' },
  ]);
});

test('what was said is what the reader takes', () => {
  expect(saidTable('Hoja1', 3, { B: 'activity', C: 'responsible' })).toEqual({
    sheet: 'Hoja1',
    headerRows: { first: 3, last: 3 },
    meanings: { B: { field: 'activity' }, C: { field: 'responsible' } },
  });
});
