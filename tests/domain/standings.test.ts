import fc from 'fast-check';
import { expect, it } from 'vitest';
import { boardFacts } from '../../src/domain/board';
import { evaluate } from '../../src/domain/evaluate';
import { groupIdsOf, groupsBy } from '../../src/domain/groups';
import type { Grouping } from '../../src/domain/model';
import { planTableOf } from '../../src/domain/planTable';
import { standingsBy } from '../../src/domain/standings';
import { plansOfRows, someCuts } from '../support/anyRows';
import { cartagena } from '../support/cartagena';

const GROUPINGS: readonly Grouping[] = ['item', 'phva', 'responsible', { taxonomy: 'decree-767' }];

it('counts the classes of Cartagena by its cycle as the file has them (A5)', () => {
  const plan = cartagena();
  const { figures } = boardFacts(plan, evaluate(planTableOf(plan), '2023-03-31'));
  const found = standingsBy(plan, 'phva', figures).map(({ group, n, classes, paces, states }) => [
    group.id,
    n,
    classes.critical,
    classes.finished,
    paces.behind,
    states.notStarted,
  ]);
  expect(found).toEqual([
    ['plan', 2, 0, 2, 0, 0],
    ['do', 7, 5, 2, 4, 0],
    ['check', 2, 2, 0, 1, 0],
    ['act', 1, 0, 0, 0, 1],
  ]);
});

it('adds up to the board where each indicator is in one group', () => {
  fc.assert(
    fc.property(plansOfRows, someCuts, (plan, cut) => {
      const facts = boardFacts(plan, evaluate(planTableOf(plan), cut));
      const groups = standingsBy(plan, 'item', facts.figures);
      const sum = (one: (group: (typeof groups)[number]) => number) =>
        groups.reduce((before, group) => before + one(group), 0);
      expect(sum(({ n }) => n)).toBe(facts.size);
      expect(sum(({ classes }) => classes.critical)).toBe(facts.classes.critical);
      expect(sum(({ states }) => states.overdue)).toBe(facts.states.overdue);
      expect(sum(({ paces }) => paces.behind)).toBe(facts.attention.length);
      expect(sum(({ paces }) => paces.ahead)).toBe(facts.paces.ahead);
    }),
  );
});

it('puts an indicator in the groups that name it, and in no other', () => {
  fc.assert(
    fc.property(plansOfRows, fc.constantFrom(...GROUPINGS), (plan, by) => {
      for (const [row, indicator] of plan.indicators.entries()) {
        const holding = groupsBy(plan, by).filter(({ rows }) => rows.includes(row));
        expect(holding.map(({ id }) => id).sort()).toEqual([...groupIdsOf(indicator, by)].sort());
      }
    }),
  );
});
