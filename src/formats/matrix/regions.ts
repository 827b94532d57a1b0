import { textOf } from '../cells';
import { BLANK, MAX_COLUMNS, cellAt, indexMerges } from '../grid';
import type { Cell, MergeIndex, Sheet } from '../grid';
import { knownField } from './columns';
import { findHeader, headerAt, isHeaderText, richRowsOf } from './header';
import type { Bounds, FoundHeader, HeaderRows } from './header';
import { ownColumns } from './sideTables';

/** A table within a sheet: what it covers, the lines above its header included, and its header. */
export interface Region {
  readonly bounds: Bounds;
  readonly header: FoundHeader;
}

interface Search {
  readonly sheet: Sheet;
  readonly merges: MergeIndex;
  readonly richRows: readonly number[];
}

const MOST_TABLES = 50;
const FEWEST_HEADERS = 3;
// Between two tables: a few lines that name the second one.
const MOST_LINES = 6;
const WIDEST_LINE = 2;

/** Every table of a sheet: side by side, one under another, or just the one. */
export function regionsOf(sheet: Sheet): readonly Region[] {
  return regionsIn(searchIn(sheet), wholeOf(sheet), MOST_TABLES);
}

/** The table under the header rows, and within the columns, that a person names. */
export function regionAt(sheet: Sheet, rows: HeaderRows, columns: ColumnSpan | null): Region {
  const search = searchIn(sheet);
  const whole = { ...wholeOf(sheet), ...columns };
  const header = headerAt(sheet, search.merges, whole, rows);
  if (!columns) return narrowed(search, whole, header);
  return { header, bounds: { ...whole, lastRow: endOf(search, whole, header) } };
}

/** The best header within the columns that a person names. */
export function bestWithin(sheet: Sheet, columns: ColumnSpan): FoundHeader | null {
  const { merges, richRows } = searchIn(sheet);
  return findHeader(sheet, merges, { ...wholeOf(sheet), ...columns }, richRows);
}

export type ColumnSpan = Pick<Bounds, 'firstColumn' | 'lastColumn'>;

/** The sheet with nothing outside a part of it. Rows and columns keep their places. */
export function viewOf(sheet: Sheet, { firstRow, lastRow, firstColumn, lastColumn }: Bounds): Sheet {
  const rows = sheet.rows.slice(0, lastRow + 1).map((cells, row): readonly Cell[] => {
    if (row < firstRow) return [];
    const within = cells.length > lastColumn + 1 ? cells.slice(0, lastColumn + 1) : cells;
    return firstColumn === 0 ? within : within.map((cell, column) => (column < firstColumn ? BLANK : cell));
  });
  return { ...sheet, rows };
}

/** The columns of a table from the first to the last with anything written in it. */
export function extentOf({ bounds, header: { sheet, rows } }: Region): ColumnSpan {
  const spans = viewOf(sheet, { ...bounds, firstRow: rows.first }).rows.map((cells) => ({
    first: cells.findIndex(isWritten),
    last: cells.findLastIndex(isWritten),
  }));
  const written = spans.filter(({ first }) => first >= 0);
  return {
    firstColumn: Math.min(MAX_COLUMNS - 1, ...written.map(({ first }) => first)),
    lastColumn: Math.max(0, ...written.map(({ last }) => last)),
  };
}

/** The rows under the header with anything written in them. */
export function filledRows({ bounds, header: { sheet, rows } }: Region): number {
  const { firstColumn, lastColumn, lastRow } = bounds;
  return sheet.rows
    .slice(rows.last + 1, lastRow + 1)
    .filter((cells) => cells.slice(firstColumn, lastColumn + 1).some(isWritten)).length;
}

function searchIn(sheet: Sheet): Search {
  return { sheet, merges: indexMerges(sheet), richRows: richRowsOf(sheet) };
}

function wholeOf({ rows }: Sheet): Bounds {
  return { firstRow: 0, lastRow: rows.length - 1, firstColumn: 0, lastColumn: MAX_COLUMNS - 1 };
}

/** The best table of a part, and those beside, above and under it. */
function regionsIn(search: Search, bounds: Bounds, most: number): readonly Region[] {
  const { sheet, merges, richRows } = search;
  if (most < 1 || isEmpty(sheet, bounds)) return [];
  const header = findHeader(sheet, merges, bounds, richRows);
  if (!header) return [];
  const best = narrowed(search, bounds, header);
  const { firstColumn, lastColumn, lastRow } = best.bounds;
  const own = { firstColumn, lastColumn };
  const untilBand = lineBefore(sheet, best.bounds, header.rows.first);
  const found: Region[] = [];
  const add = (part: Bounds) => found.push(...regionsIn(search, part, most - 1 - found.length));
  add({ ...bounds, ...own, lastRow: untilBand });
  const above = found.map((region) => region.bounds.lastRow);
  add({ ...bounds, ...own, firstRow: lastRow + 1 });
  for (const beside of [
    { ...bounds, lastColumn: firstColumn - 1 },
    { ...bounds, firstColumn: lastColumn + 1 },
  ]) {
    const before = found.length;
    add(beside);
    if (found.length === before && !isEmpty(sheet, beside)) found.push(unknownTable(search, beside));
  }
  const firstRow = Math.max(bounds.firstRow, ...above.map((row) => row + 1));
  return [{ ...best, bounds: { ...best.bounds, firstRow } }, ...found];
}

/** A header with the columns that are its own, and the rows down to the next table. */
function narrowed(search: Search, bounds: Bounds, header: FoundHeader): Region {
  const { sheet, merges } = search;
  // Our own table goes on to the end, whatever its cells say.
  if (header.columns.some(({ field }) => field === 'indicatorId')) {
    const ours = { ...bounds, lastColumn: endOfOurs(header) ?? bounds.lastColumn };
    return { bounds: ours, header: headerAt(sheet, merges, ours, header.rows) };
  }
  const whole = { ...bounds, lastRow: endOf(search, bounds, header) };
  const own = ownColumns(sheet, whole, header);
  if (own.firstColumn === bounds.firstColumn && own.lastColumn === bounds.lastColumn) {
    return { bounds: whole, header };
  }
  const within = { ...bounds, ...own };
  const narrow = headerAt(sheet, merges, within, header.rows);
  return { bounds: { ...within, lastRow: endOf(search, within, narrow) }, header: narrow };
}

/** The last column headed on from our ids where a list stands beyond a blank one; null where none does. */
function endOfOurs({ columns }: FoundHeader): number | null {
  const ids = columns.findIndex(({ field }) => field === 'indicatorId');
  const blank = columns.findIndex(({ header }, place) => place > ids && header === '');
  const beyond = blank < 0 ? [] : columns.slice(blank).filter(({ header }) => header !== '');
  return beyond.length > 1 ? (columns[blank - 1]?.index ?? null) : null;
}

/** The last row before the next table with other headers; the same ones are those of the next page. */
function endOf({ sheet, richRows }: Search, bounds: Bounds, header: FoundHeader): number {
  const fields = new Map(header.columns.map(({ index, field }) => [index, field]));
  const periods = new Set(header.columns.flatMap(({ index, period }) => (period ? [index] : [])));
  const startsTable = (row: number): boolean => {
    const cells = (sheet.rows[row] ?? []).slice(0, bounds.lastColumn + 1);
    const known = cells.flatMap((cell, index) => {
      const text = index < bounds.firstColumn ? '' : textOf(cell);
      return isHeaderText(text) ? [{ index, field: knownField(text) }] : [];
    });
    const isApart = lineBefore(sheet, bounds, row) < row - 1;
    if (known.length < FEWEST_HEADERS || (known.length === FEWEST_HEADERS && !isApart)) return false;
    return !known.every(({ index, field }) => periods.has(index) || field === fields.get(index));
  };
  const next = richRows.find((row) => row > header.rows.last && row <= bounds.lastRow && startsTable(row));
  return next === undefined ? bounds.lastRow : Math.max(header.rows.last, lineBefore(sheet, bounds, next));
}

/** The last row before a header and the lines that name its table: those follow a blank row. */
function lineBefore(sheet: Sheet, bounds: Bounds, headerRow: number): number {
  for (let row = headerRow - 1; row >= Math.max(bounds.firstRow, headerRow - MOST_LINES); row--) {
    const width = widthAt(sheet, bounds, row);
    if (width === 0) return row - 1;
    if (width > WIDEST_LINE && !(sheet.rows[row] ?? []).some((cell) => isHeaderText(textOf(cell)))) break;
  }
  return headerRow - 1;
}

/** What stands beside a table and has none of our headers: listed, so that nothing is left out unsaid. */
function unknownTable({ sheet, merges }: Search, bounds: Bounds): Region {
  let first = bounds.firstRow;
  while (first < bounds.lastRow && widthAt(sheet, bounds, first) === 0) first++;
  const known = headerAt(sheet, merges, bounds, { first, last: first });
  return { bounds: { ...bounds, firstRow: first }, header: { ...known, score: 0 } };
}

function isEmpty(sheet: Sheet, bounds: Bounds): boolean {
  if (bounds.firstColumn > bounds.lastColumn) return true;
  for (let row = bounds.firstRow; row <= bounds.lastRow; row++) {
    if (widthAt(sheet, bounds, row) > 0) return false;
  }
  return true;
}

function widthAt(sheet: Sheet, { firstColumn, lastColumn }: Bounds, row: number): number {
  let width = 0;
  const last = Math.min(lastColumn, (sheet.rows[row]?.length ?? 0) - 1);
  for (let column = firstColumn; column <= last; column++) {
    if (isWritten(cellAt(sheet, row, column))) width++;
  }
  return width;
}

function isWritten({ text }: Cell): boolean {
  return text !== '';
}
