import type { Plan } from './model';
import { placesBefore } from './order';
import type { Placed, PosOf } from './order';

// Items, activities and indicators are three lists, each with its own places. What is moved takes along what hangs
// from it, so that the three go on telling one order, which is that of the printed matrix.

/** Puts an item, there already or new, before another one or last. */
export function placeItem(plan: Plan, item: string, before: string | null, posOf: PosOf): readonly Placed[] {
  const activities = idsOf(plan.activities.filter(({ itemId }) => itemId === item));
  return [
    ...placesBefore(idsOf(plan.items), [item], before, posOf),
    ...placeActivities(
      plan,
      activities,
      before === null ? null : firstActivityFrom(plan, before, activities),
      posOf,
    ),
  ];
}

/** Puts an activity, there already or new, before another one, or last of an item; with its rows, and new ones. */
export function placeActivity(
  plan: Plan,
  activity: string,
  to: { readonly item: string; readonly before: string | null },
  posOf: PosOf,
  newRows: readonly string[] = [],
): readonly Placed[] {
  const next = itemAfter(plan, to.item);
  const last = next === null ? null : firstActivityFrom(plan, next, [activity]);
  return placeActivities(plan, [activity], to.before ?? last, posOf, newRows);
}

/** Puts an indicator, there already or new, before another one, or last of an activity. */
export function placeIndicator(
  plan: Plan,
  indicator: string,
  to: { readonly activity: string; readonly before: string | null },
  posOf: PosOf,
): readonly Placed[] {
  const last = lastRowOf(plan, to.activity, indicator);
  const ids = idsOf(plan.indicators).filter((id) => id !== indicator);
  const next = last === null ? rowFrom(plan, activityAfter(plan, to.activity), [indicator]) : ids[last + 1];
  return placesBefore(idsOf(plan.indicators), [indicator], to.before ?? next ?? null, posOf);
}

function placeActivities(
  plan: Plan,
  moved: readonly string[],
  before: string | null,
  posOf: PosOf,
  newRows: readonly string[] = [],
): readonly Placed[] {
  const held = idsOf(plan.indicators.filter(({ activity }) => moved.includes(activity.id)));
  const rows = [...held, ...newRows];
  return [
    ...placesBefore(idsOf(plan.activities), moved, before, posOf),
    ...placesBefore(idsOf(plan.indicators), rows, rowFrom(plan, before, rows), posOf),
  ];
}

/** The first activity of an item or of one of those after it. */
function firstActivityFrom(plan: Plan, item: string, except: readonly string[] = []): string | null {
  const items = idsOf(plan.items);
  for (const id of items.slice(Math.max(0, items.indexOf(item)))) {
    const found = plan.activities.find((one) => one.itemId === id && !except.includes(one.id));
    if (found) return found.id;
  }
  return null;
}

/** The first indicator of an activity or of one of those after it. */
function rowFrom(plan: Plan, activity: string | null, except: readonly string[]): string | null {
  if (activity === null) return null;
  const activities = idsOf(plan.activities);
  for (const id of activities.slice(Math.max(0, activities.indexOf(activity)))) {
    const found = plan.indicators.find((one) => one.activity.id === id && !except.includes(one.id));
    if (found) return found.id;
  }
  return null;
}

/** Where the last indicator of an activity stands among the others. */
function lastRowOf(plan: Plan, activity: string, except: string): number | null {
  const others = plan.indicators.filter(({ id }) => id !== except);
  const at = others.findLastIndex((one) => one.activity.id === activity);
  return at < 0 ? null : at;
}

function itemAfter(plan: Plan, item: string): string | null {
  return idAfter(idsOf(plan.items), item);
}

function activityAfter(plan: Plan, activity: string): string | null {
  return idAfter(idsOf(plan.activities), activity);
}

function idAfter(ids: readonly string[], id: string): string | null {
  const at = ids.indexOf(id);
  return at < 0 ? null : (ids[at + 1] ?? null);
}

function idsOf(things: readonly { readonly id: string }[]): readonly string[] {
  return things.map(({ id }) => id);
}
