import { expect, test } from 'vitest';
import { latestCut } from '../../src/domain/cut';
import { cartagena, cartagenaWithSecondQuarter } from '../support/cartagena';

test('a plan is looked at where its results end', () => {
  expect(latestCut(cartagena())).toBe('2023-03-31');
  expect(latestCut(cartagena('zeros'))).toBe('2023-03-31');
  expect(latestCut(cartagenaWithSecondQuarter(4, 5))).toBe('2023-06-30');
  expect(latestCut({ ...cartagena(), indicators: [] })).toBe('2023-03-31');
  expect(latestCut({ ...cartagena(), periods: [] })).toBeNull();
});
