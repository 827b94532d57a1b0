import { newPartId } from '../../commands/changePlan';
import type { changePlan } from '../../commands/changePlan';
import { measurementId } from '../../domain/entities';
import type { Indicator, Plan, TargetUnit } from '../../domain/model';
import type { Placed } from '../../domain/order';
import { placeActivity, placeIndicator, placeItem } from '../../domain/planOrder';
import { sameNumbersIn } from '../../domain/unitChange';
import { openPlan } from '../../state/openPlan.svelte';

export type Part = 'item' | 'activity' | 'indicator';
type Edits = Parameters<typeof changePlan>[1];
type Edit = Edits[number];

/** Something new, and the edits that make it. */
interface Made {
  readonly id: string;
  readonly edits: Edits;
}

export function newItem(plan: Plan): Made {
  const id = newPartId('itm');
  return { id, edits: [set(id, 'number', nextNumber(plan)), ...placed(placeItem(plan, id, null, posOf))] };
}

/** A new activity comes with its indicator: without one it would be nowhere on the board. */
export function newActivity(plan: Plan, item: string): Made {
  const [id, indicator] = [newPartId('act'), newPartId('ind')];
  const places = placeActivity(plan, id, { item, before: null }, posOf, [indicator]);
  return { id, edits: [set(id, 'item', item), set(indicator, 'activity', id), ...placed(places)] };
}

export function newIndicator(plan: Plan, activity: string): Made {
  const id = newPartId('ind');
  const places = placeIndicator(plan, id, { activity, before: null }, posOf);
  return { id, edits: [set(id, 'activity', activity), ...placed(places)] };
}

/** One step up or down among those beside it; nothing at the end of the list. */
export function step(plan: Plan, part: Part, id: string, by: -1 | 1): Edits {
  const beside = siblings(plan, part, id);
  const at = beside.indexOf(id);
  if (at < 0 || beside[at + by] === undefined) return [];
  const before = beside[by < 0 ? at - 1 : at + 2] ?? null;
  return placed(PLACE[part](plan, id, before));
}

/** To another parent, last of what it has. */
export function moveTo(plan: Plan, part: 'activity' | 'indicator', id: string, parent: string): Edits {
  const places =
    part === 'activity'
      ? placeActivity(plan, id, { item: parent, before: null }, posOf)
      : placeIndicator(plan, id, { activity: parent, before: null }, posOf);
  return [openPlan.edit(id, part === 'activity' ? 'item' : 'activity', parent), ...placed(places)];
}

/** What becomes of an indicator's numbers in another unit: those that people see, or those that are kept. */
export type NumbersInUnit = 'asSeen' | 'asKept';

/** Another unit for the target of an indicator, and its numbers in it. */
export function toUnit(indicator: Indicator, unit: TargetUnit, numbers: NumbersInUnit): Edits {
  const moved = numbers === 'asSeen' ? sameNumbersIn(unit, indicator) : [];
  return [
    openPlan.edit(indicator.id, 'targetUnit', unit),
    ...moved.map(({ entity, field, value }) =>
      openPlan.edit(entity, field, field === 'report' ? { k: 'value', v: value } : value),
    ),
  ];
}

/** What goes when a part goes: all that hangs from it, down to what was reported. */
export function removalOf(plan: Plan, part: Part, id: string) {
  const activities = plan.activities.filter((one) => (part === 'item' ? one.itemId : one.id) === id);
  const rows = plan.indicators.filter((one) =>
    part === 'indicator' ? one.id === id : activities.some((activity) => activity.id === one.activity.id),
  );
  const reports = rows.flatMap((row) =>
    [...row.reports.keys()].map((period) => measurementId(row.id, period)),
  );
  const under = part === 'item' ? activities.map((activity) => activity.id) : [];
  const ids = new Set([id, ...under, ...rows.map((row) => row.id), ...reports]);
  return {
    edits: openPlan.removal([...ids]),
    activities: under.length,
    indicators: part === 'indicator' ? 0 : rows.length,
    reports: reports.length,
  };
}

const PLACE: Readonly<Record<Part, (plan: Plan, id: string, before: string | null) => readonly Placed[]>> = {
  item: (plan, id, before) => placeItem(plan, id, before, posOf),
  activity: (plan, id, before) =>
    placeActivity(plan, id, { item: activityOf(plan, id)?.itemId ?? '', before }, posOf),
  indicator: (plan, id, before) =>
    placeIndicator(plan, id, { activity: rowOf(plan, id)?.activity.id ?? '', before }, posOf),
};

function siblings(plan: Plan, part: Part, id: string): readonly string[] {
  if (part === 'item') return plan.items.map((one) => one.id);
  if (part === 'activity') {
    const item = activityOf(plan, id)?.itemId;
    return plan.activities.filter(({ itemId }) => itemId === item).map((one) => one.id);
  }
  const activity = rowOf(plan, id)?.activity.id;
  return plan.indicators.filter((one) => one.activity.id === activity).map((one) => one.id);
}

function activityOf(plan: Plan, id: string) {
  return plan.activities.find((one) => one.id === id);
}

function rowOf(plan: Plan, id: string) {
  return plan.indicators.find((one) => one.id === id);
}

/** One more than the largest whole number among the items. */
function nextNumber({ items }: Plan): string {
  const numbers = items.map(({ number }) => Number(number)).filter((one) => Number.isInteger(one));
  return String(Math.max(0, ...numbers) + 1);
}

function set(entity: string, field: string, value: string): Edit {
  return { entity, field, value, seen: [] };
}

function placed(places: readonly Placed[]): Edits {
  return places.map(({ entity, pos }) => openPlan.edit(entity, 'pos', pos));
}

function posOf(id: string): string {
  return openPlan.text(id, 'pos');
}
