import { failure, success } from '../domain/problem';
import type { Result } from '../domain/problem';
import { evidenceKind } from './evidenceKind';
import { fileKind } from './fileKind';
import { MAX_CELLS, MAX_COLUMNS, MAX_FILE_MEGABYTES, MAX_ROWS, MEGABYTE, columnLetter } from './grid';
import type { Workbook } from './grid';
import { oldFile } from './oldWorkbook';
import { openDocumentFacts } from './openDocumentFacts';
import type { SheetFacts } from './sheetFacts';
import { toSheet } from './spreadsheetCells';
import { guardZip, zipPart } from './zipGuard';

const MAX_UNPACKED_MEGABYTES = 250;
// One row and one column past the cap: a value there says that the sheet goes on.
export const READ_RANGE = `A1:${columnLetter(MAX_COLUMNS)}${MAX_ROWS + 1}`;
const WORKBOOK_PART = /^(xl\/workbook\.(xml|bin)|content\.xml)$/;
const OPEN_DOCUMENT_PART = 'content.xml';
const MANIFEST_PART = 'META-INF/manifest.xml';
const LOCKED_MARK = 'manifest:encryption-data';
const WORD_PART = 'word/document.xml';
/** What unpacking and reading take of the whole work, as fractions of 1. */
const UNPACKED = 0.3;
const READ = 0.8;

/** Told how much of a file is read, from 0 to 1. */
export type OnRead = (fraction: number) => void;

/**
 * Reads XLSX, XLSB, ODS and XLS by their bytes, whatever the name says. Anything else, and anything
 * broken, locked or too large, is a problem and never an exception.
 */
export async function readSpreadsheet(
  bytes: Uint8Array,
  fileName: string,
  onread: OnRead = () => undefined,
): Promise<Result<Workbook>> {
  const looked = await look(bytes, fileName, (fraction) => onread(fraction * UNPACKED));
  if (!looked.ok) return looked;
  try {
    const { read } = await import('hucre');
    const { sheets } = await read(bytes, { readStyles: true, range: READ_RANGE });
    onread(READ);
    const workbook = {
      sheets: sheets.map((sheet, index) => {
        const made = toSheet(sheet, looked.value[index]);
        onread(READ + ((1 - READ) * (index + 1)) / sheets.length);
        return made;
      }),
    };
    return bookRefusal(workbook, fileName) ?? success(workbook);
  } catch {
    return failure({ code: 'fileUnreadable', file: fileName });
  }
}

/** Whether a file can be read at all, and what its sheets say beside what the library reads. */
async function look(bytes: Uint8Array, file: string, ondone: OnRead): Promise<Result<readonly SheetFacts[]>> {
  if (bytes.length > MAX_FILE_MEGABYTES * MEGABYTE) {
    return failure({ code: 'fileTooLarge', file, maxMegabytes: MAX_FILE_MEGABYTES });
  }
  switch (fileKind(bytes)) {
    case 'empty':
      return failure({ code: 'fileEmpty', file });
    case 'web':
      return failure({ code: 'fileIsWebPage', file });
    case 'ole':
      return lookIntoOld(bytes, file);
    case 'zip':
      return lookIntoZip(bytes, file, ondone);
    case 'text':
    case 'unknown':
      return failure({ code: 'fileUnknownKind', file, is: evidenceKind(bytes).nature });
  }
}

function lookIntoOld(bytes: Uint8Array, file: string): Result<readonly SheetFacts[]> {
  const old = oldFile(bytes);
  switch (old.is) {
    case 'workbook':
      return success(old.sheets);
    case 'locked':
      return failure({ code: 'fileEncrypted', file });
    case 'broken':
      return failure({ code: 'fileUnreadable', file });
    case 'word':
      return failure({ code: 'fileUnknownKind', file, is: 'word' });
    case 'other':
      return failure({ code: 'fileUnknownKind', file, is: 'office' });
  }
}

async function lookIntoZip(
  bytes: Uint8Array,
  file: string,
  ondone: OnRead,
): Promise<Result<readonly SheetFacts[]>> {
  const guarded = await guardZip(bytes, MAX_UNPACKED_MEGABYTES * MEGABYTE, { ondone, maxCells: MAX_CELLS });
  switch (guarded.verdict) {
    case 'tooLarge':
      return failure({ code: 'fileUnpacksTooLarge', file, maxMegabytes: MAX_UNPACKED_MEGABYTES });
    case 'tooManyCells':
      return failure({ code: 'fileTooManyCells', file, maxCells: MAX_CELLS });
    case 'cut':
      return failure({ code: 'fileIncomplete', file });
    case 'broken':
      return failure({ code: 'fileUnreadable', file });
    case 'fits':
      return lookIntoBook(bytes, file, guarded.names);
  }
}

async function lookIntoBook(
  bytes: Uint8Array,
  file: string,
  names: readonly string[],
): Promise<Result<readonly SheetFacts[]>> {
  const manifest = names.includes(MANIFEST_PART) ? await zipPart(bytes, MANIFEST_PART) : null;
  if (manifest && new TextDecoder().decode(manifest).includes(LOCKED_MARK)) {
    return failure({ code: 'fileEncrypted', file });
  }
  if (!names.some((name) => WORKBOOK_PART.test(name))) {
    return failure({ code: 'fileUnknownKind', file, is: names.includes(WORD_PART) ? 'word' : 'office' });
  }
  const content = names.includes(OPEN_DOCUMENT_PART) ? await zipPart(bytes, OPEN_DOCUMENT_PART) : null;
  return success(content ? openDocumentFacts(new TextDecoder().decode(content)) : []);
}

/** What only shows once it is read: sheets of old kinds, whose cells nobody counted before, and a book without a word. */
function bookRefusal({ sheets }: Workbook, file: string): Result<Workbook> | null {
  const cells = sheets.reduce((sum, { rows }) => sum + rows.reduce((all, { length }) => all + length, 0), 0);
  const isBlank = cells === 0 && !sheets.some(({ isTruncated }) => isTruncated);
  if (isBlank) return failure({ code: 'fileBlank', file });
  return cells > MAX_CELLS ? failure({ code: 'fileTooManyCells', file, maxCells: MAX_CELLS }) : null;
}
