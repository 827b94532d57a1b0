import { compareKey, numberOf, textOf } from '../cells';
import type { MatrixColumn, MatrixField } from './columns';
import { isOursIn } from './ownRows';
import { cellIn, columnOf, mergeFromAbove } from './table';
import type { Table } from './table';

const OF_WHAT = '(avances?|cumplimiento|ejecucion|resultados?|logros?)';
const OF_ALL = '(total|general|acumulad[oa]|promedio|consolidad[oa]|global|final)';
const OF_PART = '(del?(la)?(componente|eje|linea|dimension|objetivo|programa|pilar|estrategia|periodo).*)';
const SHARE = '(porcentaje|nivel|total|promedio|resultado)(de)?l?';
/** Compare keys that can only sum up other rows, and those that may also be something to do. */
const SUMMARY = new RegExp(`^(${SHARE}${OF_WHAT}${OF_ALL}?|${OF_WHAT}${OF_ALL})${OF_PART}?$`);
const BARE_SUMMARY = new RegExp(`^(de)?${OF_WHAT}${OF_PART}?$`);
const PERCENT_OF = /%/;
const SAYS_SOMETHING = /[\p{L}\p{N}]/u;
/** Names one of several groups of activities by its number. */
export const GROUP =
  /^(componente|subcomponente|eje|l[ií]nea|dimensi[oó]n|programa|objetivo|pilar|estrategia|cap[ií]tulo|pol[ií]tica|habilitador)(\s+(estrat[eé]gic[oa]|espec[ií]fic[oa]|tem[aá]tic[oa]))?\s*(n[o°º.]+\s*)?(\d+|[IVX]+)(?![\p{L}\p{N}])/iu;
const OF_A_ROW: readonly MatrixField[] = [
  'criterion',
  'phvaStage',
  'activity',
  'deliverable',
  'indicatorName',
  'targetText',
  'unitOfMeasure',
  'start',
  'end',
  'responsible',
  'target',
];
const NUMBERS: readonly (MatrixField | null)[] = ['itemNumber', 'activityNumber'];
const HALF = 0.5;

/**
 * Of the data rows those that sum up others: one text, a word of totals or the name of a group, beside nothing but
 * figures, and without something that most of the other rows have.
 */
export function summaryRows(table: Table, dataRows: readonly number[]): readonly number[] {
  const found = new Map(dataRows.flatMap((row) => loneTextOf(table, row)));
  if (found.size === 0) return [];
  const others = dataRows.filter((row) => !found.has(row));
  if (others.length < dataRows.length * HALF) return [];
  const isUsual = (column: MatrixColumn) =>
    others.filter((row) => hasText(table, row, column)).length > others.length * HALF;
  const usual = table.columns
    .filter(({ field }) => field !== null && OF_A_ROW.includes(field))
    .filter(isUsual);
  return [...found].flatMap(([row, text]) => {
    const isPoorer = usual.some((column) => !hasText(table, row, column));
    return isPoorer || (usual.length === 1 && isSummary(text)) ? row : [];
  });
}

function sumsUp(text: string): boolean {
  return isSummary(text) || BARE_SUMMARY.test(compareKey(text)) || GROUP.test(text);
}

function isSummary(text: string): boolean {
  const key = compareKey(text);
  return SUMMARY.test(key) || (PERCENT_OF.test(text) && BARE_SUMMARY.test(key));
}

/** The row and its text, where it sums up others by its words; [] for any other, and for a row of ours. */
function loneTextOf(table: Table, row: number): readonly (readonly [number, string])[] {
  const column = onlyTextIn(table, row);
  if (!column || table.isOwn || isOursIn(table, row)) return [];
  const written = table.columns.filter((one) => SAYS_SOMETHING.test(cellIn(table, row, one).text));
  if (written.length === 1) return [];
  if (isNamedBy(table, row, written, column) || isMeasure(table, row, column)) return [];
  const text = textOf(cellIn(table, row, column));
  return sumsUp(text) ? [[row, text]] : [];
}

/** The column of the one text of a row; null for a row of several or none, which most are told to be by their first two. */
function onlyTextIn(table: Table, row: number): MatrixColumn | null {
  let only: MatrixColumn | null = null;
  for (const column of table.columns) {
    const cell = cellIn(table, row, column);
    if (!SAYS_SOMETHING.test(cell.text) || numberOf(cell, 'comma') !== null) continue;
    if (only) return null;
    only = column;
  }
  return only;
}

/** True for a row that has its own number, or stands inside a merge that says what it belongs to. */
function isNamedBy(table: Table, row: number, written: readonly MatrixColumn[], text: MatrixColumn): boolean {
  const isNumbered = written.some((column) => column !== text && NUMBERS.includes(column.field));
  return isNumbered || table.columns.some((column) => mergeFromAbove(table, row, column) !== null);
}

/** A percent of something is measured where it has its own target. */
function isMeasure(table: Table, row: number, { field }: MatrixColumn): boolean {
  return (
    (field === 'indicatorName' || field === 'deliverable') &&
    textOf(cellIn(table, row, columnOf(table, 'target'))) !== ''
  );
}

function hasText(table: Table, row: number, column: MatrixColumn): boolean {
  return SAYS_SOMETHING.test(cellIn(table, row, column).text) || mergeFromAbove(table, row, column) !== null;
}
