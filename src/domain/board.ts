import type { Band, ProgressClass } from './bands';
import { periodAt } from './calendar';
import type { ReportingPeriod } from './calendar';
import type { Pace, ScheduleState } from './codes';
import type { Evaluation } from './evaluate';
import { figureOf, isReportedOrDue } from './figure';
import type { IndicatorFigure } from './figure';
import { allRows } from './groups';
import type { Plan } from './model';
import { isValue } from './planTable';
import { aggregate } from './rollup';
import type { Aggregate } from './rollup';
import { unmeasuredActivities } from './unmeasured';

/** What the board says of a plan at a cut. Indicators are counted, listed and rolled up one by one. */
export interface BoardFacts {
  /** By the plan's own method; expected, lag and verified are in it. */
  readonly overall: Aggregate;
  readonly size: number;
  /** Activities of the whole plan without any indicator. */
  readonly unmeasured: number;
  /** Indicators by class; those not started, without target or not applicable have none. */
  readonly classes: Readonly<Record<ProgressClass, number>>;
  /** Those of each class that are behind or overdue. */
  readonly behind: Readonly<Record<ProgressClass, number>>;
  /** The same by the bands of the plan's scheme, in its order, those without indicators too. */
  readonly bands: readonly { readonly band: Band; readonly n: number; readonly behind: number }[];
  readonly states: Readonly<Record<ScheduleState, number>>;
  readonly paces: Readonly<Record<Pace, number>>;
  /** The critical ones by pace: "7 críticas: 5 atrasadas, 2 al día"; `none` are those without dates. */
  readonly critical: Readonly<Record<Pace | 'none', number>>;
  /** Those in N with neither date: nobody can say whether they are behind (domain.md A6.4). */
  readonly undated: number;
  /** Those that have a state. */
  readonly dated: number;
  readonly noTarget: number;
  readonly notApplicable: number;
  readonly noBaseline: number;
  /** The period in which the cut falls, the first or the last where it falls in none; null without periods. */
  readonly period: ReportingPeriod | null;
  /** In that period, once it has begun: indicators with a value, of those that have one or owe one. */
  readonly reported: number;
  readonly due: number;
  /** What is behind or overdue, as it needs attention: overdue first, then the most behind. */
  readonly attention: readonly IndicatorFigure[];
  /** What owes a report, with its periods, in the order of the plan. */
  readonly missing: readonly IndicatorFigure[];
  /** Everything, as it needs attention. */
  readonly figures: readonly IndicatorFigure[];
}

const NO_CLASSES: BoardFacts['classes'] = { critical: 0, inProgress: 0, finished: 0 };

/** The facts of the board by the plan's own method; with `rows`, of those indicators only. */
export function boardFacts(
  plan: Plan,
  evaluation: Evaluation,
  rows: readonly number[] = allRows(plan),
): BoardFacts {
  const figures = rows.map((row) => figureOf(evaluation, row));
  const critical = figures.filter(({ progressClass }) => progressClass === 'critical');
  const period = periodAt(plan.periods, evaluation.cut);
  const column = period && period.start <= evaluation.cut ? period.ordinal - 1 : -1;
  const inOrder = [...figures].sort(byAttention);
  const attention = inOrder.filter(needsAttention);
  return {
    overall: aggregate({ evaluation, plan, rows, method: plan.rollupMethod }),
    size: rows.length,
    unmeasured: unmeasuredActivities(plan).length,
    classes: countBy(figures, classOf, NO_CLASSES),
    behind: countBy(attention, classOf, NO_CLASSES),
    bands: plan.scheme.bands.map((band) => ({
      band,
      n: inBand(figures, band).length,
      behind: inBand(attention, band).length,
    })),
    states: countBy(figures, ({ scheduleState }) => scheduleState, {
      notStarted: 0,
      running: 0,
      dueSoon: 0,
      overdue: 0,
      done: 0,
    }),
    paces: countBy(figures, ({ pace }) => pace, { behind: 0, onTrack: 0, ahead: 0 }),
    critical: countBy(critical, ({ pace }) => pace ?? 'none', { behind: 0, onTrack: 0, ahead: 0, none: 0 }),
    undated: figures.filter(isUndated).length,
    dated: figures.filter(({ scheduleState }) => scheduleState !== null).length,
    noTarget: figures.filter(({ exclusion }) => exclusion === 'noTarget').length,
    notApplicable: figures.filter(({ exclusion }) => exclusion === 'notApplicable').length,
    noBaseline: figures.filter(({ exclusion }) => exclusion === 'noBaseline').length,
    period,
    reported: rows.filter((row) => column >= 0 && isValue(evaluation.table, row, column)).length,
    due: rows.filter((row) => column >= 0 && isReportedOrDue(evaluation, row, column)).length,
    attention,
    missing: figures.filter(({ missing }) => missing.length > 0),
    figures: inOrder,
  };
}

/**
 * Sorts by what needs attention: overdue first, then the most behind; what has no lag comes after, what has
 * not started after that, and what is done last. Equals keep the order of the plan.
 */
function byAttention(a: IndicatorFigure, b: IndicatorFigure): number {
  return urgency(a) - urgency(b) || (a.lag ?? 0) - (b.lag ?? 0) || a.index - b.index;
}

/** True for what is behind or overdue. */
export function needsAttention({
  scheduleState,
  pace,
}: Pick<IndicatorFigure, 'scheduleState' | 'pace'>): boolean {
  return scheduleState === 'overdue' || pace === 'behind';
}

/** True for what counts and has no dates to be judged by: without a state, it is neither on time nor late. */
export function isUndated({ exclusion, scheduleState }: IndicatorFigure): boolean {
  return exclusion === null && scheduleState === null;
}

function classOf({ progressClass }: IndicatorFigure): ProgressClass | null {
  return progressClass;
}

function inBand(figures: readonly IndicatorFigure[], { id }: Band): readonly IndicatorFigure[] {
  return figures.filter(({ bandId }) => bandId === id);
}

function urgency({ scheduleState, lag, raw }: IndicatorFigure): number {
  if (scheduleState === 'overdue') return 0;
  if (raw !== null && raw >= 100) return 4;
  if (scheduleState === 'notStarted') return 3;
  return lag === null ? 2 : 1;
}

function countBy<Key extends string>(
  figures: readonly IndicatorFigure[],
  keyOf: (figure: IndicatorFigure) => Key | null,
  zeros: Readonly<Record<Key, number>>,
): Readonly<Record<Key, number>> {
  const counts: Record<Key, number> = { ...zeros };
  for (const figure of figures) {
    const key = keyOf(figure);
    if (key !== null) counts[key]++;
  }
  return counts;
}
