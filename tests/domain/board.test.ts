import { expect, it } from 'vitest';
import { boardFacts } from '../../src/domain/board';
import { evaluate } from '../../src/domain/evaluate';
import type { IsoDay } from '../../src/domain/isoDay';
import { planTableOf } from '../../src/domain/planTable';
import { anIndicator, aPlan } from '../support/builders';
import type { GivenIndicator } from '../support/builders';

const CUT = '2023-06-30';

function factsOf(given: readonly GivenIndicator[], rows?: readonly number[], cut: IsoDay = CUT) {
  const indicators = given.map((one, row) => anIndicator({ id: `ind:${row}`, ...one }));
  const plan = aPlan({ indicators });
  return boardFacts(plan, evaluate(planTableOf(plan), cut), rows);
}

const MIXED: readonly GivenIndicator[] = [
  { said: [10] }, // done
  { start: '2023-10-01' }, // not started
  { said: [1] }, // behind
  { end: '2023-05-31', said: [9.9] }, // overdue by little
  { start: null, end: null, said: [1] }, // without dates
  { said: [5, 3] }, // ahead
  { said: [2.5, 2.5] }, // on track
  { target: null, said: [1] },
  { said: [0, 1, 2, 3].map(() => ({ k: 'notApplicable' as const })) },
];

it('puts the overdue first, then the most behind, and what is done last', () => {
  const { figures, attention } = factsOf(MIXED);
  expect(attention.map(({ index }) => index)).toEqual([3, 2]);
  expect(figures.map(({ index }) => index).slice(0, 4)).toEqual([3, 2, 6, 5]);
  expect(figures.at(-1)?.index).toBe(0);
  expect(figures.at(-2)?.index).toBe(1);
});

it('counts each indicator in one class, or says why it has none', () => {
  const facts = factsOf(MIXED);
  expect(facts.classes).toEqual({ critical: 2, inProgress: 2, finished: 2 });
  expect(facts.critical).toEqual({ behind: 1, onTrack: 0, ahead: 0, none: 1 });
  expect(facts.behind).toEqual({ critical: 1, inProgress: 0, finished: 1 });
  expect(facts.states).toEqual({ notStarted: 1, running: 3, dueSoon: 0, overdue: 1, done: 1 });
  expect([facts.noTarget, facts.notApplicable, facts.size]).toEqual([1, 1, 9]);
});

it('counts reports against those due in the period of the cut', () => {
  const facts = factsOf(MIXED);
  expect(facts.period?.ordinal).toBe(2);
  expect([facts.reported, facts.due]).toEqual([2, 6]);
  expect(facts.missing.map(({ index }) => index)).toEqual([0, 2, 3, 4]);
});

it('counts no report of a period that begins after the cut (A6.9)', () => {
  const early = factsOf([{ said: [3] }], undefined, '2022-12-31');
  expect([early.reported, early.due, early.overall.value]).toEqual([0, 0, 0]);
});

it('speaks of some rows only, with their own denominator', () => {
  const facts = factsOf(MIXED, [2, 5]);
  expect([facts.size, facts.overall.n, facts.overall.value]).toEqual([2, 2, 45]);
  expect([facts.reported, facts.due]).toEqual([1, 2]);
});

it('has nothing to say of an empty plan', () => {
  const facts = factsOf([]);
  expect([facts.overall.value, facts.size, facts.reported, facts.due]).toEqual([null, 0, 0, 0]);
});
