import { describe, expect, it } from 'vitest';
import { periodAt, periodsCounted, periodsOf, quartersOf } from '../../src/domain/calendar';
import { addDays, dayNumber, isIsoDay, isoDay } from '../../src/domain/isoDay';

describe('days', () => {
  it('are those of the calendar', () => {
    expect(['2023-02-28', '2024-02-29'].every(isIsoDay)).toBe(true);
    expect(['2023-02-29', '2023-2-1', '2023-13-01', '', null, 20230101].some(isIsoDay)).toBe(false);
    expect(isoDay(2023, 2, 31)).toBeNull();
    expect(dayNumber('2023-03-01') - dayNumber('2023-02-28')).toBe(1);
    expect(addDays('2023-12-31', 1)).toBe('2024-01-01');
  });
});

describe('periods', () => {
  const quarters = periodsOf(quartersOf(2023));

  it('are named by their days', () => {
    expect(quarters.map(({ id }) => id)).toEqual([
      '20230101-20230331',
      '20230401-20230630',
      '20230701-20230930',
      '20231001-20231231',
    ]);
  });

  it('need not be those of the year, and the last ends with the calendar (X-07)', () => {
    const semesters = periodsOf({ start: '2020-04-01', end: '2021-02-15', monthsPerPeriod: 6 });
    expect(semesters.map(({ start, end }) => [start, end])).toEqual([
      ['2020-04-01', '2020-09-30'],
      ['2020-10-01', '2021-02-15'],
    ]);
  });

  it('count from the day they begin', () => {
    const counted = (['2022-12-31', '2023-01-01', '2023-03-31', '2023-04-01', '2025-01-01'] as const).map(
      (cut) => periodsCounted(quarters, cut),
    );
    expect(counted).toEqual([0, 1, 1, 2, 4]);
    expect(periodAt(quarters, '2023-05-15')?.ordinal).toBe(2);
    expect(periodAt([], '2023-05-15')).toBeNull();
  });
});
