import { EXCLUSIONS, NOT_STARTED, wordOf } from './codes';
import type { ExclusionReason } from './codes';
import { roundPercent } from './decimal';
import { cap, cappedAt, expectedAt, lagAt } from './evaluate';
import type { Evaluation } from './evaluate';
import { allRows, groupsBy } from './groups';
import type { Group } from './groups';
import type { Grouping, Indicator, Plan, RollupMethod } from './model';
import type { Percent, Points } from './percent';

/** A mean and what it is the mean of; the value is null when nothing is left to average. */
export interface Mean {
  readonly value: Percent | null;
  /** How many terms: indicators, or groups in a mean of groups. */
  readonly n: number;
  /** What is divided: the terms, each times its weight where it has one. */
  readonly sum: Points;
  /** What it is divided by: n, or the sum of the weights in N. */
  readonly divisor: number;
}

export type MethodMean = Mean & { readonly method: RollupMethod; readonly by: Grouping };

/** One term of the mean, its weight (1 where all weigh the same) and the points of the mean that it gives. */
export type Contribution = { readonly value: Percent; readonly weight: number; readonly points: Points } & (
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
  readonly by: Grouping;
  /** In the order of the plan. */
  readonly contributions: readonly Contribution[];
  readonly exclusions: readonly Exclusion[];
  /** By the same method, over the indicators of N that have dates; n says how many terms. */
  readonly expected: Mean;
  /** By the same method, the mean of capped less expected over the same indicators. */
  readonly lag: Mean;
  readonly alternatives: {
    /**
     * The figure by every method, this one too; `weighted` only where some indicator has a weight. A plan is
     * rolled up by its own groups and by its items; a group of it, by the groups it is one of.
     */
    readonly methods: readonly MethodMean[];
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
  /** The groups of a `groupMean`, asked for or as an alternative: the plan's own unless said otherwise. */
  readonly by?: Grouping;
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
  return meanFrom(sum, n, n);
}

type FigureAt = (row: number) => number;

/**
 * The mean over some rows of a figure of theirs, leaving out those for which it or the weight is NaN. It
 * divides by the weights that are in it, whatever they add up to (domain.md A6.5).
 */
function meanOfRows(figureAt: FigureAt, rows: readonly number[], weightAt: FigureAt = one): Mean {
  let sum = 0;
  let n = 0;
  let divisor = 0;
  for (const row of rows) {
    const [figure, weight] = [figureAt(row), weightAt(row)];
    if (Number.isNaN(figure) || Number.isNaN(weight)) continue;
    sum += weight * figure;
    divisor += weight;
    n++;
  }
  return meanFrom(sum, n, divisor);
}

function one(): number {
  return 1;
}

/** The mean of the capped percents of some rows. */
export function meanAttainment(evaluation: Evaluation, rows: readonly number[]): Mean {
  return meanOfRows((row) => cappedAt(evaluation, row), rows);
}

/** The mean of a figure of the rows by a method; NaN is no figure, and leaves the denominator (domain.md A6.5). */
export function meanBy(
  { plan, method, by = plan.rollupBy, rows = allRows(plan) }: Omit<AggregateRequest, 'evaluation'>,
  figureAt: FigureAt,
): Mean {
  return method === 'groupMean'
    ? groupMean(figureAt, groupsBy(plan, by, rows))
    : meanOfRows(figureAt, rows, weightsOf(plan, method));
}

/** Rolls indicators up by a method and explains it (domain.md A6.5). */
export function aggregate(request: AggregateRequest): Aggregate {
  const { evaluation, plan, method, by = plan.rollupBy, rows = allRows(plan) } = request;
  const { verified, states } = evaluation;
  const capped = (row: number) => cappedAt(evaluation, row);
  const mean = (figureAt: FigureAt, some = rows, how = method, groups = by): Mean =>
    meanBy({ plan, method: how, by: groups, rows: some }, figureAt);
  const started = rows.filter((row) => states[row] !== NOT_STARTED);
  const result = mean(capped);
  return {
    ...result,
    method,
    by,
    contributions: contributionsOf(request, rows, result.divisor),
    exclusions: exclusionsOf(request, rows),
    expected: mean((row) => expectedAt(evaluation, row)),
    lag: mean((row) => lagAt(evaluation, row)),
    alternatives: {
      methods: waysOf(request, rows).map((way) => ({ ...way, ...mean(capped, rows, way.method, way.by) })),
      verified: mean((row) => verified[row] ?? NaN),
      withoutNotStarted: { ...mean(capped, started), leftOut: rows.length - started.length },
    },
  };
}

function waysOf(
  { plan, by }: AggregateRequest,
  rows: readonly number[],
): readonly { readonly method: RollupMethod; readonly by: Grouping }[] {
  const own = by ?? plan.rollupBy;
  const groupings: readonly Grouping[] = by === undefined && own !== 'item' ? [own, 'item'] : [own];
  const hasWeights = rows.some((row) => (plan.indicators[row]?.weight ?? null) !== null);
  return [
    { method: 'flatMean', by: own },
    ...groupings.map((grouping) => ({ method: 'groupMean' as const, by: grouping })),
    ...(hasWeights ? [{ method: 'weighted' as const, by: own }] : []),
  ];
}

/**
 * How the members of a group come to its own mean: by weight where the plan is weighted; in a mean of groups each
 * group is a simple mean (domain.md A6.5).
 */
export function methodInGroup({ rollupMethod }: Pick<Plan, 'rollupMethod'>): RollupMethod {
  return rollupMethod === 'weighted' ? 'weighted' : 'flatMean';
}

/** The mean of the groups' means; a group with nothing to average leaves the denominator. */
function groupMean(figureAt: FigureAt, groups: readonly Group[]): Mean {
  const means = groups.map(({ rows }) => meanOfRows(figureAt, rows).value);
  return meanOfRows((place) => means[place] ?? NaN, [...means.keys()]);
}

function contributionsOf(
  { evaluation, plan, method, by = plan.rollupBy }: AggregateRequest,
  rows: readonly number[],
  divisor: number,
): readonly Contribution[] {
  const shareOf = (value: Percent, weight: number) => ({
    value,
    weight,
    points: divisor === 0 ? 0 : roundPercent((weight * value) / divisor),
  });
  if (method === 'groupMean') {
    return groupsBy(plan, by, rows).flatMap((group) => {
      const { value, n: members } = meanAttainment(evaluation, group.rows);
      return value === null ? [] : [{ of: 'group' as const, group, n: members, ...shareOf(value, 1) }];
    });
  }
  const weightAt = weightsOf(plan, method);
  return rows.flatMap((row) => {
    const [indicator, value, weight] = [plan.indicators[row], cappedAt(evaluation, row), weightAt(row)];
    if (!indicator || Number.isNaN(value) || Number.isNaN(weight)) return [];
    return [{ of: 'indicator' as const, row, indicator, ...shareOf(value, weight) }];
  });
}

/** What each row weighs: in a weighted mean, NaN for the rows that have no weight. */
function weightsOf(plan: Plan, method: RollupMethod): FigureAt {
  return method === 'weighted' ? (row) => plan.indicators[row]?.weight ?? NaN : one;
}

function exclusionsOf(
  { evaluation, plan, method }: AggregateRequest,
  rows: readonly number[],
): readonly Exclusion[] {
  return rows.flatMap((row) => {
    const indicator = plan.indicators[row];
    const lacksWeight = method === 'weighted' && indicator?.weight === null;
    const reason = wordOf(EXCLUSIONS, evaluation.table.exclusions[row]) ?? (lacksWeight ? 'noWeight' : null);
    return indicator && reason ? [{ row, indicator, reason }] : [];
  });
}

function meanFrom(sum: number, n: number, divisor: number): Mean {
  const value = divisor === 0 ? null : roundPercent(sum / divisor);
  return { value, n, sum: roundPercent(sum), divisor: roundPercent(divisor) };
}
