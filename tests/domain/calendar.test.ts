import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  calendarFlaw,
  countPeriods,
  periodAt,
  periodDays,
  periodsCounted,
  periodsOf,
  quartersOf,
  yearsOf,
} from '../../src/domain/calendar';
import { addDays, dayNumber, isIsoDay, isoDay } from '../../src/domain/isoDay';
import type { IsoDay } from '../../src/domain/isoDay';

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

  it('are told from their names, but for days that do not exist', () => {
    for (const { id, start, end } of quarters) expect(periodDays(id)).toEqual({ start, end });
    expect(periodDays('20230231-20230331')).toBeNull();
  });

  it('need not be those of the year, and the last ends with the calendar (X-07)', () => {
    const semesters = periodsOf({ start: '2020-04-01', end: '2021-02-15', monthsPerPeriod: 6 });
    expect(semesters.map(({ start, end }) => [start, end])).toEqual([
      ['2020-04-01', '2020-09-30'],
      ['2020-10-01', '2021-02-15'],
    ]);
  });

  it('are months, quarters or semesters, over as many years as the plan has', () => {
    expect([1, 3, 6, 12].map((months) => periodsOf(yearsOf(2024, 2026, months)).length)).toEqual([
      36, 12, 6, 3,
    ]);
    const ids = periodsOf(yearsOf(2024, 2026, 3)).map(({ id }) => id);
    expect([ids[0], ids[4], ids[11]]).toEqual([
      '20240101-20240331',
      '20250101-20250331',
      '20261001-20261231',
    ]);
    expect(ids[0]).toBe(periodsOf(quartersOf(2024))[0]?.id);
  });

  it('may end at the cuts that somebody chose, and what is left is a period', () => {
    const daysOf = (cuts: readonly IsoDay[]) =>
      periodsOf({ ...quartersOf(2024), cuts }).map(({ start, end, ordinal }) => [start, end, ordinal]);
    expect(daysOf(['2024-07-31'])).toEqual([
      ['2024-01-01', '2024-07-31', 1],
      ['2024-08-01', '2024-12-31', 2],
    ]);
    expect(daysOf(['2024-12-31', '2024-05-15', '2025-02-01'])).toEqual([
      ['2024-01-01', '2024-05-15', 1],
      ['2024-05-16', '2024-12-31', 2],
    ]);
  });

  it('follow one another without a hole, from the first day to the last', () => {
    const day = fc.integer({ min: 0, max: 1500 }).map((days) => addDays('2023-01-15', days));
    fc.assert(
      fc.property(
        day,
        day,
        fc.integer({ min: 1, max: 12 }),
        fc.array(day, { maxLength: 5 }),
        (a, b, m, cuts) => {
          const [start, end] = a < b ? [a, b] : [b, a];
          const periods = periodsOf({ start, end, monthsPerPeriod: m, cuts });
          expect([periods[0]?.start, periods.at(-1)?.end]).toEqual([start, end]);
          for (const [place, period] of periods.entries()) {
            expect(period.start <= period.end).toBe(true);
            const next = periods[place + 1];
            if (next) expect(next.start).toBe(addDays(period.end, 1));
          }
          expect(countPeriods({ start, end, monthsPerPeriod: m, cuts })).toBe(periods.length);
        },
      ),
    );
  });

  it('end with the calendar, also where the days that can be written end', () => {
    const periods = periodsOf({ start: '9999-11-15', end: '9999-12-31', monthsPerPeriod: 1 });
    expect(periods.map(({ start, end }) => [start, end])).toEqual([
      ['9999-11-15', '9999-11-30'],
      ['9999-12-01', '9999-12-31'],
    ]);
  });

  it('are 600 at most, and none of a calendar that ends before it starts', () => {
    expect(calendarFlaw({ start: '2024-02-01', end: '2024-01-31', monthsPerPeriod: 3 })).toEqual({
      code: 'endBeforeStart',
    });
    expect(calendarFlaw({ start: '2024-01-01', end: '2024-01-01', monthsPerPeriod: 3 })).toBeNull();
    expect(calendarFlaw(yearsOf(2001, 2050, 1))).toBeNull();
    expect(calendarFlaw(yearsOf(2001, 2051, 1))).toEqual({ code: 'tooManyPeriods', periods: 612, most: 600 });
    const days = (many: number) => Array.from({ length: many }, (_, at) => addDays('2024-01-01', at));
    expect(calendarFlaw({ ...yearsOf(2024, 2026, 3), cuts: days(599) })).toBeNull();
    expect(calendarFlaw({ ...yearsOf(2024, 2026, 3), cuts: days(600) })).toMatchObject({ periods: 601 });
    expect(calendarFlaw({ ...yearsOf(1900, 2100, 1), cuts: days(2) })).toBeNull();
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
