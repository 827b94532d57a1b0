import { columnLetter } from '../grid';

/** Rows that are put into a sheet: so many, under the row with this number (from 1). */
export interface Insertion {
  readonly after: number;
  readonly count: number;
}

/** Cells of a sheet, all ends included: rows from 1, columns from 0. */
export interface CellRange {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** Cells that a formula looks at; null for the sheet that it stands in. */
export interface SeenRange extends CellRange {
  readonly sheet: string | null;
}

interface Reference {
  readonly isColumnFixed: boolean;
  readonly column: string;
  readonly isRowFixed: boolean;
  readonly row: number;
}

const LAST_ROW = 1_048_576;
const CELL = '\\$?[A-Z]{1,3}\\$?\\d{1,7}(?![\\w(])';
// What a table calls its columns, as `[T1]`, is no reference to a cell.
const COLUMN_NAME = '\\[(?:[^[\\]]|\\[[^[\\]]*\\])*\\]';
// A text, the sheet that references go to (of another file too), references to cells, or anything that only looks like one.
const TOKEN = new RegExp(
  `"(?:[^"]|"")*"|(?<sheet>'(?:[^']|'')*'|(?:\\[\\d+\\])?[\\p{L}_][\\p{L}\\p{N}_.]*)!(?<far>${CELL}(?::${CELL})?)` +
    `|${COLUMN_NAME}|(?<![\\p{L}\\p{N}_.$])(?<near>${CELL}(?::${CELL})?)|[\\p{L}\\p{N}_.]+`,
  'gu',
);

/** A formula as it would stand so many rows further down (and columns to the right) than where it was written. */
export function translateFormula(formula: string, rows: number, columns = 0): string {
  return formula.replace(TOKEN, (whole: string, ...rest: unknown[]) => {
    const { sheet, far, near } = groupsOf(rest);
    if (far) return `${sheet}!${eachCell(far, (cell) => moved(cell, rows, columns))}`;
    return near ? eachCell(near, (cell) => moved(cell, rows, columns)) : whole;
  });
}

/**
 * A formula once rows were put into a sheet: `own` is the sheet that the formula stands in, `into` the one that got
 * the rows. A range that ended with the row above the new ones takes them in, as a total has to.
 */
export function afterInsertion(formula: string, own: string, into: string, insertion: Insertion): string {
  return formula.replace(TOKEN, (whole: string, ...rest: unknown[]) => {
    const { sheet, far, near } = groupsOf(rest);
    if (far && sheet) {
      return nameIn(sheet) === into ? `${sheet}!${shiftedRange(far, insertion)}` : whole;
    }
    return near && own === into ? shiftedRange(near, insertion) : whole;
  });
}

/**
 * The cells that a formula looks at. Null where it does not say which: by a name, whole columns, a column of a table, or
 * a place that it computes.
 */
export function seenBy(formula: string): readonly SeenRange[] | null {
  const seen: SeenRange[] = [];
  const others = formula.replace(TOKEN, (whole: string, ...rest: unknown[]) => {
    const { sheet, far, near } = groupsOf(rest);
    const range = far ?? near;
    if (range) seen.push({ sheet: sheet === undefined ? null : nameIn(sheet), ...rangeOf(range) });
    return range || whole.startsWith('"') ? ' ' : whole;
  });
  return ELSEWHERE.test(others.replaceAll(ERROR_VALUE, ' ')) ? null : seen;
}

const ERROR_VALUE = /#[A-Z\d/]+[!?]?/g;
// A range that is not plain, a table, a function that computes a place, or a word that is neither a function nor a truth value.
const ELSEWHERE =
  /[:[]|\b(?:INDIRECT|OFFSET)\s*\(|(?<![\p{L}\p{N}_.])(?!(?:TRUE|FALSE)\b)[\p{L}_][\p{L}\p{N}_.]*(?![\p{L}\p{N}_.]|\s*\()/iu;

function rangeOf(range: string): CellRange {
  const cells = range.split(':').flatMap((cell) => readReference(cell) ?? []);
  const rows = cells.map(({ row }) => row);
  const columns = cells.map(({ column }) => columnIndex(column));
  return {
    firstRow: Math.min(...rows),
    lastRow: Math.max(...rows),
    firstColumn: Math.min(...columns),
    lastColumn: Math.max(...columns),
  };
}

/** `E11:F11` or `E11` once rows were put in; a range of several rows that ended there takes them in. */
export function shiftedRange(range: string, { after, count }: Insertion): string {
  const [first = '', last] = range.split(':');
  const [from, to] = [readReference(first), readReference(last ?? first)];
  if (!from || !to) return range;
  const start = from.row > after ? from.row + count : from.row;
  const takesIn = to.row > after || (to.row === after && from.row < after);
  const end = takesIn ? Math.min(LAST_ROW, to.row + count) : to.row;
  const text = writeReference({ ...from, row: start });
  return last === undefined ? text : `${text}:${writeReference({ ...to, row: end })}`;
}

/** A row's number once rows were put in. */
export function shiftedRow(row: number, { after, count }: Insertion): number {
  return row > after ? row + count : row;
}

/** `$L$10` as its parts; null for anything else. */
export function readReference(text: string): Reference | null {
  const [, fixedColumn = '', column = '', fixedRow = '', row = ''] =
    /^(\$?)([A-Z]{1,3})(\$?)(\d{1,7})$/.exec(text) ?? [];
  if (column === '') return null;
  return { isColumnFixed: fixedColumn !== '', column, isRowFixed: fixedRow !== '', row: Number(row) };
}

/** 0 for `A`. */
export function columnIndex(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function writeReference({ isColumnFixed, column, isRowFixed, row }: Reference): string {
  return `${isColumnFixed ? '$' : ''}${column}${isRowFixed ? '$' : ''}${row}`;
}

function moved(text: string, rows: number, columns: number): string {
  const cell = readReference(text);
  if (!cell) return text;
  const row = cell.isRowFixed ? cell.row : cell.row + rows;
  const column = columnIndex(cell.column) + (cell.isColumnFixed ? 0 : columns);
  return row < 1 || column < 0 ? '#REF!' : writeReference({ ...cell, row, column: columnLetter(column) });
}

function eachCell(range: string, change: (cell: string) => string): string {
  return range.split(':').map(change).join(':');
}

function groupsOf(rest: readonly unknown[]): Readonly<Record<'sheet' | 'far' | 'near', string | undefined>> {
  return rest.at(-1) as Record<'sheet' | 'far' | 'near', string | undefined>;
}

function nameIn(sheet: string): string {
  return sheet.startsWith("'") ? sheet.slice(1, -1).replaceAll("''", "'") : sheet;
}
