import type { Block, Cell, Document, DocumentTable, Words } from '../../domain/document';
import type { TaxonomyGrouping } from '../../domain/model';
import { elementWords as words, tableWords } from '../../text/reportTables';
import { methodNotes, missingBlocks } from './basis';
import type { ReportContext } from './context';
import {
  contextAt,
  elementsAt,
  elementWordsOf,
  taxonomiesOf,
  taxonomyWords,
  untargetedWords,
} from './elementTables';
import { dayFigure, groupReported, moveFigure, periodFigure } from './figures';
import { heading, note, paragraph, reportDocument } from './frame';
import { classOfPercent } from './rowCells';

/** How far each element of the policy has come in the period of the cut, and since the one before (domain.md A5). */
export function elementProgressReport(context: ReportContext): Document {
  const taxonomies = taxonomiesOf(context.plan);
  const before = periodBefore(context);
  const then = before && contextAt(context, before.end);
  const blocks: readonly Block[] = [
    heading(1, words.title),
    paragraph(periodWords(context, before)),
    ...(taxonomies.length === 0 ? [paragraph(words.none)] : []),
    ...taxonomies.flatMap((by) => [heading(2, taxonomyWords(by)), ...elementsOf(context, by, then)]),
    note(words.note),
    ...methodNotes(context),
    ...missingBlocks(context, 2),
  ];
  return reportDocument(context, 'elementProgress', {
    blocks,
    paper: { size: 'letter', isLandscape: true },
  });
}

function periodBefore({ plan, facts }: ReportContext) {
  const place = plan.periods.findIndex(({ id }) => id === facts.period?.id);
  return plan.periods[place - 1] ?? null;
}

function periodWords({ plan, facts }: ReportContext, before: ReturnType<typeof periodBefore>): Words {
  const now = facts.period === null ? tableWords.none : periodFigure.name(plan, facts.period);
  if (before === null) return [words.period, now, words.firstPeriod];
  return [words.period, now, words.before, dayFigure(before.end), tableWords.end];
}

function elementsOf(
  context: ReportContext,
  by: TaxonomyGrouping,
  then: ReportContext | null,
): readonly Block[] {
  const elements = elementsAt(context, by, then);
  const untargeted = untargetedWords(context.plan, by);
  const bars = [
    ...elements.map(({ now }) => ({
      name: elementWordsOf(now),
      length: now.aggregate.value,
      text: [now.attainment],
    })),
    ...untargeted.map((name) => ({ name, length: null, text: tableWords.notApplicable })),
  ];
  return [
    tableOf(context, by, { elements, then }),
    {
      k: 'bars',
      caption: words.barsOf,
      full: 100,
      bars,
      labels: { name: words.element, value: words.attainment },
    },
  ];
}

interface AtBothCuts {
  readonly elements: ReturnType<typeof elementsAt>;
  readonly then: ReportContext | null;
}

function tableOf(
  context: ReportContext,
  by: TaxonomyGrouping,
  { elements, then }: AtBothCuts,
): DocumentTable {
  const { plan } = context;
  const numbers = [words.attainment, words.expected, words.lag, words.verified];
  const columns = [
    { label: words.element, share: 26 },
    { label: words.n, share: 5, isNumber: true },
    { label: words.reported, share: 10, isNumber: true },
    ...numbers.map((label) => ({ label, share: 10, isNumber: true })),
    { label: words.class, share: 9 },
    { label: words.move, share: 10, isNumber: true },
  ];
  const targeted = elements.map(({ now, before }): readonly Cell[] => {
    const { reported, due } = groupReported(context, by, now.group);
    return [
      elementWordsOf(now),
      [now.n],
      [reported, tableWords.of, due],
      ...[now.attainment, now.expected, now.lag, now.verified].map((figure) => [figure]),
      classOfPercent(plan, now.aggregate.value),
      before && then ? [moveFigure(by, now, { cut: then.cut, before })] : tableWords.none,
    ];
  });
  const untargeted = untargetedWords(plan, by).map((name): readonly Cell[] => [
    name,
    { k: 'cell', text: tableWords.notApplicable, columns: columns.length - 1 },
  ]);
  const caption = taxonomyWords(by);
  return { k: 'table', caption, isCaptionHidden: true, columns, rows: [...targeted, ...untargeted] };
}
