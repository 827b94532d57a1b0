import type { GroupBy, Grouping, Indicator, Plan, TaxonomyGrouping } from './model';
import { elementsOf, TAXONOMIES } from './taxonomies';
import { PHVA } from './taxonomies/others';

const HAS: Readonly<Record<GroupBy, (indicator: Indicator) => boolean>> = {
  item: ({ item }) => item.number !== '' || item.differentialCriterion !== '',
  phva: ({ activity }) => activity.phvaStage !== null,
  responsible: ({ activity }) => activity.responsibleParties.length > 0,
};

/**
 * The ways in which a plan's indicators can be rolled up: by item, PHVA stage and responsible party, and by
 * the elements of each taxonomy that some of them carry, at its top and under each element that has deeper
 * ones. Where the top is only kinds of elements, as in Decreto 1008, each kind is a grouping of its own
 * (domain.md A1). Never empty.
 */
export function groupingsOf(plan: Plan): readonly Grouping[] {
  const plain = (['item', 'phva', 'responsible'] as const).filter((by) => plan.indicators.some(HAS[by]));
  const all = [...plain, ...taxonomiesOf(plan).flatMap((taxonomy) => levelsOf(plan, taxonomy))];
  return all.length > 0 ? all : ['item'];
}

/** The taxonomies that some indicator's activity carries: the known ones first, then by name. */
function taxonomiesOf(plan: Plan): readonly string[] {
  const carried = new Set(plan.indicators.flatMap(({ activity }) => [...activity.tags.keys()]));
  // The cycle is a field of the activity, and a grouping already.
  carried.delete(PHVA.id);
  const known = TAXONOMIES.map(({ id }) => id).filter((id) => carried.delete(id));
  return [...known, ...[...carried].sort()];
}

function levelsOf(plan: Plan, taxonomy: string): readonly TaxonomyGrouping[] {
  const above = new Set<string>();
  for (const { activity } of plan.indicators)
    for (const path of elementsOf(activity, taxonomy)) for (const one of ancestorsOf(path)) above.add(one);
  const levels = [...above].sort().map((under) => ({ taxonomy, under }));
  const hasKinds = TAXONOMIES.some(({ id, hasKinds: has }) => id === taxonomy && has);
  return hasKinds ? levels : [{ taxonomy }, ...levels];
}

/** `a` and `a/b` for `a/b/c`. */
function ancestorsOf(path: string): readonly string[] {
  const slugs = path.split('/');
  return slugs.slice(1).map((_, at) => slugs.slice(0, at + 1).join('/'));
}
