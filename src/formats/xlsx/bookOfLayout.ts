import { writeXlsx } from 'hucre/xlsx';
import type { Cell as SheetCell, CellValue, WriteSheet } from 'hucre';
import type { MatrixLayout } from '../matrix/layout';
import { columnIndex, readReference } from './formulaText';
import { HEADER, PLAIN, STRONG } from './styles';

/**
 * An empty matrix of the shape that another one had: its title, its headers, the cells that were joined there, its
 * widths, and one row that looks like its rows. The library is named here, so that it is loaded when it is needed.
 */
export async function bookOfLayout(layout: MatrixLayout): Promise<Uint8Array> {
  const cells = new Map<string, Partial<SheetCell>>();
  const rows: CellValue[][] = [];
  const put = (row: number, column: number, value: CellValue, style: SheetCell['style']): void => {
    while (rows.length <= row) rows.push([]);
    const line = rows[row] ?? [];
    while (line.length <= column) line.push(null);
    line[column] = value;
    cells.set(`${row},${column}`, {
      value,
      ...(value !== null && { type: 'string' }),
      style: style ?? PLAIN,
    });
  };
  for (const { ref, text } of layout.titleCells) {
    const at = placeOf(ref);
    if (at) put(at.row, at.column, text, STRONG);
  }
  for (const { ref, text } of layout.headerCells) {
    const at = placeOf(ref);
    if (at) put(at.row, at.column, text, HEADER);
  }
  for (const { letter, numberFormat } of layout.columns) {
    put(layout.firstDataRow - 1, columnIndex(letter), null, {
      ...PLAIN,
      ...(numberFormat && { numFmt: numberFormat }),
    });
  }
  const bytes = await writeXlsx({ sheets: [{ ...sheetOf(layout), rows, cells }] });
  return new Uint8Array(bytes);
}

function sheetOf({ sheet, merges, columns, headerRows }: MatrixLayout): WriteSheet {
  const widths: { width?: number }[] = [];
  for (const { letter, width } of columns) {
    const at = columnIndex(letter);
    while (widths.length <= at) widths.push({});
    if (width !== null) widths[at] = { width };
  }
  const above = merges.flatMap((name) => {
    const [first, last] = name.split(':').map(placeOf);
    // The rows under the header are others now.
    if (!first || !last || last.row >= headerRows.last) return [];
    return [{ startRow: first.row, startCol: first.column, endRow: last.row, endCol: last.column }];
  });
  return { name: sheet, columns: widths, merges: above };
}

/** 0-based. */
function placeOf(ref: string): { readonly row: number; readonly column: number } | null {
  const reference = readReference(ref);
  return reference && { row: reference.row - 1, column: columnIndex(reference.column) };
}
