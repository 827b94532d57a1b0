import { compareKey, dayOf, numberOf, textOf } from '../cells';
import type { Cell } from '../grid';
import type { MatrixColumn } from './columns';
import { isOursIn } from './ownRows';
import { cellIn } from './table';
import type { Table } from './table';

// What was done by whom, and never what is to be done: "Elaboró", not "Elaborar".
const SIGNED = /^(elabor(o|ad[oa])|revis(o|ad[oa])|aprob(o|ad[oa])|firmas?$|firmad[oa]|vobo|vistobueno)/;
const SIGNED_LABEL = /^(firma[^:]*:\s*$|firmas?\s*:|proyectó\s*:?)/i;
const EACH_SIGNED = /^firma/;
// Where somebody is to write a name.
const RULED_LINE = /^[_.\-–—\s]{4,}$/;
const BEGINS_WITH_FIGURE = /^\p{L}{0,6}[-_. ]?\d/u;
// Names, posts, dates and stamps; further down, a word alone made a signature of it.
const MOST_ROWS = 10;
const HALF = 0.5;

/** True for a row that says who made, reviewed or approved the matrix, or where they are to sign. */
export function isSignature(written: readonly Cell[]): boolean {
  const texts = written.map(textOf);
  const [first = ''] = texts;
  if (SIGNED.test(compareKey(first)) || SIGNED_LABEL.test(first)) return true;
  if (texts.every((text) => RULED_LINE.test(text))) return true;
  return texts.length > 1 && texts.every((text) => EACH_SIGNED.test(compareKey(text)));
}

/**
 * Of the data rows those that end the table as part of its signatures: after a signature, with no figure, date or
 * code in any column that has them above. All 0-based and in order.
 */
export function signedRows(
  table: Table,
  dataRows: readonly number[],
  signatures: readonly number[],
): readonly number[] {
  for (const signature of signatures) {
    const above = dataRows.filter((row) => row < signature);
    const under = dataRows.slice(above.length);
    if (above.length === 0 || under.length > MOST_ROWS) continue;
    const columns = table.columns.filter((column) => hasFigures(table, column, above));
    const goesOn = (row: number) =>
      isOursIn(table, row) || columns.some((column) => isFigure(cellIn(table, row, column)));
    if (!under.some(goesOn)) return under;
  }
  return [];
}

function hasFigures(table: Table, column: MatrixColumn, rows: readonly number[]): boolean {
  const written = rows.map((row) => cellIn(table, row, column)).filter(({ text }) => text !== '');
  return written.length > 0 && written.filter(isFigure).length >= written.length * HALF;
}

function isFigure(cell: Cell): boolean {
  if (BEGINS_WITH_FIGURE.test(textOf(cell))) return true;
  return numberOf(cell, 'comma') !== null || dayOf(cell) !== null;
}
