import { textOf } from '../cells';
import { cellAt } from '../grid';
import { remembered } from '../remembered';
import type { Cell, MergeIndex, Sheet } from '../grid';
import { headerOf, knownField } from './columns';
import type { MatrixField } from './columns';
import type { Bounds, HeaderPlace, HeaderRows } from './headerPlace';
import { isInside, isTitleRow, withRowsInside } from './headerRows';
import { readPeriodHeader } from './periods';
import type { PeriodAspect } from './periods';
import { MONTH_NAMES } from './periodWords';
import { assign, candidatesOf } from './recognise';
import type { Candidate, Meaning } from './recognise';

export type { Bounds, HeaderRows } from './headerPlace';

export interface HeaderColumn extends Meaning {
  readonly index: number;
  /** The texts of the header rows, from top to bottom, in one line. */
  readonly header: string;
  /** All that the header may mean, what it was not taken for too. */
  readonly candidates: readonly Candidate[];
}

export interface FoundHeader {
  readonly sheet: Sheet;
  readonly rows: HeaderRows;
  readonly columns: readonly HeaderColumn[];
  /** How many columns are known. */
  readonly score: number;
}

const DEEPEST_START = 60;
const MOST_ROWS = 3;
const FEWEST_KNOWN = 3;
const LONGEST_HEADER = 120;
// A plan that has only its programme yet has nothing reported.
const REPORTABLE: readonly PeriodAspect[] = ['value', 'planned'];
const MEASURED_NAMES: readonly MatrixField[] = ['indicatorName', 'deliverable'];
const PERCENT_HEADER = /%|porcentaje|^avance/i;

/**
 * The best header within a part of a sheet: one to three rows; fewer rows win when both know as many columns. Null
 * when no rows name three known columns, or an activity and another with nothing unknown beside them.
 */
export function findHeader(
  sheet: Sheet,
  merges: MergeIndex,
  bounds: Bounds,
  richRows: readonly number[],
): FoundHeader | null {
  const place = { sheet, merges, bounds };
  const best: Record<'whole' | 'unfinished', FoundHeader | null> = { whole: null, unfinished: null };
  for (const found of headersIn(place, richRows)) {
    const kind = goesOn(found, merges) ? 'unfinished' : 'whole';
    if (isBetter(found, best[kind]) && isHeader(found, place)) best[kind] = found;
  }
  const chosen = best.whole ?? best.unfinished;
  return chosen && withAllItsRows(chosen, place);
}

/** What every one to three rows would be as a header, fewer rows first. */
function* headersIn(
  { sheet, merges, bounds }: HeaderPlace,
  richRows: readonly number[],
): Generator<FoundHeader, undefined> {
  // What none of several rows names by itself, they hardly name together: most are rows of data.
  const strange = new Set<number>();
  for (let depth = 1; depth <= MOST_ROWS; depth++) {
    for (const first of startsIn(bounds, richRows, depth)) {
      const rows = { first, last: first + depth - 1 };
      if (areAll(rows, strange)) continue;
      const found = headerAt(sheet, merges, bounds, rows);
      if (depth === 1 && found.score === 0) strange.add(first);
      yield found;
    }
  }
}

function areAll({ first, last }: HeaderRows, among: ReadonlySet<number>): boolean {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at).every((row) => among.has(row));
}

function isBetter({ score }: FoundHeader, before: FoundHeader | null): boolean {
  return score > (before?.score ?? 0);
}

/** The header with the rows under it that are part of it, unless the activity were lost under them. */
function withAllItsRows(found: FoundHeader, { sheet, merges, bounds }: HeaderPlace): FoundHeader {
  const rows = withRowsInside({ sheet, merges, bounds }, found.rows);
  if (rows.last === found.rows.last) return found;
  const whole = headerAt(sheet, merges, bounds, rows);
  const hasActivity = ({ columns }: FoundHeader) => columns.some(({ field }) => field === 'activity');
  return hasActivity(found) && !hasActivity(whole) ? found : whole;
}

/** What the columns mean under the given header rows. */
export function headerAt(sheet: Sheet, merges: MergeIndex, bounds: Bounds, rows: HeaderRows): FoundHeader {
  const stacked = stackHeaders(sheet, merges, bounds, rows);
  const candidates = candidatesOf(stacked);
  const columns = settle(stacked, candidates).map((meaning, place) => ({
    ...meaning,
    index: bounds.firstColumn + place,
    header: (stacked[place] ?? []).join(' '),
    candidates: candidates[place] ?? [],
  }));
  return { sheet, rows, columns, score: columns.filter(({ confidence }) => confidence !== 'none').length };
}

/** The rows with three or more texts that are surely headers, wherever they stand. */
export function richRowsOf(sheet: Sheet): readonly number[] {
  const isKnown = (cell: Cell): boolean =>
    cell.kind === 'text' && cell.text.length <= LONGEST_HEADER && isHeaderText(textOf(cell));
  return sheet.rows.flatMap((cells, row) => (cells.filter(isKnown).length >= FEWEST_KNOWN ? [row] : []));
}

/** True for a text that can be nothing but the header of a column. */
export function isHeaderText(text: string): boolean {
  return text !== '' && text.length <= LONGEST_HEADER && saysHeader(text);
}

const saysHeader = remembered((text) => knownField(text) !== null || readPeriodHeader(text) !== null);

/**
 * The headers a matrix cannot be read without and that were not found, as a person knows them. An activity is enough:
 * what a matrix does not measure or report yet can be said in the plan.
 */
export function missingHeaders(columns: readonly ColumnMeaning[]): readonly string[] {
  return columns.some(({ field }) => field === 'activity') ? [] : lackingHeaders(columns);
}

/** The headers of a whole matrix that a table does not have: of several tables the one that lacks none is the plan's. */
export function lackingHeaders(columns: readonly ColumnMeaning[]): readonly string[] {
  const fields = new Set(columns.map(({ field }) => field));
  const hasResults = columns.some(({ period }) => period && REPORTABLE.includes(period.aspect));
  if (fields.has('activity') && (isDirect(columns) || isOfActivities(columns))) return [];
  const missing: MatrixField[] = [];
  if (!fields.has('activity')) missing.push('activity');
  const isNamed = MEASURED_NAMES.some((field) => fields.has(field));
  if (!isNamed && !(fields.has('target') && hasResults)) missing.push('indicatorName');
  if (!fields.has('target')) missing.push('target');
  return [...missing.map(headerOf), ...(hasResults ? [] : ['RESULTADO TRIMESTRE 1'])];
}

interface ColumnMeaning {
  readonly field: MatrixField | null;
  readonly period: { readonly aspect: PeriodAspect } | null;
}

/** True for a table that gives each activity its percent, with neither a target nor columns of periods (domain.md A3). */
export function isDirect(columns: readonly ColumnMeaning[]): boolean {
  const has = (field: MatrixField) => columns.some((column) => column.field === field);
  return has('direct') && !has('target') && !columns.some(({ period }) => period?.aspect === 'value');
}

/** True for a list of what is to be done, which measures nothing yet (domain.md A2.2). */
export function isOfActivities(columns: readonly ColumnMeaning[]): boolean {
  const has = (field: MatrixField) => columns.some((column) => column.field === field);
  const isMeasured = has('indicatorName') || has('target') || has('stated') || has('direct');
  return has('activity') && !isMeasured && !columns.some(({ period }) => period?.aspect === 'value');
}

function startsIn(
  { firstRow, lastRow }: Bounds,
  richRows: readonly number[],
  depth: number,
): readonly number[] {
  const last = lastRow - depth + 1;
  const firstFew = Math.min(last, DEEPEST_START - 1, firstRow + DEEPEST_START - 1);
  const starts = new Set(
    Array.from({ length: Math.max(0, firstFew - firstRow + 1) }, (_, at) => firstRow + at),
  );
  for (const row of richRows) {
    for (let first = row - depth + 1; first <= row; first++) {
      if (first >= firstRow && first <= last) starts.add(first);
    }
  }
  return [...starts].toSorted((a, b) => a - b);
}

function isHeader({ sheet, rows, columns, score }: FoundHeader, place: HeaderPlace): boolean {
  const { first, last } = rows;
  for (let row = first; row < last; row++) if (isTitleRow(place, row, rows)) return false;
  const goesOn = last > first && !isInside(place, { first, last: last - 1 }, last);
  if (goesOn && swallowsData(sheet, rows, columns)) return false;
  if (score >= FEWEST_KNOWN) return true;
  const headed = columns.filter(({ header }) => header !== '');
  return (
    score > 1 &&
    columns.some(({ field }) => field === 'activity') &&
    headed.every(({ candidates }) => candidates.length > 0)
  );
}

/**
 * True where the row below has texts, and only under a header that goes on over blank columns: where merges were lost,
 * they do not say which rows are of the header.
 */
function goesOn({ sheet, rows: { last }, columns }: FoundHeader, merges: MergeIndex): boolean {
  const below = columns.filter(({ index }) => textOf(cellAt(sheet, last + 1, index)) !== '');
  const reached = new Set(
    below.flatMap(({ index, header }) => (header === '' && !merges(last, index) ? [index] : [])),
  );
  return (
    reached.size > 0 &&
    below.every(
      ({ index }) =>
        cellAt(sheet, last + 1, index).kind === 'text' && (reached.has(index) || reached.has(index + 1)),
    )
  );
}

/** True where the last row continues headers that were whole without it: it is the first row of data. */
function swallowsData(sheet: Sheet, { last }: HeaderRows, columns: readonly HeaderColumn[]): boolean {
  const continued = columns.filter(({ index, header }) => {
    const own = textOf(cellAt(sheet, last, index));
    return own !== '' && own !== header && knownField(header.slice(0, -own.length)) !== null;
  });
  const strange = continued.filter(({ index, header }) => {
    const own = textOf(cellAt(sheet, last, index));
    return !/^20\d\d$/.test(own) && !isHeaderText(own) && !isHeaderText(header);
  });
  return strange.length > 1 && strange.length * 2 > continued.length;
}

/** Beside a target and results, a percent of its own is what the file states; alone, it is the result. */
function settle(
  stacked: readonly (readonly string[])[],
  candidates: readonly (readonly Candidate[])[],
): readonly Meaning[] {
  const given = assign(candidates);
  if (isDirect(given)) return given;
  const isPercent = (place: number) => PERCENT_HEADER.test((stacked[place] ?? []).join(' '));
  const has = (field: MatrixField) => given.some((one) => one.field === field);
  const isOnlyStated =
    has('activity') &&
    !has('indicatorName') &&
    given.some(({ field }, place) => field === 'stated' && isPercent(place));
  const asDirect = assign(candidates.map((some) => some.map((one) => swapped(one, 'stated', 'direct'))));
  if (isOnlyStated && isDirect(asDirect)) return asDirect;
  return assign(candidates.map((some) => some.map((one) => swapped(one, 'direct', 'stated'))));
}

function swapped(candidate: Candidate, from: MatrixField, to: MatrixField): Candidate {
  return candidate.field === from ? { ...candidate, field: to, rank: 1 } : candidate;
}

/** The header texts over each column. A parent text reaches over its merge and, where merges were lost, over blanks. */
function stackHeaders(
  sheet: Sheet,
  merges: MergeIndex,
  { firstColumn, lastColumn }: Bounds,
  rows: HeaderRows,
): readonly (readonly string[])[] {
  const widest = Math.max(...sheet.rows.slice(rows.first, rows.last + 1).map(({ length }) => length), 0);
  const width = Math.max(0, Math.min(lastColumn + 1, widest) - firstColumn);
  const stacks: string[][] = Array.from({ length: width }, () => []);
  for (let row = rows.first; row <= rows.last; row++) {
    let parent = '';
    for (let place = 0; place < width; place++) {
      const column = firstColumn + place;
      const hasChild = row < rows.last && textOf(cellAt(sheet, rows.last, column)) !== '';
      const own = ownHeaderText(sheet, merges, row, column, rows.first);
      parent = own || (hasChild ? parent : '');
      if (parent) stacks[place]?.push(parent);
      if (!hasChild) parent = '';
    }
  }
  return stacks;
}

/** The text of the cell or of the merge around it; '' where that text was already given by a row above. */
function ownHeaderText(
  sheet: Sheet,
  merges: MergeIndex,
  row: number,
  column: number,
  firstRow: number,
): string {
  const merge = merges(row, column);
  if (!merge) return headerText(cellAt(sheet, row, column));
  const isGivenAbove = merge.firstRow < row && row > firstRow;
  return isGivenAbove ? '' : headerText(cellAt(sheet, merge.firstRow, merge.firstColumn));
}

/** A spreadsheet makes a day of `ene-24`: over a column it is a month. */
function headerText(cell: Cell): string {
  if (cell.kind !== 'day' || !cell.value.endsWith('-01')) return textOf(cell);
  return `${MONTH_NAMES[Number(cell.value.slice(5, 7)) - 1] ?? ''} ${cell.value.slice(0, 4)}`;
}
