import type { GroupBy, Grouping, Indicator, PhvaStage, Plan, PlanItem } from './model';
import type { ResponsibleParty } from './report';
import type { TaxonomyGrouping } from './model';
import { elementsOf, elementsUnder } from './taxonomies';

/** Indicators that are averaged together, by their places in `plan.indicators`, and what names them. */
export type Group = { readonly id: string; readonly rows: readonly number[] } & (
  | { readonly by: 'item'; readonly item: PlanItem }
  | { readonly by: 'phva'; readonly stage: PhvaStage | null }
  | { readonly by: 'responsible'; readonly party: ResponsibleParty | null }
  | { readonly by: 'taxonomy'; readonly taxonomy: string; readonly element: string | null }
);

const STAGES: readonly (PhvaStage | null)[] = ['plan', 'do', 'check', 'act', null];

/**
 * The groups of a plan in their order: items by place, PHVA by cycle, responsible parties by name, elements
 * of a taxonomy as it has them and then by path; what belongs to none comes last. An indicator with several
 * responsible parties or elements is in the group of each, so each group has its own denominator. Empty
 * groups are not given: what a plan does not target is no 0 (domain.md A1). With `rows`, only those.
 */
export function groupsBy(
  plan: Plan,
  by: Grouping,
  rows: readonly number[] = allRows(plan),
): readonly Group[] {
  return typeof by === 'string' ? GROUPERS[by](plan, rows) : groupsByElement(plan, by, rows);
}

const GROUPERS: Readonly<Record<GroupBy, (plan: Plan, rows: readonly number[]) => readonly Group[]>> = {
  item: groupsByItem,
  phva: groupsByStage,
  responsible: groupsByParty,
};

/** The known elements that no indicator of the plan carries: they are "no aplica", never 0 % (domain.md A1). */
export function untargetedElements(
  plan: Plan,
  { taxonomy, under }: TaxonomyGrouping,
): ReturnType<typeof elementsUnder> {
  const targeted = new Set(groupsBy(plan, { taxonomy, under: under ?? '' }).map(({ id }) => id));
  return elementsUnder(taxonomy, under).filter(({ path }) => !targeted.has(path));
}

/** The places of all the plan's indicators. */
export function allRows(plan: Plan): readonly number[] {
  return plan.indicators.map((_, row) => row);
}

/** The ids of the groups that an indicator is in, as `groupsBy` gives them: one that belongs to none is in ''. */
export function groupIdsOf({ item, activity }: Indicator, by: Grouping): readonly string[] {
  if (by === 'item') return [item.id];
  if (by === 'phva') return [activity.phvaStage ?? ''];
  const ids =
    by === 'responsible'
      ? activity.responsibleParties.map(({ id }) => id)
      : elementsOf(activity, by.taxonomy).map((path) => levelUnder(path, by.under ?? ''));
  const distinct = new Set(ids.filter((id) => id !== ''));
  return distinct.size > 0 ? [...distinct] : [''];
}

function groupsByItem(plan: Plan, rows: readonly number[]): readonly Group[] {
  const found = gather(plan, rows, 'item');
  return plan.items.flatMap((item) => {
    const members = found.get(item.id);
    return members ? [{ by: 'item' as const, id: item.id, item, rows: members }] : [];
  });
}

function groupsByStage(plan: Plan, rows: readonly number[]): readonly Group[] {
  const found = gather(plan, rows, 'phva');
  return STAGES.flatMap((stage) => {
    const members = found.get(stage ?? '');
    return members ? [{ by: 'phva' as const, id: stage ?? '', stage, rows: members }] : [];
  });
}

function groupsByParty(plan: Plan, rows: readonly number[]): readonly Group[] {
  const found = gather(plan, rows, 'responsible');
  const parties = new Map<string, ResponsibleParty>();
  for (const row of rows) {
    for (const party of plan.indicators[row]?.activity.responsibleParties ?? []) parties.set(party.id, party);
  }
  const inOrder = [...parties.values()].sort((a, b) =>
    a.name === b.name ? order(a.id, b.id) : order(a.name, b.name),
  );
  return [...inOrder, null].flatMap((party) => {
    const members = found.get(party?.id ?? '');
    return members ? [{ by: 'responsible' as const, id: party?.id ?? '', party, rows: members }] : [];
  });
}

function groupsByElement(
  plan: Plan,
  { taxonomy, under = '' }: TaxonomyGrouping,
  rows: readonly number[],
): readonly Group[] {
  const found = gather(plan, rows, { taxonomy, under });
  const known = elementsUnder(taxonomy, under).map(({ path }) => path);
  const others = [...found.keys()].filter((path) => path !== '' && !known.includes(path)).sort(order);
  return [...known, ...others, ''].flatMap((path) => {
    const members = found.get(path);
    if (!members) return [];
    return [{ by: 'taxonomy' as const, id: path, taxonomy, element: path || null, rows: members }];
  });
}

/** What is right under a path, of an element that may lie deeper; empty for an element that is elsewhere. */
function levelUnder(path: string, under: string): string {
  if (under === '') return path.split('/')[0] ?? '';
  if (!path.startsWith(`${under}/`)) return '';
  return `${under}/${path.slice(under.length + 1).split('/')[0] ?? ''}`;
}

function gather(plan: Plan, rows: readonly number[], by: Grouping): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const row of rows) {
    const indicator = plan.indicators[row];
    for (const id of indicator ? groupIdsOf(indicator, by) : []) {
      const members = found.get(id);
      if (members) members.push(row);
      else found.set(id, [row]);
    }
  }
  return found;
}

function order(a: string, b: string): number {
  return a < b ? -1 : 1;
}
