import { EXCLUSIONS, NOT_STARTED, wordOf } from './codes';
import type { ExclusionReason } from './codes';
import { roundPercent } from './decimal';
import { cap, cappedAt, expectedAt, lagAt } from './evaluate';
import type { Evaluation } from './evaluate';
import { allRows, groupsBy } from './groups';
import type { Group, GroupBy } from './groups';
import type { Indicator, Plan, RollupMethod } from './model';
import type { Percent, Points } from './percent';

/** A mean and what it is the mean of; the value is null when nothing is left to average. */
export interface Mean {
  readonly value: Percent | null;
  /** The denominator: indicators in a flat mean, groups in a mean of groups. */
  readonly n: number;
  /** What is divided by n. */
  readonly sum: Points;
}

/** One term of the mean, and the points of the mean that it gives. */
export type Contribution = { readonly value: Percent; readonly points: Points } & (
  | { readonly of: 'indicator'; readonly row: number; readonly indicator: Indicator }
  | { readonly of: 'group'; readonly group: Group; readonly n: number }
);

export interface Exclusion {
  readonly row: number;
  readonly indicator: Indicator;
  readonly reason: ExclusionReason;
}

/** An aggregate with its own explanation: the figures in it are enough to compute it again (domain.md A6.5). */
export interface Aggregate extends Mean {
  readonly method: RollupMethod;
  readonly by: GroupBy;
  /** In the order of the plan. */
  readonly contributions: readonly Contribution[];
  readonly exclusions: readonly Exclusion[];
  /** By the same method, over the indicators of N that have dates; n says how many terms. */
  readonly expected: Mean;
  /** By the same method, the mean of capped less expected over the same indicators. */
  readonly lag: Mean;
  readonly alternatives: {
    readonly otherMethod: Mean & { readonly method: RollupMethod };
    /** By the same method, with verified values only (domain.md A6.10). */
    readonly verified: Mean;
    /** By the same method, without those that have not started. */
    readonly withoutNotStarted: Mean & { readonly leftOut: number };
  };
}

export interface AggregateRequest {
  readonly evaluation: Evaluation;
  readonly plan: Plan;
  readonly method: RollupMethod;
  /** The groups of a `groupMean`, and of the alternative to a `flatMean`: items unless said otherwise. */
  readonly by?: GroupBy;
  /** Only these indicators, by their places in the plan. */
  readonly rows?: readonly number[];
}

/** The mean of all the capped percents, leaving out those of rows outside N: the hot path of the board. */
export function meanOf({ raw }: Pick<Evaluation, 'raw'>): Mean {
  let sum = 0;
  let n = 0;
  for (let row = 0; row < raw.length; row++) {
    const percent = cap(raw[row]!);
    if (Number.isNaN(percent)) continue;
    sum += percent;
    n++;
  }
  return meanFrom(sum, n);
}

/** The mean over some rows of a figure of theirs, leaving out those for which it is NaN. */
function meanOfRows(figureAt: (row: number) => number, rows: readonly number[]): Mean {
  let sum = 0;
  let n = 0;
  for (const row of rows) {
    const figure = figureAt(row);
    if (Number.isNaN(figure)) continue;
    sum += figure;
    n++;
  }
  return meanFrom(sum, n);
}

/** The mean of the capped percents of some rows. */
export function meanAttainment(evaluation: Evaluation, rows: readonly number[]): Mean {
  return meanOfRows((row) => cappedAt(evaluation, row), rows);
}

/** Rolls indicators up by a method and explains it (domain.md A6.5). */
export function aggregate(request: AggregateRequest): Aggregate {
  const { evaluation, plan, method, by = 'item', rows = allRows(plan) } = request;
  const { verified, states } = evaluation;
  const capped = (row: number) => cappedAt(evaluation, row);
  const mean = (figureAt: (row: number) => number, some = rows, how = method): Mean =>
    how === 'flatMean' ? meanOfRows(figureAt, some) : groupMean(figureAt, groupsBy(plan, by, some));
  const other: RollupMethod = method === 'flatMean' ? 'groupMean' : 'flatMean';
  const started = rows.filter((row) => states[row] !== NOT_STARTED);
  const result = mean(capped);
  return {
    ...result,
    method,
    by,
    contributions: contributionsOf(request, rows, result.n),
    exclusions: exclusionsOf(evaluation, plan, rows),
    expected: mean((row) => expectedAt(evaluation, row)),
    lag: mean((row) => lagAt(evaluation, row)),
    alternatives: {
      otherMethod: { method: other, ...mean(capped, rows, other) },
      verified: mean((row) => verified[row] ?? NaN),
      withoutNotStarted: { ...mean(capped, started), leftOut: rows.length - started.length },
    },
  };
}

/** The mean of the groups' means; a group with nothing to average leaves the denominator. */
function groupMean(figureAt: (row: number) => number, groups: readonly Group[]): Mean {
  const means = groups.map(({ rows }) => meanOfRows(figureAt, rows).value);
  return meanOfRows((place) => means[place] ?? NaN, [...means.keys()]);
}

function contributionsOf(
  { evaluation, plan, method, by = 'item' }: AggregateRequest,
  rows: readonly number[],
  n: number,
): readonly Contribution[] {
  const points = (value: Percent): Points => roundPercent(value / n);
  if (method === 'groupMean') {
    return groupsBy(plan, by, rows).flatMap((group) => {
      const { value, n: members } = meanAttainment(evaluation, group.rows);
      return value === null
        ? []
        : [{ of: 'group' as const, group, n: members, value, points: points(value) }];
    });
  }
  return rows.flatMap((row) => {
    const [indicator, value] = [plan.indicators[row], cappedAt(evaluation, row)];
    if (!indicator || Number.isNaN(value)) return [];
    return [{ of: 'indicator' as const, row, indicator, value, points: points(value) }];
  });
}

function exclusionsOf(evaluation: Evaluation, plan: Plan, rows: readonly number[]): readonly Exclusion[] {
  return rows.flatMap((row) => {
    const indicator = plan.indicators[row];
    const reason = wordOf(EXCLUSIONS, evaluation.table.exclusions[row]);
    return indicator && reason ? [{ row, indicator, reason }] : [];
  });
}

function meanFrom(sum: number, n: number): Mean {
  return { value: n === 0 ? null : roundPercent(sum / n), n, sum: roundPercent(sum) };
}
