import type { IsoDay } from '../domain/isoDay';

interface CellFacts {
  /** As a reader of the sheet sees it: decimal comma, `100%`, days as `31/12/2023`. */
  readonly text: string;
  readonly numberFormat?: string;
  /** Without its leading `=`. */
  readonly formula?: string;
  /** What somebody noted on the cell; the notes of a thread one under the other. */
  readonly comment?: string;
  /** The colour behind it as six hexadecimal digits, where the file states one of its own. */
  readonly fill?: string;
}

/** A cell of any kind of file, reduced to what a plan needs. A blank may still carry a formula: one whose value was never stored. */
export type Cell = CellFacts &
  (
    | { readonly kind: 'blank' }
    | { readonly kind: 'text' }
    | { readonly kind: 'number'; readonly value: number }
    | { readonly kind: 'boolean'; readonly value: boolean }
    | { readonly kind: 'day'; readonly value: IsoDay }
    | { readonly kind: 'error' }
  );

/** Cells shown as one, by 0-based indices, both ends included. */
export interface MergedRange {
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

export interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** Rows from the first of the sheet, without trailing blank cells and without trailing blank rows. */
  readonly rows: readonly (readonly Cell[])[];
  readonly merges: readonly MergedRange[];
  /** Widths in characters by 0-based column; null where the file says nothing. */
  readonly columnWidths: readonly (number | null)[];
  /** Rows the file claims to have, phantom ones included. */
  readonly declaredRows: number;
  /** True when cells beyond the cap were left unread. */
  readonly isTruncated: boolean;
  /** 0-based, where the file says so. */
  readonly hiddenColumns?: readonly number[];
  readonly hiddenRows?: readonly number[];
  /** In points, by 0-based row, where the file sets one. */
  readonly rowHeights?: ReadonlyMap<number, number>;
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
}

export const BLANK: Cell = { kind: 'blank', text: '' };

/** The most that is read of a sheet: phantom ranges reach to row 1,048,576. */
export const MAX_ROWS = 20_000;
export const MAX_COLUMNS = 200;

/** Of all sheets together, cells without a value included: what a device of few memory still reads. */
export const MAX_CELLS = 2_000_000;

/** Of a file as it is, before anything in it is unpacked. */
export const MAX_FILE_MEGABYTES = 30;
export const MEGABYTE = 1024 * 1024;

/** The cell at 0-based indices; beyond the sheet it is blank. */
export function cellAt(sheet: Sheet, row: number, column: number): Cell {
  return sheet.rows[row]?.[column] ?? BLANK;
}

/** `A` for column 0, `AA` for 26. */
export function columnLetter(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetter(Math.floor(column / 26) - 1) + last;
}

/** 0 for `A`, 26 for `AA`; -1 for what is no letter of a column. */
export function columnIndex(letter: string): number {
  if (!/^[A-Z]{1,3}$/i.test(letter)) return -1;
  return [...letter.toUpperCase()].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0) - 1;
}

/** `E11:F11`, as a spreadsheet names the range. */
export function rangeName(range: MergedRange): string {
  const first = `${columnLetter(range.firstColumn)}${range.firstRow + 1}`;
  return `${first}:${columnLetter(range.lastColumn)}${range.lastRow + 1}`;
}

/** The merged ranges of a sheet by each cell they cover, so that a cell is looked up in one step. */
export type MergeIndex = (row: number, column: number) => MergedRange | null;

/** Builds the look-up once per sheet; rows and columns beyond the cap are not indexed. */
export function indexMerges(sheet: Sheet): MergeIndex {
  const byCell = new Map<number, MergedRange>();
  const lastRow = sheet.rows.length - 1;
  for (const merge of sheet.merges) {
    for (let row = merge.firstRow; row <= Math.min(merge.lastRow, lastRow); row++) {
      for (let column = merge.firstColumn; column <= Math.min(merge.lastColumn, MAX_COLUMNS); column++) {
        byCell.set(row * (MAX_COLUMNS + 1) + column, merge);
      }
    }
  }
  return (row, column) =>
    column > MAX_COLUMNS ? null : (byCell.get(row * (MAX_COLUMNS + 1) + column) ?? null);
}

/** Drops trailing blank cells and trailing blank rows, so that phantom ranges cost nothing afterwards. */
export function trimRows(rows: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] {
  const trimmed = rows.map((row) => {
    const length = row.findLastIndex((cell) => !isVoid(cell)) + 1;
    return length === row.length ? row : row.slice(0, length);
  });
  return trimmed.slice(0, trimmed.findLastIndex((row) => row.length > 0) + 1);
}

function isVoid(cell: Cell): boolean {
  return cell.kind === 'blank' && cell.formula === undefined && cell.comment === undefined;
}
