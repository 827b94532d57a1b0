import Papa from 'papaparse';
import { failure, success } from '../domain/problem';
import type { Result } from '../domain/problem';
import { fieldsOf } from './csvFields';
import { delimiterOf } from './delimiter';
import { evidenceKind } from './evidenceKind';
import { fileKind } from './fileKind';
import { MAX_FILE_MEGABYTES, MAX_ROWS, MEGABYTE } from './grid';
import type { Sheet } from './grid';
import { decimalText } from './numbers';
import { decodeText } from './textEncoding';
import { sheetOfTexts } from './textSheet';

/** What a field holds: a text is protected against being run as a formula, a number is not and keeps its sign. */
export type CsvField = string | number;

const BYTE_ORDER_MARK = '\ufeff';
const NEEDS_ESCAPE = /^'*[=+\-@\t\r]/;
const IS_ESCAPED = /^'+[=+\-@\t\r]/;
const DECIMAL = /^-?\d+,\d+ ?%?$/;
// Commas and tabs too, so that nobody guesses another delimiter.
const NEEDS_QUOTES = /[;,\t"\r\n\ufeff]|^\s|\s$/;

/**
 * Reads a table of text into a sheet of text cells, whatever alphabet it is written in; what parts its fields is
 * named in its first line, as `sep=;`, or guessed. The quote that protects a text from being run as a formula is taken off (design.md 5).
 */
export function readCsv(bytes: Uint8Array, fileName: string): Result<Sheet> {
  const file = fileName;
  if (bytes.length > MAX_FILE_MEGABYTES * MEGABYTE) {
    return failure({ code: 'fileTooLarge', file, maxMegabytes: MAX_FILE_MEGABYTES });
  }
  const kind = fileKind(bytes);
  if (kind === 'empty') return failure({ code: 'fileEmpty', file });
  if (kind === 'web') return failure({ code: 'fileIsWebPage', file });
  if (kind !== 'text') return failure({ code: 'fileUnknownKind', file, is: evidenceKind(bytes).nature });
  const { delimiter, body } = delimiterOf(decodeText(bytes));
  // One row past the cap says that the file goes on.
  const { rows } = fieldsOf(body, delimiter, { maxRows: MAX_ROWS + 1 });
  const sheet = sheetOfTexts(
    rows.map((fields) => fields.map(unprotectText)),
    fileName.replace(/\.[^.]*$/, ''),
  );
  return sheet.rows.length === 0 ? failure({ code: 'fileBlank', file }) : success(sheet);
}

/** Writes rows as spreadsheets in Colombia open them: `;`, decimal comma, a byte order mark and CRLF. NUL is left out. */
export function writeCsv(rows: readonly (readonly CsvField[])[]): Uint8Array {
  const fields = rows.map((row) =>
    row.map((field) =>
      typeof field === 'number' ? decimalText(field) : protectText(field.replaceAll('\0', '')),
    ),
  );
  const text = Papa.unparse(fields, {
    delimiter: ';',
    newline: '\r\n',
    quotes: (field: unknown) => typeof field === 'string' && NEEDS_QUOTES.test(field) && !DECIMAL.test(field),
  });
  return new TextEncoder().encode(`${BYTE_ORDER_MARK}${text}\r\n`);
}

/** Writes rows for programs: commas, decimal points, CRLF and no byte order mark; null is an empty field. */
export function writeOpenCsv(rows: readonly (readonly (CsvField | null)[])[]): Uint8Array<ArrayBuffer> {
  const fields = rows.map((row) =>
    row.map((field) => (typeof field === 'string' ? protectText(field.replaceAll('\0', '')) : field)),
  );
  const text = Papa.unparse(fields, { delimiter: ',', newline: '\r\n' });
  return new Uint8Array(new TextEncoder().encode(`${text}\r\n`));
}

/** Keeps a spreadsheet from running a text as a formula; `unprotectText` gives back exactly what went in. */
export function protectText(text: string): string {
  return NEEDS_ESCAPE.test(text) ? `'${text}` : text;
}

export function unprotectText(text: string): string {
  return IS_ESCAPED.test(text) ? text.slice(1) : text;
}
