import { expect, test } from 'vitest';
import { placeChoices, placeErrors, writtenPlace } from '../../../src/ui/matrix/tablePlace';

const FOUND = {
  headerRows: { first: 8, last: 9 },
  columns: { first: 'A', last: 'Q' },
  lastRow: 21,
};

test('what was found is what is written at first, and says the same table', () => {
  const written = writtenPlace(FOUND);
  expect(placeErrors(written)).toEqual({});
  expect(placeChoices('Plan', written, undefined)).toEqual({ sheet: 'Plan', ...FOUND });
});

test('the rows of a header may be written the other way round, and letters small', () => {
  const written = { ...writtenPlace(FOUND), headerFirst: ' 9', headerLast: '8', lastColumn: 'aa' };
  const said = placeChoices('Plan', written, 2024);
  expect(said.headerRows).toEqual({ first: 8, last: 9 });
  expect(said.columns).toEqual({ first: 'A', last: 'AA' });
  expect(said.planYear).toBe(2024);
});

test('what is no row and no column is said beside its field', () => {
  const errors = placeErrors({ ...writtenPlace(FOUND), headerFirst: '0', lastRow: 'x', firstColumn: '3' });
  expect(Object.keys(errors).toSorted()).toEqual(['firstColumn', 'headerFirst', 'lastRow']);
});
