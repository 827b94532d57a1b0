import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { periodsOf, yearsOf } from '../../src/domain/calendar';
import { evaluate } from '../../src/domain/evaluate';
import { figureOf } from '../../src/domain/figure';
import type { IsoDay } from '../../src/domain/isoDay';
import { addDays } from '../../src/domain/isoDay';
import { planTableOf } from '../../src/domain/planTable';
import { anIndicator, aPeriodValue, aPlan, verifiedValue } from '../support/builders';
import type { GivenIndicator } from '../support/builders';

const YEAR_END: IsoDay = '2023-12-31';

function figure(given: GivenIndicator, cut: IsoDay = YEAR_END, plan = {}) {
  return figureOf(evaluate(planTableOf(aPlan({ indicators: [anIndicator(given)], ...plan })), cut), 0);
}

describe('attainment', () => {
  it('adds what the periods add, exactly', () => {
    expect(figure({ target: 0.3, said: [0.1, 0.2] })).toMatchObject({ accumulated: 0.3, raw: 100 });
  });

  it('leaves targets alone when the numbers are too long to be integers together', () => {
    expect(figure({ target: 12.5, said: [50 / 12] }).raw).toBeCloseTo(100 / 3, 6);
    expect(figure({ target: 0.4, said: [31 / 3] }).raw).toBeCloseTo((100 * 31) / 1.2, 6);
  });

  it('takes the last value that was said for `latest`', () => {
    const said = [20, 50, { k: 'notReported' as const }];
    expect(figure({ target: 100, accumulation: 'latest', said })).toMatchObject({ accumulated: 50, raw: 50 });
  });

  it('reads a percent target as a fraction of 1', () => {
    expect(figure({ target: 1, targetUnit: 'percent', said: [0.2, 0.3] }).raw).toBe(50);
  });

  it('shows what goes beyond the target and caps it in averages', () => {
    const over = figure({ target: 21, said: [22] });
    expect(over).toMatchObject({
      raw: 104.761904762,
      capped: 100,
      isOverAchieved: true,
      scheduleState: 'done',
    });
  });

  it('counts what is below 0 as 0 in averages', () => {
    expect(figure({ said: [-5] })).toMatchObject({ raw: -50, capped: 0, progressClass: 'critical' });
  });

  it('survives a `latest` value that decreases', () => {
    expect(figure({ accumulation: 'latest', said: [8, 3] })).toMatchObject({ accumulated: 3, raw: 30 });
  });

  it('does not count a period that begins after the cut', () => {
    expect(figure({ said: [1, 5] }, '2023-03-31').accumulated).toBe(1);
    expect(figure({ said: [1, 5] }, '2023-04-01').accumulated).toBe(6);
    expect(figure({ said: [1, 5] }, '2022-12-31').accumulated).toBeNull();
  });

  it.each([
    ['without target', { target: null }],
    ['with target 0', { target: 0 }],
  ])('leaves out an indicator %s', (_, given) => {
    expect(figure({ ...given, said: [3] })).toMatchObject({
      exclusion: 'noTarget',
      accumulated: 3,
      raw: null,
      capped: null,
      verified: null,
      expected: null,
      lag: null,
      progressClass: null,
      scheduleState: null,
      pace: null,
    });
  });

  it('counts as verified only the values that have verified evidence', () => {
    expect(figure({ said: [verifiedValue(2), 3] })).toMatchObject({ raw: 50, verified: 20 });
    expect(figure({ said: [2, 3] }).verified).toBe(0);
    const latest = figure({ accumulation: 'latest', said: [verifiedValue(2), 3] });
    expect(latest).toMatchObject({ raw: 30, verified: 20 });
  });

  it('counts what is verified row by row, up to the cut', () => {
    const given = [[verifiedValue(2), verifiedValue(3)], [1, verifiedValue(4)], [verifiedValue(5)]];
    const indicators = given.map((said, row) => anIndicator({ id: `ind:${row}`, said }));
    const verifiedAt = (cut: IsoDay) => [...evaluate(planTableOf(aPlan({ indicators })), cut).verified];
    expect(verifiedAt('2023-03-31')).toEqual([20, 0, 50]);
    expect(verifiedAt('2023-06-30')).toEqual([50, 40, 50]);
  });
});

describe('the four kinds of empty', () => {
  it('counts what was not reported as 0 and lists it when due', () => {
    const found = figure({ said: [4] }, '2023-06-30');
    expect(found).toMatchObject({ raw: 40, exclusion: null });
    expect(found.missing.map(({ ordinal }) => ordinal)).toEqual([2]);
  });

  it('tells nothing reported from a reported zero', () => {
    expect(figure({}, '2023-03-31')).toMatchObject({ accumulated: null, raw: 0, capped: 0 });
    expect(figure({ said: [0] }, '2023-03-31')).toMatchObject({ accumulated: 0, raw: 0, missing: [] });
  });

  it('does not miss what was not scheduled', () => {
    const found = figure({ said: [{ k: 'notScheduled' }, 4] }, '2023-06-30');
    expect(found).toMatchObject({ raw: 40, missing: [], exclusion: null });
  });

  it('leaves out what applies in no period, and only that', () => {
    const never = { k: 'notApplicable' } as const;
    expect(figure({ said: [never, never, never, never] }).exclusion).toBe('notApplicable');
    expect(figure({ said: [never, never, never, 0] }).exclusion).toBeNull();
    expect(figure({ said: [never, never, never] })).toMatchObject({ exclusion: null, capped: 0 });
  });

  it('asks that only of the years of the indicator, where the plan has several (X-24)', () => {
    const years = yearsOf(2022, 2024, 3);
    const plan = { calendar: years, periods: periodsOf(years) };
    const never = { k: 'notApplicable' } as const;
    const ofYear = [never, never, never, never];
    expect(figure({ said: ofYear }, YEAR_END, plan).exclusion).toBe('notApplicable');
    expect(figure({ said: [never, never, never] }, YEAR_END, plan).exclusion).toBeNull();
    expect(figure({ said: ofYear, end: '2024-01-31' }, YEAR_END, plan).exclusion).toBeNull();
    expect(figure({ said: ofYear, start: null, end: null }, YEAR_END, plan).exclusion).toBeNull();
    const { reports } = anIndicator({ said: ofYear });
    const early = new Map([...reports, [plan.periods[0]!.id, aPeriodValue(0)] as const]);
    expect(figure({ reports: early }, YEAR_END, plan).exclusion).toBeNull();
  });

  it('owes no report outside its days, unless they passed unfinished', () => {
    const half = { start: '2023-04-01', end: '2023-06-30' } as const;
    const ordinals = (given: GivenIndicator) => figure(given).missing.map(({ ordinal }) => ordinal);
    expect(ordinals({ ...half, said: [undefined, 10] })).toEqual([]);
    expect(ordinals({ ...half, said: [undefined, 9] })).toEqual([3, 4]);
    expect(ordinals({ start: null, end: null, said: [1] })).toEqual([2, 3, 4]);
  });
});

describe('schedule state', () => {
  const days = { start: '2023-03-01', end: '2023-09-30' } as const;
  it.each<[string, GivenIndicator, IsoDay, string | null]>([
    ['before its start with nothing', {}, '2023-02-28', 'notStarted'],
    ['before its start with a zero', { said: [0] }, '2023-02-28', 'notStarted'],
    ['before its start with a value', { said: [1] }, '2023-02-28', 'running'],
    ['on its first day', {}, '2023-03-01', 'running'],
    ['31 days before its end', {}, '2023-08-30', 'running'],
    ['30 days before its end', {}, '2023-08-31', 'dueSoon'],
    ['on its last day', {}, '2023-09-30', 'dueSoon'],
    ['the day after', {}, '2023-10-01', 'overdue'],
    ['the day after, finished', { said: [10] }, '2023-10-01', 'done'],
    ['near its end, finished', { said: [10] }, '2023-09-15', 'done'],
    ['without dates', { start: null, end: null }, '2023-10-01', null],
    ['without dates, finished', { start: null, end: null, said: [10] }, '2023-10-01', null],
    ['with its dates reversed', { start: '2023-09-30', end: '2023-03-01' }, '2023-05-01', null],
    ['with only an end that passed', { start: null }, '2023-10-01', 'overdue'],
  ])('%s', (_, given, cut, state) => {
    expect(figure({ ...days, ...given }, cut).scheduleState).toBe(state);
  });

  it('counts the days to the end', () => {
    expect(figure(days, '2023-09-30').daysToEnd).toBe(0);
    expect(figure(days, '2023-10-02').daysToEnd).toBe(-2);
    expect(figure({ ...days, end: null }, '2023-10-02').daysToEnd).toBeNull();
  });

  it('gives no class and no pace to what has not started', () => {
    expect(figure(days, '2023-02-28')).toMatchObject({ progressClass: null, pace: null, capped: 0, lag: 0 });
  });
});

describe('pace', () => {
  // A hundred days that end on 10 April; the cut is on the fiftieth, so 50 % is expected.
  const given = { start: '2023-01-01', end: '2023-04-10', target: 100 } as const;
  it.each([
    [44.9, 'behind'],
    [45, 'onTrack'],
    [50, 'onTrack'],
    [55, 'onTrack'],
    [55.1, 'ahead'],
    [100, null],
  ])('%d against 50 is %s', (value, pace) => {
    expect(figure({ ...given, said: [value] }, '2023-02-19')).toMatchObject({ expected: 50, pace });
  });

  it('follows the tolerance of the plan', () => {
    const found = figure({ ...given, said: [44] }, '2023-02-19', { paceTolerance: 10 });
    expect(found.pace).toBe('onTrack');
  });

  it('does not exist without dates', () => {
    const found = figure({ start: null, end: null, said: [5] });
    expect(found).toMatchObject({ expected: null, lag: null, pace: null, progressClass: 'inProgress' });
  });
});

describe('at any cut', () => {
  const given = fc.record({
    target: fc.integer({ min: 1, max: 50 }),
    said: fc.array(fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined }), { maxLength: 4 }),
  });
  const day = fc.integer({ min: -40, max: 420 }).map((days) => addDays('2023-01-01', days));

  it('nothing goes down as days pass, while reports only add', () => {
    fc.assert(
      fc.property(given, day, fc.integer({ min: 0, max: 90 }), (indicator, cut, later) => {
        const [before, after] = [figure(indicator, cut), figure(indicator, addDays(cut, later))];
        expect(after.raw).toBeGreaterThanOrEqual(before.raw ?? 0);
        expect(after.expected).toBeGreaterThanOrEqual(before.expected ?? 0);
        expect(after.daysToEnd).toBe((before.daysToEnd ?? 0) - later);
      }),
    );
  });

  it('class, state and pace never contradict each other', () => {
    fc.assert(
      fc.property(given, day, (indicator, cut) => {
        const found = figure(indicator, cut);
        expect(found.progressClass === null).toBe(found.scheduleState === 'notStarted');
        expect(found.pace === null).toBe(
          found.scheduleState === 'notStarted' || found.scheduleState === 'done',
        );
        if (found.scheduleState === 'done') expect(found.progressClass).toBe('finished');
        expect(found.lag).toBeCloseTo((found.capped ?? 0) - (found.expected ?? 0), 8);
      }),
    );
  });
});
