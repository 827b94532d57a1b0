import { compareKey, isFalsePercent, textOf } from '../cells';
import { BLANK, cellAt, rangeName } from '../grid';
import type { Cell } from '../grid';
import { decimalText } from '../numbers';
import type { MatrixColumn, MatrixField } from './columns';
import { withoutTags } from './markup';
import { placeOf } from './table';
import type { Table } from './table';

const TEXTS: ReadonlySet<MatrixField> = new Set([
  'itemNumber',
  'criterion',
  'activity',
  'deliverable',
  'indicatorName',
  'targetText',
  'unitOfMeasure',
  'baselineSource',
  'responsible',
  'remark',
]);
const NUMBERED: ReadonlySet<MatrixField | null> = new Set(['itemNumber', 'activityNumber']);
const CODE_HEADER = /^(cod|bpin)|codigo/;
// Shorter ones are as often a place in a numbering, as `1.0` before `1.1`.
const CODE_WITH_DECIMALS = /^(\d{4,})\.0+$/;
const DIGITS_LOST = /^\d([.,]\d+)?e\+?\d+$/i;

/**
 * The table as a person sees it on the sheet, each change noted: what a merge hides is not there, texts come without
 * the marks of a page, codes without the decimals of a program, and a percent that cannot be one as its number.
 */
export function asShown(table: Table, dataRows: readonly number[]): Table {
  if (table.isOwn) return table;
  const rows = [...table.sheet.rows];
  for (const row of dataRows) {
    const cells = rows[row] ?? [];
    const shown = [...cells];
    for (const column of table.columns) {
      const cell = cells[column.index];
      if (cell) shown[column.index] = shownCell(table, row, column, cell);
    }
    rows[row] = shown;
  }
  return { ...table, sheet: { ...table.sheet, rows } };
}

function shownCell(table: Table, row: number, column: MatrixColumn, cell: Cell): Cell {
  if (cell.kind === 'blank') return cell;
  if (isCovered(table, row, column, cell)) return BLANK;
  if (isCode(column)) return shownCode(table, row, column, cell);
  if (isUnknown(column) && cell.kind === 'number' && isFalsePercent(cell)) {
    table.note({ code: 'falsePercent', place: placeOf(table, row, column), read: cell.value });
    return { ...cell, text: decimalText(cell.value) };
  }
  return cell.kind === 'text' && isText(column) ? shownText(table, row, column, cell) : cell;
}

/** True under a merge; what is written there and nobody sees is noted where it says something else. */
function isCovered(table: Table, row: number, column: MatrixColumn, cell: Cell): boolean {
  const merge = table.merges(row, column.index);
  if (!merge || (merge.firstRow === row && merge.firstColumn === column.index)) return false;
  const seen = cellAt(table.sheet, merge.firstRow, merge.firstColumn);
  if (textOf(cell) !== textOf(seen)) {
    table.note({
      code: 'hiddenUnderMerge',
      place: placeOf(table, row, column),
      range: rangeName(merge),
    });
  }
  return true;
}

function shownText(table: Table, row: number, column: MatrixColumn, cell: Cell): Cell {
  const text = withoutTags(cell.text);
  if (text === cell.text) return cell;
  table.note({ code: 'tagsRemoved', place: placeOf(table, row, column) });
  return { ...cell, text };
}

function shownCode(table: Table, row: number, column: MatrixColumn, cell: Cell): Cell {
  const text = textOf(cell);
  const isBeyondDigits = cell.kind === 'number' && Math.abs(cell.value) > Number.MAX_SAFE_INTEGER;
  if (isBeyondDigits || DIGITS_LOST.test(text)) {
    table.note({ code: 'digitsLost', place: placeOf(table, row, column) });
  }
  const [, read] = CODE_WITH_DECIMALS.exec(text) ?? [];
  if (read === undefined) return cell;
  table.note({ code: 'codeDecimals', place: placeOf(table, row, column), read });
  return { ...cell, text: read };
}

function isUnknown({ field, period }: MatrixColumn): boolean {
  return field === null && period === null;
}

function isCode(column: MatrixColumn): boolean {
  return NUMBERED.has(column.field) || (isUnknown(column) && CODE_HEADER.test(compareKey(column.header)));
}

function isText({ field, period }: MatrixColumn): boolean {
  return period
    ? period.aspect !== 'value' && period.aspect !== 'planned'
    : field !== null && TEXTS.has(field);
}
