import { MAX_COLUMNS, MAX_ROWS } from './grid';
import { oleStreams } from './oleFile';
import type { SheetFacts } from './sheetFacts';

/** What an OLE file is, with what an old workbook says of its sheets that the library leaves out. */
export type OldFile =
  | { readonly is: 'workbook'; readonly sheets: readonly SheetFacts[] }
  | { readonly is: 'locked' | 'word' | 'other' | 'broken' };

const LOCKED_PART = 'EncryptedPackage';
const WORKBOOK_PARTS = ['Workbook', 'Book'];
const WORD_PART = 'WordDocument';

const RECORD = {
  formula: 0x06,
  end: 0x0a,
  password: 0x2f,
  columns: 0x7d,
  sheet: 0x85,
  numbers: 0xbd,
  look: 0xe0,
  number: 0x203,
  row: 0x208,
  shortNumber: 0x27e,
  numberFormat: 0x41e,
  begin: 0x809,
};
const ONE_NUMBER = [RECORD.number, RECORD.shortNumber, RECORD.formula];
/** Those that files name by their number alone. */
const KNOWN_FORMATS: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
};
const HIDDEN_ROW = 0x20;
const CHARACTER = 256;

/** Looks into an OLE file: a workbook of before 2007, one with a password, a Word document or anything else. */
export function oldFile(bytes: Uint8Array): OldFile {
  const streams = oleStreams(bytes);
  if (!streams) return { is: 'broken' };
  if (streams.has(LOCKED_PART)) return { is: 'locked' };
  const book = WORKBOOK_PARTS.map((name) => streams.get(name)).find((stream) => stream !== undefined);
  if (!book) return { is: streams.has(WORD_PART) ? 'word' : 'other' };
  const globals = [...recordsFrom(book, 0)];
  if (globals.some(({ id }) => id === RECORD.password)) return { is: 'locked' };
  const formats = formatsOf(globals);
  const sheets = globals
    .filter(({ id, data }) => id === RECORD.sheet && data.byteLength > 5)
    .map(({ data }) => sheetFacts(book, data.getUint32(0, true), data.getUint8(4) !== 0, formats));
  return { is: 'workbook', sheets };
}

interface BookRecord {
  readonly id: number;
  readonly data: DataView;
}

/** The records of one part of a book, up to its end; those of a chart inside it are passed over. */
function* recordsFrom(book: Uint8Array, start: number): Generator<BookRecord> {
  const view = new DataView(book.buffer, book.byteOffset, book.byteLength);
  let depth = 0;
  for (let at = start; at + 4 <= book.length;) {
    const id = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    if (at + 4 + length > book.length) return;
    if (id === RECORD.begin) depth++;
    if (id === RECORD.end && --depth <= 0) return;
    if (depth === 1) yield { id, data: new DataView(book.buffer, book.byteOffset + at + 4, length) };
    at += 4 + length;
  }
}

/** The number format of each look that a cell may have; undefined for none. */
function formatsOf(globals: readonly BookRecord[]): readonly (string | undefined)[] {
  const own = new Map<number, string>();
  for (const { id, data } of globals) {
    if (id === RECORD.numberFormat && data.byteLength > 5) own.set(data.getUint16(0, true), textIn(data));
  }
  return globals
    .filter(({ id, data }) => id === RECORD.look && data.byteLength >= 4)
    .map(({ data }) => data.getUint16(2, true))
    .map((format) => own.get(format) ?? KNOWN_FORMATS[format]);
}

function textIn(data: DataView): string {
  const length = data.getUint16(2, true);
  const isWide = (data.getUint8(4) & 1) === 1;
  const bytes = new Uint8Array(data.buffer, data.byteOffset + 5, data.byteLength - 5);
  return isWide
    ? new TextDecoder('utf-16le').decode(bytes.subarray(0, length * 2))
    : String.fromCharCode(...bytes.subarray(0, length));
}

function sheetFacts(
  book: Uint8Array,
  start: number,
  isHidden: boolean,
  formats: readonly (string | undefined)[],
): SheetFacts {
  const records = [...recordsFrom(book, start)];
  const columns = records.filter(({ id }) => id === RECORD.columns).flatMap(columnsIn);
  const columnWidths: (number | null)[] = Array.from(
    { length: Math.max(0, ...columns.map(({ column }) => column + 1)) },
    () => null,
  );
  for (const { column, width } of columns) columnWidths[column] = width;
  return {
    isHidden,
    numberFormats: new Map(records.flatMap((record) => formatsIn(record, formats))),
    comments: new Map(),
    hiddenRows: records.flatMap(hiddenRowIn),
    hiddenColumns: columns.flatMap(({ column, isHidden: isAway }) => (isAway ? [column] : [])),
    columnWidths,
    rowHeights: new Map(),
  };
}

function formatsIn(
  record: BookRecord,
  formats: readonly (string | undefined)[],
): readonly [string, string][] {
  return looksIn(record).flatMap(({ row, column, look }) => {
    const format = formats[look];
    return format === undefined || format === 'General' ? [] : [[`${row},${column}`, format] as const];
  });
}

function hiddenRowIn({ id, data }: BookRecord): readonly number[] {
  if (id !== RECORD.row || data.byteLength < 14) return [];
  const row = data.getUint16(0, true);
  return isWithin(row) && (data.getUint16(12, true) & HIDDEN_ROW) !== 0 ? [row] : [];
}

interface BookColumn {
  readonly column: number;
  readonly width: number;
  readonly isHidden: boolean;
}

function columnsIn({ data }: BookRecord): readonly BookColumn[] {
  if (data.byteLength < 10) return [];
  const first = data.getUint16(0, true);
  const last = Math.min(data.getUint16(2, true), MAX_COLUMNS - 1);
  const width = data.getUint16(4, true) / CHARACTER;
  const isHidden = (data.getUint16(8, true) & 1) === 1;
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => ({
    column: first + at,
    width,
    isHidden,
  }));
}

function isWithin(row: number): boolean {
  return row < MAX_ROWS;
}

interface CellLook {
  readonly row: number;
  readonly column: number;
  readonly look: number;
}

/** How the numbers of a record look: one, or several side by side. */
function looksIn({ id, data }: BookRecord): readonly CellLook[] {
  if (data.byteLength < 6) return [];
  const row = data.getUint16(0, true);
  const column = data.getUint16(2, true);
  if (!isWithin(row)) return [];
  if (ONE_NUMBER.includes(id)) {
    return [{ row, column, look: data.getUint16(4, true) }];
  }
  if (id !== RECORD.numbers) return [];
  return Array.from({ length: Math.floor((data.byteLength - 6) / 6) }, (_, at) => ({
    row,
    column: column + at,
    look: data.getUint16(4 + at * 6, true),
  }));
}
