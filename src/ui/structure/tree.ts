import { groupBy } from '../../domain/groupBy';
import type { Activity, Indicator, Plan } from '../../domain/model';

/** What hangs from what, found once for the whole plan. */
export interface Tree {
  readonly plan: Plan;
  /** By the id of their item. */
  readonly activities: ReadonlyMap<string, readonly Activity[]>;
  /** By the id of their activity. */
  readonly rows: ReadonlyMap<string, readonly Indicator[]>;
}

export function treeOf(plan: Plan): Tree {
  return {
    plan,
    activities: groupBy(plan.activities, ({ itemId }) => itemId),
    rows: groupBy(plan.indicators, ({ activity }) => activity.id),
  };
}
