import type { Activity, Plan, PlanItem } from '../model';

/** The numbers of what goes on, by their ids: those of a plan are labels, and begin anew in its order. */
export function renumbered(
  items: readonly PlanItem[],
  activities: readonly Activity[],
): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>();
  let ordinal = 0;
  for (const item of items) {
    if (item.number === '') continue;
    ordinal += 1;
    numbers.set(item.id, String(ordinal));
  }
  const numbered = activities.filter(({ number }) => number !== '');
  const style = styleOf(numbered);
  const before = new Map<string, number>();
  for (const { id, itemId } of numbered) {
    const group = style === 'running' ? '' : itemId;
    const own = (before.get(group) ?? 0) + 1;
    before.set(group, own);
    const item = numbers.get(itemId);
    numbers.set(id, style === 'dotted' && item !== undefined ? `${item}.${own}` : String(own));
  }
  return numbers;
}

type Style = 'dotted' | 'withinItem' | 'running';

/** The name of something that begins with its own number, with another one. */
export function withNumber(name: string, before: string, after: string): string {
  const isNumbered = before !== '' && name.startsWith(before) && /^[.)]/.test(name.slice(before.length));
  return isNumbered ? `${after}${name.slice(before.length)}` : name;
}

/** "2.3" is the third of the second item; or every item begins anew at 1; or one number follows the other. */
function styleOf(numbered: Plan['activities']): Style {
  if (numbered.some(({ number }) => /^\d+\.\d+/.test(number))) return 'dotted';
  const firsts = numbered.filter(
    ({ itemId }, at) => numbered.findIndex((one) => one.itemId === itemId) === at,
  );
  return firsts.length > 1 && firsts.every(({ number }) => number === '1') ? 'withinItem' : 'running';
}
