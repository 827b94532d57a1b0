import { managementByResponsible } from '../../domain/byResponsible';
import type { ManagementByResponsible } from '../../domain/byResponsible';
import type { Block, Cell, Document, DocumentTable, Figure, Words } from '../../domain/document';
import { groupsBy } from '../../domain/groups';
import type { Group } from '../../domain/groups';
import { groupName } from '../../text/explanation';
import { responsibleWords as words, tableWords } from '../../text/reportTables';
import { methodNotes, missingBlocks } from './basis';
import type { ReportContext } from './context';
import { groupFigures, managementFigures, planFigure, quote, rowFigure } from './figures';
import type { GroupFigures } from './figures';
import { heading, note, paragraph, reportDocument } from './frame';
import { rowName } from './names';
import { targetWords } from './periodCells';
import { classWords, dayWords, stateWords } from './rowCells';

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
    ...missingBlocks(context, 2),
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
  const managed = managementByResponsible(context.plan, context.evaluation);
  const rows = groups.map(({ group, attainment, expected, lag, verified }) => {
    const its = managed.parties.find(({ id }) => id === group.id) ?? NOTHING_MANAGED;
    return [
      partyWords(group),
      ...inHand(`responsible/${group.id}`, its).map((figure) => [figure]),
      ...[attainment, expected, lag, verified].map((figure) => [figure]),
    ];
  });
  return { k: 'table', caption: words.caption, columns, rows: [...rows, totalOf(context, managed)] };
}

const NOTHING_MANAGED = { counts: { pending: 0, inExecution: 0, finished: 0 }, n: 0 };

/** All that have a percent, and how many of them are pending, in execution and finished. */
function inHand(name: string, its: Pick<ManagementByResponsible, 'counts' | 'n'>): readonly Figure[] {
  const { all, pending, inExecution, finished } = managementFigures(name, its);
  return [all, pending, inExecution, finished];
}

function totalOf(context: ReportContext, managed: ManagementByResponsible): readonly Cell[] {
  const figures = [
    ...inHand('stage', managed),
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
      [rowName(context, row)],
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
