import fc from 'fast-check';
import { expect, it } from 'vitest';
import { evaluate } from '../../src/domain/evaluate';
import { figureOf } from '../../src/domain/figure';
import { heatMap } from '../../src/domain/heatMap';
import type { IsoDay } from '../../src/domain/isoDay';
import { planTableOf } from '../../src/domain/planTable';
import { plansOfRows, someCuts } from '../support/anyRows';
import { anIndicator, aPlan } from '../support/builders';
import type { GivenIndicator } from '../support/builders';
import { cartagena } from '../support/cartagena';

function cellsOf(given: GivenIndicator, cut: IsoDay) {
  const plan = aPlan({ indicators: [anIndicator(given)] });
  return heatMap(plan, evaluate(planTableOf(plan), cut)).rows[0]?.cells ?? [];
}

it('tells a value, what is missing, what nobody asks for and what is still to come', () => {
  const cells = cellsOf({ end: '2023-05-31', said: [10] }, '2023-09-30');
  expect(cells.map(({ kind, value }) => [kind, value])).toEqual([
    ['value', 10],
    ['missing', null],
    ['notReported', null],
    ['toCome', null],
  ]);
});

it('keeps each kind of empty apart', () => {
  const cells = cellsOf({ said: [{ k: 'notScheduled' }, { k: 'notApplicable' }, 0] }, '2023-12-31');
  expect(cells.map(({ kind }) => kind)).toEqual(['notScheduled', 'notApplicable', 'value', 'missing']);
});

it('has at each end the class of what had been accumulated by then', () => {
  const cells = cellsOf({ said: [2, 3, 4] }, '2023-11-15');
  expect(cells.map(({ percent, progressClass }) => [percent, progressClass])).toEqual([
    [20, 'critical'],
    [50, 'inProgress'],
    [90, 'finished'],
    [90, 'finished'],
  ]);
});

it('gives no class to what is left out of N, had not started, or is after the cut', () => {
  const classes = (given: GivenIndicator) => cellsOf(given, '2023-06-30').map((cell) => cell.progressClass);
  expect(classes({ target: null, said: [1] })).toEqual([null, null, null, null]);
  expect(classes({ start: '2023-04-15' })).toEqual([null, 'critical', null, null]);
});

it('has the rows asked for, in their order', () => {
  const plan = cartagena();
  const { rows, periods } = heatMap(plan, evaluate(planTableOf(plan), '2023-03-31'), [7, 3]);
  expect(rows.map(({ index }) => index)).toEqual([7, 3]);
  expect(rows[1]?.cells[0]).toMatchObject({ kind: 'value', value: 2, progressClass: 'critical' });
  expect(periods).toHaveLength(4);
});

it('agrees with the board: its last column is the class at the cut, and what it misses is what the board misses', () => {
  fc.assert(
    fc.property(plansOfRows, someCuts, (plan, cut) => {
      const evaluation = evaluate(planTableOf(plan), cut);
      for (const { index, cells } of heatMap(plan, evaluation).rows) {
        const figure = figureOf(evaluation, index);
        const missing = cells.filter(({ kind }) => kind === 'missing').map(({ period }) => period.id);
        expect(missing).toEqual(figure.missing.map(({ id }) => id));
        expect(cells).toHaveLength(plan.periods.length);
        const [last] = cells.slice(0, evaluation.counted).slice(-1);
        // After the last period the days go on, and with them what has started.
        if (last && cut <= last.period.end) expect(last.progressClass).toBe(figure.progressClass);
      }
    }),
  );
});
