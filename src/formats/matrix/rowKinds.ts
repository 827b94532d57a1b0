import { compareKey, dayOf, textOf } from '../cells';
import type { Cell } from '../grid';
import { knownField } from './columns';
import type { MatrixColumn } from './columns';
import type { SetAsideReason } from './findings';
import { readPeriodHeader } from './periods';
import { cellIn, columnOf, placeOf } from './table';
import type { Table } from './table';

type RowKind = 'blank' | 'data' | SetAsideReason;

const TOTAL = /^((gran|sub)?total|promedio)/;
const NOTE = /^(fuente|nota|elabor|revis|aprob|firma|vobo)/;
const FEWEST_HEADERS = 4;
const LONGEST_HEADER = 120;

/**
 * The rows with data under the header, 0-based. What is not data is noted and set aside: totals, notes and
 * signatures, the header repeated on each page; a table with other headers ends this one.
 */
export function dataRowsOf(table: Table, firstRow: number): readonly number[] {
  const rows: number[] = [];
  for (let row = firstRow; row < table.sheet.rows.length; row++) {
    const kind = rowKind(table, row);
    if (kind === 'data') rows.push(row);
    else if (kind !== 'blank') {
      const column = table.columns.find((candidate) => textOf(cellIn(table, row, candidate)) !== '') ?? null;
      table.note({ code: 'rowSetAside', place: placeOf(table, row, column), reason: kind });
    }
    if (kind === 'otherTable') break;
  }
  return rows;
}

function rowKind(table: Table, row: number): RowKind {
  const cells = table.sheet.rows[row] ?? [];
  // Formulas that were prepared for rows nobody filled in are no data.
  const written = cells.filter((cell) => cell.text !== '' && cell.formula === undefined);
  if (written.length === 0) return 'blank';
  if (table.isOwn) return 'data';
  return headerKind(table, row) ?? (hasDates(table, row) ? 'data' : datelessKind(table, row, written));
}

function datelessKind(table: Table, row: number, written: readonly Cell[]): RowKind {
  const first = compareKey(written[0]?.text ?? '');
  if (TOTAL.test(first)) return 'total';
  const hasTarget = cellIn(table, row, columnOf(table, 'target')).text !== '';
  return isLoneText(written) || (NOTE.test(first) && !hasTarget) ? 'note' : 'data';
}

function headerKind(table: Table, row: number): 'repeatedHeader' | 'otherTable' | null {
  const known = table.columns.filter((column) => isHeader(textOf(cellIn(table, row, column))));
  if (known.length < FEWEST_HEADERS) return null;
  const isSame = (column: MatrixColumn) =>
    column.period !== null || knownField(textOf(cellIn(table, row, column))) === column.field;
  return known.every(isSame) ? 'repeatedHeader' : 'otherTable';
}

function isHeader(text: string): boolean {
  if (text === '' || text.length > LONGEST_HEADER) return false;
  return knownField(text) !== null || readPeriodHeader(text) !== null;
}

function hasDates(table: Table, row: number): boolean {
  const columns = [columnOf(table, 'start'), columnOf(table, 'end')];
  return columns.some((column) => dayOf(cellIn(table, row, column)) !== null);
}

function isLoneText(written: readonly Cell[]): boolean {
  return written.length === 1 && written[0]?.kind === 'text';
}
