import { BLANK, cellAt } from '../grid';
import type { Sheet } from '../grid';
import type { CellPatch, SheetPatch } from '../xlsx/patchXlsx';
import type { OutCell } from './outCells';
import { contentOf, formatOf } from './outLooks';
import { RESULT_FORMAT } from './outResult';
import { seenNumber } from './seenNumbers';

/** The cells of a sheet that become something else, as they are gathered. Rows count from 1, columns from 0. */
export class CellEdits {
  readonly cells: CellPatch[] = [];
  /** Those that say already what the plan does. */
  readonly settled: SheetPatch['settled'][number][] = [];
  readonly #contents = new Map<string, CellPatch['content']>();

  constructor(readonly sheet: Sheet) {}

  /** Sets a cell; one of a new row looks as that of its model row. */
  set(row: number, column: number, cell: OutCell, model = row): void {
    const before = cellAt(this.sheet, model - 1, column);
    const isResult = cell.k === 'formula';
    const format = isResult && !before.numberFormat?.includes('%') ? RESULT_FORMAT : formatOf(cell, before);
    this.put(row, column, contentOf(cell, before), format ?? undefined);
  }

  put(row: number, column: number, content: CellPatch['content'], format?: string): void {
    this.#contents.set(`${row} ${column}`, content);
    this.cells.push({ row, column, content, ...(format !== undefined && { format }) });
  }

  settle(row: number, column: number): void {
    this.settled.push({ row, column });
  }

  /** What a spreadsheet sees in a cell as it is now; a new row has nothing but what was set. */
  seen(row: number, column: number, model: number): number | null {
    const set = this.#contents.get(`${row} ${column}`);
    return seenNumber(set, model === row ? cellAt(this.sheet, row - 1, column) : BLANK);
  }
}
