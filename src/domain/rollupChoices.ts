import type { Evaluation } from './evaluate';
import { groupingText } from './grouping';
import { groupsBy } from './groups';
import type { Grouping, Plan, RollupMethod } from './model';
import { aggregate } from './rollup';
import type { Mean } from './rollup';
import { TAXONOMIES } from './taxonomies';
import { PHVA } from './taxonomies/others';

/** The ways to group a plan: its parts, the taxonomies that some activity carries, and the grouping it has. */
export function groupingChoices(plan: Plan): readonly Grouping[] {
  const tagged = new Set(plan.activities.flatMap(({ tags }) => [...tags.keys()]));
  // The cycle is a grouping already.
  const shipped = TAXONOMIES.filter(({ id }) => id !== PHVA.id && tagged.has(id));
  const known: Grouping[] = ['item', 'phva', 'responsible'];
  for (const { id, elements, hasKinds } of shipped) {
    known.push({ taxonomy: id });
    // Each kind is a way to group, as Cali's charts are (domain.md A1).
    if (hasKinds) known.push(...elements.map(({ slug }) => ({ taxonomy: id, under: slug })));
  }
  const own = [...tagged].filter((id) => TAXONOMIES.every((one) => one.id !== id)).sort();
  const all = [...known, ...own.map((taxonomy) => ({ taxonomy })), plan.rollupBy];
  return [...new Map(all.map((by) => [groupingText(by), by])).values()];
}

/** The figure that a method gives, and of how many groups it would be. */
export interface MethodFigure extends Mean {
  readonly groups: number;
  /** How many indicators are in no group that has a name. */
  readonly outside: number;
}

/** What the plan would come to at the cut by a method and its groups (domain.md A6.5). */
export function methodFigure(
  plan: Plan,
  evaluation: Evaluation,
  method: RollupMethod,
  by: Grouping,
): MethodFigure {
  const { value, n, sum, divisor } = aggregate({ plan, evaluation, method, by });
  const groups = groupsBy(plan, by);
  const outside = groups.find(({ id }) => id === '')?.rows.length ?? 0;
  return { value, n, sum, divisor, groups: groups.length, outside };
}
