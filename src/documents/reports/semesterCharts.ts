import type { Block, DocumentBar } from '../../domain/document';
import { extremesOf } from '../../domain/extremes';
import { groupsBy } from '../../domain/groups';
import type { Grouping } from '../../domain/model';
import { groupingText } from '../../domain/grouping';
import { policyElements, policyLevels } from '../../domain/policyCharts';
import type { PolicyChart, PolicyLevel } from '../../domain/policyCharts';
import { elementName, groupingName } from '../../text/groupings';
import { narrative } from '../../text/reportWords';
import { reportWords } from '../../text/reports';
import {
  ENABLERS_OF_767,
  extremesWords,
  POLICY_CHART,
  semesterWords as words,
  UNTAGGED,
} from '../../text/reportWordsSemester';
import type { NamedFigure } from '../../text/reportWordsSemester';
import { sentences } from '../../text/say';
import type { ReportContext } from './context';
import { countFigure, groupFigures, quote } from './figures';
import { cutPassage, heading, note } from './frame';
import { groupQuote } from './names';

/** The charts of a kind of element, one for each taxonomy that the plan's activities carry. */
export function chartBlocks(context: ReportContext, chart: PolicyChart): readonly Block[] {
  const levels = policyLevels(context.plan, chart);
  const charts = levels.flatMap((level) => levelBlocks(context, chart, level));
  if (charts.length > 0) return [heading(2, POLICY_CHART[chart]), ...charts];
  const { rollupBy } = context.plan;
  const ownGroups = chart === 'elements' ? ownBlocks(context, rollupBy) : [];
  return [heading(2, POLICY_CHART[chart]), note(UNTAGGED[chart]), ...ownGroups];
}

function levelBlocks(context: ReportContext, chart: PolicyChart, level: PolicyLevel): readonly Block[] {
  const { by } = level;
  const elements = policyElements(context.plan, level).map(({ path, name, group }) => ({
    name: quote(name || elementName(by.taxonomy, path)),
    figure: group === null ? null : groupFigures(context, by, group).attainment,
  }));
  const outside = groupsBy(context.plan, by).find(({ id }) => id === '')?.rows.length ?? 0;
  const someOutside = level.paths === undefined && outside > 0;
  return [
    ...barsOf(
      context,
      `${chart}/${groupingText(by)}`,
      level.paths === undefined ? groupingName(by) : ENABLERS_OF_767,
      elements,
    ),
    ...(someOutside
      ? [note(sentences(words.outside(countFigure(`outside/${groupingText(by)}`, outside))))]
      : []),
  ];
}

/** Where no activity carries an element, the plan's own groups. */
function ownBlocks(context: ReportContext, by: Grouping): readonly Block[] {
  const elements = groupsBy(context.plan, by).map((group) => ({
    name: groupQuote(group),
    figure: groupFigures(context, by, group).attainment,
  }));
  return elements.length === 0
    ? []
    : barsOf(context, `groups/${groupingText(by)}`, groupingName(by), elements);
}

type Element = Omit<NamedFigure, 'figure'> & { readonly figure: NamedFigure['figure'] | null };

function barsOf(
  context: ReportContext,
  key: string,
  caption: string,
  elements: readonly Element[],
): readonly Block[] {
  const bars: readonly DocumentBar[] = elements.map(({ name, figure }) => ({
    name: [name],
    length: figure?.value ?? null,
    text: figure === null ? reportWords.notApplicable : [figure],
  }));
  const known = elements.flatMap(({ name, figure }) => (figure === null ? [] : [{ name, figure }]));
  const found = extremesOf(known.map((one) => ({ ...one, value: one.figure.value })));
  return [
    {
      k: 'bars',
      caption: [quote(caption)],
      full: 100,
      bars,
      labels: { name: words.element, value: narrative.progress },
    },
    ...(found === null ? [] : [cutPassage(context, `extremes/${key}`, sentences(extremesWords(found)))]),
  ];
}
