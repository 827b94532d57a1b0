import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/domain/evaluate';
import { groupsBy } from '../../src/domain/groups';
import type { GroupBy, Grouping, Plan, RollupMethod } from '../../src/domain/model';
import { planTableOf } from '../../src/domain/planTable';
import { aggregate, meanAttainment } from '../../src/domain/rollup';
import type { Aggregate } from '../../src/domain/rollup';
import { anIndicator, aPlan } from '../support/builders';
import type { GivenIndicator } from '../support/builders';

const CUT = '2023-12-31';
const NEVER = [0, 1, 2, 3].map(() => ({ k: 'notApplicable' }) as const);

function planOf(given: readonly GivenIndicator[]): Plan {
  return aPlan({ indicators: given.map((one, row) => anIndicator({ id: `ind:${row}`, ...one })) });
}

function rolled(plan: Plan, method: RollupMethod = 'flatMean', by: Grouping = 'item'): Aggregate {
  return aggregate({ evaluation: evaluate(planTableOf(plan), CUT), plan, method, by });
}

/** An indicator that stands at a percent, in an item. */
function at(percent: number, item = '1'): GivenIndicator {
  return {
    item: { id: `itm:${item}`, number: item },
    activity: { id: `act:${item}` },
    target: 100,
    said: [percent],
  };
}

describe('aggregate', () => {
  it('gives nothing for nothing', () => {
    expect(rolled(aPlan())).toMatchObject({ value: null, n: 0, sum: 0, contributions: [], exclusions: [] });
  });

  it('follows the four domains of Cartago to 50 by groups and 54.5 flat (A6.5)', () => {
    const initiatives = [...[90, 50, 100, 80].map((p) => at(p, '1')), ...[100, 100].map((p) => at(p, '2'))];
    const rest = [...[60, 20, 0, 0].map((p) => at(p, '3')), at(0, '4')];
    const plan = planOf([...initiatives, ...rest]);
    expect(rolled(plan, 'groupMean')).toMatchObject({ value: 50, n: 4, sum: 200 });
    expect(rolled(plan, 'flatMean').value).toBeCloseTo(54.5455, 4);
    expect(rolled(plan, 'groupMean').contributions.map(({ value, points }) => [value, points])).toEqual([
      [80, 20],
      [100, 25],
      [20, 5],
      [0, 0],
    ]);
  });

  it('leaves out, and lists with its reason, what has no target or never applies', () => {
    const plan = planOf([at(50), { target: 0, said: [3] }, { said: NEVER }, at(100)]);
    const found = rolled(plan);
    expect(found).toMatchObject({ value: 75, n: 2 });
    expect(found.exclusions.map(({ row, reason }) => [row, reason])).toEqual([
      [1, 'noTarget'],
      [2, 'notApplicable'],
    ]);
    expect(found.alternatives.verified).toMatchObject({ value: 0, n: 2 });
  });

  it('leaves out of the denominator a group in which nothing counts', () => {
    const plan = planOf([at(40, '1'), { ...at(0, '2'), said: NEVER }]);
    expect(rolled(plan, 'groupMean')).toMatchObject({ value: 40, n: 1 });
  });

  it('expects only of what has dates and counts', () => {
    const plan = planOf([at(50), { ...at(80), start: null, end: null }, { target: null }]);
    const found = rolled(plan);
    expect(found).toMatchObject({ value: 65, n: 2 });
    expect(found.expected).toMatchObject({ value: 100, n: 1 });
    expect(found.lag).toMatchObject({ value: -50, n: 1 });
  });

  it('says what it would be without those not started', () => {
    const later = { ...at(0), start: '2024-01-01', end: '2024-12-31' } as const;
    expect(rolled(planOf([at(50), later])).alternatives.withoutNotStarted).toMatchObject({
      value: 50,
      n: 1,
      leftOut: 1,
    });
  });

  it('weighs each indicator, and divides by the weights that are in N', () => {
    const weighing = (weight: number | null, one: GivenIndicator): GivenIndicator => ({ ...one, weight });
    const plan = planOf([
      weighing(50, at(100)),
      weighing(30, at(20)),
      weighing(20, { ...at(0), said: NEVER }),
      weighing(null, at(70)),
    ]);
    const found = rolled(plan, 'weighted');
    expect(found).toMatchObject({ value: 70, n: 2, sum: 5600, divisor: 80 });
    expect(found.contributions.map(({ value, weight, points }) => [value, weight, points])).toEqual([
      [100, 50, 62.5],
      [20, 30, 7.5],
    ]);
    expect(found.exclusions.map(({ row, reason }) => [row, reason])).toEqual([
      [2, 'notApplicable'],
      [3, 'noWeight'],
    ]);
    expect(found.alternatives.methods.map(({ method, value, n }) => [method, value, n])).toEqual([
      ['flatMean', 63.333333333, 3],
      ['groupMean', 63.333333333, 1],
      ['weighted', 70, 2],
    ]);
  });

  it('gives no weighted mean where nothing weighs', () => {
    expect(rolled(planOf([at(50)]), 'weighted')).toMatchObject({ value: null, n: 0 });
    expect(rolled(planOf([{ ...at(50), weight: 0 }]), 'weighted')).toMatchObject({ value: null, n: 1 });
    expect(rolled(planOf([at(50)])).alternatives.methods.map(({ method }) => method)).toEqual([
      'flatMean',
      'groupMean',
    ]);
  });

  it('rolls up only the rows it is asked for', () => {
    const plan = planOf([at(10), at(30), at(80)]);
    const evaluation = evaluate(planTableOf(plan), CUT);
    expect(aggregate({ evaluation, plan, method: 'flatMean', rows: [0, 1] })).toMatchObject({
      value: 20,
      n: 2,
    });
  });
});

describe('groups', () => {
  const [ana, luis] = [
    { id: 'pty:1', name: 'Sistemas' },
    { id: 'pty:2', name: 'Hacienda' },
  ];
  const plan = planOf([
    { ...at(100, '2'), activity: { id: 'act:a', phvaStage: 'act', responsibleParties: [ana, luis] } },
    { ...at(50, '1'), activity: { id: 'act:b', phvaStage: 'plan', responsibleParties: [ana] } },
    { ...at(0, '1'), activity: { id: 'act:c', phvaStage: null } },
  ]);

  it('go in the order of the plan, the cycle and the alphabet, and what has none goes last', () => {
    const rowsOf = (by: GroupBy) => groupsBy(plan, by).map(({ id, rows }) => [id, rows]);
    expect(rowsOf('item')).toEqual([
      ['itm:2', [0]],
      ['itm:1', [1, 2]],
    ]);
    expect(rowsOf('phva')).toEqual([
      ['plan', [1]],
      ['act', [0]],
      ['', [2]],
    ]);
    expect(rowsOf('responsible')).toEqual([
      ['pty:2', [0]],
      ['pty:1', [0, 1]],
      ['', [2]],
    ]);
  });

  it('have each its own denominator', () => {
    const evaluation = evaluate(planTableOf(plan), CUT);
    const means = groupsBy(plan, 'responsible').map(({ rows }) => meanAttainment(evaluation, rows));
    expect(means.map(({ value, n }) => [value, n])).toEqual([
      [100, 1],
      [75, 2],
      [0, 1],
    ]);
  });

  it('follow the rows they are given', () => {
    expect(groupsBy(plan, 'item', [2]).map(({ id, rows }) => [id, rows])).toEqual([['itm:1', [2]]]);
  });
});
