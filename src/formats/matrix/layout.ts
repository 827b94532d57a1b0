import { cellAt, columnLetter, rangeName } from '../grid';
import type { Sheet, Workbook } from '../grid';
import type { MatrixColumn, MatrixField } from './columns';
import type { HeaderRows } from './headerPlace';
import type { PeriodAspect } from './periods';

/** The shape a matrix came in, so that any tablet can write the same one back. Rows are numbered from 1. */
export interface MatrixLayout {
  readonly file: string;
  readonly sheets: readonly { readonly name: string; readonly isHidden: boolean }[];
  readonly sheet: string;
  readonly headerRows: { readonly first: number; readonly last: number };
  readonly firstDataRow: number;
  readonly lastDataRow: number;
  /** Every cell above the table and in its header, as written. */
  readonly titleCells: readonly LayoutCell[];
  readonly headerCells: readonly LayoutCell[];
  /** As the spreadsheet names them: `E11:F11`. */
  readonly merges: readonly string[];
  readonly columns: readonly LayoutColumn[];
  /** Cells whose number format is not their column's. */
  readonly formatExceptions: readonly { readonly ref: string; readonly numberFormat: string }[];
}

interface LayoutCell {
  readonly ref: string;
  readonly text: string;
}

interface LayoutColumn {
  readonly letter: string;
  readonly header: string;
  readonly field: MatrixField | null;
  readonly period: { readonly index: number; readonly aspect: PeriodAspect } | null;
  readonly width: number | null;
  /** Of most of its cells with data; '' for the general format. */
  readonly numberFormat: string;
  /** The formula of its first row that has one, as `P10` and `SUM(L10:O10)/K10`. */
  readonly formula: { readonly ref: string; readonly text: string } | null;
}

/** Describes the sheet around and under its data; `dataRows` are 0-based, in order, and not empty. */
export function describeLayout(
  file: string,
  workbook: Workbook,
  sheet: Sheet,
  header: HeaderRows,
  columns: readonly MatrixColumn[],
  dataRows: readonly number[],
): MatrixLayout {
  const layoutColumns = columns.map((column) => layoutColumn(sheet, column, dataRows));
  return {
    file,
    sheets: workbook.sheets.map(({ name, isHidden }) => ({ name, isHidden })),
    sheet: sheet.name,
    headerRows: { first: header.first + 1, last: header.last + 1 },
    firstDataRow: (dataRows[0] ?? header.last + 1) + 1,
    lastDataRow: (dataRows.at(-1) ?? header.last + 1) + 1,
    titleCells: writtenCells(sheet, 0, header.first - 1),
    headerCells: writtenCells(sheet, header.first, header.last),
    merges: sheet.merges.map(rangeName),
    columns: layoutColumns,
    formatExceptions: columns.flatMap((column, place) =>
      formatExceptions(sheet, column.index, layoutColumns[place]?.numberFormat ?? '', dataRows),
    ),
  };
}

function writtenCells(sheet: Sheet, first: number, last: number): readonly LayoutCell[] {
  return sheet.rows
    .slice(first, last + 1)
    .flatMap((cells, offset) =>
      cells.flatMap((cell, column) =>
        cell.text === '' ? [] : [{ ref: refOf(first + offset, column), text: cell.text }],
      ),
    );
}

function layoutColumn(sheet: Sheet, column: MatrixColumn, dataRows: readonly number[]): LayoutColumn {
  const { letter, header, field, period, index } = column;
  const withFormula = dataRows.find((row) => cellAt(sheet, row, index).formula !== undefined);
  const formula = withFormula === undefined ? undefined : cellAt(sheet, withFormula, index).formula;
  return {
    letter,
    header,
    field,
    period,
    width: sheet.columnWidths[index] ?? null,
    numberFormat: commonestFormat(sheet, index, dataRows),
    formula: withFormula === undefined || !formula ? null : { ref: refOf(withFormula, index), text: formula },
  };
}

function commonestFormat(sheet: Sheet, column: number, dataRows: readonly number[]): string {
  const counts = new Map<string, number>();
  for (const row of dataRows) {
    const cell = cellAt(sheet, row, column);
    if (cell.kind === 'blank') continue;
    const format = cell.numberFormat ?? '';
    counts.set(format, (counts.get(format) ?? 0) + 1);
  }
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? '';
}

function formatExceptions(
  sheet: Sheet,
  column: number,
  common: string,
  dataRows: readonly number[],
): MatrixLayout['formatExceptions'] {
  return dataRows.flatMap((row) => {
    const cell = cellAt(sheet, row, column);
    const numberFormat = cell.numberFormat ?? '';
    return cell.kind === 'blank' || numberFormat === common
      ? []
      : [{ ref: refOf(row, column), numberFormat }];
  });
}

function refOf(row: number, column: number): string {
  return `${columnLetter(column)}${row + 1}`;
}
