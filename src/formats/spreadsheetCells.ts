import type { Cell as SourceCell, CellStyle, CellValue, Sheet as SourceSheet } from 'hucre';
import { dayFromNumber, isIsoDay } from '../domain/isoDay';
import { BLANK, MAX_COLUMNS, MAX_ROWS, trimRows } from './grid';
import type { Cell, MergedRange, Sheet } from './grid';
import { namedParts } from './namedParts';
import { isErrorText, shownDay, shownNumber } from './numbers';
import type { SheetFacts } from './sheetFacts';

const MILLISECONDS_PER_DAY = 86_400_000;
const OPAQUE = /^FF(?=[0-9A-F]{6}$)/i;

/** A sheet as the library gives it, with what its file says of it, as one of ours. What lies beyond the cap is left and said. */
export function toSheet(source: SourceSheet, facts: SheetFacts = factsOf(source)): Sheet {
  const rows: Cell[][] = [];
  const days: DayCells = new Map();
  let isTruncated = false;
  source.rows.forEach((values, row) => {
    const isPastCap = row >= MAX_ROWS;
    isTruncated ||= isPastCap ? values.some(hasValue) : values.slice(MAX_COLUMNS).some(hasValue);
    if (isPastCap) return;
    // A sheet may skip rows altogether, which leaves holes.
    rows[row] = values.slice(0, MAX_COLUMNS).map((value, column) => {
      const key = `${row},${column}`;
      return toCell(value, source.cells?.get(key), { key, facts, days });
    });
  });
  return {
    name: source.name,
    isHidden: facts.isHidden,
    rows: trimRows(Array.from(rows, (row) => row ?? [])),
    merges: (source.merges ?? []).map(toMergedRange).filter((merge) => merge.firstRow < MAX_ROWS),
    columnWidths: facts.columnWidths,
    declaredRows: source.rows.length,
    isTruncated,
    hiddenColumns: facts.hiddenColumns,
    hiddenRows: facts.hiddenRows,
    rowHeights: facts.rowHeights,
  };
}

/** Of a workbook of today the library reads all of it. */
function factsOf(source: SourceSheet): SheetFacts {
  const columns = (source.columns ?? []).slice(0, MAX_COLUMNS);
  const rows = [...(source.rowDefs ?? [])].filter(([row]) => row < MAX_ROWS);
  return {
    isHidden: source.hidden === true || source.veryHidden === true,
    numberFormats: new Map(),
    comments: threadsOf(source),
    hiddenRows: rows.flatMap(([row, { hidden }]) => (hidden ? [row] : [])),
    hiddenColumns: columns.flatMap(({ hidden }, column) => (hidden ? [column] : [])),
    columnWidths: columns.map(({ width }) => width ?? null),
    rowHeights: new Map(rows.flatMap(([row, { height }]) => (height ? [[row, height] as const] : []))),
  };
}

/** What was said on each cell, one under the other. */
function threadsOf({ threadedComments = [] }: SourceSheet): ReadonlyMap<string, string> {
  const byCell = new Map<string, string>();
  const placeOf = new Map(threadedComments.map(({ id, ref = '' }) => [id, ref]));
  for (const { ref, parentId = '', text } of threadedComments) {
    const key = keyOf(ref ?? placeOf.get(parentId) ?? '');
    const said = byCell.get(key);
    byCell.set(key, said === undefined ? text : `${said}\n${text}`);
  }
  return byCell;
}

/** `B3` as `2,1`. */
function keyOf(place: string): string {
  const part = namedParts(/^(?<letters>[A-Z]+)(?<row>\d+)$/, place);
  if (!part) return '';
  const column = [...part('letters')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return `${Number(part('row')) - 1},${column}`;
}

function hasValue(value: CellValue): boolean {
  return value !== null && value !== '';
}

function toMergedRange(merge: NonNullable<SourceSheet['merges']>[number]): MergedRange {
  return {
    firstRow: merge.startRow,
    firstColumn: merge.startCol,
    lastRow: merge.endRow,
    lastColumn: merge.endCol,
  };
}

/** Where a cell is, to find what else its file says of it, and the days that were read before. */
interface CellPlace {
  readonly key: string;
  readonly facts: SheetFacts;
  readonly days: DayCells;
}

/** The cell of each moment. A table says few days, and each of them very often. */
type DayCells = Map<number, Cell>;

const NO_DETAILS: Partial<SourceCell> = {};

function toCell(value: CellValue, given: SourceCell | undefined, { key, facts, days }: CellPlace): Cell {
  const details = given ?? NO_DETAILS;
  const numberFormat = details.style?.numFmt ?? facts.numberFormats.get(key);
  const isError = details.type === 'error' || (typeof value === 'string' && isErrorText(value));
  const cell: Cell = isError ? { kind: 'error', text: String(value) } : contentOf(value, numberFormat, days);
  // A thread stands for the comment that its program leaves for older ones.
  const about = aboutCell(details, numberFormat, facts.comments.get(key) ?? details.comment?.text);
  return about ? { ...cell, ...about } : cell;
}

/** Null for the many cells of which a file says nothing more than what is in them. */
function aboutCell(
  { formula, style }: Partial<SourceCell>,
  numberFormat: string | undefined,
  comment: string | undefined,
): Pick<Cell, 'numberFormat' | 'formula' | 'comment' | 'fill'> | null {
  const fill = fillOf(style);
  if (!numberFormat && formula === undefined && comment === undefined && fill === undefined) return null;
  return {
    ...(numberFormat ? { numberFormat } : {}),
    ...(formula === undefined ? {} : { formula }),
    ...(comment === undefined ? {} : { comment }),
    ...(fill === undefined ? {} : { fill }),
  };
}

/** Colours of a theme are not among what the library reads of a workbook. */
function fillOf(style: CellStyle | undefined): string | undefined {
  const fill = style?.fill;
  if (fill?.type !== 'pattern' || fill.pattern !== 'solid') return undefined;
  return fill.fgColor?.rgb?.replace(OPAQUE, '').toLowerCase();
}

function contentOf(value: CellValue, numberFormat: string | undefined, days: DayCells): Cell {
  if (value instanceof Date) return knownDay(value, days);
  if (typeof value === 'number') return { kind: 'number', value, text: shownNumber(value, numberFormat) };
  if (typeof value === 'boolean') return { kind: 'boolean', value, text: String(value) };
  // Holes of a sparse row arrive as undefined whatever the types say.
  return value ? { kind: 'text', text: value } : BLANK;
}

function knownDay(moment: Date, days: DayCells): Cell {
  const known = days.get(moment.getTime());
  if (known) return known;
  const made = dayCell(moment);
  days.set(moment.getTime(), made);
  return made;
}

function dayCell(moment: Date): Cell {
  const time = moment.getTime();
  if (Number.isNaN(time)) return BLANK;
  const day = dayFromNumber(Math.floor(time / MILLISECONDS_PER_DAY));
  return isIsoDay(day)
    ? { kind: 'day', value: day, text: shownDay(day) }
    : { kind: 'text', text: moment.toISOString() };
}
