import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decreases, incrementFromTotal, resultAfter, totalThrough } from '../../src/domain/entry';
import { evaluate } from '../../src/domain/evaluate';
import { figureOf } from '../../src/domain/figure';
import type { IsoDay } from '../../src/domain/isoDay';
import { planTableOf } from '../../src/domain/planTable';
import { anIndicator, aPlan, QUARTERS, T1, T2, T3, verifiedValue } from '../support/builders';
import type { GivenIndicator, Said } from '../support/builders';

function figure(given: GivenIndicator, cut: IsoDay = '2023-12-31') {
  return figureOf(evaluate(planTableOf(aPlan({ indicators: [anIndicator(given)] })), cut), 0);
}

/** What a period was to come to, and what it did, if anything was reported. */
function programmed(planned: number, value?: number): Said {
  return value === undefined ? { planned } : { planned, report: { k: 'value', v: value } };
}

describe('average', () => {
  const average = { accumulation: 'average', target: 90 } as const;

  it('divides the mean of what was reported by the target, and nothing said is no zero', () => {
    const found = figure({ ...average, said: [80, { k: 'notReported' }, 70] });
    expect(found).toMatchObject({ accumulated: 75, raw: 83.333333333 });
    expect(figure({ ...average, said: [80, 0, 70] })).toMatchObject({ accumulated: 50, raw: 55.555555556 });
  });

  it('is exact where the mean has no end', () => {
    expect(figure({ accumulation: 'average', target: 1, said: [0.1, 0.2, 0.7] }).raw).toBe(33.333333333);
  });

  it('averages what is verified by itself', () => {
    expect(figure({ ...average, said: [verifiedValue(45), 90] })).toMatchObject({ raw: 75, verified: 50 });
  });
});

describe('capacity', () => {
  const capacity = { accumulation: 'capacity', baseline: 40, target: 60 } as const;

  it('is how far the last value has come up from the baseline', () => {
    expect(figure({ ...capacity, said: [45, 55] })).toMatchObject({ accumulated: 55, raw: 75, verified: 0 });
    expect(figure({ ...capacity, said: [verifiedValue(45), 55] }).verified).toBe(25);
    expect(figure({ ...capacity, said: [65] })).toMatchObject({
      raw: 125,
      capped: 100,
      isOverAchieved: true,
    });
  });

  it('below the baseline counts as 0 (A6.12)', () => {
    expect(figure({ ...capacity, said: [30] })).toMatchObject({ raw: -50, capped: 0 });
  });

  it('is 0 while nothing has been reported, whatever the baseline', () => {
    expect(figure(capacity)).toMatchObject({ accumulated: null, raw: 0, capped: 0 });
  });
});

describe('reduction', () => {
  const reduction = { accumulation: 'reduction', baseline: 20, target: 5 } as const;

  it('is how far the last value has come down from the baseline', () => {
    expect(figure({ ...reduction, said: [18, 14] })).toMatchObject({ accumulated: 14, raw: 40 });
    expect(figure({ ...reduction, said: [5] })).toMatchObject({ raw: 100, scheduleState: 'done' });
    expect(figure({ ...reduction, said: [25] })).toMatchObject({ capped: 0 });
    expect(figure(reduction)).toMatchObject({ raw: 0 });
  });

  it('may have 0 as its target', () => {
    expect(figure({ ...reduction, target: 0, said: [5] })).toMatchObject({ raw: 75, exclusion: null });
  });
});

describe.each(['capacity', 'reduction'] as const)('%s', (accumulation) => {
  it('with a target equal to its baseline is without target (A6.12)', () => {
    expect(figure({ accumulation, baseline: 7, target: 7, said: [7] })).toMatchObject({
      exclusion: 'noTarget',
      raw: null,
    });
  });

  it('without its baseline cannot be measured', () => {
    expect(figure({ accumulation, said: [7] })).toMatchObject({ exclusion: 'noBaseline', raw: null });
    expect(figure({ accumulation, baseline: 3, target: null, said: [7] }).exclusion).toBe('noTarget');
  });

  it('comes to what (v - LB) / (meta - LB) comes to', () => {
    const number = fc.integer({ min: -500, max: 500 }).map((tenths) => tenths / 10);
    fc.assert(
      fc.property(number, number, number, (baseline, target, value) => {
        fc.pre(baseline !== target);
        const { raw } = figure({ accumulation, baseline, target, said: [value] });
        expect(raw).toBeCloseTo((100 * (baseline - value)) / (baseline - target), 6);
      }),
    );
  });
});

it('a baseline changes nothing where the accumulation does not use it', () => {
  expect(figure({ baseline: 10, target: 10, said: [5] })).toMatchObject({ raw: 50, exclusion: null });
  expect(figure({ accumulation: 'latest', baseline: 4, said: [5] }).raw).toBe(50);
});

it('numbers too long to be scaled keep their decimals', () => {
  expect(figure({ target: 7.5, said: [10 / 3] }).raw).toBeCloseTo(44.4444444, 6);
});

describe('what was programmed', () => {
  const quarters = [programmed(1, 1), programmed(3), programmed(4), programmed(2)];

  it('through the cut is what is expected, in place of the days', () => {
    const at = (cut: IsoDay) => figure({ said: quarters }, cut);
    expect(at('2023-03-31')).toMatchObject({ expected: 10, lag: 0, pace: 'onTrack', isProgrammed: true });
    expect(at('2023-04-01')).toMatchObject({ expected: 40, lag: -30, pace: 'behind' });
    expect(at('2023-12-31')).toMatchObject({ expected: 100, lag: -90 });
  });

  it('asks for nothing before its first period, and for no more than 100', () => {
    expect(figure({ said: [5, programmed(5)] }, '2023-03-31')).toMatchObject({ expected: 0, pace: 'ahead' });
    expect(figure({ said: [programmed(30)] }).expected).toBe(100);
  });

  it('accumulates as what is reported does', () => {
    const levels = [programmed(45), programmed(50)];
    const from40 = { baseline: 40, target: 60, said: levels } as const;
    expect(figure({ ...from40, accumulation: 'capacity' }).expected).toBe(50);
    expect(figure({ target: 100, accumulation: 'latest', said: levels }).expected).toBe(50);
    expect(figure({ target: 100, accumulation: 'average', said: levels }).expected).toBe(47.5);
  });

  it('serves where there are no dates, and not where there is no target', () => {
    const undated = figure({ said: quarters, start: null, end: null });
    expect(undated).toMatchObject({ expected: 100, pace: 'behind', scheduleState: null });
    expect(figure({ said: quarters, target: null })).toMatchObject({ expected: null, pace: null });
  });

  it('gives no pace to what has not started or is done', () => {
    const later = { start: '2023-10-01', end: '2023-12-31' } as const;
    expect(figure({ ...later, said: [programmed(5)] }, '2023-03-31')).toMatchObject({
      scheduleState: 'notStarted',
      pace: null,
    });
    expect(figure({ said: [programmed(20, 10)] })).toMatchObject({ scheduleState: 'done', pace: null });
  });

  it('is exact with its own decimals', () => {
    expect(figure({ target: 1, said: [programmed(0.1), programmed(0.2)] }, '2023-04-01').expected).toBe(30);
  });
});

describe('entry', () => {
  const of = (given: GivenIndicator) => anIndicator(given);

  it('has a total so far only where periods add up', () => {
    expect(incrementFromTotal(of({ said: [4] }), T2, 6)).toBe(2);
    for (const accumulation of ['latest', 'average', 'capacity', 'reduction'] as const)
      expect(incrementFromTotal(of({ accumulation, said: [4] }), T2, 6)).toBe(6);
  });

  it('accumulates each in its way', () => {
    const said = [4, 8];
    expect(totalThrough(of({ accumulation: 'average', said }), T2)).toBe(6);
    expect(totalThrough(of({ accumulation: 'average' }), T2)).toBe(0);
    expect(totalThrough(of({ accumulation: 'reduction', baseline: 9, said }), T2)).toBe(8);
  });

  it('asks the reason of a level that falls, unless falling is the aim', () => {
    expect(decreases(of({ accumulation: 'capacity', baseline: 1, said: [4] }), T3, 3)).toBe(true);
    expect(decreases(of({ accumulation: 'reduction', baseline: 9, said: [4] }), T3, 3)).toBe(false);
    expect(decreases(of({ accumulation: 'average', said: [4] }), T3, 3)).toBe(false);
  });

  it('keeps what was programmed when it says what a report would do', () => {
    const indicator = of({ said: [programmed(5)] });
    const { before, after } = resultAfter(aPlan(), indicator, QUARTERS[0]!, { k: 'value', v: 5 });
    expect([before.expected, after.expected, after.lag]).toEqual([50, 50, 0]);
    expect(indicator.reports.get(T1)?.report.k).toBe('notReported');
  });
});
