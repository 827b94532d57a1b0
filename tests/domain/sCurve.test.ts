import fc from 'fast-check';
import { expect, it } from 'vitest';
import { boardFacts } from '../../src/domain/board';
import { evaluate } from '../../src/domain/evaluate';
import type { IsoDay } from '../../src/domain/isoDay';
import type { Plan } from '../../src/domain/model';
import { planTableOf } from '../../src/domain/planTable';
import { sCurve } from '../../src/domain/sCurve';
import { plansOfRows, someCuts } from '../support/anyRows';
import { anIndicator, aPlan } from '../support/builders';
import { cartagena } from '../support/cartagena';

function curveOf(plan: Plan, cut: IsoDay, rows?: readonly number[]) {
  return sCurve(plan, evaluate(planTableOf(plan), cut), rows);
}

it('is 40,9 against 51,7 at the first cut of Cartagena, and asks 73,7 of the second (A5)', () => {
  const { points } = curveOf(cartagena(), '2023-03-31');
  const rounded = points.map(({ cut, expected, real }) => [cut, expected?.toFixed(1), real?.toFixed(1)]);
  expect(rounded).toEqual([
    ['2022-12-31', '0.0', '0.0'],
    ['2023-03-31', '51.7', '40.9'],
    ['2023-06-30', '73.7', undefined],
    ['2023-09-30', expect.any(String), undefined],
    ['2023-12-31', '100.0', undefined],
  ]);
});

it('has the cut on screen as a point of its own where it ends no period', () => {
  const { points } = curveOf(cartagena(), '2023-05-17');
  expect(points.map(({ cut, period }) => [cut, period?.ordinal ?? null])).toEqual([
    ['2022-12-31', null],
    ['2023-03-31', 1],
    ['2023-05-17', 2],
    ['2023-06-30', 2],
    ['2023-09-30', 3],
    ['2023-12-31', 4],
  ]);
});

it('says at each cut what the board says there, and nothing real after the cut on screen', () => {
  fc.assert(
    fc.property(plansOfRows, someCuts, fc.boolean(), (plan, cut, isPart) => {
      const rows = plan.indicators.flatMap((_, row) => (isPart && row % 2 === 1 ? [] : [row]));
      const table = planTableOf(plan);
      const { points } = sCurve(plan, evaluate(table, cut), rows);
      expect(points.map((point) => point.cut)).toContain(cut);
      for (const point of points) {
        const { overall } = boardFacts(plan, evaluate(table, point.cut), rows);
        const hasHappened = point.cut <= cut;
        expect(point.expected).toBe(overall.expected.value);
        expect(point.real).toBe(hasHappened ? overall.value : null);
        expect(point.verified).toBe(hasHappened ? overall.alternatives.verified.value : null);
      }
    }),
  );
});

it('names the rows of each period: those that reported in it or whose days touch it', () => {
  const plan = aPlan({
    indicators: [
      anIndicator({ end: '2023-03-31' }),
      anIndicator({ end: '2023-03-31', said: [1, undefined, 2] }),
      anIndicator({ start: '2023-06-30' }),
      anIndicator({ start: null, end: null }),
      anIndicator({ start: '2023-12-31', end: '2023-01-01' }),
    ],
  });
  const { points } = curveOf(plan, '2023-03-31');
  expect(points.map(({ rows }) => rows)).toEqual([[], [0, 1, 3, 4], [2, 3, 4], [1, 2, 3, 4], [2, 3, 4]]);
});
