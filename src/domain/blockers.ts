import type { Activity, Indicator, Plan } from './model';

/** What an indicator waits for, in full. */
export type Waiting =
  | { readonly k: 'activity'; readonly activity: Activity }
  | { readonly k: 'external'; readonly cause: string };

/**
 * What keeps an indicator's work from going on, so that a zero is explained (domain.md F1). Null when
 * nothing does: an activity that is no longer in the plan, or that is its own, holds nothing up.
 */
export function waitingFor(plan: Plan, { blockedBy, activity }: Indicator): Waiting | null {
  if (blockedBy?.k !== 'activity') return blockedBy;
  const other = plan.activities.find(({ id }) => id === blockedBy.activityId);
  return other && other.id !== activity.id ? { k: 'activity', activity: other } : null;
}
