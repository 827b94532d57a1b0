import { newPartId } from '../../commands/changePlan';
import type { changePlan } from '../../commands/changePlan';
import { chance } from '../../commands/clock';
import { DELETED, measurementId } from '../../domain/entities';
import { saysSomething } from '../../domain/report';
import type { Indicator, Plan } from '../../domain/model';
import type { TargetUnit } from '../../domain/report';
import { placesBefore } from '../../domain/order';
import { activitiesIn, itemsIn } from '../../domain/parents';
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
  return { id, edits: [set(id, 'number', nextNumber(plan)), ...place(idsOf(itemsIn(plan)), id)] };
}

/** A new activity comes with its indicator: without one it would be nowhere on the board. */
export function newActivity(plan: Plan, item: string): Made {
  const [id, indicator] = [newPartId('act'), newPartId('ind')];
  const places = [...place(activitiesUnder(plan, item), id), ...place([], indicator)];
  return { id, edits: [set(id, 'item', item), set(indicator, 'activity', id), ...places] };
}

export function newIndicator(plan: Plan, activity: string): Made {
  const id = newPartId('ind');
  return { id, edits: [set(id, 'activity', activity), ...place(rowsUnder(plan, activity), id)] };
}

/** One step up or down among those beside it; nothing at the end of the list. What hangs from it goes along. */
export function step(plan: Plan, part: Part, id: string, by: -1 | 1): Edits {
  const beside = siblings(plan, part, id);
  const at = beside.indexOf(id);
  if (at < 0 || beside[at + by] === undefined) return [];
  return place(beside, id, beside[by < 0 ? at - 1 : at + 2]);
}

/** To another parent, last of what it has. */
export function moveTo(plan: Plan, part: 'activity' | 'indicator', id: string, parent: string): Edits {
  const [field, beside] =
    part === 'activity'
      ? (['item', activitiesUnder(plan, parent)] as const)
      : (['activity', rowsUnder(plan, parent)] as const);
  return [openPlan.edit(id, field, parent), ...place(beside, id)];
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

/** What goes when a part goes: all that hangs from it, down to what was planned and reported. */
export function removalOf(plan: Plan, part: Part, id: string) {
  const activities = plan.activities.filter((one) => (part === 'item' ? one.itemId : one.id) === id);
  const rows = plan.indicators.filter((one) =>
    part === 'indicator' ? one.id === id : activities.some((activity) => activity.id === one.activity.id),
  );
  const cells = rows.flatMap((row) =>
    [...row.reports].map(([period, said]) => ({ id: measurementId(row.id, period), said })),
  );
  const under = part === 'item' ? activities.map((activity) => activity.id) : [];
  const ids = new Set([id, ...under, ...[...rows, ...cells].map((one) => one.id)]);
  const gone = openPlan.removal([...ids]);
  const known = new Set(gone.map(({ entity }) => entity));
  // A report of which there is only evidence has no entity yet: its evidence would be of no indicator.
  const evidenced = cells.filter((one) => !known.has(one.id));
  return {
    edits: [
      ...gone,
      ...evidenced.map((one): Edit => ({ entity: one.id, field: DELETED, value: {}, seen: [] })),
    ],
    activities: under.length,
    indicators: part === 'indicator' ? 0 : rows.length,
    reports: cells.filter(({ said }) => saysSomething(said)).length,
  };
}

function siblings(plan: Plan, part: Part, id: string): readonly string[] {
  if (part === 'item') return idsOf(itemsIn(plan));
  if (part === 'activity')
    return activitiesUnder(plan, plan.activities.find((one) => one.id === id)?.itemId ?? '');
  return rowsUnder(plan, plan.indicators.find((one) => one.id === id)?.activity.id ?? '');
}

function activitiesUnder(plan: Plan, item: string): readonly string[] {
  return idsOf(activitiesIn(plan).filter(({ itemId }) => itemId === item));
}

function rowsUnder(plan: Plan, activity: string): readonly string[] {
  return idsOf(plan.indicators.filter((one) => one.activity.id === activity));
}

function idsOf(things: readonly { readonly id: string }[]): readonly string[] {
  return things.map(({ id }) => id);
}

/** One more than the largest whole number among the items. */
function nextNumber({ items }: Plan): string {
  const numbers = items.map(({ number }) => Number(number)).filter((one) => Number.isInteger(one));
  return String(Math.max(0, ...numbers) + 1);
}

function set(entity: string, field: string, value: string): Edit {
  return { entity, field, value, seen: [] };
}

/** Puts something before another one of those beside it, or last. */
function place(beside: readonly string[], id: string, before: string | null = null): Edits {
  const posOf = (one: string): string => openPlan.text(one, 'pos');
  const places = placesBefore(beside, id, before, { posOf, chance });
  return places.map(({ entity, pos }) => openPlan.edit(entity, 'pos', pos));
}
