import { placedCells } from '../../../src/domain/document';
import type { Document, DocumentTable } from '../../../src/domain/document';
import { linesOf } from '../../support/documentText';

/** The lines of a report with plain spaces, as one would type them. */
export function reportLines(document: Document): readonly string[] {
  return linesOf(document).map((line) => line.replaceAll('\u00a0', ' '));
}

export function tablesOf({ blocks }: Document): readonly DocumentTable[] {
  return blocks.filter((block) => block.k === 'table');
}

/** How many cells stand on each place of a table, row by row: 1 everywhere where none is left out or taken twice. */
export function coverOf(table: DocumentTable): readonly (readonly number[])[] {
  const cover = table.rows.map(() => table.columns.map(() => 0));
  placedCells(table).forEach((row, at) => {
    for (const { column, rows, columns } of row)
      for (let down = at; down < at + rows; down += 1)
        for (let across = column; across < column + columns; across += 1) {
          const line = (cover[down] ??= []);
          line[across] = (line[across] ?? 0) + 1;
        }
  });
  return cover;
}

/** What `coverOf` gives of a table where every place is of one cell. */
export function fullCover({ rows, columns }: DocumentTable): readonly (readonly number[])[] {
  return rows.map(() => columns.map(() => 1));
}
