import { cleanText, dayOf, textOf, writtenIn } from '../cells';
import { rangeName } from '../grid';
import { noAmounts, readAmounts } from './amounts';
import { citedAnnexes, readListedAnnex } from './annexes';
import { asShown } from './asShown';
import type { MatrixColumn, MatrixField } from './columns';
import { columnsShowing, readDates } from './dates';
import type { Dates } from './dates';
import type { CellFinding } from './findings';
import { noteFormulas } from './formulas';
import { readIdentity } from './identity';
import type { Counters, RowIdentity } from './identity';
import { splitList } from './lists';
import { columnsOfHundred, noteOtherUnits } from './otherUnits';
import { identityById, isIndicatorIn, isOursIn, readOwnColumns } from './ownRows';
import type { KnownIds } from './ownRows';
import type { MatrixRow, PeriodNote, RowAmounts } from './reading';
import { findShift, moves, noteShift, standsRight } from './shifts';
import type { Shift } from './shifts';
import { cellIn, columnOf, decimalSigns, periodColumn, placeOf, sourcedText } from './table';
import type { Table } from './table';
import { noValues, readValues } from './values';
import { readStage } from './words';
import type { ColumnFacts, RowValues } from './values';

type Descriptions = Pick<
  MatrixRow,
  | 'deliverable'
  | 'indicatorName'
  | 'targetText'
  | 'unitOfMeasure'
  | 'baselineSource'
  | 'responsible'
  | 'inherited'
>;

/**
 * What a row says besides which item and which activity it belongs to, part by part: an object of so many fields is
 * put together once, for putting it together twice takes a quarter of the time of a large sheet.
 */
interface Content {
  readonly descriptions: Descriptions;
  readonly dates: Dates;
  readonly values: RowValues;
  readonly amounts: RowAmounts;
  readonly said: Pick<MatrixRow, 'notes' | 'remark' | 'citedAnnexes' | 'extra'>;
}

// Often enough for a bar to move, and seldom enough to cost nothing.
const ROWS_PER_STEP = 500;

/**
 * Reads the data rows, in order, each under its section where it has one; what is doubtful or not read is noted with its place. `onread` is told how many of
 * them are read, as a fraction of 1, every few hundred.
 */
export function readRows(
  found: Table,
  dataRows: readonly number[],
  sections: ReadonlyMap<number, string>,
  onread: (fraction: number) => void,
): readonly MatrixRow[] {
  const table = asShown(found, dataRows);
  const signs = decimalSigns(table, dataRows);
  const ofHundred = columnsOfHundred(table, dataRows, signs);
  const facts = {
    signs,
    dayFirst: columnsShowing('day', table, dataRows),
    monthFirst: columnsShowing('month', table, dataRows),
    ofHundred,
  };
  const counters: Counters = { items: 0, activities: 0 };
  const known: KnownIds = { items: new Map(), activities: new Map() };
  let above: RowIdentity | null = null;
  let year: number | null = null;
  let deliverable = '';
  return dataRows.map((row, place) => {
    tell(onread, place, dataRows.length);
    noteFormulas(table, row);
    const own = table.isOwn ? readOwnColumns(table, row) : null;
    const identity = own
      ? identityById(table, row, own, known)
      : underSection(table, row, sections.get(row), above, counters);
    above = identity;
    year = yearOfRow(table, row) ?? (identity.continuesActivity ? year : null);
    const placed = inYear(table, year);
    const shift = own || isOursIn(table, row) ? null : findShift(placed, row);
    if (!shift) {
      const goesOn = identity.inherited.activity === 'blank';
      const content = withDeliverable(
        placed,
        row,
        readContent(placed, row, facts),
        goesOn ? deliverable : '',
      );
      deliverable = content.descriptions.deliverable;
      return rowOf(table, row, identity, content, own);
    }
    deliverable = '';
    noteShift(table, row, shift);
    offerMove(table, row, shift, identity, facts);
    return { ...rowOf(table, row, identity, noContent(table), null), isShifted: true, isIndicator: true };
  });
}

/** A row of a table without a column of the criterion has that of the title over it. */
function underSection(
  table: Table,
  row: number,
  section: string | undefined,
  above: RowIdentity | null,
  counters: Counters,
): RowIdentity {
  if (section === undefined) return readIdentity(table, row, above, counters);
  const isNew = above?.criterion !== section;
  return { ...readIdentity(table, row, isNew ? null : above, counters), criterion: section };
}

function tell(onread: (fraction: number) => void, place: number, all: number): void {
  if (place > 0 && place % ROWS_PER_STEP === 0) onread(place / all);
}

/** The year of a row's dates, for matrices whose periods go by it. */
function yearOfRow(table: Table, row: number): number | null {
  if (!table.yearly) return null;
  const columns = [columnOf(table, 'start'), columnOf(table, 'end')];
  const day = columns.map((column) => dayOf(cellIn(table, row, column))).find((read) => read !== null)?.day;
  return day ? Number(day.slice(0, 4)) : null;
}

function inYear(table: Table, year: number | null): Table {
  if (!table.yearly || year === null) return table;
  const { firstYear, perYear } = table.yearly;
  return { ...table, periodOffset: (year - firstYear) * perYear };
}

/** In a row that goes on with the activity above, a blank deliverable is that of the row above, and is noted. */
function withDeliverable(table: Table, row: number, content: Content, fromAbove: string): Content {
  const column = columnOf(table, 'deliverable');
  const { descriptions } = content;
  if (!column || fromAbove === '' || descriptions.deliverable !== '') return content;
  const place = placeOf(table, row, column);
  table.note({ code: 'inheritedBlank', place, field: 'deliverable', taken: fromAbove });
  const inherited = { ...descriptions.inherited, deliverable: 'blank' as const };
  return { ...content, descriptions: { ...descriptions, deliverable: fromAbove, inherited } };
}

function rowOf(
  table: Table,
  row: number,
  identity: RowIdentity,
  content: Content,
  own: MatrixRow['own'],
): MatrixRow {
  const { descriptions, dates, values, amounts, said } = content;
  const isIndicator = own ? own.indicatorId !== '' : isIndicatorIn(table, row) || saysIndicator(content);
  const idIn = (field: MatrixField) => textOf(cellIn(table, row, columnOf(table, field)));
  return {
    sourceRow: row + 1,
    ...identity,
    ...descriptions,
    ...dates,
    ...values,
    ...amounts,
    ...said,
    inherited: { ...identity.inherited, ...descriptions.inherited },
    isShifted: false,
    indicatorId: idIn('indicatorId'),
    activityId: idIn('activityId'),
    own,
    isIndicator,
  };
}

function readContent(table: Table, row: number, facts: ColumnFacts): Content {
  const remark = textOf(cellIn(table, row, columnOf(table, 'remark')));
  const context = { facts, unread: [] as MatrixColumn[] };
  const values = readValues(table, row, context);
  noteOtherUnits(table, row, values, context);
  return {
    descriptions: readDescriptions(table, row),
    dates: readDates(table, row, context),
    values,
    amounts: readAmounts(table, row, context, values.targetUnit),
    said: {
      notes: readNotes(table, row),
      remark,
      citedAnnexes: citedAnnexes(remark),
      extra: readExtra(table, row, [...context.unread, ...unknownStage(table, row)]),
    },
  };
}

/** Of a row whose cells stand in the wrong columns, right of its activity: nothing. */
function noContent(table: Table): Content {
  return {
    descriptions: NO_DESCRIPTIONS,
    dates: { start: null, end: null },
    values: noValues(table),
    amounts: noAmounts(table),
    said: { notes: [], remark: '', citedAnnexes: [], extra: {} },
  };
}

function offerMove(table: Table, row: number, shift: Shift, identity: RowIdentity, facts: ColumnFacts): void {
  for (const { table: placed, code, isSafe } of moves(table, row, shift)) {
    const findings: CellFinding[] = [];
    const note = (finding: CellFinding) => void findings.push(ofShifted(finding));
    const content = readContent({ ...placed, note }, row, facts);
    if (findShift(placed, row) || !standsRight(content.dates, findings)) continue;
    const place = placeOf(table, row, shift.found);
    const values = rowOf(table, row, identity, content, null);
    const settles = [{ row: place.row, column: place.column, code: 'shiftedRow' }] as const;
    const changes = [{ sourceRow: row + 1, values, added: {} }];
    table.offer({ id: `shiftedRow:${row + 1}`, code, isSafe, place, settles, changes, findings });
    return;
  }
}

function ofShifted(finding: CellFinding): CellFinding {
  return finding.code === 'mergedDeliverableIndicator' ? { ...finding, wasShifted: true } : finding;
}

const NO_DESCRIPTIONS: Descriptions = {
  deliverable: '',
  indicatorName: '',
  targetText: '',
  unitOfMeasure: '',
  baselineSource: '',
  responsible: [],
  inherited: {},
};

function saysIndicator({ descriptions, values: { target, values } }: Content): boolean {
  const { deliverable, indicatorName, targetText } = descriptions;
  const hasNumbers = target !== null || values.some((value) => value !== null);
  return hasNumbers || deliverable !== '' || indicatorName !== '' || targetText !== '';
}

function readDescriptions(table: Table, row: number): Descriptions {
  const inherited: Partial<Record<MatrixField, 'merge'>> = {};
  const take = (field: MatrixField): string => {
    const { text, source } = sourcedText(table, row, field);
    if (source === 'merge') inherited[field] = 'merge';
    return text;
  };
  const deliverable = take('deliverable');
  const indicatorName = take('indicatorName');
  const isMerged = indicatorName === '' && deliverable !== '' && noteMergedIndicator(table, row);
  if (isMerged) inherited.indicatorName = 'merge';
  return {
    deliverable,
    indicatorName: isMerged ? deliverable : indicatorName || nameOfDirect(table),
    // A target in words belongs to the text of the target when nothing else is written there.
    targetText: take('targetText') || wordsOfTarget(table, row),
    unitOfMeasure: take('unitOfMeasure'),
    baselineSource: take('baselineSource'),
    responsible: readParties(table, row, take('responsible')),
    inherited,
  };
}

/** What a percent of its own measures is what stands over it. */
function nameOfDirect(table: Table): string {
  return table.isDirect ? (columnOf(table, 'direct')?.header ?? '') : '';
}

/** A cell names one party; only our own CSV lists several. */
function readParties(table: Table, row: number, oneParty: string): readonly string[] {
  if (oneParty !== '') return [oneParty];
  return splitList(textOf(cellIn(table, row, columnOf(table, 'responsibleList')))).map(cleanText);
}

function wordsOfTarget(table: Table, row: number): string {
  const text = textOf(cellIn(table, row, columnOf(table, 'target')));
  return /\p{L}{2}/u.test(text) ? text : '';
}

/** True where one merge covers the deliverable and the indicator: the one text stands for both. */
function noteMergedIndicator(table: Table, row: number): boolean {
  const deliverable = columnOf(table, 'deliverable');
  const indicator = columnOf(table, 'indicatorName');
  const merge = indicator && table.merges(row, indicator.index);
  if (!merge || !deliverable || merge !== table.merges(row, deliverable.index)) return false;
  const place = placeOf(table, row, deliverable);
  table.note({ code: 'mergedDeliverableIndicator', place, range: rangeName(merge) });
  return true;
}

const NOTE_ASPECTS = ['remark', 'delayCause', 'evidence'] as const;
const NOTHING_NOTED: PeriodNote = { remark: '', delayCause: '', evidence: [] };

function readNotes(table: Table, row: number): readonly PeriodNote[] {
  const isNoted = NOTE_ASPECTS.some((aspect) => table.byPeriod.has(aspect));
  if (!isNoted) return Array.from({ length: table.periodCount }, () => NOTHING_NOTED);
  return Array.from({ length: table.periodCount }, (_, index) => {
    const text = (aspect: (typeof NOTE_ASPECTS)[number]) =>
      writtenIn(cellIn(table, row, periodColumn(table, aspect, index)));
    const evidence = splitList(text('evidence')).map(readListedAnnex);
    return { remark: text('remark'), delayCause: text('delayCause'), evidence };
  });
}

/** A word that is no stage is kept as it is written. */
function unknownStage(table: Table, row: number): readonly MatrixColumn[] {
  const column = columnOf(table, 'phvaStage');
  const text = textOf(cellIn(table, row, column));
  return column && text !== '' && readStage(text) === null ? [column] : [];
}

/** The texts of the columns nobody recognised, and of those that could not be read, by header. */
function readExtra(
  table: Table,
  row: number,
  unread: readonly MatrixColumn[],
): Readonly<Record<string, string>> {
  const seen = new Map<string, string>();
  for (const column of table.columns) {
    if (!isUnmapped(column) && !unread.includes(column)) continue;
    const text = writtenIn(cellIn(table, row, column));
    if (text === '') continue;
    const header = column.header || column.letter;
    // The first of two columns called the same keeps the name, also where only it is known.
    const isSecond =
      table.columns.find((one) => one.header === column.header) !== column && column.header !== '';
    seen.set(isSecond || seen.has(header) ? `${header} (${column.letter})` : header, text);
  }
  // fromEntries defines own properties, whatever a header is called.
  return Object.fromEntries(seen);
}

/** True for a column that is kept as it is, under its header. */
export function isUnmapped(column: MatrixColumn): boolean {
  return column.field === null && column.period === null;
}
