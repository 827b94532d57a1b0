import { looksLikeDay } from '../cells';
import { BLANK } from '../grid';
import type { Cell, MergedRange } from '../grid';
import type { MatrixColumn, MatrixField } from './columns';
import { isOfDates } from './dates';
import type { CellFinding } from './findings';
import type { RepairCode } from './reading';
import { cellIn, columnOf, placeOf } from './table';
import type { Table } from './table';

// Text columns where a date shows that the row slid sideways.
const TEXT_FIELDS: readonly MatrixField[] = [
  'deliverable',
  'indicatorName',
  'targetText',
  'responsible',
  'remark',
];
// What may not be wrong with a row for its repair to be offered.
const STILL_WRONG: ReadonlySet<CellFinding['code']> = new Set([
  'unreadableDate',
  'unreadableNumber',
  'dateReversed',
  'shiftedRow',
]);

// A row that slid further lacks too much to be put back by its dates.
const FURTHEST = 3;

/** A row whose cells stand in the wrong columns: where a date was expected, and where one was found. */
export interface Shift {
  readonly expected: MatrixColumn;
  readonly found: MatrixColumn;
}

/** A date column that holds words while a column of words holds a date; null for a row that is in its place. */
export function findShift(table: Table, row: number): Shift | null {
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
 * The table with the row moved so that its first date stands where the dates begin; null where its cells do not say
 * how. What it was moved by is told by the first date alone, for the dates slid together.
 */
export function moved(table: Table, row: number, shift: Shift, note: Table['note']): Move | null {
  const slide = slideOf(table, row, shift);
  const { length } = table.sheet.rows[row] ?? [];
  if (!slide || Math.abs(slide.by) > FURTHEST) return null;
  if (slide.by < 0) return movedLeft(table, row, slide, note);
  // To the right there must be room for it.
  if (length + slide.by > (table.columns.at(-1)?.index ?? -1) + 1) return null;
  return joined(table, row, shift, slide, note) ?? parted(table, row, slide, note);
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
  const by = (columnOf(table, 'start') ?? expected).index - firstDay;
  return firstDay < 0 || by === 0 ? null : { from, firstDay, by };
}

/** One column to the right from the indicator on, the text of the deliverable standing for both, as where their cells were merged. */
function joined(
  table: Table,
  row: number,
  { found }: Shift,
  { by }: Slide,
  note: Table['note'],
): Move | null {
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
  const placed = withRow(table, row, cells.toSpliced(indicator.index, 0, BLANK), note);
  const merges: Table['merges'] = (at, column) => (isJoined(at, column) ? merge : table.merges(at, column));
  return { code: 'shiftedRow', isSafe: true, table: { ...placed, merges } };
}

/** To the right from the first date on; which of the texts before it are missing cannot be known, so they stay. */
function parted(table: Table, row: number, { from, firstDay, by }: Slide, note: Table['note']): Move {
  const cells = table.sheet.rows[row] ?? [];
  const blanks = Array.from({ length: by }, () => BLANK);
  const isSafe = cells.slice(from, firstDay).every(isBlank);
  const placed = withRow(table, row, cells.toSpliced(firstDay, 0, ...blanks), note);
  return { code: 'shiftedFurther', isSafe, table: placed };
}

/** To the left over the blank cells before its first date, where there are just as many as it slid by. */
function movedLeft(
  table: Table,
  row: number,
  { from, firstDay, by }: Slide,
  note: Table['note'],
): Move | null {
  const cells = table.sheet.rows[row] ?? [];
  const blanks = cells.slice(from, firstDay).filter(isBlank).length;
  if (blanks !== -by) return null;
  const kept = cells.filter((cell, index) => index < from || index >= firstDay || !isBlank(cell));
  return { code: 'shiftedRight', isSafe: true, table: withRow(table, row, kept, note) };
}

function withRow(table: Table, row: number, cells: readonly Cell[], note: Table['note']): Table {
  return { ...table, sheet: { ...table.sheet, rows: table.sheet.rows.with(row, cells) }, note };
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
