import { success } from '../domain/problem';
import type { Result } from '../domain/problem';
import { readCsv } from './csv';
import { fileKind } from './fileKind';
import type { Workbook } from './grid';
import { readSpreadsheet } from './spreadsheet';
import type { OnRead } from './spreadsheet';

/** Reads any file that can hold a table, by its content: XLSX, XLSB, ODS, XLS, or text in columns. */
export async function readWorkbook(
  bytes: Uint8Array,
  fileName: string,
  onread?: OnRead,
): Promise<Result<Workbook>> {
  if (fileKind(bytes) !== 'text') return readSpreadsheet(bytes, fileName, onread);
  const sheet = readCsv(bytes, fileName);
  onread?.(1);
  return sheet.ok ? success({ sheets: [sheet.value] }) : sheet;
}
