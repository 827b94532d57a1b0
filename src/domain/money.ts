import { roundPercent, sumExact } from './decimal';
import { allRows } from './groups';
import type { Activity, Plan } from './model';
import type { Percent } from './percent';

/** Money of some activities, in pesos. It stands beside physical progress and never enters it (domain.md A6.14). */
export interface Money {
  /** Null when no activity says its budget. */
  readonly budget: number | null;
  /** Null when no activity says what it executed. */
  readonly executed: number | null;
  /** Executed over budget, as it comes out, over the activities that say both; null when there are none. */
  readonly percent: Percent | null;
  /** How many activities that percent is of, and what it divides. */
  readonly n: number;
  readonly divided: { readonly executed: number; readonly budget: number };
  /** Activities with money that are not in the percent: they lack a budget, or what was executed. */
  readonly incomplete: readonly Activity[];
}

/**
 * The money of a plan's activities, each counted once however many indicators it has; with `rows`, of the
 * activities of those indicators. Without rows, activities without indicators count too.
 */
export function moneyOf(plan: Plan, rows?: readonly number[]): Money {
  const activities = rows ? activitiesOf(plan, rows) : new Set([...plan.activities, ...activitiesOf(plan)]);
  const moneyed = [...activities].filter(({ budget, executed }) => budget !== null || executed !== null);
  const complete = moneyed.filter((one) => (one.budget ?? 0) > 0 && one.executed !== null);
  const divided = {
    executed: totalOf(complete, 'executed') ?? 0,
    budget: totalOf(complete, 'budget') ?? 0,
  };
  return {
    budget: totalOf(moneyed, 'budget'),
    executed: totalOf(moneyed, 'executed'),
    percent: complete.length === 0 ? null : roundPercent((100 * divided.executed) / divided.budget),
    n: complete.length,
    divided,
    incomplete: moneyed.filter((one) => !complete.includes(one)),
  };
}

/** True where somebody says an amount of some activity. */
export function hasMoney({ budget, executed }: Money): boolean {
  return budget !== null || executed !== null;
}

function activitiesOf(plan: Plan, rows = allRows(plan)): Set<Activity> {
  const indicators = rows.flatMap((row) => plan.indicators[row] ?? []);
  return new Set(indicators.map(({ activity }) => activity));
}

function totalOf(activities: readonly Activity[], field: 'budget' | 'executed'): number | null {
  const amounts = activities.map((one) => one[field]).filter((amount) => amount !== null);
  return amounts.length === 0 ? null : sumExact(amounts);
}
