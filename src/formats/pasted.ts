import { fieldsOf } from './csvFields';
import { delimiterOf } from './delimiter';
import { BLANK, MAX_COLUMNS, MAX_ROWS, trimRows } from './grid';
import type { Cell, MergedRange, Sheet } from './grid';
import { shownNumber } from './numbers';
import type { PastedBlocks, PastedCell, PastedRow } from './pastedPage';
import { sheetOfTexts, textCell } from './textSheet';

// A column ends where two blanks or more are; one is inside a text.
const GAP = /[ \u00a0]{2,}/;
// Of a format without its colours and its quoted words.
const DATE_FORMAT = /[dy]/i;
const NO_PATTERN = /\[[^\]]*\]|"[^"]*"/g;
const FEWEST_LINES = 2;

/** Pasted tables as one sheet, a blank row between them; cells that span several are merged. */
export function pastedSheet(blocks: PastedBlocks, name: string): Sheet {
  const paper = new Paper();
  for (const block of blocks) paper.put(block);
  return paper.sheet(name);
}

/**
 * Pasted text as a sheet: parted by tabs, as spreadsheets copy; by two blanks or more where all lines agree, as some
 * PDF readers do; by another mark as in a file of text; or else each line a cell.
 */
export function pastedTextSheet(text: string, name: string): Sheet {
  if (text.includes('\t')) return sheetOfTexts(parted(text, '\t'), name);
  const lines = text.split(/\r\n|\r|\n/);
  const columns = lines.map((line) => line.trim().split(GAP));
  if (agree(columns)) return sheetOfTexts(columns, name);
  const { delimiter, body } = delimiterOf(text);
  const fields = parted(body, delimiter);
  return sheetOfTexts(agree(fields) ? fields : lines.map((line) => [line]), name);
}

/** A quote left open in a text that was never quoted would take all that follows into one cell. */
function parted(text: string, delimiter: string): readonly (readonly string[])[] {
  const maxRows = MAX_ROWS + 1;
  const quoted = fieldsOf(text, delimiter, { maxRows });
  return quoted.badQuotes === 0 ? quoted.rows : fieldsOf(text, delimiter, { maxRows, isQuoted: false }).rows;
}

/** Whether every line that is parted is parted into as many, and there are enough of them to be a table. */
function agree(rows: readonly (readonly string[])[]): boolean {
  const counts = rows.map(({ length }) => length).filter((count) => count > 1);
  return counts.length >= FEWEST_LINES && counts.every((count) => count === counts[0]);
}

/** A sheet as pasted blocks are put on it, one under the other. */
class Paper {
  readonly #rows: Cell[][] = [];
  readonly #merges: MergedRange[] = [];
  readonly #hidden: number[] = [];
  #isTruncated = false;

  put(block: readonly PastedRow[]): void {
    if (this.#rows.length > 0) this.#rows.push([]);
    const first = this.#rows.length;
    const room = Math.max(0, MAX_ROWS - first);
    this.#isTruncated ||= block.length > room;
    const rows = block.slice(0, room);
    // Columns that cells of rows above reach down into, by the row they end in.
    const reached: number[] = [];
    rows.forEach(({ cells, isHidden }, at) => {
      const row = first + at;
      if (isHidden) this.#hidden.push(row);
      this.#rows[row] = [];
      for (const cell of cells) this.#place(cell, row, reached, first + rows.length - 1);
    });
  }

  sheet(name: string): Sheet {
    const rows = trimRows(this.#rows.map((row) => Array.from(row, (cell) => cell ?? BLANK)));
    return {
      name,
      isHidden: false,
      rows,
      merges: this.#merges,
      columnWidths: [],
      declaredRows: rows.length,
      isTruncated: this.#isTruncated,
      hiddenRows: this.#hidden,
    };
  }

  #place(cell: PastedCell, row: number, reached: number[], lastOfBlock: number): void {
    const cells = this.#rows[row] ?? [];
    const isFree = (at: number) => (reached[at] ?? -1) < row;
    let column = cells.length;
    while (!isFree(column)) column++;
    if (column >= MAX_COLUMNS) {
      this.#isTruncated ||= cell.text !== '';
      return;
    }
    const lastRow = Math.min(row + cell.rowSpan - 1, lastOfBlock);
    const end = Math.min(column + cell.columnSpan, MAX_COLUMNS);
    const lastColumn = lastFree(column, end, isFree);
    for (let covered = column; covered <= lastColumn; covered++) {
      cells[covered] = covered === column ? toCell(cell) : BLANK;
      reached[covered] = lastRow;
    }
    if (lastRow === row && lastColumn === column) return;
    this.#merges.push({ firstRow: row, firstColumn: column, lastRow, lastColumn });
  }
}

/** How far a cell reaches to the right: never over one that comes down from above. */
function lastFree(column: number, end: number, isFree: (at: number) => boolean): number {
  let last = column;
  while (last + 1 < end && isFree(last + 1)) last++;
  return last;
}

/** A number where the page says which; a day is read from its text, as it is in any table of text. */
function toCell({ text, value, numberFormat }: PastedCell): Cell {
  const format = numberFormat ?? '';
  const isDay = DATE_FORMAT.test(format.replaceAll(NO_PATTERN, ''));
  if (value === null || text === '' || isDay) return textCell(text);
  const facts = format === '' ? {} : { numberFormat: format };
  return { kind: 'number', value, text: shownNumber(value, format), ...facts };
}
