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

/** "2.3" is the third of the second item; numbers that come twice begin anew in each. */
function styleOf(numbered: Plan['activities']): Style {
  if (numbered.some(({ number }) => /^\d+\.\d+/.test(number))) return 'dotted';
  return new Set(numbered.map(({ number }) => number)).size < numbered.length ? 'withinItem' : 'running';
}
