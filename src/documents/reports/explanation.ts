import type { Block, Cell, Document } from '../../domain/document';
import { groupingText } from '../../domain/grouping';
import type { Group } from '../../domain/groups';
import type { Grouping } from '../../domain/model';
import type { Aggregate, Contribution } from '../../domain/rollup';
import { REPORT_NAME } from '../../text/reports';
import {
  divisionWords,
  exclusionWords,
  explanationWords as words,
  methodMeaning,
  wayWords,
} from '../../text/reportWordsExplanation';
import { sentences } from '../../text/say';
import type { Part } from '../../text/say';
import { moneyBlocks, schemeNote } from './basis';
import type { ReportContext } from './context';
import {
  aggregateFigures,
  contributionFigures,
  dayFigure,
  groupFigureName,
  groupFigures,
  methodFigures,
} from './figures';
import { heading, note, paragraph, reportDocument } from './frame';
import { groupingQuote, groupQuote, rowName } from './names';

/** A group of a roll-up whose result is to be explained. */
export interface ExplainedGroup {
  readonly by: Grouping;
  readonly group: Group;
}

/** Where a result comes from, to the last row (domain.md A6.5): that of the plan, or that of a group of it. */
export function explanationDocument(context: ReportContext, of: ExplainedGroup | null = null): Document {
  const subject: Part = of === null ? words.thePlan : groupQuote(of.group);
  const name = of === null ? 'plan' : groupFigureName(of.by, of.group);
  const rolled = of === null ? context.facts.overall : groupFigures(context, of.by, of.group).aggregate;
  return reportDocument(context, 'explanation', {
    blocks: [
      heading(1, REPORT_NAME.explanation.name),
      heading(2, sentences(words.subject(subject, dayFigure(context.cut)))),
      ...methodOf(rolled, name),
      ...contributionsOf(context, rolled, name),
      ...exclusionsOf(context, rolled),
      ...alternativesOf(rolled, name),
      schemeNote(context),
      ...(of === null ? moneyBlocks(context) : []),
    ],
  });
}

function methodOf(rolled: Aggregate, name: string): readonly Block[] {
  const { n, sum, divisor, value } = aggregateFigures(name, rolled);
  return [
    heading(3, words.method),
    paragraph(sentences(methodMeaning(rolled.method, groupingQuote(rolled.by), n))),
    paragraph(rolled.value === null ? [value] : sentences(divisionWords(sum, divisor, value))),
  ];
}

function contributionsOf(context: ReportContext, rolled: Aggregate, name: string): readonly Block[] {
  if (rolled.contributions.length === 0) return [];
  const label = rolled.method === 'groupMean' ? words.group : words.name;
  return [
    heading(3, words.contributions),
    {
      k: 'table',
      caption: words.contributions,
      isCaptionHidden: true,
      columns: [
        { label, share: 52 },
        { label: words.result, share: 16, isNumber: true },
        { label: words.weight, share: 14, isNumber: true },
        { label: words.points, share: 18, isNumber: true },
      ],
      rows: rolled.contributions.map((one): readonly Cell[] => {
        const { value, weight, points } = contributionFigures(name, one);
        return [[termName(context, one)], [value], [weight], [points]];
      }),
    },
  ];
}

function termName(context: ReportContext, one: Contribution) {
  return one.of === 'indicator' ? rowName(context, { index: one.row }) : groupQuote(one.group);
}

function exclusionsOf(context: ReportContext, { exclusions }: Aggregate): readonly Block[] {
  const items = exclusions.map(({ row, reason }) => ({
    text: sentences(exclusionWords(rowName(context, { index: row }), reason)),
  }));
  return [
    heading(3, words.exclusions),
    items.length === 0 ? note(words.noExclusions) : { k: 'list', isNumbered: false, items },
  ];
}

function alternativesOf(rolled: Aggregate, name: string): readonly Block[] {
  const { verified, withoutNotStarted, notStarted } = aggregateFigures(name, rolled);
  const others = rolled.alternatives.methods.filter((one) => !isOwnWay(rolled, one));
  const ways = others.map((one): readonly Cell[] => {
    const { value, n } = methodFigures(name, one);
    return [sentences(wayWords(one.method, groupingQuote(one.by), n)), [value]];
  });
  const rows: readonly (readonly Cell[])[] = [
    ...ways,
    [words.verified, [verified]],
    ...(notStarted.value === 0 ? [] : [[words.withoutNotStarted, [withoutNotStarted]]]),
  ];
  return [
    heading(3, words.alternatives),
    {
      k: 'table',
      caption: words.alternatives,
      isCaptionHidden: true,
      columns: [
        { label: words.way, share: 78 },
        { label: words.figure, share: 22, isNumber: true },
      ],
      rows,
    },
  ];
}

function isOwnWay(rolled: Aggregate, { method, by }: Pick<Aggregate, 'method' | 'by'>): boolean {
  return method === rolled.method && (method !== 'groupMean' || groupingText(by) === groupingText(rolled.by));
}
