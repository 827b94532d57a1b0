import { dayOf, looksLikeDay } from '../cells';
import { BLANK } from '../grid';
import type { MergedRange } from '../grid';
import type { MatrixColumn, MatrixField } from './columns';
import type { CellFinding } from './findings';
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

/** A row whose cells stand in the wrong columns: where a date was expected, and where one was found. */
export interface Shift {
  readonly expected: MatrixColumn;
  readonly found: MatrixColumn;
}

/** A date column that holds words while a column of words holds a date; null for a row that is in its place. */
export function findShift(table: Table, row: number): Shift | null {
  const expected = [columnOf(table, 'start'), columnOf(table, 'end')].find((column) => {
    const cell = cellIn(table, row, column);
    return cell.kind === 'text' && dayOf(cell) === null;
  });
  const found = TEXT_FIELDS.map((field) => columnOf(table, field)).find((column) =>
    looksLikeDay(cellIn(table, row, column)),
  );
  return expected && found ? { expected, found } : null;
}

export function noteShift(table: Table, row: number, { expected, found }: Shift): void {
  const cells = table.columns.flatMap((column) => {
    const { text } = cellIn(table, row, column);
    return text === '' ? [] : [{ column: column.letter, text }];
  });
  const place = placeOf(table, row, found);
  table.note({ code: 'shiftedRow', place, expectedColumn: expected.letter, cells });
}

/**
 * The table as it would be with the row moved one column to the right from its indicator on, the text of the
 * deliverable standing for both, as where their cells were merged. Null when that is not what happened.
 */
export function movedRight(table: Table, row: number, shift: Shift, note: Table['note']): Table | null {
  const joined = joinedCells(table, row, shift);
  if (!joined) return null;
  const cells = table.sheet.rows[row] ?? [];
  const { firstColumn, lastColumn } = joined;
  const moved = [...cells.slice(0, lastColumn), BLANK, ...cells.slice(lastColumn)];
  const isJoined = (at: number, column: number) =>
    at === row && column >= firstColumn && column <= lastColumn;
  return {
    ...table,
    sheet: { ...table.sheet, rows: table.sheet.rows.with(row, moved) },
    merges: (at, column) => (isJoined(at, column) ? joined : table.merges(at, column)),
    note,
  };
}

/** The deliverable and the indicator beside it, where the row slid by just one column and has room to go back. */
function joinedCells(table: Table, row: number, shift: Shift): MergedRange | null {
  const deliverable = columnOf(table, 'deliverable');
  const indicator = columnOf(table, 'indicatorName');
  if (!deliverable || !indicator || slidBy(table, shift) !== 1) return null;
  const isBeside = deliverable.index + 1 === indicator.index && indicator.index <= shift.found.index;
  if (!isBeside || !hasRoom(table, row)) return null;
  return { firstRow: row, lastRow: row, firstColumn: deliverable.index, lastColumn: indicator.index };
}

/** By how many columns a row slid to the left: its dates slid together, so the first of them shows it. */
function slidBy(table: Table, { expected, found }: Shift): number {
  return (columnOf(table, 'start') ?? expected).index - found.index;
}

function hasRoom(table: Table, row: number): boolean {
  return (table.sheet.rows[row]?.length ?? 0) <= (table.columns.at(-1)?.index ?? -1);
}

/** True when a row was read with nothing that speaks against it: both its dates, and no cell of another kind. */
export function standsRight(
  { start, end }: { readonly start: unknown; readonly end: unknown },
  findings: readonly CellFinding[],
): boolean {
  return start !== null && end !== null && !findings.some(({ code }) => STILL_WRONG.has(code));
}
