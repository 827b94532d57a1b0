import { expect, test } from 'vitest';
import { differenceOf } from './figures';

const OURS = { percents: [80.5, 130], classes: ['finished', 'finished'], mean: 90.25 };

test('the noise of a double is no difference', () => {
  expect(differenceOf(OURS, { ...OURS, percents: [80.50000000000001, 130] })).toBeNull();
});

test('a percent, a class, a mean or a row that is not ours is named', () => {
  expect(differenceOf(OURS, { ...OURS, percents: [80.5, 130.000001] })).toBe(
    'percent of row 1: 130 and 130.000001',
  );
  expect(differenceOf(OURS, { ...OURS, classes: ['inProgress', 'finished'] })).toBe(
    'class of row 0: finished and inProgress',
  );
  expect(differenceOf(OURS, { ...OURS, mean: NaN })).toBe('mean: 90.25 and NaN');
  expect(differenceOf(OURS, { ...OURS, percents: [80.5] })).toBe('not as many rows: 2, 2, 1, 2');
});
