import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measurementId } from '../../src/domain/entities';
import { evaluate } from '../../src/domain/evaluate';
import { ACCUMULATIONS } from '../../src/domain/codes';
import type { Indicator } from '../../src/domain/model';
import { planTableOf } from '../../src/domain/planTable';
import { sameNumbersIn } from '../../src/domain/unitChange';
import { anIndicator, aPeriodValue, aPlan, T1 } from '../support/builders';

describe('an indicator whose target comes to be in percent', () => {
  it('keeps the numbers that people see: 50 becomes 50 %', () => {
    const said = [{ report: { k: 'value', v: 12.5 }, planned: 20 }, { k: 'notApplicable' }] as const;
    expect(sameNumbersIn('percent', anIndicator({ target: 50, baseline: 5, said }))).toEqual([
      { entity: 'ind:1', field: 'target', before: 50, value: 0.5 },
      { entity: 'ind:1', field: 'baseline', before: 5, value: 0.05 },
      { entity: measurementId('ind:1', T1), field: 'report', before: 12.5, value: 0.125 },
      { entity: measurementId('ind:1', T1), field: 'planned', before: 20, value: 0.2 },
    ]);
  });

  it('has nothing to keep where there are no numbers, nor in the unit that it has, nor of a zero', () => {
    const bare = anIndicator({ target: null, said: [0, undefined, { remark: 'Se aplazó' }] });
    expect(sameNumbersIn('percent', bare)).toEqual([]);
    expect(sameNumbersIn('count', anIndicator({ said: [5] }))).toEqual([]);
  });
});

it('keeping the numbers moves no result, and comes back to the same numbers', () => {
  const amounts = fc.integer({ min: 0, max: 100_000 }).map((thousandths) => thousandths / 1000);
  const indicators = fc
    .record({
      target: amounts,
      baseline: amounts,
      accumulation: fc.constantFrom(...ACCUMULATIONS),
      targetUnit: fc.constantFrom('count' as const, 'percent' as const),
      said: fc.array(amounts, { maxLength: 4 }),
    })
    .map(anIndicator);
  fc.assert(
    fc.property(indicators, (before) => {
      const after = inOtherUnit(before);
      expect(resultOf(after)).toEqual(resultOf(before));
      expect(inOtherUnit(after)).toEqual(before);
    }),
  );
});

function inOtherUnit(indicator: Indicator): Indicator {
  const targetUnit = indicator.targetUnit === 'count' ? 'percent' : 'count';
  const changes = sameNumbersIn(targetUnit, indicator);
  const valueIn = (entity: string, field: string, otherwise: number | null) =>
    changes.find((one) => one.entity === entity && one.field === field)?.value ?? otherwise;
  const { id, target, baseline } = indicator;
  const reports = [...indicator.reports].map(([period, { report }]) => {
    const v = report.k === 'value' ? report.v : 0;
    return [period, aPeriodValue(valueIn(measurementId(id, period), 'report', v) ?? 0)] as const;
  });
  return {
    ...indicator,
    targetUnit,
    target: valueIn(id, 'target', target),
    baseline: valueIn(id, 'baseline', baseline),
    reports: new Map(reports),
  };
}

function resultOf(indicator: Indicator): number | undefined {
  const result = evaluate(planTableOf(aPlan({ indicators: [indicator] })), '2023-12-31').raw[0];
  return result === undefined || Number.isNaN(result) ? undefined : Number(result.toFixed(9));
}
