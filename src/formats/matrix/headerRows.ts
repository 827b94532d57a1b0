import { dayOf, numberOf, textOf } from '../cells';
import { cellAt } from '../grid';
import type { MergedRange, Sheet } from '../grid';
import { knownField } from './columns';
import type { MatrixField } from './columns';
import type { HeaderPlace, HeaderRows } from './headerPlace';
import { isYearLine } from './titleBand';

// A title over all but a column or two is still one.
const NEARLY_ALL = 0.8;
const NARROWEST_TITLE = 3;
const LONGEST_CHILD = 60;
// Over two columns these stand over a code and its text, which are data.
const OVER_DATA: readonly (MatrixField | null)[] = ['criterion', 'activity', 'deliverable', 'indicatorName'];

/** The rows of a header with those under it that its merges say are part of it, whatever their words. */
export function withRowsInside(place: HeaderPlace, rows: HeaderRows): HeaderRows {
  let { last } = rows;
  while (last < place.bounds.lastRow && isInside(place, { ...rows, last }, last + 1)) last++;
  return { ...rows, last };
}

/**
 * True for a row that is part of the header over it: cells of the header reach down beside it, or all that it says
 * stands under those that span several columns.
 */
export function isInside(place: HeaderPlace, rows: HeaderRows, row: number): boolean {
  const written = writtenColumns(place, row).filter((column) => !reachesOver(place, rows, row, column));
  if (written.length === 0) return false;
  const apart = written.filter((column) => !parentOver(place, rows, row, column));
  const reaching = columnsOf(place, rows).filter((column) => reachesOver(place, rows, row, column));
  if (reaching.length > 0) return apart.length < reaching.length;
  const isChild = (column: number) => isChildText(place, parentOver(place, rows, row, column), row, column);
  return apart.length === 0 && written.every(isChild) && isBlankBeside(place, rows, row);
}

/** True for a row over the last one of a header that is none of it: a title over nearly all of it, or its year. */
export function isTitleRow(place: HeaderPlace, row: number, { last: lastRow }: HeaderRows): boolean {
  if (isYearLine(place.sheet.rows[row] ?? [])) return true;
  const [column, ...others] = writtenColumns(place, row);
  const merge = column === undefined ? null : place.merges(row, column);
  if (!merge || merge.firstRow !== row || others.length > 0) return false;
  const under = Array.from({ length: lastRow - row }, (_, at) => writtenColumns(place, row + 1 + at)).flat();
  const first = Math.min(merge.firstColumn, ...under);
  const last = Math.max(merge.lastColumn, ...under);
  const width = widthOf(merge);
  return width >= NARROWEST_TITLE && width >= (last - first + 1) * NEARLY_ALL;
}

/** The merge of the header right above that spans several columns and says something; null where none does. */
function parentOver(
  { sheet, merges }: HeaderPlace,
  rows: HeaderRows,
  row: number,
  column: number,
): MergedRange | null {
  const above = merges(row - 1, column);
  if (!above || above.firstRow < rows.first || widthOf(above) === 1) return null;
  return parentText(sheet, above) === '' ? null : above;
}

function parentText(sheet: Sheet, { firstRow, firstColumn }: MergedRange): string {
  return textOf(cellAt(sheet, firstRow, firstColumn));
}

function reachesOver({ merges }: HeaderPlace, rows: HeaderRows, row: number, column: number): boolean {
  const merge = merges(row, column);
  return merge !== null && merge.firstRow >= rows.first && merge.firstRow < row;
}

/** Words, or the numbers that count the columns under their parent. */
function isChildText(
  { sheet }: HeaderPlace,
  parent: MergedRange | null,
  row: number,
  column: number,
): boolean {
  if (!parent || OVER_DATA.includes(knownField(parentText(sheet, parent)))) return false;
  const cell = cellAt(sheet, row, column);
  const text = textOf(cell);
  if (Number(text) === column - parent.firstColumn + 1) return true;
  return cell.kind === 'text' && text.length <= LONGEST_CHILD && !numberOf(cell, 'comma') && !dayOf(cell);
}

/** Nothing under any header that does not span, where a row of data would say something. */
function isBlankBeside(place: HeaderPlace, rows: HeaderRows, row: number): boolean {
  const single = writtenColumns(place, rows.last).filter((column) => !parentOver(place, rows, row, column));
  return single.length > 0 && single.every((column) => textOf(cellAt(place.sheet, row, column)) === '');
}

function widthOf({ firstColumn, lastColumn }: MergedRange): number {
  return lastColumn - firstColumn + 1;
}

/** Every column in which a row of the header has something written. */
function columnsOf(place: HeaderPlace, { first, last }: HeaderRows): readonly number[] {
  const rows = Array.from({ length: last - first + 1 }, (_, at) => writtenColumns(place, first + at));
  return [...new Set(rows.flat())];
}

function writtenColumns({ sheet, bounds }: HeaderPlace, row: number): readonly number[] {
  return (sheet.rows[row] ?? []).flatMap((cell, column) =>
    textOf(cell) !== '' && column >= bounds.firstColumn && column <= bounds.lastColumn ? [column] : [],
  );
}
