import type { Cell as SheetCell, CellStyle, CellValue, MergeRange, RowDef, WriteSheet } from 'hucre';
import { isMark, labelsOver, placedCells, plainText, wideCell } from '../../domain/document';
import type {
  Block,
  Cell,
  Document,
  DocumentBars,
  DocumentColumn,
  DocumentTable,
  Figure,
  FigureUnit,
  Letterhead,
  Words,
} from '../../domain/document';
import { dayNumber } from '../../domain/isoDay';
import type { IsoDay } from '../../domain/isoDay';
import { formulaOf, meanAbove } from './formula';
import { HEADER, NUMBER_FORMAT, PLAIN, SPANNING, STRONG, TITLE, TOTAL } from './styles';

/** What a sheet is called: short, and without what a spreadsheet refuses in a name. */
const LONGEST_NAME = 31;
/** The characters of all columns together, lying down and upright. */
const WIDTH = { lying: 190, upright: 110 };
const LINE_POINTS = 15;
/** What a spreadsheet lets a row be. */
const TALLEST = 400;
/** Words do not fill their lines. */
const LOOSE = 1.2;
/** A day fits in it. */
const NARROWEST = 11;
const MILLISECONDS_PER_DAY = 86_400_000;

/** One sheet with all that a document says, a row to each of its lines; its tables begin in the first column. */
export function sheetOf(document: Document): WriteSheet {
  const { paper, letterhead, foot, blocks, title } = document;
  const columns = mainColumns(blocks);
  const room = paper.isLandscape ? WIDTH.lying : WIDTH.upright;
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.max(NARROWEST, Math.round((share / whole) * room)));
  const sheet = new SheetInHand(widths);
  for (const text of headingLines(letterhead)) sheet.spanning(text, TITLE);
  for (const block of blocks) put(sheet, block);
  return {
    name: sheetName(letterhead.documentName),
    rows: sheet.rows,
    cells: sheet.cells,
    merges: sheet.merges,
    rowDefs: sheet.rowDefs,
    columns: widths.map((width) => ({ width })),
    pageSetup: {
      paperSize: paper.size === 'letter' ? 'letter' : 'legal',
      orientation: paper.isLandscape ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      ...(sheet.repeated && { printTitlesRow: sheet.repeated }),
    },
    headerFooter: {
      oddHeader: `&L${field(letterhead.entityName)}&R${field(letterhead.documentName)}`,
      oddFooter: `&L${field(foot.text)}&R${field(foot.page)} &P ${field(foot.of)} &N`,
    },
    a11y: { summary: title },
  };
}

/** Rows as they are put one under the other. */
class SheetInHand {
  readonly rows: CellValue[][] = [];
  readonly cells = new Map<string, Partial<SheetCell>>();
  readonly merges: MergeRange[] = [];
  /** Of the rows whose cells are joined: those a spreadsheet does not make taller by itself. */
  readonly rowDefs = new Map<number, RowDef>();
  /** The rows of the first header, which stand on every page. */
  repeated: string | null = null;

  /** In characters, of each column. */
  constructor(readonly widths: readonly number[]) {}

  get next(): number {
    return this.rows.length;
  }

  /** A row of one text, as wide as the table. */
  spanning(text: string, style: CellStyle): void {
    if (text === '') return;
    const row = this.next;
    this.rows.push([text]);
    this.cells.set(`${row},0`, { value: text, type: 'string', style });
    this.merge(row, 0, 1, this.widths.length);
    this.makeRoom(row, text, this.widthOf(0, this.widths.length));
  }

  set(row: number, column: number, cell: Partial<SheetCell> & { readonly value: CellValue }): void {
    while (this.rows.length <= row) this.rows.push([]);
    const line = this.rows[row] ?? [];
    while (line.length <= column) line.push(null);
    line[column] = cell.value;
    this.cells.set(`${row},${column}`, cell);
  }

  /** Makes a row tall enough for a text: not every program does it by itself. */
  makeRoom(row: number, text: string, width: number): void {
    const lines = text
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * LOOSE) / width)), 0);
    const height = LINE_POINTS * lines;
    if (height > (this.rowDefs.get(row)?.height ?? LINE_POINTS))
      this.rowDefs.set(row, { height: Math.min(height, TALLEST) });
  }

  widthOf(column: number, across: number): number {
    return this.widths.slice(column, column + across).reduce((sum, one) => sum + one, 0);
  }

  merge(row: number, column: number, down: number, across: number): void {
    if (down * across === 1) return;
    this.merges.push({
      startRow: row,
      startCol: column,
      endRow: row + down - 1,
      endCol: column + across - 1,
    });
  }
}

function put(sheet: SheetInHand, block: Block): void {
  switch (block.k) {
    case 'heading':
      sheet.rows.push([]);
      return sheet.spanning(plainText(block.text), STRONG);
    case 'paragraph':
      return sheet.spanning(plainText(block.text), SPANNING);
    case 'list':
      return block.items.forEach(({ text }, at) =>
        sheet.spanning(block.isNumbered ? `${at + 1}. ${plainText(text)}` : plainText(text), SPANNING),
      );
    case 'facts':
      return block.rows.forEach(([name, text]) => sheet.spanning(`${name}: ${plainText(text)}`, SPANNING));
    case 'table':
      return putTable(sheet, block);
    case 'bars':
      return putTable(sheet, asTable(block));
    case 'signatures':
      return block.people.forEach(({ name, lines }) =>
        sheet.spanning(['', name, ...lines].join('\n'), SPANNING),
      );
  }
}

function putTable(sheet: SheetInHand, table: DocumentTable): void {
  if (!table.isCaptionHidden) sheet.spanning(plainText(table.caption), STRONG);
  putHeader(sheet, table.columns);
  const first = sheet.next;
  for (const [at, row] of placedCells(table).entries()) {
    for (const { cell, column, rows, columns } of row) {
      sheet.set(first + at, column, cellOf(cell, { row: first + at, column, first }));
      sheet.merge(first + at, column, rows, columns);
      if (rows === 1) sheet.makeRoom(first + at, textIn(cell), sheet.widthOf(column, columns));
    }
  }
  sheet.rows.push([]);
}

function putHeader(sheet: SheetInHand, columns: readonly DocumentColumn[]): void {
  const first = sheet.next;
  let column = 0;
  const over = labelsOver(columns);
  for (const { text, columns: across } of over) {
    sheet.set(first, column, { value: text, type: 'string', style: HEADER });
    sheet.merge(first, column, 1, across);
    column += across;
  }
  const labels = over.length > 0 ? first + 1 : first;
  for (const [at, { label }] of columns.entries()) {
    sheet.set(labels, at, { value: plainText(label), type: 'string', style: HEADER });
    sheet.makeRoom(labels, plainText(label), sheet.widthOf(at, 1));
  }
  sheet.repeated ??= `$${first + 1}:$${labels + 1}`;
}

/** Where a cell is, and where its table begins; all count from 0. */
interface CellPlace {
  readonly row: number;
  readonly column: number;
  readonly first: number;
}

/** A cell as a spreadsheet holds it. */
function cellOf(cell: Cell, place: CellPlace): Partial<SheetCell> & { readonly value: CellValue } {
  if (isMark(cell)) return { value: cell.words, type: 'string', style: PLAIN };
  const { text, isTotal } = wideCell(cell);
  const base = isTotal ? TOTAL : PLAIN;
  const figure = aloneIn(text);
  if (figure?.unit === 'day') return dayCell(figure, base);
  if (!figure || figure.value === null) return { value: plainText(text), type: 'string', style: base };
  const { value, numFmt } = numberOf(figure);
  const style = { ...base, numFmt, alignment: { ...base.alignment, horizontal: 'right' as const } };
  const formula = formulaIn(cell, place);
  if (formula === null) return { value, type: 'number', style };
  return { value: null, type: 'formula', formula, formulaResult: value, style };
}

function formulaIn(cell: Cell, { row, column, first }: CellPlace): string | null {
  const { calculation, isMeanAbove } = wideCell(cell);
  if (calculation) return formulaOf(calculation, row + 1);
  return isMeanAbove && row > first ? meanAbove(column, first + 1, row) : null;
}

function textIn(cell: Cell): string {
  return isMark(cell) ? cell.words : plainText(wideCell(cell).text);
}

function dayCell({ of, text }: Figure, style: CellStyle): Partial<SheetCell> & { readonly value: CellValue } {
  const day = of.slice(of.lastIndexOf('/') + 1) as IsoDay;
  const value = new Date(dayNumber(day) * MILLISECONDS_PER_DAY);
  if (Number.isNaN(value.getTime())) return { value: text, type: 'string', style };
  return { value, type: 'date', style: { ...style, numFmt: NUMBER_FORMAT.day } };
}

/** A number as a spreadsheet counts it: a percent of 40,9 is 0.409 shown with one decimal. */
function numberOf({ value, unit, text }: Figure): { readonly value: number; readonly numFmt: string } {
  const decimals = /,(\d+)/.exec(text)?.[1]?.length ?? 0;
  const digits = decimals > 0 ? `0.${'0'.repeat(decimals)}` : '0';
  const isPercent = unit === 'percent' || unit === 'givenPercent';
  return {
    value: (value ?? 0) / (isPercent ? 100 : 1),
    numFmt: unit ? FORMAT[unit](digits) : NUMBER_FORMAT.plain,
  };
}

const FORMAT: Readonly<Record<FigureUnit, (digits: string) => string>> = {
  percent: (digits) => `${digits}%`,
  givenPercent: (digits) => `${digits}%`,
  fraction: (digits) => `${digits}%`,
  points: (digits) => `+${digits};-${digits};${digits}`,
  pesos: () => NUMBER_FORMAT.pesos,
  day: () => NUMBER_FORMAT.day,
};

/** The figure that is all a cell says; null where it says anything else. */
function aloneIn(words: Words): Figure | null {
  const [only] = typeof words === 'string' ? [] : words;
  return words.length === 1 && typeof only === 'object' && only.k === 'figure' ? only : null;
}

function asTable({ caption, bars, labels }: DocumentBars): DocumentTable {
  return {
    k: 'table',
    caption,
    columns: [
      { label: labels.name, share: 2 },
      { label: labels.value, share: 1, isNumber: true },
    ],
    rows: bars.map(({ name, text }) => [name, text]),
  };
}

/** The columns of the widest table: those that the sheet is made for. */
function mainColumns(blocks: readonly Block[]): readonly DocumentColumn[] {
  const tables = blocks.flatMap((block) =>
    block.k === 'table' ? [block.columns] : block.k === 'bars' ? [asTable(block).columns] : [],
  );
  return tables.reduce(
    (widest, columns) => (columns.length > widest.length ? columns : widest),
    [{ label: '', share: 1 }],
  );
}

function headingLines({ entityName, entityFacts, documentName, facts }: Letterhead): readonly string[] {
  return [entityName, ...entityFacts, documentName, facts.join(' · ')];
}

function sheetName(text: string): string {
  const allowed = text.replace(/[[\]:*?/\\]/g, ' ').trim();
  return allowed.slice(0, LONGEST_NAME).trim() || 'Informe';
}

/** A text in a header or a footer, where an ampersand begins a command. */
function field(text: string): string {
  return text.replace(/&/g, '&&');
}
