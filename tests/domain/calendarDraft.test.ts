import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarFlaw, quartersOf, yearsOf } from '../../src/domain/calendar';
import { calendarFrom, draftOf, proposedCut, withOwnCuts } from '../../src/domain/calendarDraft';
import type { CalendarDraft } from '../../src/domain/calendarDraft';
import { readCalendar } from '../../src/domain/readEntities';

const draft = (given: Partial<CalendarDraft> = {}): CalendarDraft => ({
  ...draftOf(quartersOf(2024)),
  ...given,
});

describe('a calendar as it is typed', () => {
  it.each([
    quartersOf(2023),
    yearsOf(2024, 2026, 12),
    { start: '2020-04-01', end: '2020-09-30', monthsPerPeriod: 6 } as const,
    { ...quartersOf(2024), cuts: ['2024-07-31'] } as const,
  ])('gives a calendar back (%#)', (calendar) => {
    expect(calendarFrom(draftOf(calendar))).toEqual({ calendar, flaws: [] });
  });

  it('puts its cuts in order, once each', () => {
    const cuts = ['2024-07-31', '2024-03-15', '2024-07-31'];
    expect(calendarFrom(draft({ hasOwnCuts: true, cuts })).calendar?.cuts).toEqual([
      '2024-03-15',
      '2024-07-31',
    ]);
  });

  it('leaves its cuts out when it goes by months', () => {
    expect(calendarFrom(draft({ cuts: ['2024-07-31', 'nothing'] }))).toEqual({
      calendar: quartersOf(2024),
      flaws: [],
    });
  });

  it.each<[string, Partial<CalendarDraft>, unknown]>([
    ['no first day', { start: '' }, { code: 'missingDay', of: 'start' }],
    ['no last day', { end: '2024-02-30' }, { code: 'missingDay', of: 'end' }],
    ['the end first', { start: '2024-12-31', end: '2024-01-01' }, { code: 'endBeforeStart' }],
    ['periods beyond count', { start: '1024-01-01' }, { code: 'tooManyPeriods', periods: 4004, most: 600 }],
    ['no cut', { hasOwnCuts: true, cuts: [] }, { code: 'noCuts' }],
    ['half a cut', { hasOwnCuts: true, cuts: ['2024-07-31', ''] }, { code: 'missingCut', place: 1 }],
    [
      'a cut outside',
      { hasOwnCuts: true, cuts: ['2025-01-01', '2024-07-31'] },
      { code: 'cutOutside', place: 0 },
    ],
  ])('with %s is refused', (_, given, flaw) => {
    expect(calendarFrom(draft(given))).toEqual({ calendar: null, flaws: [flaw] });
  });

  it('that is not refused is read by the plan as it is', () => {
    const day = fc
      .integer({ min: 0, max: 9000 })
      .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
    const drafts = fc.record<CalendarDraft>({
      start: day,
      end: day,
      monthsPerPeriod: fc.integer({ min: 1, max: 12 }),
      hasOwnCuts: fc.boolean(),
      cuts: fc.array(day, { maxLength: 4 }),
    });
    fc.assert(
      fc.property(drafts, (one) => {
        const { calendar, flaws } = calendarFrom(one);
        expect(calendar === null).toBe(flaws.length > 0);
        if (calendar) expect([readCalendar(calendar), calendarFlaw(calendar)]).toEqual([calendar, null]);
      }),
    );
  });
});

describe('cuts of its own', () => {
  it('begin where the periods end now, so that nothing moves yet', () => {
    const own = withOwnCuts(draft());
    expect(own.cuts).toEqual(['2024-03-31', '2024-06-30', '2024-09-30']);
    expect(own.hasOwnCuts).toBe(true);
    expect(withOwnCuts(draft({ cuts: ['2024-07-31'] })).cuts).toEqual(['2024-07-31']);
    expect(withOwnCuts(draftOf(yearsOf(2024, 2026, 1))).cuts).toEqual([]);
    expect(withOwnCuts(draft({ start: '' })).cuts).toEqual([]);
  });

  it('are proposed one period after the last, as long as they fit', () => {
    const after = (...cuts: string[]) => proposedCut(draft({ hasOwnCuts: true, cuts }));
    expect(after()).toBe('2024-03-31');
    expect(after('2024-07-31')).toBe('2024-10-31');
    expect(after('2024-07-31', '')).toBe('2024-10-31');
    expect(after('2024-10-31')).toBe('');
    expect(after('2025-02-01')).toBe('');
    expect(proposedCut(draft({ end: '' }))).toBe('');
  });
});
