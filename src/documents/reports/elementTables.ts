import type { Words } from '../../domain/document';
import { groupBy } from '../../domain/groupBy';
import { groupingText } from '../../domain/grouping';
import { groupsBy, untargetedElements } from '../../domain/groups';
import type { Plan, TaxonomyGrouping } from '../../domain/model';
import { groupingsOf } from '../../domain/planGroupings';
import { groupingChoices } from '../../domain/rollupChoices';
import { groupName } from '../../text/explanation';
import { groupingName } from '../../text/groupings';
import { elementWords } from '../../text/reportTables';
import { reportContext } from './context';
import type { ReportContext } from './context';
import { groupFigures, quote } from './figures';
import type { GroupFigures } from './figures';

/** The taxonomies that some activity of a plan carries, each as a way to group, and its levels that are in use. */
export function taxonomiesOf(plan: Plan): readonly TaxonomyGrouping[] {
  const carried = new Set(plan.activities.flatMap(({ tags }) => [...tags.keys()]));
  const ways = [...groupingChoices(plan), ...groupingsOf(plan)]
    .filter((by) => typeof by !== 'string')
    .filter(({ taxonomy }) => carried.has(taxonomy));
  const once = new Map(ways.map((by) => [groupingText(by), by]));
  return [...groupBy([...once.values()], ({ taxonomy }) => taxonomy).values()].flat();
}

/** What the elements of a taxonomy are called together; the names of laws bear numbers. */
export function taxonomyWords(by: TaxonomyGrouping): Words {
  return [quote(groupingName(by))];
}

export function elementWordsOf({ group }: GroupFigures): Words {
  return group.id === '' ? elementWords.noneOfThese : [quote(groupName(group))];
}

/** The elements that the plan targets, with their figures now and at another cut. */
export function elementsAt(
  context: ReportContext,
  by: TaxonomyGrouping,
  then: ReportContext | null,
): readonly { readonly now: GroupFigures; readonly before: GroupFigures | null }[] {
  return groupsBy(context.plan, by).map((group) => ({
    now: groupFigures(context, by, group),
    before: then && groupFigures(then, by, group),
  }));
}

/** The elements that it does not: they are "no aplica", and never 0 % (domain.md A1). */
export function untargetedWords(plan: Plan, by: TaxonomyGrouping): readonly Words[] {
  return untargetedElements(plan, by).map(({ name }) => [quote(name)]);
}

/** The same plan at another cut. */
export function contextAt({ plan, findings }: ReportContext, cut: ReportContext['cut']): ReportContext {
  return reportContext(plan, cut, findings);
}
