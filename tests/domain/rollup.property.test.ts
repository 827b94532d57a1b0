import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boardFacts } from '../../src/domain/board';
import { ACCUMULATIONS } from '../../src/domain/codes';
import { evaluate } from '../../src/domain/evaluate';
import { figureOf } from '../../src/domain/figure';
import type { IndicatorFigure } from '../../src/domain/figure';
import { groupsBy } from '../../src/domain/groups';
import type { Plan, RollupMethod } from '../../src/domain/model';
import { planTableOf } from '../../src/domain/planTable';
import { aggregate, meanOf } from '../../src/domain/rollup';
import type { Aggregate } from '../../src/domain/rollup';
import { anIndicator, aPlan } from '../support/builders';
import type { GivenIndicator, Said } from '../support/builders';

const CUT = '2023-12-31';
const NEVER = [0, 1, 2, 3].map(() => ({ k: 'notApplicable' }) as const);
const METHODS: readonly RollupMethod[] = ['flatMean', 'groupMean', 'weighted'];

function planOf(given: readonly GivenIndicator[]): Plan {
  return aPlan({ indicators: given.map((one, row) => anIndicator({ id: `ind:${row}`, ...one })) });
}

function rolled(plan: Plan, method: RollupMethod = 'flatMean'): Aggregate {
  return aggregate({ evaluation: evaluate(planTableOf(plan), CUT), plan, method });
}

function figuresOf(plan: Plan): readonly IndicatorFigure[] {
  const evaluation = evaluate(planTableOf(plan), CUT);
  return plan.indicators.map((_, row) => figureOf(evaluation, row));
}

const said = fc.oneof(
  fc.integer({ min: -5, max: 40 }).map((v): Said => v / 2),
  fc.constantFrom<Said>({ k: 'notReported' }, { k: 'notScheduled' }, { k: 'notApplicable' }),
  fc.integer({ min: 0, max: 20 }).map((planned): Said => ({ planned })),
);
const given = fc.record({
  item: fc.integer({ min: 1, max: 3 }).map((n) => ({ id: `itm:${n}` })),
  target: fc.option(fc.integer({ min: 0, max: 30 })),
  accumulation: fc.constantFrom(...ACCUMULATIONS),
  baseline: fc.option(fc.integer({ min: 0, max: 12 })),
  said: fc.array(said, { maxLength: 4 }),
  start: fc.constantFrom(null, '2023-01-01' as const, '2024-02-01' as const),
  weight: fc.option(fc.integer({ min: 0, max: 200 }).map((halves) => halves / 2)),
});
const rowsOfPlan = fc.array(given, { maxLength: 12 });
const plans = rowsOfPlan.map(planOf);
const methods = fc.constantFrom(...METHODS);

/** A mean and its terms as on paper, from the figures of the rows and nothing else. */
function again(
  plan: Plan,
  method: RollupMethod,
  figureAt: (figure: IndicatorFigure) => number | null,
  counts: (figure: IndicatorFigure) => boolean = () => true,
): { readonly value: number | null; readonly n: number } {
  const figures = figuresOf(plan).filter(counts);
  const terms = (some: readonly IndicatorFigure[]) =>
    some.flatMap((one) => {
      const [figure, weight] = [figureAt(one), method === 'weighted' ? one.indicator.weight : 1];
      return figure === null || weight === null ? [] : [{ figure, weight }];
    });
  const meanOfTerms = (all: ReturnType<typeof terms>) => {
    const divisor = all.reduce((sum, { weight }) => sum + weight, 0);
    const sum = all.reduce((before, { figure, weight }) => before + figure * weight, 0);
    return divisor === 0 ? null : sum / divisor;
  };
  if (method !== 'groupMean') return { value: meanOfTerms(terms(figures)), n: terms(figures).length };
  const means = [1, 2, 3].flatMap((item) => {
    const mean = meanOfTerms(terms(figures.filter(({ indicator }) => indicator.item.id === `itm:${item}`)));
    return mean === null ? [] : [{ figure: mean, weight: 1 }];
  });
  return { value: meanOfTerms(means), n: means.length };
}

function expectSame(
  found: { readonly value: number | null; readonly n: number },
  expected: { readonly value: number | null; readonly n: number },
): void {
  expect([found.n, found.value === null]).toEqual([expected.n, expected.value === null]);
  expect(found.value ?? 0).toBeCloseTo(expected.value ?? 0, 6);
}

describe('any plan', () => {
  it('comes to what its own explanation says', () => {
    fc.assert(
      fc.property(plans, methods, (plan, method) => {
        const found = rolled(plan, method);
        const sumOf = (one: (term: Aggregate['contributions'][number]) => number) =>
          found.contributions.reduce((sum, term) => sum + one(term), 0);
        expect(found.contributions).toHaveLength(found.n);
        expect(found.sum).toBeCloseTo(
          sumOf(({ value, weight }) => value * weight),
          6,
        );
        expect(found.divisor).toBeCloseTo(
          sumOf(({ weight }) => weight),
          7,
        );
        expect(found.value === null).toBe(found.divisor === 0);
        expect(found.value ?? 0).toBeCloseTo(found.sum / (found.divisor || 1), 6);
        expect(found.value ?? 0).toBeCloseTo(
          sumOf(({ points }) => points),
          6,
        );
      }),
    );
  });

  it('has the terms of its rows, and every other figure is theirs too', () => {
    fc.assert(
      fc.property(plans, methods, (plan, method) => {
        const found = rolled(plan, method);
        const figures = figuresOf(plan);
        for (const term of found.contributions) {
          const rows = term.of === 'group' ? term.group.rows : [term.row];
          const percents = rows.flatMap((row) => figures[row]?.capped ?? []);
          expect(term.value).toBeCloseTo(percents.reduce((sum, one) => sum + one, 0) / percents.length, 6);
          if (term.of === 'group') expect(term.n).toBe(percents.length);
        }
        expectSame(
          found,
          again(plan, method, ({ capped }) => capped),
        );
        expectSame(
          found.expected,
          again(plan, method, ({ expected }) => expected),
        );
        expectSame(
          found.lag,
          again(plan, method, ({ lag }) => lag),
        );
        const { verified, withoutNotStarted, methods: every } = found.alternatives;
        expectSame(
          verified,
          again(plan, method, (one) => one.verified),
        );
        const hasStarted = ({ scheduleState }: IndicatorFigure) => scheduleState !== 'notStarted';
        expectSame(
          withoutNotStarted,
          again(plan, method, ({ capped }) => capped, hasStarted),
        );
        for (const one of every)
          expectSame(
            one,
            again(plan, one.method, ({ capped }) => capped),
          );
      }),
    );
  });

  it('counts every indicator once, in N or among the exclusions', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const { value, n, sum, exclusions } = rolled(plan);
        expect(n + exclusions.length).toBe(plan.indicators.length);
        expect(meanOf(evaluate(planTableOf(plan), CUT))).toEqual({ value, n, sum, divisor: n });
      }),
    );
  });

  it('of one group has one mean, whatever the method', () => {
    fc.assert(
      fc.property(rowsOfPlan, (rows) => {
        const plan = planOf(rows.map((row) => ({ ...row, item: { id: 'itm:1' } })));
        const meansBy = (method: RollupMethod) => {
          const { value, expected, lag, alternatives } = rolled(plan, method);
          const others = [expected, lag, alternatives.verified, alternatives.withoutNotStarted];
          return [value, ...others.map((one) => one.value)];
        };
        expect(groupsBy(plan, 'item').length).toBe(rows.length === 0 ? 0 : 1);
        expect(meansBy('groupMean')).toEqual(meansBy('flatMean'));
      }),
    );
  });

  it('has the flat mean where all weigh the same', () => {
    fc.assert(
      fc.property(rowsOfPlan, fc.integer({ min: 1, max: 40 }), (rows, weight) => {
        const plan = planOf(rows.map((row) => ({ ...row, weight })));
        const flat = rolled(plan, 'flatMean').value;
        expect(rolled(plan, 'weighted').value ?? -1).toBeCloseTo(flat ?? -1, 8);
      }),
    );
  });

  it('keeps its mean when an indicator at the mean is added, whatever the method', () => {
    fc.assert(
      fc.property(rowsOfPlan, methods, fc.integer({ min: 1, max: 100 }), (rows, method, weight) => {
        const before = rolled(planOf(rows), method);
        fc.pre(before.value !== null);
        const atMean = { item: { id: 'itm:new' }, target: 100, weight, said: [before.value ?? 0] };
        const after = rolled(planOf([...rows, atMean]), method);
        expect(after.n).toBe(before.n + 1);
        expect(after.value).toBeCloseTo(before.value ?? NaN, 7);
      }),
    );
  });
});

describe('what is left out of a plan', () => {
  /** Every count and mean of a plan that has a denominator. */
  function denominatorsOf(plan: Plan, method: RollupMethod) {
    const { value, n, sum, divisor, expected, lag, alternatives } = rolled(plan, method);
    const { classes, bands, paces, critical, reported, due } = boardFacts(
      plan,
      evaluate(planTableOf(plan), CUT),
    );
    const counts = { classes, bands, paces, critical, reported, due };
    return { value, n, sum, divisor, expected, lag, verified: alternatives.verified, counts };
  }

  it('never enters a denominator where it applies in no period', () => {
    fc.assert(
      fc.property(rowsOfPlan, methods, fc.integer({ min: 0, max: 100 }), (rows, method, weight) => {
        const [before, after] = [planOf(rows), planOf([...rows, { weight, said: NEVER }])];
        expect(denominatorsOf(after, method)).toEqual(denominatorsOf(before, method));
        const left = rolled(after).exclusions.slice(rolled(before).exclusions.length);
        expect(left.map(({ row, reason }) => [row, reason])).toEqual([[rows.length, 'notApplicable']]);
      }),
    );
  });

  it('adds nothing, divides nothing and owes nothing where a period is not scheduled', () => {
    fc.assert(
      fc.property(plans, methods, (plan, method) => {
        const isUnscheduled = (report: { readonly k: string }) => report.k === 'notScheduled';
        const without = plan.indicators.map((one) => {
          const reports = new Map([...one.reports].filter(([, value]) => !isUnscheduled(value.report)));
          return { ...one, reports };
        });
        const { counts, ...means } = denominatorsOf(plan, method);
        const { counts: before, ...meansBefore } = denominatorsOf({ ...plan, indicators: without }, method);
        expect(means).toEqual(meansBefore);
        expect([counts.classes, counts.paces]).toEqual([before.classes, before.paces]);
        for (const { indicator, missing } of figuresOf(plan))
          for (const { id } of missing)
            expect(isUnscheduled(indicator.reports.get(id)?.report ?? { k: '' })).toBe(false);
      }),
    );
  });

  it('stays in N as a 0 where it has not started, and out of classes, paces and the mean without it', () => {
    // "Not started never enters a denominator" holds of the counts and of the mean without those not started
    // only: by domain.md A6.4, which binds, such a row stays in the N of the roll-up and counts 0.
    const nothing = fc.constantFrom<Said>(0, { k: 'notReported' }, { k: 'notScheduled' });
    const later = fc.record({
      item: fc.integer({ min: 1, max: 4 }).map((n) => ({ id: `itm:${n}` })),
      target: fc.integer({ min: 1, max: 30 }),
      accumulation: fc.constantFrom('sum' as const, 'latest' as const, 'average' as const),
      said: fc.array(nothing, { maxLength: 4 }),
      start: fc.constantFrom('2024-01-01' as const, '2024-02-01' as const),
      end: fc.constantFrom(null, '2024-06-30' as const),
      weight: fc.integer({ min: 0, max: 100 }),
    });
    fc.assert(
      fc.property(rowsOfPlan, fc.array(later, { maxLength: 4 }), methods, (rows, unstarted, method) => {
        const [before, after] = [planOf(rows), planOf([...rows, ...unstarted])];
        const factsOf = (plan: Plan) => boardFacts(plan, evaluate(planTableOf(plan), CUT));
        const [countsBefore, counts] = [factsOf(before), factsOf(after)];
        expect(counts.states.notStarted).toBe(countsBefore.states.notStarted + unstarted.length);
        for (const name of ['classes', 'bands', 'paces', 'critical'] as const)
          expect(counts[name]).toEqual(countsBefore[name]);
        const started = (plan: Plan) => rolled(plan, method).alternatives.withoutNotStarted;
        const { value, n, sum, divisor } = started(before);
        expect(started(after)).toMatchObject({ value, n, sum, divisor });
        const [flatBefore, flat] = [rolled(before), rolled(after)];
        expect([flat.n, flat.sum]).toEqual([flatBefore.n + unstarted.length, flatBefore.sum]);
      }),
    );
  });
});
