import { expect, test } from 'vitest';
import { DNP_5 } from '../../../src/domain/schemes';
import { evaluate } from '../../../src/domain/evaluate';
import { figureOf } from '../../../src/domain/figure';
import { planTableOf } from '../../../src/domain/planTable';
import { isNarrowed, matches } from '../../../src/ui/activities/listFilter';
import type { Chosen } from '../../../src/ui/activities/listFilter';
import { anIndicator, aPlan } from '../../support/builders';

const indicators = [1, 4.5, 6.5, 9].map((value, row) =>
  anIndicator({
    id: `ind:${row}`,
    activity: {
      number: `${row + 1}`,
      name: `Acción ${row + 1}`,
      end: row === 1 ? '2023-06-01' : '2023-12-31',
    },
    end: row === 1 ? '2023-06-01' : '2023-12-31',
    deliverable: 'Repositorio de apropiación',
    said: [value],
  }),
);
const plan = aPlan({ indicators, scheme: DNP_5 });
const evaluation = evaluate(planTableOf(plan), '2023-06-30');
const passing = (chosen: Chosen) =>
  indicators.flatMap((_, row) => (matches(figureOf(evaluation, row), chosen) ? [row] : []));

test('each part narrows by itself, and together they narrow more', () => {
  expect(passing({})).toEqual([0, 1, 2, 3]);
  expect(passing({ class: 'inProgress' })).toEqual([1, 2]);
  expect(passing({ band: 'medium' })).toEqual([2]);
  expect(passing({ class: 'inProgress', band: 'low' })).toEqual([1]);
  expect(passing({ class: 'critical', band: 'low' })).toEqual([]);
  expect(passing({ missing: '1' })).toEqual([0, 1, 2, 3]);
});

test('"atrasadas" holds the overdue ones too', () => {
  expect(passing({ pace: 'behind' })).toEqual([0, 1]);
  expect(passing({ state: 'overdue' })).toEqual([1]);
});

test('an empty part narrows nothing', () => {
  expect(isNarrowed({})).toBe(false);
  expect(isNarrowed({ class: '', band: '' })).toBe(false);
  expect(isNarrowed({ class: '', band: 'low' })).toBe(true);
});

test('what advanced so far, a group and a period narrow too', () => {
  expect(passing({ management: 'inExecution' })).toEqual([0, 1, 2]);
  expect(passing({ management: 'finished' })).toEqual([3]);
  expect(passing({ management: 'pending' })).toEqual([]);
  expect(passing({ by: 'phva', group: 'do' })).toEqual([0, 1, 2, 3]);
  expect(passing({ by: 'phva', group: 'plan' })).toEqual([]);
  expect(passing({ by: 'responsible', group: '' })).toEqual([0, 1, 2, 3]);
  expect(passing({ period: '20230701-20230930' })).toEqual([0, 2, 3]);
});

test('an address that says no group and no period narrows nothing', () => {
  expect(passing({ by: 'color', group: 'red' })).toEqual([0, 1, 2, 3]);
  expect(passing({ period: 'ayer' })).toEqual([0, 1, 2, 3]);
});
