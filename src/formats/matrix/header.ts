import { textOf } from '../cells';
import { MAX_COLUMNS, cellAt, indexMerges } from '../grid';
import type { MergeIndex, Sheet, Workbook } from '../grid';
import { headerOf, recogniseField } from './columns';
import type { Confidence, MatrixField } from './columns';
import { readPeriodHeader } from './periods';
import type { PeriodAspect, PeriodHeader } from './periods';

/** 0-based, both included. */
export interface HeaderRows {
  readonly first: number;
  readonly last: number;
}

export interface HeaderColumn {
  readonly index: number;
  /** The texts of the header rows, from top to bottom, in one line. */
  readonly header: string;
  readonly field: MatrixField | null;
  readonly period: PeriodHeader | null;
  readonly confidence: Confidence;
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
// A plan that has only its programme yet has nothing reported.
const REPORTABLE: readonly PeriodAspect[] = ['value', 'planned'];

/** The header of the plan matrix: of all visible sheets, the rows with most known header words; null when none has any. */
export function findHeader(workbook: Workbook): FoundHeader | null {
  const visible = workbook.sheets.filter(({ isHidden }) => !isHidden);
  const found = visible.map(findHeaderInSheet).filter((header) => header !== null);
  return found.reduce<FoundHeader | null>(
    (best, next) => (best && best.score >= next.score ? best : next),
    null,
  );
}

/** The best header of one sheet: one to three rows; fewer rows win when both know as many columns. */
export function findHeaderInSheet(sheet: Sheet): FoundHeader | null {
  const merges = indexMerges(sheet);
  let best: FoundHeader | null = null;
  for (let depth = 1; depth <= MOST_ROWS; depth++) {
    const starts = Math.min(DEEPEST_START, sheet.rows.length - depth + 1);
    for (let first = 0; first < starts; first++) {
      const rows = { first, last: first + depth - 1 };
      const columns = readColumns(sheet, merges, rows);
      const score = columns.filter(({ confidence }) => confidence !== 'none').length;
      if (score >= FEWEST_KNOWN && score > (best?.score ?? 0)) best = { sheet, rows, columns, score };
    }
  }
  return best;
}

/** The headers a matrix cannot be read without and that were not found, as a person knows them. */
export function missingHeaders(columns: readonly HeaderColumn[]): readonly string[] {
  const fields = new Set(columns.map(({ field }) => field));
  if (isDirect(columns) && fields.has('activity')) return [];
  const missing: MatrixField[] = [];
  if (!fields.has('activity')) missing.push('activity');
  if (!fields.has('indicatorName') && !fields.has('deliverable')) missing.push('indicatorName');
  if (!fields.has('target')) missing.push('target');
  const hasResults = columns.some(({ period }) => period && REPORTABLE.includes(period.aspect));
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

function readColumns(sheet: Sheet, merges: MergeIndex, rows: HeaderRows): readonly HeaderColumn[] {
  const stacked = stackHeaders(sheet, merges, rows);
  const read = dropRepeated(stacked.map((parts, index) => recogniseColumn(parts, index)));
  // Beside a target and results, a percent of its own is the result that the file states.
  return isDirect(read) ? read : dropRepeated(read.map(asStated));
}

/** The header texts over each column. A parent text reaches over its merge and, where merges were lost, over blanks. */
function stackHeaders(sheet: Sheet, merges: MergeIndex, rows: HeaderRows): readonly (readonly string[])[] {
  const width = Math.min(
    MAX_COLUMNS,
    Math.max(...sheet.rows.slice(rows.first, rows.last + 1).map(({ length }) => length), 0),
  );
  const stacks: string[][] = Array.from({ length: width }, () => []);
  for (let row = rows.first; row <= rows.last; row++) {
    let parent = '';
    for (let column = 0; column < width; column++) {
      const hasChild = row < rows.last && textOf(cellAt(sheet, rows.last, column)) !== '';
      const own = ownHeaderText(sheet, merges, row, column, rows.first);
      parent = own || (hasChild ? parent : '');
      if (parent) stacks[column]?.push(parent);
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
  if (!merge) return textOf(cellAt(sheet, row, column));
  const isGivenAbove = merge.firstRow < row && row > firstRow;
  return isGivenAbove ? '' : textOf(cellAt(sheet, merge.firstRow, merge.firstColumn));
}

function recogniseColumn(parts: readonly string[], index: number): HeaderColumn {
  const header = parts.join(' ');
  // A band such as SEGUIMIENTO over a known header leaves the header itself to be recognised.
  const spellings = parts.length > 1 ? [header, parts.at(-1) ?? ''] : [header];
  for (const spelling of spellings) {
    const period = readPeriodHeader(spelling);
    if (period) return { index, header, field: null, period, confidence: 'sure' };
    const known = recogniseField(spelling);
    if (known) return { index, header, field: known.field, period: null, confidence: known.confidence };
  }
  return { index, header, field: null, period: null, confidence: 'none' };
}

/** A field or a period belongs to one column: the surest, then the leftmost; the others are left unknown. */
function dropRepeated(columns: readonly HeaderColumn[]): readonly HeaderColumn[] {
  const owners = new Map<string, HeaderColumn>();
  for (const column of columns) {
    const key = meaningOf(column);
    const owner = owners.get(key);
    if (!owner || (owner.confidence === 'likely' && column.confidence === 'sure')) owners.set(key, column);
  }
  return columns.map((column) =>
    owners.get(meaningOf(column)) === column
      ? column
      : { ...column, field: null, period: null, confidence: 'none' },
  );
}

function asStated(column: HeaderColumn): HeaderColumn {
  return column.field === 'direct' ? { ...column, field: 'stated', confidence: 'likely' } : column;
}

function meaningOf({ field, period }: HeaderColumn): string {
  return field ?? JSON.stringify(period);
}
