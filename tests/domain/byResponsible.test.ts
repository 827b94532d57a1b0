import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  MANAGEMENT_STATES,
  managementByResponsible,
  managementStateOf,
} from '../../src/domain/byResponsible';
import type { ManagementCounts } from '../../src/domain/byResponsible';
import { evaluate } from '../../src/domain/evaluate';
import { figureOf } from '../../src/domain/figure';
import type { Plan } from '../../src/domain/model';
import { planTableOf } from '../../src/domain/planTable';
import { plansOfRows, someCuts } from '../support/anyRows';
import { anIndicator, aPlan } from '../support/builders';
import { cartagena } from '../support/cartagena';

const HALL = { id: 'pty:1', name: 'Despacho' };
const OFFICE = { id: 'pty:2', name: 'Oficina' };

function managementOf(plan: Plan) {
  return managementByResponsible(plan, evaluate(planTableOf(plan), '2023-03-31'));
}

const sumOf = (counts: ManagementCounts) => MANAGEMENT_STATES.reduce((sum, state) => sum + counts[state], 0);

it('tells what advanced nothing, what is in execution and what is finished or near it', () => {
  const { parties, counts, n } = managementOf(cartagena());
  expect(parties.map(({ party, counts: own }) => [party?.name, own])).toEqual([
    ['Equipo Gobierno Digital y áreas de gestión OAI', { pending: 2, inExecution: 4, finished: 4 }],
    ['Equipo de Uso y Apropiación', { pending: 1, inExecution: 1, finished: 0 }],
  ]);
  expect([counts, n]).toEqual([{ pending: 3, inExecution: 5, finished: 4 }, 12]);
});

it('counts what several answer for once for each, and the plan once', () => {
  const indicators = [
    anIndicator({ activity: { responsibleParties: [OFFICE, HALL] }, said: [5] }),
    anIndicator({ activity: { responsibleParties: [OFFICE] }, said: [9] }),
    anIndicator({ said: [0] }),
  ];
  const { parties, n, shared } = managementOf(aPlan({ indicators }));
  expect(parties.map(({ party, n: own }) => [party?.name ?? null, own])).toEqual([
    ['Despacho', 1],
    ['Oficina', 2],
    [null, 1],
  ]);
  expect([n, shared]).toEqual([3, 1]);
});

it('has no state for what has no percent: not applicable is no pending', () => {
  const indicators = [
    anIndicator({ target: null, said: [4] }),
    anIndicator({ said: [0, 1, 2, 3].map(() => ({ k: 'notApplicable' as const })) }),
    anIndicator(),
  ];
  const { counts, n, leftOut } = managementOf(aPlan({ indicators }));
  expect([counts.pending, n, leftOut]).toEqual([1, 1, 2]);
  expect(managementStateOf(null, null)).toBeNull();
});

it('adds up to N for every party and for the plan, whatever the plan', () => {
  fc.assert(
    fc.property(plansOfRows, someCuts, (plan, cut) => {
      const evaluation = evaluate(planTableOf(plan), cut);
      const { parties, counts, n, leftOut, shared } = managementByResponsible(plan, evaluation);
      const figures = plan.indicators.map((_, row) => figureOf(evaluation, row));
      const inN = figures.filter(({ raw }) => raw !== null);
      expect([sumOf(counts), n, n + leftOut]).toEqual([n, inN.length, figures.length]);
      for (const party of parties) {
        expect(sumOf(party.counts)).toBe(party.n);
        const own = inN.filter(({ indicator: { activity } }) =>
          party.party
            ? activity.responsibleParties.some(({ id }) => id === party.id)
            : activity.responsibleParties.length === 0,
        );
        expect(party.n).toBe(own.length);
      }
      expect(parties.reduce((sum, party) => sum + party.n, 0)).toBe(n + shared);
    }),
  );
});
