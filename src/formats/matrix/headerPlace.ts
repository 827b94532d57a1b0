import type { MergeIndex, Sheet } from '../grid';

/** 0-based, both included. */
export interface HeaderRows {
  readonly first: number;
  readonly last: number;
}

/** A part of a sheet, 0-based, all ends included. */
export interface Bounds {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** A sheet with its merges, and the part of it in which a header is looked for. */
export interface HeaderPlace {
  readonly sheet: Sheet;
  readonly merges: MergeIndex;
  readonly bounds: Bounds;
}
