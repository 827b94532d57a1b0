import { bandOf } from './bands';
import type { ProgressClass } from './bands';
import type { ReportingPeriod } from './calendar';
import { CLASSES, EXCLUSIONS, NOT_REPORTED_KIND, PACES, STATES, wordOf } from './codes';
import type { ExclusionReason, Pace, ScheduleState } from './codes';
import { accumulatedAt, cappedAt, expectedAt, lagAt } from './evaluate';
import type { Evaluation } from './evaluate';
import { dayNumber } from './isoDay';
import type { Indicator } from './model';
import type { Percent, Points } from './percent';
import { isValue, spanAt } from './planTable';
import type { PlanTable } from './planTable';

/** All that is said of one indicator at a cut, as a plain object (domain.md A6). */
export interface IndicatorFigure {
  /** Place of the indicator in `plan.indicators` and row in the table. */
  readonly index: number;
  readonly indicator: Indicator;
  /** In the target's unit; null when nothing has been reported. */
  readonly accumulated: number | null;
  /** As it comes out, beyond 100 too; null when the indicator is left out of N. */
  readonly raw: Percent | null;
  /** From 0 to 100, as it enters averages and classes. */
  readonly capped: Percent | null;
  readonly verified: Percent | null;
  readonly expected: Percent | null;
  /** True when the expected comes from programmed values, and not from the days gone by. */
  readonly isProgrammed: boolean;
  readonly lag: Points | null;
  readonly progressClass: ProgressClass | null;
  /** The band of the plan's scheme that gives the class; null where there is none. */
  readonly bandId: string | null;
  readonly scheduleState: ScheduleState | null;
  readonly pace: Pace | null;
  readonly exclusion: ExclusionReason | null;
  readonly isOverAchieved: boolean;
  /** Periods that count at the cut, are due and hold no report, in order. */
  readonly missing: readonly ReportingPeriod[];
  /** Days from the cut to the end: 0 on the last day, negative when it has passed. */
  readonly daysToEnd: number | null;
}

/** Reads one row of an evaluation; the index is the indicator's place in `plan.indicators`. */
export function figureOf(evaluation: Evaluation, index: number): IndicatorFigure {
  const { table } = evaluation;
  const indicator = table.plan.indicators[index];
  if (!indicator) throw new RangeError(`no indicator at ${index}`);
  const raw = numberOrNull(evaluation.raw[index]);
  const progressClass = wordOf(CLASSES, evaluation.classes[index]);
  return {
    index,
    indicator,
    accumulated: numberOrNull(accumulatedAt(evaluation, index)),
    raw,
    capped: numberOrNull(cappedAt(evaluation, index)),
    verified: numberOrNull(evaluation.verified[index]),
    expected: numberOrNull(expectedAt(evaluation, index)),
    isProgrammed: evaluation.programmed.has(index),
    lag: numberOrNull(lagAt(evaluation, index)),
    progressClass,
    bandId: raw === null || progressClass === null ? null : bandOf(raw, table.plan.scheme).id,
    scheduleState: wordOf(STATES, evaluation.states[index]),
    pace: wordOf(PACES, evaluation.paces[index]),
    exclusion: wordOf(EXCLUSIONS, table.exclusions[index]),
    isOverAchieved: raw !== null && raw > 100,
    missing: table.plan.periods.filter((_, column) => isMissing(evaluation, index, column)),
    daysToEnd: numberOrNull(spanAt(table, index).end - dayNumber(evaluation.cut)),
  };
}

/** True where the period counts at the cut, a report is due and there is none (domain.md A6.9). */
export function isMissing(evaluation: Evaluation, row: number, column: number): boolean {
  const { table, counted } = evaluation;
  if (column >= counted || table.exclusions[row] !== 0) return false;
  if (table.kinds[row * table.periodIds.length + column] !== NOT_REPORTED_KIND) return false;
  return isDue(evaluation, row, column);
}

/** True where the row reported a value, or owes one, in the period. */
export function isReportedOrDue(evaluation: Evaluation, row: number, column: number): boolean {
  return isValue(evaluation.table, row, column) || isMissing(evaluation, row, column);
}

/**
 * True where a report of the row is due in the period: it overlaps the indicator's days (all days, where it
 * has no dates), or they have passed with less than 100 % (domain.md A6.9).
 */
export function isDue(evaluation: Evaluation, row: number, column: number): boolean {
  const { table } = evaluation;
  const { start, end } = spanAt(table, row);
  if (overlaps(table, column, start, end)) return true;
  const hasEnded = end < dayNumber(evaluation.cut) && end < (table.periodStarts[column] ?? NaN);
  return hasEnded && (evaluation.raw[row] ?? NaN) < 100;
}

function overlaps(table: PlanTable, column: number, start: number, end: number): boolean {
  const [first, last] = [table.periodStarts[column] ?? NaN, table.periodEnds[column] ?? NaN];
  // Against NaN, which is no date, both are false: the open side never shuts the period out.
  return !(last < start) && !(first > end);
}

function numberOrNull(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}
