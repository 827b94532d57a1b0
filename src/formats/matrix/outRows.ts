import { groupBy } from '../../domain/groupBy';
import type { Activity, Indicator, Plan, PlanItem } from '../../domain/model';

/** One row of a plan as a table: an indicator, or an activity or an item that has none. */
export interface OutRow {
  readonly item: PlanItem;
  readonly activity: Activity | null;
  readonly indicator: Indicator | null;
  /** True in one row of each activity. */
  readonly bearsMoney: boolean;
}

/** A row of the plan that is an indicator. */
export type IndicatorRow = OutRow & { readonly activity: Activity; readonly indicator: Indicator };

/** Every row of a plan, in its order. What has nothing under it still gets one. */
export function planRows(plan: Plan): readonly OutRow[] {
  const activitiesOf = groupBy(plan.activities, ({ itemId }) => itemId);
  const indicatorsOf = groupBy(plan.indicators, ({ activity }) => activity.id);
  return plan.items.flatMap((item) =>
    orNone(activitiesOf.get(item.id)).flatMap((activity) =>
      orNone(activity ? indicatorsOf.get(activity.id) : []).map((indicator, place) => ({
        item,
        activity,
        indicator,
        bearsMoney: place === 0,
      })),
    ),
  );
}

export function isIndicatorRow(row: OutRow): row is IndicatorRow {
  return row.activity !== null && row.indicator !== null;
}

function orNone<T>(values: readonly T[] = []): readonly (T | null)[] {
  return values.length > 0 ? values : [null];
}
