import { MAX_COLUMNS } from '../grid';
import type { Sheet, Workbook } from '../grid';

/** The first lines of a sheet, for a person to say where its table is. */
export interface SheetOutline {
  readonly name: string;
  readonly isHidden: boolean;
  /** With anything written, the blank ones between them too. */
  readonly rowCount: number;
  readonly columnCount: number;
  readonly firstRows: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

const ROWS_SHOWN = 40;
const LONGEST = 120;

/** Every sheet that holds something, hidden ones too, by its first rows; a long cell by its first words. */
export function outlineOf({ sheets }: Workbook): readonly SheetOutline[] {
  return sheets.filter(({ rows }) => rows.length > 0).map(sheetOutline);
}

function sheetOutline({ name, isHidden, rows }: Sheet): SheetOutline {
  return {
    name,
    isHidden,
    rowCount: rows.length,
    columnCount: Math.min(MAX_COLUMNS, Math.max(0, ...rows.map(({ length }) => length))),
    firstRows: rows.slice(0, ROWS_SHOWN).flatMap((cells, at) => {
      const texts = cells.map(({ text }) => text.slice(0, LONGEST));
      return texts.some(Boolean) ? [{ row: at + 1, cells: texts }] : [];
    }),
  };
}
