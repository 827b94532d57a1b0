import type { IsoDay } from '../../domain/isoDay';
import { dayOf } from '../cells';
import { firstShown } from '../days';
import type { ReadDay } from '../days';
import type { Cell } from '../grid';
import type { MatrixColumn } from './columns';
import type { CellFinding, CellPlace } from './findings';
import { ANY_YEAR, readLooseDay } from './looseDays';
import { otherOrder } from './monthFirst';
import { readDays, readSpan } from './spans';
import { cellIn, columnOf, placeOf } from './table';
import type { Table } from './table';
import { isNothing, noteUnfilledMerge } from './values';
import type { RowContext } from './values';

/** Which end of an activity a column of dates tells. */
type End = 'first' | 'last';

export interface Dates {
  readonly start: IsoDay | null;
  readonly end: IsoDay | null;
}

/** The columns of dates where some day shows what stands first and none shows the other: there it stands for all of them. */
export function columnsShowing(
  first: 'day' | 'month',
  table: Table,
  dataRows: readonly number[],
): ReadonlySet<MatrixColumn> {
  const dated = [columnOf(table, 'start'), columnOf(table, 'end')].filter((column) => column !== null);
  return new Set(
    dated.filter((column) => {
      const shown = dataRows.map((row) => firstShown(cellIn(table, row, column).text));
      return shown.every((one) => one === null || one === first) && shown.includes(first);
    }),
  );
}

/** The dates of a row. Neither is ever filled from a merge or from the row above. */
export function readDates(table: Table, row: number, context: RowContext): Dates {
  const start = readDateCell(table, row, columnOf(table, 'start'), 'first', context);
  const endColumn = columnOf(table, 'end');
  const end = readDateCell(table, row, endColumn, 'last', context);
  if (start && end && end < start) {
    table.note({ code: 'dateReversed', place: placeOf(table, row, endColumn), start, end });
  }
  return { start, end };
}

/** True for a cell that a column of dates can hold: a day, several, or a stretch of time. */
export function isOfDates(cell: Cell): boolean {
  return dayOf(cell) !== null || readLoosely(cell, 'first', ANY_YEAR) !== null;
}

function readDateCell(
  table: Table,
  row: number,
  column: MatrixColumn | null,
  end: End,
  { facts, unread }: RowContext,
): IsoDay | null {
  const cell = cellIn(table, row, column);
  if (cell.kind === 'blank') noteUnfilledMerge(table, row, column);
  if (!column || isNothing(cell)) return null;
  const place = placeOf(table, row, column);
  const read = dayOf(cell);
  if (!read) return readLooseCell(table, cell, end, place) ?? keep(column, unread);
  const isDoubtful = read.isAmbiguous && !table.isOwn && !facts.dayFirst.has(column);
  return isDoubtful ? readDoubtful(table, read, place, facts.monthFirst.has(column)) : read.day;
}

/** Asked in any case; where the others of the column show the month first, it is read so. */
function readDoubtful(table: Table, { day }: ReadDay, place: CellPlace, isMonthFirst: boolean): IsoDay {
  const read = (isMonthFirst && otherOrder(day)) || day;
  table.note({ code: 'ambiguousDate', place, read, ...(isMonthFirst && { isMonthFirst }) });
  return read;
}

function readLooseCell(table: Table, cell: Cell, end: End, place: CellPlace): IsoDay | null {
  const loose = readLoosely(cell, end, table.onlyYear);
  table.note(loose ? { ...loose, place } : { code: 'unreadableDate', place });
  return loose?.read ?? null;
}

/** What is no date is kept as it is written. */
function keep(column: MatrixColumn, unread: MatrixColumn[]): null {
  unread.push(column);
  return null;
}

type LooseCode = 'looseDay' | 'spanAsDate' | 'sameDayTwice' | 'severalDays';
type Loose = { [Code in LooseCode]: Omit<Extract<CellFinding, { code: Code }>, 'place'> }[LooseCode] & {
  readonly read: IsoDay;
};

/** Of several days the first begins and the last ends; so it is with a stretch of time. */
function readLoosely({ text }: Cell, end: End, year: number | null): Loose | null {
  const days = readDays(text).map(({ day }) => day);
  const [first, last] = [days.at(0), days.at(-1)];
  if (first && last) {
    if (days.every((day) => day === first)) return { code: 'sameDayTwice', read: first };
    const [read, other] = end === 'first' ? [first, last] : [last, first];
    return { code: 'severalDays', read, other };
  }
  const span = readSpan(text);
  if (span) return { code: 'spanAsDate', read: span[end] };
  const day = readLooseDay(text, year);
  return day && { code: 'looseDay', read: day };
}
