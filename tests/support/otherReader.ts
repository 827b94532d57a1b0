import { read, utils } from '@e965/xlsx';
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';

/** A cell as another library reads it: what it holds, how it looks, and the formula it comes from. */
export interface OtherCell {
  readonly value: string | number | boolean | undefined;
  readonly format: string | undefined;
  readonly formula: string | undefined;
}

/** A spreadsheet as a second library reads it, so that what we write is not only right for the one that wrote it. */
export function openElsewhere(bytes: Uint8Array): WorkBook {
  return read(bytes, { type: 'array', cellFormula: true, cellNF: true, cellStyles: true, cellDates: false });
}

/** The cells of a sheet by their names: `L10`. */
export function cellsElsewhere(
  book: WorkBook,
  sheet = book.SheetNames[0] ?? '',
): ReadonlyMap<string, OtherCell> {
  const cells: WorkSheet = book.Sheets[sheet] ?? {};
  const { e: end } = utils.decode_range(cells['!ref'] ?? 'A1');
  const found = new Map<string, OtherCell>();
  for (let row = 0; row <= end.r; row++) {
    for (let column = 0; column <= end.c; column++) {
      const ref = utils.encode_cell({ r: row, c: column });
      const cell = cells[ref] as CellObject | undefined;
      if (!cell || (cell.t === 'z' && cell.f === undefined)) continue;
      found.set(ref, otherCell(cell));
    }
  }
  return found;
}

function otherCell({ v, z, f }: CellObject): OtherCell {
  const value = v instanceof Date ? v.toISOString() : v;
  return { value, format: z === undefined ? undefined : String(z), formula: f };
}
