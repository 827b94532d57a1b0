import type { Activity, Plan, PlanItem } from './model';

// An item or an activity that only a child names is shown with the child, but it is not in the plan: somebody
// removed it. It is not moved, not edited, and nothing else is put under it.

export function itemsIn({ items, missingParents }: Plan): readonly PlanItem[] {
  return items.filter(({ id }) => !missingParents.has(id));
}

export function activitiesIn({ activities, missingParents }: Plan): readonly Activity[] {
  return activities.filter(({ id }) => !missingParents.has(id));
}
