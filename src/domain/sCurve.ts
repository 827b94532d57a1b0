import { isAtWork } from './atWork';
import { periodAt } from './calendar';
import type { ReportingPeriod } from './calendar';
import { cappedAt, evaluate, expectedAt } from './evaluate';
import type { Evaluation } from './evaluate';
import { allRows } from './groups';
import { addDays } from './isoDay';
import type { IsoDay } from './isoDay';
import type { Plan } from './model';
import type { Percent } from './percent';
import { meanBy } from './rollup';

/** Where the plan stands at one cut, by its own method; null where there is no figure. */
export interface SCurvePoint {
  readonly cut: IsoDay;
  /** The period that the cut falls in; null for the eve of the plan, where nothing has begun. */
  readonly period: ReportingPeriod | null;
  readonly expected: Percent | null;
  /** Up to the cut on screen only: what comes after it has not happened. */
  readonly real: Percent | null;
  readonly verified: Percent | null;
  /** The indicators that have to do with the period, by their places in the plan. */
  readonly rows: readonly number[];
}

/** Spanish *curva S*: expected against real over the cuts. */
export interface SCurve {
  /** The cut on screen, which is a point of the curve too. */
  readonly cut: IsoDay;
  /** By day: the eve of the plan, the end of each period, and the cut. */
  readonly points: readonly SCurvePoint[];
}

/**
 * The curve of a plan as it is looked at: at each cut what the board would say there, by the plan's own method
 * (domain.md A6.5). With `rows`, of those indicators only.
 */
export function sCurve(plan: Plan, evaluation: Evaluation, rows: readonly number[] = allRows(plan)): SCurve {
  const { cut, table } = evaluation;
  const cuts = [addDays(plan.calendar.start, -1), ...plan.periods.map(({ end }) => end), cut];
  const inOrder = [...new Set(cuts)].sort();
  return {
    cut,
    points: inOrder.map((at) => pointAt(plan, at === cut ? evaluation : evaluate(table, at), rows, cut)),
  };
}

function pointAt(plan: Plan, evaluation: Evaluation, rows: readonly number[], shownCut: IsoDay): SCurvePoint {
  const at = evaluation.cut;
  const period = periodAt(plan.periods, at);
  const own = period && period.start <= at ? period : null;
  const mean = (figureAt: (row: number) => number): Percent | null =>
    meanBy({ plan, method: plan.rollupMethod, rows }, figureAt).value;
  const hasHappened = at <= shownCut;
  return {
    cut: at,
    period: own,
    expected: mean((row) => expectedAt(evaluation, row)),
    real: hasHappened ? mean((row) => cappedAt(evaluation, row)) : null,
    verified: hasHappened ? mean((row) => evaluation.verified[row] ?? NaN) : null,
    rows: own === null ? [] : rows.filter((row) => isAtWorkAt(plan, row, own)),
  };
}

function isAtWorkAt(plan: Plan, row: number, period: ReportingPeriod): boolean {
  const indicator = plan.indicators[row];
  return indicator !== undefined && isAtWork(indicator, period);
}
