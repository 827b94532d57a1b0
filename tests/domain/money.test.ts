import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/domain/evaluate';
import { groupsBy } from '../../src/domain/groups';
import type { Plan } from '../../src/domain/model';
import { hasMoney, moneyOf } from '../../src/domain/money';
import { planTableOf } from '../../src/domain/planTable';
import { readPlan } from '../../src/domain/readPlan';
import { meanOf } from '../../src/domain/rollup';

type Given = readonly [budget: unknown, executed: unknown, indicators?: number];

/** Activities of one item each, with so many indicators. */
function planOf(given: readonly Given[]): Plan {
  const entities = given.flatMap(([budget, executed, indicators = 1], at) => [
    [`act:${at}`, { item: `itm:${at}`, budget, executed }] as const,
    ...Array.from(
      { length: indicators },
      (_, n) => [`ind:${at}.${n}`, { activity: `act:${at}`, target: 1 }] as const,
    ),
  ]);
  return readPlan(
    'pl:1',
    entities.map(([id, fields]) => [id, new Map<string, unknown>(Object.entries(fields))] as const),
  );
}

describe('money', () => {
  it('is added exactly, each activity once', () => {
    expect(
      moneyOf(
        planOf([
          [630_000_000, 315_000_000, 3],
          [385_000_000.1, 0.2],
          [0.2, 0.1, 0],
        ]),
      ),
    ).toMatchObject({
      budget: 1_015_000_000.3,
      executed: 315_000_000.3,
      n: 3,
      percent: 31.034482779,
    });
  });

  it('gives a percent only of what has budget and execution, and lists the rest', () => {
    const money = moneyOf(
      planOf([
        [100, 150],
        [900, null],
        [null, 70],
        [0, 5],
        [null, null],
      ]),
    );
    expect(money).toMatchObject({ budget: 1000, executed: 225, percent: 150, n: 1 });
    expect(money.divided).toEqual({ executed: 150, budget: 100 });
    expect(money.incomplete.map(({ id }) => id)).toEqual(['act:1', 'act:2', 'act:3']);
  });

  it('is nothing where nobody speaks of it', () => {
    const divided = { executed: 0, budget: 0 };
    const none = { budget: null, executed: null, percent: null, n: 0, divided, incomplete: [] };
    expect(
      moneyOf(
        planOf([
          [null, null],
          ['100', -5],
        ]),
      ),
    ).toEqual(none);
    expect(moneyOf(planOf([]))).toEqual(none);
    expect(hasMoney(moneyOf(planOf([])))).toBe(false);
    expect([[1, null] as const, [null, 0] as const].map((one) => hasMoney(moneyOf(planOf([one]))))).toEqual([
      true,
      true,
    ]);
  });

  it('rolls up by the same groups', () => {
    const plan = planOf([
      [100, 50],
      [200, 20],
    ]);
    expect(groupsBy(plan, 'item').map(({ rows }) => moneyOf(plan, rows).percent)).toEqual([50, 10]);
    expect(moneyOf(plan, []).budget).toBeNull();
  });

  it('never moves physical progress', () => {
    const amount = fc.option(fc.integer({ min: 0, max: 1000 }));
    fc.assert(
      fc.property(fc.array(fc.tuple(amount, amount), { maxLength: 6 }), (given) => {
        const mean = (plan: Plan) => meanOf(evaluate(planTableOf(plan), '2023-12-31'));
        expect(mean(planOf(given))).toEqual(mean(planOf(given.map(() => [null, null] as const))));
      }),
    );
  });
});
