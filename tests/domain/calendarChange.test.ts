import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { periodsOf, quartersOf, yearsOf } from '../../src/domain/calendar';
import type { Calendar, PeriodId } from '../../src/domain/calendar';
import { calendarChange, calendarFigures, sameCalendar } from '../../src/domain/calendarChange';
import type { Plan } from '../../src/domain/model';
import type { PeriodValue } from '../../src/domain/report';
import { anEvidence, anIndicator, aPeriodValue, aPlan, T1 } from '../support/builders';

const SEMESTERS = yearsOf(2023, 2023, 6);
const inFirstQuarter = (...said: Parameters<typeof aPeriodValue>[0][]): Plan =>
  aPlan({ indicators: said.map((one, row) => anIndicator({ id: `ind:${row}`, said: [one] })) });
const leavingOf = (plan: Plan, next: Calendar) =>
  calendarChange(plan, next).leaving.map(({ period, reports }) => [period.id, reports]);

describe('another calendar', () => {
  it('leaves out the periods that are not in it, with what was said in each', () => {
    expect(leavingOf(inFirstQuarter(5, 0), SEMESTERS)).toEqual([
      ['20230101-20230331', 2],
      ['20230401-20230630', 0],
      ['20230701-20230930', 0],
      ['20231001-20231231', 0],
    ]);
  });

  it('is compared on one day, though the plan would be looked at on another', () => {
    const [, semester] = periodsOf(SEMESTERS);
    const row = anIndicator({ said: [5] });
    const reports = new Map([...row.reports, [semester!.id, aPeriodValue(8)]]);
    const plan = aPlan({ indicators: [{ ...row, reports }] });
    expect(calendarFigures(plan, SEMESTERS, '2023-03-31')).toEqual({ before: 50, after: 0 });
    expect(calendarFigures(plan, SEMESTERS, '2023-12-31')).toEqual({ before: 50, after: 80 });
  });

  it('keeps the periods that have the same days', () => {
    expect(leavingOf(inFirstQuarter(5), yearsOf(2023, 2025, 3))).toEqual([]);
    const cuts = { ...quartersOf(2023), cuts: ['2023-03-31', '2023-06-30'] } as const;
    expect(leavingOf(inFirstQuarter(5), cuts)).toEqual([
      ['20230701-20230930', 0],
      ['20231001-20231231', 0],
    ]);
    expect(calendarChange(inFirstQuarter(5), cuts).arriving.map(({ id }) => id)).toEqual([
      '20230701-20231231',
    ]);
  });

  it('counts whatever was said, a kind of empty too, and nothing where nothing was or was only planned', () => {
    const plan = inFirstQuarter(
      { k: 'notReported' },
      { k: 'notApplicable' },
      { remark: 'Se aplazó' },
      { delayCause: 'Contratación' },
      { planned: 3 },
      { evidence: [anEvidence()] },
    );
    expect(leavingOf(plan, SEMESTERS)[0]).toEqual([T1, 4]);
  });

  it('says what comes back, and what goes on hidden', () => {
    const said = new Map<PeriodId, PeriodValue>([
      ['20230101-20230630', aPeriodValue(1)],
      ['20220101-20221231', aPeriodValue(2)],
      [T1, aPeriodValue(3)],
    ]);
    const plan = aPlan({ indicators: [{ ...anIndicator(), reports: said }] });
    expect(calendarChange(plan, SEMESTERS)).toMatchObject({ returning: 1, hidden: 1 });
    expect(calendarChange(plan, plan.calendar)).toMatchObject({ leaving: [], returning: 0, hidden: 2 });
  });

  it('there and back leaves everything as it was', () => {
    const calendars = fc.constantFrom<Calendar>(
      quartersOf(2023),
      SEMESTERS,
      yearsOf(2023, 2024, 1),
      { ...quartersOf(2023), cuts: ['2023-07-31'] },
      { start: '2023-04-01', end: '2024-03-31', monthsPerPeriod: 6 },
    );
    fc.assert(
      fc.property(calendars, calendars, (one, other) => {
        const reports = new Map(periodsOf(one).map(({ id }) => [id, aPeriodValue(1)]));
        const under = (calendar: Calendar) =>
          aPlan({ calendar, periods: periodsOf(calendar), indicators: [{ ...anIndicator(), reports }] });
        const there = calendarChange(under(one), other);
        const back = calendarChange(under(other), one);
        expect(back.returning).toBe(there.leaving.reduce((sum, { reports: n }) => sum + n, 0));
        expect(back.hidden).toBe(0);
        expect(back.leaving.map(({ period }) => period)).toEqual(there.arriving);
      }),
    );
  });
});

it('two calendars are the same when their periods and the name of these are', () => {
  expect(sameCalendar(quartersOf(2023), { ...quartersOf(2023), cuts: [] })).toBe(true);
  expect(sameCalendar(quartersOf(2023), SEMESTERS)).toBe(false);
  expect(sameCalendar(quartersOf(2023), { ...quartersOf(2023), cuts: ['2023-06-30'] })).toBe(false);
});
