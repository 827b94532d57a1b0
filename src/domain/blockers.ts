import { kindOf } from './entities';
import { textOf } from './fields';
import type { Activity, Blocker, Indicator, Plan } from './model';

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
  const other = activitiesById(plan).get(blockedBy.activityId);
  return other && other.id !== activity.id ? { k: 'activity', activity: other } : null;
}

// A list asks for each of its rows; a plan that did not change is the same object.
const byId = new WeakMap<Plan, ReadonlyMap<string, Activity>>();

function activitiesById(plan: Plan): ReadonlyMap<string, Activity> {
  const known = byId.get(plan);
  if (known) return known;
  const made = new Map(plan.activities.map((activity) => [activity.id, activity]));
  byId.set(plan, made);
  return made;
}

/** What something waits for as the plan keeps it: an activity's id, or the cause in words; '' for nothing. */
export function blockerText(blocker: Blocker | null): string {
  if (blocker === null) return '';
  return blocker.k === 'activity' ? blocker.activityId : blocker.cause;
}

/** A text that is an activity's id is that activity; any other is a cause from outside. */
export function blockerFrom(value: unknown): Blocker | null {
  const text = textOf(value).trim();
  if (text === '') return null;
  return kindOf(text) === 'act' ? { k: 'activity', activityId: text } : { k: 'external', cause: text };
}
