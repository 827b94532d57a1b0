import { expect, test } from 'vitest';
import { evaluate } from '../../src/domain/evaluate';
import type { RollupMethod } from '../../src/domain/model';
import { planTableOf } from '../../src/domain/planTable';
import { aggregate, methodInGroup } from '../../src/domain/rollup';
import { board } from '../../src/text/board';
import { anIndicator, aPlan } from '../support/builders';

const ROWS = [
  { id: 'ind:1', said: [10], weight: 75 },
  { id: 'ind:2', said: [0], weight: 25 },
  { id: 'ind:3', said: [10], weight: null },
  { id: 'ind:4', target: null, weight: 10 },
];

/** The mean of all the rows as those of one group, in a plan of a method. */
function inGroup(rollupMethod: RollupMethod) {
  const plan = aPlan({ rollupMethod, indicators: ROWS.map(anIndicator) });
  const evaluation = evaluate(planTableOf(plan), '2023-12-31');
  return aggregate({ plan, evaluation, method: methodInGroup(plan), by: 'item' });
}

test.each([
  ['flatMean', 66.666666667, '3 indicadores · 1 por fuera'],
  ['groupMean', 66.666666667, '3 indicadores · 1 por fuera'],
  ['weighted', 75, '2 indicadores, por peso · 2 por fuera'],
] as const)('a group of a plan by %s has its own N, and says what is left out', (method, value, words) => {
  const mean = inGroup(method);
  expect(mean.value).toBe(value);
  expect(board.meanOf(mean).replaceAll('\u00a0', ' ')).toBe(words);
});

test('a mean of groups counts groups', () => {
  expect(board.meanOf({ method: 'groupMean', n: 8, exclusions: [] })).toBe('8\u00a0grupos');
});
