import type { IsoDay } from '../../domain/isoDay';
import type { StatedValue } from '../../domain/model';
import type { Report, TargetUnit } from '../../domain/report';
import { dayOf, numberOf, statedValueOf, textOf } from '../cells';
import { fractionOf } from '../numbers';
import type { DecimalSign, ReadNumber } from '../numbers';
import { rangeName } from '../grid';
import type { Cell } from '../grid';
import type { MatrixColumn } from './columns';
import type { CellPlace } from './findings';
import { cellIn, columnOf, mergeFromAbove, periodColumn, placeOf, signOf } from './table';
import type { Table } from './table';
import { readEmptyReport } from './words';

/** What a row says with numbers and dates. */
interface RowValues {
  readonly start: IsoDay | null;
  readonly end: IsoDay | null;
  readonly target: number | null;
  readonly targetUnit: TargetUnit;
  readonly values: readonly (Report | null)[];
  readonly stated: StatedValue | null;
  readonly itemStated: StatedValue | null;
}

const NOTHING_WRITTEN = /^[-–—.]*$/;
// A whole number with decimals that say nothing: `16.00`.
const NO_DECIMALS = /^\s*\d+[.,]0{1,2}\s*$/;
// A target in percent that nobody has set.
const ONLY_UNIT = '%';

/** Reads the typed cells of a row. None of them is ever filled from a merge or from the row above. */
export function readValues(table: Table, row: number, signs: readonly DecimalSign[]): RowValues {
  const signIn = (column: MatrixColumn | null) => signOf(table, signs, column);
  const itemStated = columnOf(table, 'itemStated');
  const target = readTarget(table, row, signIn(columnOf(table, 'target')));
  const values = Array.from({ length: table.periodCount }, (_, index) => {
    const column = periodColumn(table, 'value', index);
    return readReport(table, row, column, signIn(column));
  });
  const statedColumn = columnOf(table, 'stated');
  noteUnfilledMerge(table, row, statedColumn);
  return {
    ...readDates(table, row),
    ...target,
    values,
    stated: statedValueOf(cellIn(table, row, statedColumn), signIn(statedColumn)),
    itemStated: statedValueOf(cellIn(table, row, itemStated), signIn(itemStated)),
    ...(table.isDirect ? readDirect(table, row, signIn(columnOf(table, 'direct'))) : {}),
  };
}

/** Of a row whose typed cells stand in the wrong columns: nothing. */
export function noValues(table: Table): RowValues {
  const values = Array.from({ length: table.periodCount }, () => null);
  return {
    start: null,
    end: null,
    target: null,
    targetUnit: 'count',
    values,
    stated: null,
    itemStated: null,
  };
}

/** A percent of its own is a whole of 100 % and how much of it there is. */
function readDirect(
  table: Table,
  row: number,
  sign: DecimalSign,
): Pick<RowValues, 'target' | 'targetUnit' | 'values'> {
  const column = columnOf(table, 'direct');
  const read = readNumberCell(table, row, column, sign);
  const percent = read && statedValueOf(cellIn(table, row, column), sign)?.percent;
  const report = typeof percent === 'number' ? ({ k: 'value', v: fractionOf(percent) } as const) : null;
  return { target: 1, targetUnit: 'percent', values: [report] };
}

function readTarget(table: Table, row: number, sign: DecimalSign): Pick<RowValues, 'target' | 'targetUnit'> {
  const column = columnOf(table, 'target');
  if (textOf(cellIn(table, row, column)) === ONLY_UNIT) return { target: null, targetUnit: 'percent' };
  const read = readNumberCell(table, row, column, sign);
  return { target: read?.value ?? null, targetUnit: read?.isPercent ? 'percent' : 'count' };
}

function readDates(table: Table, row: number): { start: IsoDay | null; end: IsoDay | null } {
  const start = readDayCell(table, row, columnOf(table, 'start'));
  const endColumn = columnOf(table, 'end');
  const end = readDayCell(table, row, endColumn);
  if (start && end && end < start) {
    table.note({ code: 'dateReversed', place: placeOf(table, row, endColumn), start, end });
  }
  return { start, end };
}

function readDayCell(table: Table, row: number, column: MatrixColumn | null): IsoDay | null {
  const cell = cellIn(table, row, column);
  if (cell.kind === 'blank') noteUnfilledMerge(table, row, column);
  if (isNothing(cell)) return null;
  const read = dayOf(cell);
  const place = placeOf(table, row, column);
  if (read === null) table.note({ code: 'unreadableDate', place });
  else if (read.isAmbiguous && !table.isOwn) table.note({ code: 'ambiguousDate', place, read: read.day });
  return read?.day ?? null;
}

function readReport(
  table: Table,
  row: number,
  column: MatrixColumn | null,
  sign: DecimalSign,
): Report | null {
  const word = readEmptyReport(textOf(cellIn(table, row, column)));
  if (word) return word;
  const number = readNumberCell(table, row, column, sign);
  return number && { k: 'value', v: number.value };
}

function readNumberCell(
  table: Table,
  row: number,
  column: MatrixColumn | null,
  sign: DecimalSign,
): ReadNumber | null {
  const cell = cellIn(table, row, column);
  if (cell.kind === 'blank') noteUnfilledMerge(table, row, column);
  if (isNothing(cell)) return null;
  const read = numberOf(cell, sign);
  const place = placeOf(table, row, column);
  if (read === null) table.note({ code: 'unreadableNumber', place });
  else noteDoubt(table, place, read);
  return read;
}

/** True for a blank, an error, and the dashes that people write for nothing. */
export function isNothing(cell: Cell): boolean {
  return NOTHING_WRITTEN.test(textOf(cell));
}

/** Notes a number that reads two ways, or whose decimals are the file's; in our own table none is in doubt. */
export function noteDoubt(table: Table, place: CellPlace, { value: read, isAmbiguous }: ReadNumber): void {
  if (table.isOwn) return;
  if (isAmbiguous) table.note({ code: 'ambiguousNumber', place, read });
  else if (NO_DECIMALS.test(place.text)) table.note({ code: 'spreadsheetNumber', place, read });
}

/** A date or a number merged over several rows belongs to the first: that the others stay empty is said. */
export function noteUnfilledMerge(table: Table, row: number, column: MatrixColumn | null): void {
  const merge = column && mergeFromAbove(table, row, column);
  if (merge)
    table.note({ code: 'mergeNotFilled', place: placeOf(table, row, column), range: rangeName(merge) });
}
