import type { Activity, Indicator, Plan } from '../model';
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
  return groups.flatMap(([number, activities]) => {
    const [first] = activities;
    if (!first || activities.length < 2) return [];
    const ids = new Set(activities.map(({ id }) => id));
    const indicators = idsOf(plan.indicators.filter(({ activity }) => ids.has(activity.id)));
    return [{ code: 'duplicateNumber' as const, entity: first.id, number, indicators }];
  });
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
  const repeated = [...groupBy(plan.items, ({ number }) => number.trim())].flatMap(([item, items]) => {
    if (item === '' || items.length < 2 || known.has(item)) return [];
    const ids = new Set(items.map(({ id }) => id));
    return [[item, plan.indicators.filter((indicator) => ids.has(indicator.item.id))] as const];
  });
  return [...fromFile, ...repeated].map(([item, indicators]) => ({
    code: 'repeatedItem',
    entity: indicators[0]?.item.id ?? plan.id,
    item,
    readAs: itemsOf(plan, item, indicators),
    indicators: idsOf(indicators),
  }));
}

/** How many items bear a number, with those that bore it in the file of some indicators. */
function itemsOf(plan: Plan, number: string, printed: readonly Indicator[]): number {
  const bearing = plan.items.filter((item) => item.number.trim() === number);
  return new Set([...bearing, ...printed.map(({ item }) => item)].map(({ id }) => id)).size;
}

function idsOf(indicators: readonly Indicator[]): readonly string[] {
  return indicators.map(({ id }) => id);
}
