import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/domain/isoDay';
import { holidaysOf, isWorkingDay } from '../../../src/domain/meetings/holidays';
import { paceOf, proposeDays, repeatedNumbers } from '../../../src/domain/meetings/schedule';
import { aPlanThatMeets } from '../../support/meetings';

describe('the days of a series', () => {
  it('knows the holidays of Ley 51 de 1983', () => {
    expect([...holidaysOf(2023)].sort()).toEqual([
      '2023-01-01',
      '2023-01-09',
      '2023-03-20',
      '2023-04-06',
      '2023-04-07',
      '2023-05-01',
      '2023-05-22',
      '2023-06-12',
      '2023-06-19',
      '2023-07-03',
      '2023-07-20',
      '2023-08-07',
      '2023-08-21',
      '2023-10-16',
      '2023-11-06',
      '2023-11-13',
      '2023-12-08',
      '2023-12-25',
    ]);
  });

  it('are working days, in order, between the two, as evenly as they can be', () => {
    const from = '2023-02-01' as const;
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 300 }), fc.integer({ min: 1, max: 60 }), (length, howMany) => {
        const to = addDays(from, length);
        const days = proposeDays(from, to, howMany);
        expect(days).toHaveLength(howMany);
        expect([...days].sort()).toEqual(days);
        expect(days.every((day) => isWorkingDay(day) && day >= from && day <= to)).toBe(true);
        const working = Array.from({ length: length + 1 }, (_, at) => addDays(from, at)).filter(isWorkingDay);
        expect(new Set(days).size).toBe(Math.min(howMany, working.length));
      }),
    );
    expect(proposeDays('2023-04-08', '2023-04-09', 3)).toEqual([]);
  });

  it('say who has none yet, and what is left in how many weeks', () => {
    const plan = aPlanThatMeets([
      ['ser:1', { end: '2023-07-31', 'covers/pty:gd': true, 'covers/pty:hac': true }],
      ['mtg:1', { series: 'ser:1', department: 'pty:gd', state: 'closed', day: '2023-03-01' }],
      ['mtg:2', { series: 'ser:1', department: 'pty:gd', day: '2023-05-01' }],
    ]);
    const pace = paceOf(plan.meetings.series[0]!, '2023-04-04');
    expect(pace).toMatchObject({ planned: 2, closed: 1, remaining: 1, weeksLeft: 17 });
    expect(pace.without.map(({ name }) => name)).toEqual(['Secretaría de Hacienda']);
  });
});

it('says which numbers two sessions of a series have: each tablet gave the next one', () => {
  const { meetings } = aPlanThatMeets([
    ['ser:1', { name: 'Mesas' }],
    ['mtg:1', { series: 'ser:1', number: '1' }],
    ['mtg:2', { series: 'ser:1', number: '2' }],
    ['mtg:3', { series: 'ser:1', number: ' 2' }],
    ['mtg:4', { series: 'ser:1' }],
    ['mtg:5', { series: 'ser:1' }],
  ]);
  const series = meetings.series[0]!;
  expect(series.sessions.filter(repeatedNumbers(series)).map(({ id }) => id)).toEqual(['mtg:2', 'mtg:3']);
});
