import type { CellRange } from './formulaText';

/** Cells of a sheet, or whole rows of it. Rows count from 1, columns from 0. */
export class CellSet {
  /** Null for all the columns of a row. */
  readonly #rows = new Map<number, Set<number> | null>();

  get isEmpty(): boolean {
    return this.#rows.size === 0;
  }

  add(row: number, column: number): void {
    const columns = this.#rows.get(row);
    if (columns === undefined) this.#rows.set(row, new Set([column]));
    else columns?.add(column);
  }

  addRow(row: number): void {
    this.#rows.set(row, null);
  }

  /** True where some cell of a range is one of these. */
  meets(range: CellRange): boolean {
    const { firstRow, lastRow } = range;
    // A total looks at many rows and a result at one: the shorter way round is taken.
    if (lastRow - firstRow >= this.#rows.size) {
      return [...this.#rows.keys()].some(
        (row) => row >= firstRow && row <= lastRow && this.#meetsIn(row, range),
      );
    }
    for (let row = firstRow; row <= lastRow; row++) if (this.#meetsIn(row, range)) return true;
    return false;
  }

  #meetsIn(row: number, { firstColumn, lastColumn }: CellRange): boolean {
    const columns = this.#rows.get(row);
    if (!columns) return columns === null;
    return [...columns].some((column) => column >= firstColumn && column <= lastColumn);
  }
}
