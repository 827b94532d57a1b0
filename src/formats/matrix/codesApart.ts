import { textOf } from '../cells';
import { cellAt } from '../grid';
import type { Sheet } from '../grid';
import type { ColumnMeaning } from './choices';
import type { MatrixColumn, MatrixField } from './columns';

/** What names something, and the field of its code. */
const CODE_OF: readonly (readonly [MatrixField, MatrixField])[] = [
  ['activity', 'activityNumber'],
  ['criterion', 'itemNumber'],
];
const CODE = /^\p{L}{0,4}[-_. ]?\d+([.,-]\d+)*[.)]?$/u;
const WORDS = /\p{L}{3}/u;

/**
 * Where one header stands over two columns, codes under the first and texts under the second, the texts are what the
 * header says and the codes are their numbers. What a person said of a column stands.
 */
export function withCodesApart(
  sheet: Sheet,
  columns: readonly MatrixColumn[],
  dataRows: readonly number[],
  said: Readonly<Record<string, ColumnMeaning>>,
): readonly MatrixColumn[] {
  const textsOf = ({ index }: MatrixColumn) =>
    dataRows.map((row) => textOf(cellAt(sheet, row, index))).filter((text) => text !== '');
  const areCodes = (column: MatrixColumn) => isEach(textsOf(column), (text) => CODE.test(text));
  const areTexts = (column: MatrixColumn) =>
    isEach(textsOf(column), (text) => WORDS.test(text) && !CODE.test(text));
  const isTaken = (field: MatrixField) => columns.some((column) => column.field === field);
  const meant = new Map<MatrixColumn, MatrixField | null>();
  for (const [field, code] of CODE_OF) {
    const place = columns.findIndex((column) => column.field === field);
    const [first, second] = [columns[place], columns[place + 1]];
    if (!first || !second || !isUnderOne(first, second)) continue;
    if (first.letter in said || second.letter in said || !areCodes(first) || !areTexts(second)) continue;
    meant.set(first, isTaken(code) ? null : code).set(second, field);
  }
  return columns.map((column) => {
    const field = meant.get(column);
    return field === undefined ? column : { ...column, field, confidence: field ? 'likely' : 'none' };
  });
}

function isUnderOne(first: MatrixColumn, second: MatrixColumn): boolean {
  const isFree = second.field === null && second.period === null;
  return isFree && second.index === first.index + 1 && second.header === first.header;
}

function isEach(texts: readonly string[], is: (text: string) => boolean): boolean {
  return texts.length > 0 && texts.every(is);
}
