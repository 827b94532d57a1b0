import { writeXlsx } from 'hucre/xlsx';
import type { Cell as SheetCell, CellStyle, CellValue, DataValidation, MergeRange, WriteSheet } from 'hucre';
import { dayNumber } from '../../domain/isoDay';
import { columnLetter } from '../grid';
import type { OutCell } from '../matrix/outCells';
import { DAY_FORMAT, percentFormat } from '../matrix/outLooks';
import { RESULT_FORMAT } from '../matrix/outResult';
import { firstRowOf } from '../matrix/outTable';
import type { OutTable, TableColumn } from '../matrix/outTable';
import { HEADER, NUMBER_FORMAT, PLAIN, SPANNING, STRONG } from './styles';

/** What the cells of a range may hold. */
export type Validation = DataValidation;

/** What a table carries besides its cells. */
export interface TableExtras {
  readonly validations?: readonly Validation[];
  /** Other sheets, each of lines of text. */
  readonly pages?: readonly TextPage[];
  /** What cells may be chosen from: sheets that nobody sees. */
  readonly lists?: readonly TextPage[];
  /** True where the header is not to be written over. */
  readonly isProtected?: boolean;
}

/** A sheet of words: the first line is its title, and a line that begins with a label has it apart. */
export interface TextPage {
  readonly name: string;
  readonly lines: readonly string[];
}

const MILLISECONDS_PER_DAY = 86_400_000;
/** Where the values of the lines above stand: beside their labels, as in the matrices of the entities. */
const VALUE_COLUMN = 2;
const LABEL_ACROSS = 2;
const PAGE_WIDTH = 110;
const HEADER_POINTS = 48;

/** The bytes of a workbook with a table. The library is named here, so that it is loaded when it is needed. */
export async function bookOfTable(
  table: OutTable,
  extras: TableExtras = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const lists = (extras.lists ?? []).map((page) => ({ ...pageOf(page), hidden: true }));
  const sheets = [sheetOf(table, extras), ...(extras.pages ?? []).map(pageOf), ...lists];
  return new Uint8Array(await writeXlsx({ sheets, properties: { title: table.title } }));
}

/** Cells as they are put in their places; rows and columns count from 0. */
class Cells {
  readonly rows: CellValue[][] = [];
  readonly cells = new Map<string, Partial<SheetCell>>();
  readonly merges: MergeRange[] = [];

  set(row: number, column: number, cell: Partial<SheetCell> & { readonly value: CellValue }): void {
    while (this.rows.length <= row) this.rows.push([]);
    const line = this.rows[row] ?? [];
    while (line.length <= column) line.push(null);
    line[column] = cell.value;
    this.cells.set(`${row},${column}`, cell);
  }

  merge(startRow: number, startCol: number, endRow: number, endCol: number): void {
    if (startRow !== endRow || startCol !== endCol) this.merges.push({ startRow, startCol, endRow, endCol });
  }
}

function sheetOf(table: OutTable, { validations = [], isProtected = false }: TableExtras): WriteSheet {
  const { band, columns, rows } = table;
  const put = new Cells();
  const shown = columns.filter(({ isHidden }) => !isHidden).length;
  band.forEach(([label, cells], row) => putLine(put, row, label, cells, shown));
  const first = firstRowOf(table) - 1;
  putHeader(put, table, first - 2);
  rows.forEach((cells, row) =>
    cells.forEach((cell, column) => {
      const written = writtenCell(cell, isProtected);
      put.set(first + row, column, isBlankDay(cell, columns[column]) ? asDay(written) : written);
    }),
  );
  const last = columnLetter(shown - 1);
  return {
    name: table.sheet,
    rows: put.rows,
    cells: put.cells,
    merges: put.merges,
    columns: columns.map(({ width, isHidden }) => ({ width, ...(isHidden && { hidden: true }) })),
    rowDefs: new Map([[first - 1, { height: HEADER_POINTS }]]),
    freezePane: { rows: first },
    autoFilter: { range: `A${first}:${last}${first + Math.max(1, rows.length)}` },
    ...(validations.length > 0 && { dataValidations: [...validations] }),
    ...(isProtected && { protection: OPEN_PROTECTION }),
    pageSetup: {
      paperSize: 'legal',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `$${first - 1}:$${first}`,
    },
    a11y: { summary: table.title },
  };
}

/** Headers stand; everything that people do with rows and columns they may still do. */
const OPEN_PROTECTION = {
  sheet: true,
  formatCells: true,
  formatColumns: true,
  formatRows: true,
  insertRows: true,
  deleteRows: true,
  sort: true,
  autoFilter: true,
};

function putLine(put: Cells, row: number, label: string, cells: readonly OutCell[], shown: number): void {
  put.set(row, 0, { value: label, type: 'string', style: STRONG });
  put.merge(row, 0, row, LABEL_ACROSS - 1);
  cells.forEach((cell, at) => {
    const written = writtenCell(cell, false);
    const style = { ...SPANNING, ...(written.style?.numFmt && { numFmt: written.style.numFmt }) };
    put.set(row, VALUE_COLUMN + at, { ...written, style });
  });
  const [only, ...others] = cells;
  if (only?.k === 'text' && others.length === 0)
    put.merge(row, VALUE_COLUMN, row, Math.max(VALUE_COLUMN, shown - 1));
}

/** Two lines: a heading over several columns is joined over them, and a lone one down both. */
function putHeader(put: Cells, { columns }: OutTable, first: number): void {
  columns.forEach(({ over, header }, column) => {
    const [top, below] =
      over === '' ? [header, null] : [columns[column - 1]?.over === over ? null : over, header];
    put.set(first, column, { value: top, ...(top !== null && { type: 'string' }), style: HEADER });
    put.set(first + 1, column, { value: below, ...(below !== null && { type: 'string' }), style: HEADER });
    if (over === '') put.merge(first, column, first + 1, column);
    else if (top !== null) {
      const next = columns.findIndex((other, at) => at > column && other.over !== over);
      put.merge(first, column, first, (next < 0 ? columns.length : next) - 1);
    }
  });
}

function writtenCell(
  cell: OutCell,
  isProtected: boolean,
): Partial<SheetCell> & { readonly value: CellValue } {
  const base: CellStyle = { ...PLAIN, ...(isProtected && { protection: { locked: false } }) };
  switch (cell.k) {
    case 'blank':
      return { value: null, style: base };
    case 'text':
      return { value: cell.text, type: 'string', style: base };
    case 'number':
      return { value: cell.value, type: 'number', style: { ...base, numFmt: numberFormat(cell) } };
    case 'day':
      return {
        value: new Date(dayNumber(cell.day) * MILLISECONDS_PER_DAY),
        type: 'date',
        style: { ...base, numFmt: DAY_FORMAT },
      };
    case 'formula':
      return {
        value: null,
        type: 'formula',
        formula: cell.formula,
        formulaResult: cell.value,
        style: { ...base, numFmt: RESULT_FORMAT },
      };
  }
}

/** An empty cell that a day will be written in. */
function isBlankDay(cell: OutCell, column: TableColumn | undefined): boolean {
  return cell.k === 'blank' && (column?.field === 'start' || column?.field === 'end');
}

function asDay(cell: Partial<SheetCell> & { readonly value: CellValue }) {
  return { ...cell, style: { ...cell.style, numFmt: DAY_FORMAT } };
}

function numberFormat({ value, look }: Extract<OutCell, { k: 'number' }>): string {
  if (look === 'percent') return percentFormat(value);
  if (look === 'pesos') return NUMBER_FORMAT.pesos;
  return look === 'count' && Math.abs(value) >= 1000 ? NUMBER_FORMAT.plain : 'General';
}

function pageOf({ name, lines }: TextPage): WriteSheet {
  const put = new Cells();
  lines.forEach((line, row) =>
    put.set(row, 0, { value: line, type: 'string', style: row === 0 ? STRONG : SPANNING }),
  );
  return { name, rows: put.rows, cells: put.cells, columns: [{ width: PAGE_WIDTH }] };
}
