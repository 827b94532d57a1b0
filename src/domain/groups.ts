import type { Indicator, PhvaStage, Plan, PlanItem, ResponsibleParty } from './model';

export type GroupBy = 'item' | 'phva' | 'responsible';

/** Indicators that are averaged together, by their places in `plan.indicators`, and what names them. */
export type Group = { readonly id: string; readonly rows: readonly number[] } & (
  | { readonly by: 'item'; readonly item: PlanItem }
  | { readonly by: 'phva'; readonly stage: PhvaStage | null }
  | { readonly by: 'responsible'; readonly party: ResponsibleParty | null }
);

const STAGES: readonly (PhvaStage | null)[] = ['plan', 'do', 'check', 'act', null];

/**
 * The groups of a plan in their order: items by place, PHVA by cycle, responsible parties by name; what
 * belongs to none comes last. An indicator with several responsible parties is in the group of each, so
 * each group has its own denominator. Empty groups are not given. With `rows`, only those indicators.
 */
export function groupsBy(plan: Plan, by: GroupBy, rows: readonly number[] = allRows(plan)): readonly Group[] {
  if (by === 'item') return groupsByItem(plan, rows);
  return by === 'phva' ? groupsByStage(plan, rows) : groupsByParty(plan, rows);
}

/** The places of all the plan's indicators. */
export function allRows(plan: Plan): readonly number[] {
  return plan.indicators.map((_, row) => row);
}

function groupsByItem(plan: Plan, rows: readonly number[]): readonly Group[] {
  const found = gather(plan, rows, ({ item }) => [item.id]);
  return plan.items.flatMap((item) => {
    const members = found.get(item.id);
    return members ? [{ by: 'item' as const, id: item.id, item, rows: members }] : [];
  });
}

function groupsByStage(plan: Plan, rows: readonly number[]): readonly Group[] {
  const found = gather(plan, rows, ({ activity }) => [activity.phvaStage]);
  return STAGES.flatMap((stage) => {
    const members = found.get(stage);
    return members ? [{ by: 'phva' as const, id: stage ?? '', stage, rows: members }] : [];
  });
}

function groupsByParty(plan: Plan, rows: readonly number[]): readonly Group[] {
  const parties = new Map<string, ResponsibleParty>();
  const found = gather(plan, rows, ({ activity }) => {
    for (const party of activity.responsibleParties) parties.set(party.id, party);
    const ids = activity.responsibleParties.map(({ id }) => id);
    return ids.length > 0 ? ids : [''];
  });
  const inOrder = [...parties.values()].sort((a, b) =>
    a.name === b.name ? order(a.id, b.id) : order(a.name, b.name),
  );
  return [...inOrder, null].flatMap((party) => {
    const members = found.get(party?.id ?? '');
    return members ? [{ by: 'responsible' as const, id: party?.id ?? '', party, rows: members }] : [];
  });
}

function gather<Key>(
  plan: Plan,
  rows: readonly number[],
  keysOf: (indicator: Indicator) => readonly Key[],
): Map<Key, number[]> {
  const found = new Map<Key, number[]>();
  for (const row of rows) {
    const indicator = plan.indicators[row];
    for (const key of indicator ? keysOf(indicator) : []) {
      const members = found.get(key);
      if (members) members.push(row);
      else found.set(key, [row]);
    }
  }
  return found;
}

function order(a: string, b: string): number {
  return a < b ? -1 : 1;
}
