import type { Block, Cell, Document, DocumentTable } from '../../domain/document';
import type { Plan, TaxonomyGrouping } from '../../domain/model';
import { baselineWords as words, elementWords, tableWords } from '../../text/reportTables';
import { excludedBlocks, methodNotes } from './basis';
import type { ReportContext } from './context';
import {
  contextAt,
  elementsAt,
  elementWordsOf,
  taxonomiesOf,
  taxonomyWords,
  untargetedWords,
} from './elementTables';
import { atCut, dayFigure, moveFigure, planBaselineFigure, quote, rowFigure } from './figures';
import { heading, note, paragraph, reportDocument } from './frame';
import { rowName } from './names';
import { targetWords } from './periodCells';
import { saidWords } from './rowCells';

/** Where the plan, each element of the policy and each indicator started from, beside where they are (domain.md X-40). */
export function elementBaselineReport(context: ReportContext): Document {
  const { plan, cut } = context;
  const first = plan.periods[0]?.end ?? cut;
  const then = contextAt(context, first < cut ? first : cut);
  const taxonomies = taxonomiesOf(plan);
  const blocks: readonly Block[] = [
    heading(1, words.title),
    heading(2, words.ofPlan),
    ofPlan(plan),
    paragraph([words.firstCut, dayFigure(then.cut), tableWords.end]),
    ...(taxonomies.length === 0 ? [paragraph(elementWords.none)] : []),
    ...taxonomies.flatMap((by) => [heading(2, taxonomyWords(by)), tableOf(context, by, then)]),
    note(elementWords.note),
    heading(2, words.ofRows),
    ...ofRows(context),
    ...methodNotes(context),
    ...excludedBlocks(context),
  ];
  return reportDocument(context, 'elementBaseline', { blocks });
}

function ofPlan({ baseline }: Plan): Block {
  if (baseline === null) return paragraph(words.noneOfPlan);
  return {
    k: 'facts',
    rows: [
      [words.ofPlan, [planBaselineFigure(baseline)]],
      [words.source, baseline.source === '' ? words.noSource : [quote(baseline.source)]],
    ],
  };
}

function tableOf(context: ReportContext, by: TaxonomyGrouping, then: ReportContext): DocumentTable {
  const columns = [
    { label: elementWords.element, share: 40 },
    { label: elementWords.n, share: 8, isNumber: true },
    ...[words.atFirst, words.now, words.move].map((label) => ({ label, share: 17, isNumber: true })),
  ];
  const targeted = elementsAt(context, by, then).map(({ now, before }): readonly Cell[] => [
    elementWordsOf(now),
    [now.n],
    before ? [atCut(then.cut, before.attainment)] : tableWords.none,
    [now.attainment],
    before ? [moveFigure(by, now, { cut: then.cut, before })] : tableWords.none,
  ]);
  const untargeted = untargetedWords(context.plan, by).map((name): readonly Cell[] => [
    name,
    { k: 'cell', text: tableWords.notApplicable, columns: columns.length - 1 },
  ]);
  const caption = taxonomyWords(by);
  return { k: 'table', caption, isCaptionHidden: true, columns, rows: [...targeted, ...untargeted] };
}

function ofRows(context: ReportContext): readonly Block[] {
  const has = context.rows.filter(({ indicator }) => indicator.baseline !== null);
  const lacks = context.rows.filter(({ indicator }) => indicator.baseline === null);
  const columns = [
    { label: words.indicator, share: 34 },
    ...[words.baseline, words.target, words.reached].map((label) => ({ label, share: 13, isNumber: true })),
    { label: words.source, share: 27 },
  ];
  const rows = has.map((row) => [
    [rowName(context, row)],
    [rowFigure.baseline(row)],
    targetWords(row),
    [rowFigure.accumulated(row)],
    row.indicator.baselineSource === '' ? words.noSource : saidWords(row.indicator.baselineSource),
  ]);
  const table = { k: 'table', caption: words.ofRows, isCaptionHidden: true, columns, rows } as const;
  return [
    has.length === 0 ? paragraph(words.noneOfRows) : table,
    ...(lacks.length === 0
      ? []
      : [
          heading(3, words.without),
          {
            k: 'list',
            isNumbered: false,
            items: lacks.map((row) => ({ text: [rowName(context, row)] })),
          } as const,
        ]),
  ];
}
