import { Paragraph, Table, TableBorders, TableCell } from 'docx';
import type { ITableCellOptions, ParagraphChild, TableRow } from 'docx';
import { CELL_MARGIN } from './measures';
import { STYLE } from './styles';

interface CellPlace {
  readonly width: number;
  readonly alignment?: 'left' | 'right' | 'center';
  readonly before?: number;
}

/** A cell of one paragraph. */
export function cellWith(
  children: readonly ParagraphChild[],
  { width, alignment = 'left', before = 0 }: CellPlace,
  look: Partial<ITableCellOptions>,
): TableCell {
  const words = new Paragraph({
    style: STYLE.cell,
    alignment,
    children,
    ...(before > 0 && { spacing: { before } }),
  });
  return new TableCell({ ...look, ...wide(width), children: [words] });
}

/** Words in the middle. */
export function centred(children: readonly ParagraphChild[]): Paragraph {
  return new Paragraph({ style: STYLE.cell, alignment: 'center', children });
}

/** A width that stays. */
export function wide(width: number) {
  return { width: { size: width, type: 'dxa' } } as const;
}

/** A table of fixed widths. */
export function fixedTable(
  widths: readonly number[],
  rows: readonly TableRow[],
  sideMargin = CELL_MARGIN,
): Table {
  const width = widths.reduce((sum, one) => sum + one, 0);
  return new Table({
    rows,
    columnWidths: widths,
    layout: 'fixed',
    borders: TableBorders.NONE,
    margins: { top: 60, bottom: 60, left: sideMargin, right: sideMargin, marginUnitType: 'dxa' },
    ...wide(width),
  });
}
