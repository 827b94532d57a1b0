import type { ProgressClass } from './bands';
import type { ReportingPeriod } from './calendar';
import { CLASSES, wordOf } from './codes';
import { cappedAt, evaluate } from './evaluate';
import type { Evaluation } from './evaluate';
import { isMissing } from './figure';
import { allRows } from './groups';
import type { IsoDay } from './isoDay';
import { reportIn } from './model';
import type { Indicator, Plan } from './model';
import type { Percent } from './percent';
import type { Report } from './report';

/**
 * What a period holds of an indicator: a value, a kind of empty, or nothing said; of that, `missing` is what is due
 * at the cut and is not there, `toCome` what begins after the cut, and `notReported` what nobody asks for.
 */
export type HeatKind = Report['k'] | 'missing' | 'toCome';

export interface HeatCell {
  readonly period: ReportingPeriod;
  readonly kind: HeatKind;
  /** What was reported, in the target's unit; null where it is no value. */
  readonly value: number | null;
  /** From 0 to 100, accumulated at the period's end; null after the cut and where the row is left out of N. */
  readonly percent: Percent | null;
  /** Of that percent; null also where the row had not started. */
  readonly progressClass: ProgressClass | null;
}

export interface HeatRow {
  /** Place of the indicator in `plan.indicators`. */
  readonly index: number;
  readonly indicator: Indicator;
  /** One for each period of the plan, in order. */
  readonly cells: readonly HeatCell[];
}

/** Spanish *mapa de calor*: a row for each indicator, a column for each period. */
export interface HeatMap {
  readonly periods: readonly ReportingPeriod[];
  readonly rows: readonly HeatRow[];
}

/**
 * What was reported in each period and how far it had come at the period's end, or at the cut where that is
 * earlier (domain.md A6.9). With `rows`, those indicators in that order.
 */
export function heatMap(
  plan: Plan,
  evaluation: Evaluation,
  rows: readonly number[] = allRows(plan),
): HeatMap {
  const ends = plan.periods.map(({ end }, column) =>
    column < evaluation.counted ? at(evaluation, end) : null,
  );
  return {
    periods: plan.periods,
    rows: rows.flatMap((index) => {
      const indicator = plan.indicators[index];
      if (!indicator) return [];
      const cells = plan.periods.map((period, column) =>
        cellOf({ evaluation, index, indicator, column, period }, ends[column] ?? null),
      );
      return [{ index, indicator, cells }];
    }),
  };
}

interface Place {
  readonly evaluation: Evaluation;
  readonly index: number;
  readonly indicator: Indicator;
  readonly column: number;
  readonly period: ReportingPeriod;
}

function cellOf(place: Place, end: Evaluation | null): HeatCell {
  const { indicator, index, period } = place;
  const report = reportIn(indicator, period.id);
  const percent = end === null ? NaN : cappedAt(end, index);
  return {
    period,
    kind: kindOf(place, report, end !== null),
    value: report.k === 'value' ? report.v : null,
    percent: Number.isNaN(percent) ? null : percent,
    progressClass: end === null ? null : wordOf(CLASSES, end.classes[index]),
  };
}

function kindOf({ evaluation, index, column }: Place, { k }: Report, hasBegun: boolean): HeatKind {
  if (k !== 'notReported') return k;
  if (!hasBegun) return 'toCome';
  return isMissing(evaluation, index, column) ? 'missing' : 'notReported';
}

function at(evaluation: Evaluation, end: IsoDay): Evaluation {
  return end < evaluation.cut ? evaluate(evaluation.table, end) : evaluation;
}
