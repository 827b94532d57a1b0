import type { Cell as SourceCell, CellValue, Sheet as SourceSheet } from 'hucre';
import { dayFromNumber, isIsoDay } from '../domain/isoDay';
import { failure, success } from '../domain/problem';
import type { Problem, Result } from '../domain/problem';
import { fileKind } from './fileKind';
import { BLANK, MAX_COLUMNS, MAX_FILE_MEGABYTES, MAX_ROWS, MEGABYTE, columnLetter, trimRows } from './grid';
import type { Cell, MergedRange, Sheet, Workbook } from './grid';
import { isErrorText, shownDay, shownNumber } from './numbers';
import { guardZip } from './zipGuard';

const MAX_UNPACKED_MEGABYTES = 250;
const MILLISECONDS_PER_DAY = 86_400_000;
// One row and one column past the cap: a value there says that the sheet goes on.
export const READ_RANGE = `A1:${columnLetter(MAX_COLUMNS)}${MAX_ROWS + 1}`;
const LOCKED_PART = 'EncryptedPackage';
const WORKBOOK_PART = /^(xl\/workbook\.(xml|bin)|content\.xml)$/;

/**
 * Reads XLSX, XLSB, ODS and XLS by their bytes, whatever the name says. Anything else, and anything
 * broken, locked or too large, is a problem and never an exception.
 */
export async function readSpreadsheet(bytes: Uint8Array, fileName: string): Promise<Result<Workbook>> {
  const problem = await refusal(bytes, fileName);
  if (problem) return failure(problem);
  try {
    const { read } = await import('hucre');
    const { sheets } = await read(bytes, { readStyles: true, range: READ_RANGE });
    return success({ sheets: sheets.map(toSheet) });
  } catch (error) {
    return failure({ code: refusedKind(error, bytes), file: fileName });
  }
}

async function refusal(bytes: Uint8Array, file: string): Promise<Problem | null> {
  if (bytes.length > MAX_FILE_MEGABYTES * MEGABYTE) {
    return { code: 'fileTooLarge', file, maxMegabytes: MAX_FILE_MEGABYTES };
  }
  const kind = fileKind(bytes);
  if (kind === 'empty') return { code: 'fileEmpty', file };
  if (kind === 'ole') return null;
  return kind === 'zip' ? zipRefusal(bytes, file) : { code: 'fileUnknownKind', file };
}

async function zipRefusal(bytes: Uint8Array, file: string): Promise<Problem | null> {
  const guarded = await guardZip(bytes, MAX_UNPACKED_MEGABYTES * MEGABYTE);
  switch (guarded.verdict) {
    case 'tooLarge':
      return { code: 'fileTooLarge', file, maxMegabytes: MAX_UNPACKED_MEGABYTES };
    case 'broken':
      return { code: 'fileUnreadable', file };
    case 'fits':
      return guarded.names.some((name) => WORKBOOK_PART.test(name))
        ? null
        : { code: 'fileUnknownKind', file };
  }
}

/** hucre calls every OLE file without a workbook locked, an old Word document too: the locked ones say so inside. */
function refusedKind(
  error: unknown,
  bytes: Uint8Array,
): 'fileEncrypted' | 'fileUnknownKind' | 'fileUnreadable' {
  if (!(error instanceof Error) || error.name !== 'EncryptedFileError') return 'fileUnreadable';
  return new TextDecoder('utf-16le').decode(bytes).includes(LOCKED_PART)
    ? 'fileEncrypted'
    : 'fileUnknownKind';
}

function toSheet(source: SourceSheet): Sheet {
  const rows: Cell[][] = [];
  let isTruncated = false;
  source.rows.forEach((values, row) => {
    const isPastCap = row >= MAX_ROWS;
    isTruncated ||= isPastCap ? values.some(hasValue) : values.slice(MAX_COLUMNS).some(hasValue);
    if (isPastCap) return;
    // A sheet may skip rows altogether, which leaves holes.
    rows[row] = values
      .slice(0, MAX_COLUMNS)
      .map((value, column) => toCell(value, source.cells?.get(`${row},${column}`)));
  });
  return {
    name: source.name,
    isHidden: source.hidden === true || source.veryHidden === true,
    rows: trimRows(Array.from(rows, (row) => row ?? [])),
    merges: (source.merges ?? []).map(toMergedRange).filter((merge) => merge.firstRow < MAX_ROWS),
    columnWidths: (source.columns ?? []).slice(0, MAX_COLUMNS).map(({ width }) => width ?? null),
    declaredRows: source.rows.length,
    isTruncated,
  };
}

function hasValue(value: CellValue): boolean {
  return value !== null && value !== '';
}

function toMergedRange(merge: NonNullable<SourceSheet['merges']>[number]): MergedRange {
  return {
    firstRow: merge.startRow,
    firstColumn: merge.startCol,
    lastRow: merge.endRow,
    lastColumn: merge.endCol,
  };
}

function toCell(value: CellValue, details: SourceCell | undefined): Cell {
  const numberFormat = details?.style?.numFmt;
  const facts = {
    ...(numberFormat ? { numberFormat } : {}),
    ...(details?.formula === undefined ? {} : { formula: details.formula }),
  };
  const isError = details?.type === 'error' || (typeof value === 'string' && isErrorText(value));
  if (isError) return { kind: 'error', text: String(value), ...facts };
  return { ...plainCell(value, numberFormat), ...facts };
}

function plainCell(value: CellValue, numberFormat: string | undefined): Cell {
  if (value instanceof Date) return dayCell(value);
  if (typeof value === 'number') return { kind: 'number', value, text: shownNumber(value, numberFormat) };
  if (typeof value === 'boolean') return { kind: 'boolean', value, text: String(value) };
  // Holes of a sparse row arrive as undefined whatever the types say.
  return value ? { kind: 'text', text: value } : BLANK;
}

function dayCell(moment: Date): Cell {
  const time = moment.getTime();
  if (Number.isNaN(time)) return BLANK;
  const day = dayFromNumber(Math.floor(time / MILLISECONDS_PER_DAY));
  return isIsoDay(day)
    ? { kind: 'day', value: day, text: shownDay(day) }
    : { kind: 'text', text: moment.toISOString() };
}
