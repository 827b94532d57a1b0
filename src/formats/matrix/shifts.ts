import { dayOf, looksLikeDay, numberOf } from '../cells';
import { BLANK, cellAt } from '../grid';
import type { Cell, MergedRange } from '../grid';
import type { MatrixColumn, MatrixField } from './columns';
import { isOfDates } from './dates';
import type { CellFinding } from './findings';
import type { RepairCode } from './reading';
import { cellIn, columnOf, placeOf } from './table';
import type { Table } from './table';
import { isNothing } from './values';
import { readEmptyReport } from './words';

// Text columns where a date shows that the row slid sideways.
const TEXT_FIELDS: readonly MatrixField[] = [
  'deliverable',
  'indicatorName',
  'targetText',
  'responsible',
  'remark',
];
const NUMBER_FIELDS: ReadonlySet<MatrixField | null> = new Set([
  'target',
  'baseline',
  'weight',
  'stated',
  'itemStated',
  'budget',
  'executed',
]);
// What may not be wrong with a row for its repair to be offered.
const STILL_WRONG: ReadonlySet<CellFinding['code']> = new Set([
  'unreadableDate',
  'unreadableNumber',
  'dateReversed',
  'shiftedRow',
]);

// A row that slid further lacks too much to be put back by its dates.
const FURTHEST = 3;
// Columns to the left of where the dates begin, the likelier first; below 0 to the right.
const SLIDES = Array.from({ length: FURTHEST }, (_, at) => [at + 1, -at - 1]).flat();

/** A row whose cells stand in the wrong columns: where a date was expected, and where one was found. */
export interface Shift {
  readonly expected: MatrixColumn;
  readonly found: MatrixColumn;
}

/**
 * A date column that holds words while a column of words holds a date, or both dates together beside their columns;
 * null for a row that is in its place.
 */
export function findShift(table: Table, row: number): Shift | null {
  return wordsForDate(table, row) ?? datesBeside(table, row);
}

function wordsForDate(table: Table, row: number): Shift | null {
  const expected = [columnOf(table, 'start'), columnOf(table, 'end')].find((column) => {
    const cell = cellIn(table, row, column);
    return cell.kind === 'text' && !isOfDates(cell);
  });
  if (!expected) return null;
  const found = TEXT_FIELDS.map((field) => columnOf(table, field)).find((column) =>
    looksLikeDay(cellIn(table, row, column)),
  );
  return found ? { expected, found } : null;
}

/** Both dates as far from each other as their columns are, where everything that follows fits its column once moved. */
function datesBeside(table: Table, row: number): Shift | null {
  const ends = datesOf(table);
  if (!ends || [ends.first, ends.last].every((column) => isOfDates(cellIn(table, row, column)))) return null;
  const shifts = SLIDES.map((by) => {
    const [expected, outer] = by > 0 ? [ends.last, ends.first] : [ends.first, ends.last];
    const found = table.columns.find(({ index }) => index === outer.index - by);
    return found && isOffered(found) && isSlid(table, row, ends, by) ? { expected, found } : null;
  });
  return shifts.find((shift) => shift !== null) ?? null;
}

interface DateColumns {
  readonly first: MatrixColumn;
  readonly last: MatrixColumn;
}

/** In the order of the sheet, whichever of the two is the start. */
function datesOf(table: Table): DateColumns | null {
  const [start, end] = [columnOf(table, 'start'), columnOf(table, 'end')];
  if (!start || !end) return null;
  return start.index < end.index ? { first: start, last: end } : { first: end, last: start };
}

/** A column that never holds a day of its own. */
function isOffered({ field, period }: MatrixColumn): boolean {
  return isOfNumbers({ field, period }) || TEXT_FIELDS.some((one) => one === field);
}

function isOfNumbers({ field, period }: Pick<MatrixColumn, 'field' | 'period'>): boolean {
  return period ? period.aspect === 'value' || period.aspect === 'planned' : NUMBER_FIELDS.has(field);
}

function isSlid(table: Table, row: number, { first, last }: DateColumns, by: number): boolean {
  const wouldBe = ({ index }: MatrixColumn) => cellAt(table.sheet, row, index - by);
  if (!looksLikeDay(wouldBe(first)) || !looksLikeDay(wouldBe(last))) return false;
  const [start, end] = [columnOf(table, 'start'), columnOf(table, 'end')].map((column) =>
    column ? dayOf(wouldBe(column)) : null,
  );
  // A target told by its day comes after the start; what slid keeps its order.
  if (!start || !end || end.day < start.day) return false;
  const leftBy = by > 0 ? last : first;
  const cell = cellIn(table, row, leftBy);
  // Where the end was, a blank may have come in from a result that nobody reported; a start may just be missing.
  const isWrong = isNothing(cell) ? by > 0 && leftBy.field === 'end' : !isOfDates(cell);
  return (
    isWrong && table.columns.every((column) => column.index < first.index || fits(wouldBe(column), column))
  );
}

function fits(cell: Cell, column: MatrixColumn): boolean {
  if (isNothing(cell) || !isOfNumbers(column)) return true;
  if (column.field === 'target') return !looksLikeDay(cell);
  return numberOf(cell, 'comma') !== null || readEmptyReport(cell.text) !== null;
}

export function noteShift(table: Table, row: number, { expected, found }: Shift): void {
  const cells = table.columns.flatMap((column) => {
    const { text } = cellIn(table, row, column);
    return text === '' ? [] : [{ column: column.letter, text }];
  });
  const place = placeOf(table, row, found);
  table.note({ code: 'shiftedRow', place, expectedColumn: expected.letter, cells });
}

/** A row put back in its place: the table as it would be, and whether nothing in it had to be supposed. */
export interface Move {
  readonly code: Extract<RepairCode, 'shiftedRow' | 'shiftedFurther' | 'shiftedRight'>;
  readonly isSafe: boolean;
  readonly table: Table;
}

/**
 * The tables with the row moved so that its first date stands where the dates begin, the likelier first; [] where its
 * cells do not say how. What it was moved by is told by the first date alone, for the dates slid together.
 */
export function moves(table: Table, row: number, shift: Shift): readonly Move[] {
  const slide = slideOf(table, row, shift);
  if (!slide || Math.abs(slide.by) > FURTHEST) return [];
  const found =
    slide.by < 0
      ? [movedLeft(table, row, slide)]
      : hasRoom(table, row, slide)
        ? [joined(table, row, shift, slide), parted(table, row, slide)]
        : [];
  return found.filter((move) => move !== null);
}

/** To the right there must be room for what is written. */
function hasRoom(table: Table, row: number, { by }: Slide): boolean {
  const lastWritten = (table.sheet.rows[row] ?? []).findLastIndex((cell) => !isBlank(cell));
  return lastWritten + by <= (table.columns.at(-1)?.index ?? -1);
}

interface Slide {
  /** Where the cells begin that may have slid. */
  readonly from: number;
  readonly firstDay: number;
  /** Columns to the left of where the dates begin; below 0 to the right. */
  readonly by: number;
}

function slideOf(table: Table, row: number, { expected }: Shift): Slide | null {
  const from = (columnOf(table, 'activity')?.index ?? -1) + 1;
  const cells = table.sheet.rows[row] ?? [];
  const firstDay = cells.findIndex((cell, index) => index >= from && looksLikeDay(cell));
  const by = (datesOf(table)?.first ?? columnOf(table, 'start') ?? expected).index - firstDay;
  return firstDay < 0 || by === 0 ? null : { from, firstDay, by };
}

/** One column to the right from the indicator on, the text of the deliverable standing for both, as where their cells were merged. */
function joined(table: Table, row: number, { found }: Shift, { by }: Slide): Move | null {
  const deliverable = columnOf(table, 'deliverable');
  const indicator = columnOf(table, 'indicatorName');
  if (!deliverable || !indicator || by !== 1) return null;
  const isBeside = deliverable.index + 1 === indicator.index && indicator.index <= found.index;
  if (!isBeside) return null;
  const merge: MergedRange = {
    firstRow: row,
    lastRow: row,
    firstColumn: deliverable.index,
    lastColumn: indicator.index,
  };
  const isJoined = (at: number, column: number) =>
    at === row && column >= merge.firstColumn && column <= merge.lastColumn;
  const cells = table.sheet.rows[row] ?? [];
  const placed = withRow(table, row, cells.toSpliced(indicator.index, 0, BLANK));
  const merges: Table['merges'] = (at, column) => (isJoined(at, column) ? merge : table.merges(at, column));
  return { code: 'shiftedRow', isSafe: true, table: { ...placed, merges } };
}

/** To the right from where the row opened; which of the texts before it are missing cannot be known, so they stay. */
function parted(table: Table, row: number, slide: Slide): Move {
  const { from, firstDay, by } = slide;
  const cells = table.sheet.rows[row] ?? [];
  const blanks = Array.from({ length: by }, () => BLANK);
  const isSafe = cells.slice(from, firstDay).every(isBlank);
  const opened = openedAt(table, row, slide);
  return {
    code: 'shiftedFurther',
    isSafe,
    table: withRow(table, row, cells.toSpliced(opened, 0, ...blanks)),
  };
}

/** Where the cells that slid begin: the first of the numbers before the dates that stands under words, else the first date. */
function openedAt(table: Table, row: number, { from, firstDay, by }: Slide): number {
  const columnAt = (index: number) => table.columns.find((column) => column.index === index);
  const isNumbersAt = (index: number) => {
    const column = columnAt(index);
    return column !== undefined && isOfNumbers(column);
  };
  let opened = firstDay;
  let at = firstDay;
  while (at > from && isNumbersAt(at - 1 + by)) {
    const cell = cellAt(table.sheet, row, at - 1);
    if (!isBlank(cell) && numberOf(cell, 'comma') === null) break;
    at -= 1;
    if (!isBlank(cell) && !isNumbersAt(at)) opened = at;
  }
  return opened;
}

/** To the left over the blank cells before its first date, where there are just as many as it slid by. */
function movedLeft(table: Table, row: number, { from, firstDay, by }: Slide): Move | null {
  const cells = table.sheet.rows[row] ?? [];
  const blanks = cells.slice(from, firstDay).filter(isBlank).length;
  if (blanks !== -by) return null;
  const kept = cells.filter((cell, index) => index < from || index >= firstDay || !isBlank(cell));
  return { code: 'shiftedRight', isSafe: true, table: withRow(table, row, kept) };
}

function withRow(table: Table, row: number, cells: readonly Cell[]): Table {
  return { ...table, sheet: { ...table.sheet, rows: table.sheet.rows.with(row, cells) } };
}

function isBlank({ kind }: Cell): boolean {
  return kind === 'blank';
}

/** True when a row was read with nothing that speaks against it: both its dates, and no cell of another kind. */
export function standsRight(
  { start, end }: { readonly start: unknown; readonly end: unknown },
  findings: readonly CellFinding[],
): boolean {
  return start !== null && end !== null && !findings.some(({ code }) => STILL_WRONG.has(code));
}
