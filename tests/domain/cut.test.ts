import { expect, test } from 'vitest';
import { quartersOf } from '../../src/domain/calendar';
import { cutOn, latestCut } from '../../src/domain/cut';
import { cartagena, cartagenaWithSecondQuarter } from '../support/cartagena';

test('a plan is looked at where its results end', () => {
  expect(latestCut(cartagena())).toBe('2023-03-31');
  expect(latestCut(cartagena('zeros'))).toBe('2023-03-31');
  expect(latestCut(cartagenaWithSecondQuarter(4, 5))).toBe('2023-06-30');
  expect(latestCut({ ...cartagena(), indicators: [] })).toBe('2023-03-31');
  expect(latestCut({ ...cartagena(), periods: [] })).toBeNull();
});

test('a new plan is looked at in the period of the day, or in the nearest one', () => {
  expect(cutOn('2023-05-10', quartersOf(2023))).toBe('2023-06-30');
  expect(cutOn('2022-11-26', quartersOf(2023))).toBe('2023-03-31');
  expect(cutOn('2026-11-26', quartersOf(2023))).toBe('2023-12-31');
});
