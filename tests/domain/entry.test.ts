import { describe, expect, it } from 'vitest';
import {
  decreases,
  incrementFromTotal,
  looksCumulative,
  looksFarBeyond,
  resultAfter,
  totalThrough,
} from '../../src/domain/entry';
import type { Indicator } from '../../src/domain/model';
import { anIndicator, QUARTERS, T1, T2, T3, T4 } from '../support/builders';
import type { GivenIndicator } from '../support/builders';
import { cartagena, cartagenaWithSecondQuarter } from '../support/cartagena';

describe('van N en total', () => {
  it('gives what the period adds, exactly', () => {
    expect(incrementFromTotal(anIndicator({ said: [0.2] }), T2, 0.3)).toBe(0.1);
    expect(incrementFromTotal(anIndicator({ said: [2] }), T2, 7)).toBe(5);
    expect(incrementFromTotal(anIndicator({ said: [2] }), T2, 1)).toBe(-1);
  });

  it('looks only at earlier periods, whatever was said in this one or later', () => {
    expect(incrementFromTotal(anIndicator({ said: [2, 9, 3] }), T2, 7)).toBe(5);
  });

  it('says how many there are through a period', () => {
    const indicator = anIndicator({ said: [0.1, 0.2, undefined, 4] });
    expect([T1, T2, T3, T4].map((period) => totalThrough(indicator, period))).toEqual([0.1, 0.3, 0.3, 4.3]);
    const latest = anIndicator({ accumulation: 'latest', said: [10, 40] });
    expect([T1, T3].map((period) => totalThrough(latest, period))).toEqual([10, 40]);
    expect(incrementFromTotal(latest, T3, 50)).toBe(50);
  });
});

describe('decreases', () => {
  const latest = anIndicator({ accumulation: 'latest', said: [20, 50, { k: 'notReported' }] });
  it('asks for a reason when a latest value goes down, across periods with nothing', () => {
    expect(decreases(latest, T4, 49.9)).toBe(true);
    expect(decreases(latest, T4, 50)).toBe(false);
    expect(decreases(latest, T1, 1)).toBe(false);
  });

  it('does not ask of increments', () => {
    expect(decreases(anIndicator({ said: [20] }), T2, 1)).toBe(false);
  });
});

describe('looksFarBeyond', () => {
  it('asks about a value of more than twice the target', () => {
    expect(looksFarBeyond(anIndicator({ target: 5 }), 11)).toBe(true);
    expect(looksFarBeyond(anIndicator({ target: 5 }), 10)).toBe(false);
    expect(looksFarBeyond(anIndicator({ target: 0 }), 3)).toBe(false);
    expect(looksFarBeyond(anIndicator({ target: null }), 3)).toBe(false);
  });

  it('does not ask of what has to come down, nor of what goes down to its target', () => {
    expect(looksFarBeyond(anIndicator({ accumulation: 'reduction', baseline: 20, target: 5 }), 12)).toBe(
      false,
    );
    expect(looksFarBeyond(anIndicator({ accumulation: 'capacity', baseline: 20, target: 5 }), 12)).toBe(
      false,
    );
    expect(looksFarBeyond(anIndicator({ accumulation: 'capacity', baseline: 5, target: 20 }), 50)).toBe(true);
  });
});

describe('looksCumulative', () => {
  const ask = (given: GivenIndicator, value: number): boolean =>
    looksCumulative(anIndicator({ target: 21, ...given }), T2, value);

  it.each<[string, GivenIndicator, number, boolean]>([
    ['5 more after 2 of 21', { said: [2] }, 5, false],
    ['20 after 2 of 21: 22 would be too many', { said: [2] }, 20, true],
    ['22 after 2 of 21: too many either way', { said: [2] }, 22, false],
    ['less than there was', { said: [12] }, 10, false],
    ['the first value', { said: [] }, 20, false],
    ['after a zero', { said: [0] }, 20, false],
    ['50 % after 20 %', { targetUnit: 'percent', target: 1, said: [0.2] }, 0.5, true],
    ['25 % after 25 %: equal parts', { targetUnit: 'percent', target: 1, said: [0.25] }, 0.25, false],
    ['0,5 after 0,2 of 1', { target: 1, said: [0.2] }, 0.5, true],
    ['1 after 1 of 1', { target: 1, said: [1] }, 1, true],
    ['a latest value', { accumulation: 'latest', said: [2] }, 20, false],
    ['without target', { target: null, said: [2] }, 20, false],
  ])('%s', (_, given, value, asked) => {
    expect(ask(given, value)).toBe(asked);
  });
});

describe('resultAfter', () => {
  const plan = cartagena();
  const mesas = plan.indicators[3] as Indicator;
  const second = QUARTERS[1]!;

  it('shows what the value does to the result at the end of its period', () => {
    const { before, after, gain } = resultAfter(plan, mesas, second, { k: 'value', v: 5 });
    expect([before.raw, after.raw, gain]).toEqual([9.523809524, 33.333333333, 23.809523809]);
    expect([before.accumulated, after.accumulated]).toEqual([2, 7]);
    expect(after.pace).toBe('behind');
  });

  it('says the same once the value is saved', () => {
    const saved = cartagenaWithSecondQuarter(4, 5);
    const change = resultAfter(saved, saved.indicators[3] as Indicator, second, { k: 'value', v: 5 });
    expect([change.before.raw, change.after.raw]).toEqual([9.523809524, 33.333333333]);
  });

  it('has no gain where there is no result', () => {
    const indicator = anIndicator({ target: null });
    expect(resultAfter(plan, indicator, second, { k: 'value', v: 5 }).gain).toBeNull();
  });

  it('does not touch the plan', () => {
    resultAfter(plan, mesas, second, { k: 'value', v: 5 });
    expect(mesas.reports.has(T2)).toBe(false);
  });
});
