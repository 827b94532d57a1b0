import type { Activity, Indicator, Plan, PlanItem } from '../model';
import { groupBy } from '../groupBy';
import type { Finding } from './finding';

/** Numbers further apart than this are codes, not a list with a hole. */
const WIDEST_GAP = 10;

/** Activities that are numbered together, and what they are of: the plan, or an item. */
interface Numbering {
  readonly of: string;
  readonly activities: readonly Activity[];
}

/** Two activities with one printed number. The entity is the first of them. */
export function duplicateNumbers(plan: Plan): readonly Finding[] {
  const groups = numberingsOf(plan).flatMap(({ activities }) => [...groupBy(activities, numberOf)]);
  const duplicated = groups.filter(([, activities]) => activities.length > 1);
  const firstOf = firstOfEach(duplicated.map(([, activities]) => activities));
  const indicators = groupBy(plan.indicators, ({ activity }) => firstOf.get(activity.id) ?? '');
  return duplicated.flatMap(([number, [first]]) =>
    first
      ? [{ code: 'duplicateNumber', entity: first.id, number, indicators: idsOf(indicators.get(first.id)) }]
      : [],
  );
}

/** The id of the first thing of its group, by the id of each. */
function firstOfEach(groups: readonly (readonly { readonly id: string }[])[]): ReadonlyMap<string, string> {
  return new Map(groups.flatMap((group) => group.map(({ id }) => [id, group[0]?.id ?? id] as const)));
}

/** Whole numbers left out between the first and the last activity. The entity is what they number. */
export function missingNumbers(plan: Plan): readonly Finding[] {
  return numberingsOf(plan).flatMap(({ of, activities }) =>
    gapsIn(activities.map(numberOf)).map((number) => ({ code: 'missingNumber', entity: of, number })),
  );
}

/** The plan's numbering, or one for each item where all of them begin with the same number. */
function numberingsOf({ id, activities }: Plan): readonly Numbering[] {
  const numbered = activities.filter((one) => numberOf(one) !== '');
  const byItem = [...groupBy(numbered, ({ itemId }) => itemId)].map(([of, some]) => ({
    of,
    activities: some,
  }));
  const firsts = new Set(byItem.flatMap(({ activities: [first] }) => (first ? [numberOf(first)] : [])));
  return byItem.length > 1 && firsts.size === 1 ? byItem : [{ of: id, activities: numbered }];
}

function numberOf({ number }: Activity): string {
  return number.trim();
}

function gapsIn(texts: readonly string[]): readonly string[] {
  const numbers = texts.filter((text) => /^\d{1,9}$/.test(text)).map(Number);
  const inOrder = [...new Set(numbers)].sort((a, b) => a - b);
  return inOrder.flatMap((number, place) => {
    const next = inOrder[place + 1] ?? number;
    const gap = next - number > WIDEST_GAP ? 0 : Math.max(0, next - number - 1);
    return Array.from({ length: gap }, (_, step) => String(number + step + 1));
  });
}

/** An item whose number is printed again: on a later row of the same item, or on another item. */
export function repeatedItems(plan: Plan): readonly Finding[] {
  const printed = groupBy(plan.indicators, ({ printedItem }) => printedItem.trim());
  const fromFile = [...printed].filter(([item, indicators]) => item !== '' && indicators.length > 1);
  const known = new Set(fromFile.map(([item]) => item));
  const byNumber = groupBy(plan.items, ({ number }) => number.trim());
  const bearing = [...byNumber].filter(
    ([item, items]) => item !== '' && items.length > 1 && !known.has(item),
  );
  const firstOf = firstOfEach(bearing.map(([, items]) => items));
  const ofItems = groupBy(plan.indicators, ({ item }) => firstOf.get(item.id) ?? '');
  const repeated = bearing.map(([item, [first]]) => [item, ofItems.get(first?.id ?? '') ?? []] as const);
  return [...fromFile, ...repeated].map(([item, indicators]) => ({
    code: 'repeatedItem',
    entity: indicators[0]?.item.id ?? plan.id,
    item,
    readAs: itemsOf(byNumber.get(item) ?? [], indicators),
    indicators: idsOf(indicators),
  }));
}

/** How many items bear a number, with those that bore it in the file of some indicators. */
function itemsOf(bearing: readonly PlanItem[], printed: readonly Indicator[]): number {
  return new Set([...bearing, ...printed.map(({ item }) => item)].map(({ id }) => id)).size;
}

function idsOf(indicators: readonly Indicator[] = []): readonly string[] {
  return indicators.map(({ id }) => id);
}
