import { BLANK, cellAt, columnLetter } from '../grid';
import type { Sheet } from '../grid';
import type { CellPatch, SheetPatch } from '../xlsx/patchXlsx';
import type { OutCell } from './outCells';
import { contentOf, formatOf } from './outLooks';
import { RESULT_FORMAT } from './outResult';
import { seenNumber } from './seenNumbers';

/** As `10 documentos`; what a date or a number with its sign says is all in the number. */
const NUMBER_IN_WORDS = /\d.*\p{L}{3}|\p{L}{3}.*\d/su;

/** The cells of a sheet that become something else, as they are gathered. Rows count from 1, columns from 0. */
export class CellEdits {
  readonly cells: CellPatch[] = [];
  /** Those that say already what the plan does. */
  readonly settled: SheetPatch['settled'][number][] = [];
  /** The names of those where a number takes the place of a number in words. */
  readonly worded: string[] = [];
  readonly #contents = new Map<string, CellPatch['content']>();

  constructor(readonly sheet: Sheet) {}

  /** Sets a cell; one of a new row looks as that of its model row. */
  set(row: number, column: number, cell: OutCell, model = row): void {
    const before = cellAt(this.sheet, model - 1, column);
    if (model === row && cell.k === 'number' && NUMBER_IN_WORDS.test(before.text)) {
      this.worded.push(`${columnLetter(column)}${row}`);
    }
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
