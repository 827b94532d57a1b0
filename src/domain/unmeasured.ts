import type { Activity, Plan } from './model';

/** The activities that have no indicator, in the order of the plan: nothing measures them, and no figure knows of them. */
export function unmeasuredActivities({ activities, indicators }: Plan): readonly Activity[] {
  const measured = new Set(indicators.map(({ activity }) => activity.id));
  return activities.filter(({ id }) => !measured.has(id));
}
