import { groupsBy } from './groups';
import type { Group } from './groups';
import type { Plan, TaxonomyGrouping } from './model';
import { elementsUnder, TAXONOMIES } from './taxonomies';
import { DECREE_1008 } from './taxonomies/decree1008';
import { DECREE_767, ENABLERS_767 } from './taxonomies/decree767';
import { PHVA } from './taxonomies/others';

/** What a report of the policy goes by, in its order (domain.md A1): components, enablers, purposes. */
export const POLICY_CHARTS = ['elements', 'enablers', 'ends'] as const;
export type PolicyChart = (typeof POLICY_CHARTS)[number];

/** A level of a taxonomy; with `paths`, only those of its elements. */
export interface PolicyLevel {
  readonly by: TaxonomyGrouping;
  readonly paths?: readonly string[];
}

/** An element of a level with the indicators that carry it; null where the plan does not target it. */
export interface PolicyElement {
  readonly path: string;
  readonly name: string;
  readonly group: Group | null;
}

const LEVELS: Readonly<Record<PolicyChart, readonly PolicyLevel[]>> = {
  elements: [
    { by: { taxonomy: DECREE_1008.id, under: 'components' } },
    { by: { taxonomy: DECREE_767.id } },
    ...TAXONOMIES.filter((one) => ![DECREE_1008, DECREE_767, PHVA].includes(one)).map(({ id }) => ({
      by: { taxonomy: id },
    })),
  ],
  enablers: [
    { by: { taxonomy: DECREE_1008.id, under: 'enablers' } },
    { by: { taxonomy: DECREE_767.id }, paths: ENABLERS_767 },
  ],
  ends: [
    { by: { taxonomy: DECREE_1008.id, under: 'purposes' } },
    { by: { taxonomy: DECREE_767.id, under: 'action-lines' } },
    { by: { taxonomy: DECREE_767.id, under: 'driving-initiatives' } },
  ],
};

/** The levels of the taxonomies that some activity carries. */
export function policyLevels(plan: Plan, chart: PolicyChart): readonly PolicyLevel[] {
  const carried = new Set(plan.indicators.flatMap(({ activity }) => [...activity.tags.keys()]));
  return LEVELS[chart].filter(({ by }) => carried.has(by.taxonomy));
}

/** The elements of a level: the known ones, targeted or not, and then those that only the plan has. */
export function policyElements(plan: Plan, { by, paths }: PolicyLevel): readonly PolicyElement[] {
  const groups = new Map(groupsBy(plan, by).map((group) => [group.id, group]));
  const known = elementsUnder(by.taxonomy, by.under);
  const own = [...groups.keys()]
    .filter((id) => id !== '' && known.every(({ path }) => path !== id))
    .map((path) => ({ path, name: '' }));
  return [...known, ...own]
    .filter(({ path }) => paths?.includes(path) ?? true)
    .map((element) => ({ ...element, group: groups.get(element.path) ?? null }));
}
