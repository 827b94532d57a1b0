import type { Block, Cell, Document, DocumentTable, Figure, Words } from '../../domain/document';
import type { IndicatorFigure } from '../../domain/figure';
import { groupsBy } from '../../domain/groups';
import type { Group } from '../../domain/groups';
import { groupName } from '../../text/explanation';
import { responsibleWords as words, tableWords } from '../../text/reportTables';
import type { ReportContext } from './context';
import { countFigure, countOf, groupFigures, planFigure, quote, rowFigure } from './figures';
import type { GroupFigures } from './figures';
import { heading, note, paragraph, reportDocument } from './frame';
import { targetWords } from './periodCells';
import { classWords, dayWords, stateWords } from './rowCells';
import { methodNotes, missingBlocks, titleOf } from './tableNotes';

/** What each responsible party has pending, in hand and finished, and how far it has come (domain.md A1). */
export function byResponsibleReport(context: ReportContext): Document {
  const groups = groupsBy(context.plan, 'responsible').map((group) =>
    groupFigures(context, 'responsible', group),
  );
  const blocks: readonly Block[] = [
    heading(1, words.title),
    ...(groups.length === 0 ? [paragraph(tableWords.withoutRows)] : partiesOf(context, groups)),
    note(words.note),
    ...methodNotes(context),
    ...missingBlocks(context),
  ];
  return reportDocument(context, 'byResponsible', { blocks });
}

function partiesOf(context: ReportContext, groups: readonly GroupFigures[]): readonly Block[] {
  return [
    summaryOf(context, groups),
    {
      k: 'bars',
      caption: words.bars,
      full: 100,
      bars: groups.map(({ group, aggregate, attainment }) => ({
        name: partyWords(group),
        length: aggregate.value,
        text: [attainment],
      })),
      labels: { name: words.party, value: words.attainment },
    },
    heading(2, words.detail),
    ...groups.flatMap(({ group }) => [heading(3, partyWords(group)), rowsOf(context, group)]),
  ];
}

function summaryOf(context: ReportContext, groups: readonly GroupFigures[]): DocumentTable {
  const columns = [
    { label: words.party, share: 28 },
    ...[words.n, words.pending, words.running, words.finished].map((label) => number(label, 9)),
    ...[words.attainment, words.expected, words.lag, words.verified].map((label) => number(label, 9)),
  ];
  const rows = groups.map(({ group, attainment, expected, lag, verified }) => {
    const figures = group.rows.flatMap((row) => context.rows[row] ?? []);
    return [
      partyWords(group),
      ...inHand(`responsible/${group.id}`, figures).map((figure) => [figure]),
      ...[attainment, expected, lag, verified].map((figure) => [figure]),
    ];
  });
  return { k: 'table', caption: words.caption, columns, rows: [...rows, totalOf(context)] };
}

function totalOf(context: ReportContext): readonly Cell[] {
  const [, ...counts] = inHand('responsible', context.rows);
  const figures = [
    countOf.rows(context),
    ...counts,
    planFigure.attainment(context),
    planFigure.expected(context),
    planFigure.lag(context),
    planFigure.verified(context),
  ];
  return [tableWords.total, ...figures.map((figure) => [figure])].map((text) => ({
    k: 'cell',
    text,
    isTotal: true,
  }));
}

type InHand = 'pending' | 'running' | 'finished';

/** How many rows there are, and how many of them are pending, running and finished. */
function inHand(name: string, rows: readonly IndicatorFigure[]): readonly Figure[] {
  const count = (way: InHand) =>
    countFigure(`${name}/${way}`, rows.filter((row) => handOf(row) === way).length);
  return [countFigure(`${name}/rows`, rows.length), count('pending'), count('running'), count('finished')];
}

function handOf({ raw, progressClass }: IndicatorFigure): InHand {
  if (raw === null || raw === 0) return 'pending';
  return progressClass === 'finished' ? 'finished' : 'running';
}

function rowsOf(context: ReportContext, group: Group): DocumentTable {
  const columns = [
    { label: words.row, share: 34 },
    number(words.target, 8),
    ...[words.attainment, words.expected, words.lag].map((label) => number(label, 10)),
    { label: words.class, share: 10 },
    { label: words.state, share: 9 },
    { label: words.end, share: 9 },
  ];
  const rows = group.rows
    .flatMap((row) => context.rows[row] ?? [])
    .map((row): readonly Cell[] => [
      [titleOf(context, row.index)],
      targetWords(row),
      [rowFigure.attainment(row)],
      [rowFigure.expected(row)],
      [rowFigure.lag(row)],
      classWords(context.plan, row),
      stateWords(row),
      dayWords(row.indicator.end),
    ]);
  return { k: 'table', caption: partyWords(group), isCaptionHidden: true, columns, rows };
}

function number(label: string, share: number) {
  return { label, share, isNumber: true };
}

function partyWords(group: Group): Words {
  return [quote(groupName(group) || tableWords.none)];
}
