import type { StatedValue } from '../../domain/model';
import type { Report, TargetUnit } from '../../domain/report';
import { isFalsePercent, numberOf, statedValueOf, textOf } from '../cells';
import { fractionOf } from '../numbers';
import type { DecimalSign, ReadNumber } from '../numbers';
import { rangeName } from '../grid';
import type { Cell } from '../grid';
import type { MatrixColumn } from './columns';
import type { CellPlace } from './findings';
import { cellIn, columnOf, mergeFromAbove, periodColumn, placeOf, signOf } from './table';
import type { Table } from './table';
import { isOursIn } from './ownRows';
import { isNoTarget, readEmptyReport } from './words';

/** What a row says with numbers. */
export interface RowValues {
  readonly target: number | null;
  readonly targetUnit: TargetUnit;
  readonly values: readonly (Report | null)[];
  readonly stated: StatedValue | null;
  readonly itemStated: StatedValue | null;
}

/** What the columns show as a whole and a cell alone does not. */
export interface ColumnFacts {
  /** In the order of the columns. */
  readonly signs: readonly DecimalSign[];
  /** Those of dates that can only be read with the day first: none of theirs is in doubt. */
  readonly dayFirst: ReadonlySet<MatrixColumn>;
  /** Those of dates that show the month first: the ones in doubt are read so. */
  readonly monthFirst: ReadonlySet<MatrixColumn>;
  /** Those of results that are written of a hundred and without their sign. */
  readonly ofHundred: ReadonlySet<MatrixColumn>;
}

// A zero of the accounting format too: `$ -`.
const NOTHING_WRITTEN = /^\$?\s*[-–—.]*$/;
// What people write to say that something was done, without saying how much.
const MARK = /^[x✓✔✗✘☑☒•●]$/i;
// A whole number with decimals that say nothing: `16.00`.
const NO_DECIMALS = /^\s*\d+[.,]0{1,2}\s*$/;
// A target in percent that nobody has set.
const ONLY_UNIT = '%';

/** Where a row is read: what its columns show, and those whose cell is kept as written for it could not be read. */
export interface RowContext {
  readonly facts: ColumnFacts;
  readonly unread: MatrixColumn[];
}

/** Reads the numbers of a row. None of them is ever filled from a merge or from the row above. */
export function readValues(table: Table, row: number, context: RowContext): RowValues {
  const values = Array.from({ length: table.periodCount }, (_, index) =>
    readReport(table, row, periodColumn(table, 'value', index), context),
  );
  const aim = readTarget(table, row, context);
  const stated = (field: 'stated' | 'itemStated') => {
    return readStated(table, row, columnOf(table, field), { ...context, target: aim.target });
  };
  return {
    ...aim,
    values,
    stated: stated('stated'),
    itemStated: stated('itemStated'),
    ...(table.isDirect ? readDirect(table, row, context) : {}),
  };
}

/** A result as the file prints it; words in its place are kept as written. */
function readStated(
  table: Table,
  row: number,
  column: MatrixColumn | null,
  { facts, unread, target }: RowContext & Pick<RowValues, 'target'>,
): StatedValue | null {
  const cell = cellIn(table, row, column);
  if (cell.kind === 'blank') noteUnfilledMerge(table, row, column);
  if (!column || isNothing(cell) || isAbsence(table, row, textOf(cell), target)) return null;
  const stated = statedValueOf(cell, signOf(table, facts.signs, column));
  const place = placeOf(table, row, column);
  if (stated === null) {
    table.note({ code: 'keptAsWritten', place });
    unread.push(column);
  } else noteFalsePercent(table, place, cell);
  return stated;
}

/**
 * True for what our own matrices print where there is no result. In a row that did not leave with our id it is words,
 * but for «sin meta» where there is none to reach: so say our empty matrices of such a row.
 */
function isAbsence(table: Table, row: number, text: string, target: number | null): boolean {
  if (isOursIn(table, row)) return isNoTarget(text) || readEmptyReport(text) !== null;
  return isNoTarget(text) && (target === null || target === 0);
}

/** Of a row whose typed cells stand in the wrong columns: nothing. */
export function noValues(table: Table): RowValues {
  const values = Array.from({ length: table.periodCount }, () => null);
  return {
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
  context: RowContext,
): Pick<RowValues, 'target' | 'targetUnit' | 'values'> {
  const column = columnOf(table, 'direct');
  const read = readNumberCell(table, row, column, context);
  const sign = signOf(table, context.facts.signs, column);
  const percent = read && statedValueOf(cellIn(table, row, column), sign)?.percent;
  const report = typeof percent === 'number' ? ({ k: 'value', v: fractionOf(percent) } as const) : null;
  return { target: 1, targetUnit: 'percent', values: [report] };
}

function readTarget(
  table: Table,
  row: number,
  context: RowContext,
): Pick<RowValues, 'target' | 'targetUnit'> {
  const column = columnOf(table, 'target');
  if (textOf(cellIn(table, row, column)) === ONLY_UNIT) return { target: null, targetUnit: 'percent' };
  const read = readNumberCell(table, row, column, context);
  return { target: read?.value ?? null, targetUnit: read?.isPercent ? 'percent' : 'count' };
}

function readReport(
  table: Table,
  row: number,
  column: MatrixColumn | null,
  context: RowContext,
): Report | null {
  const text = textOf(cellIn(table, row, column));
  const word = readEmptyReport(text);
  if (word) return word;
  if (column && MARK.test(text)) {
    table.note({ code: 'markInPeriod', place: placeOf(table, row, column) });
    context.unread.push(column);
    return null;
  }
  const number = readNumberCell(table, row, column, context);
  return number && { k: 'value', v: number.value };
}

function readNumberCell(
  table: Table,
  row: number,
  column: MatrixColumn | null,
  { facts, unread }: RowContext,
): ReadNumber | null {
  const cell = cellIn(table, row, column);
  if (cell.kind === 'blank') noteUnfilledMerge(table, row, column);
  if (!column || isNothing(cell)) return null;
  const read = numberOf(cell, signOf(table, facts.signs, column));
  const place = placeOf(table, row, column);
  if (read === null) {
    table.note({ code: 'unreadableNumber', place });
    unread.push(column);
  } else {
    noteDoubt(table, place, read);
    noteFalsePercent(table, place, cell);
  }
  return read;
}

/** Notes a number under a percent format that it is too large for. */
export function noteFalsePercent(table: Table, place: CellPlace, cell: Cell): void {
  if (cell.kind === 'number' && isFalsePercent(cell)) {
    table.note({ code: 'falsePercent', place, read: cell.value });
  }
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
