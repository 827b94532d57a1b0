import { writeXlsx } from 'hucre/xlsx';
import type { Document } from '../../domain/document';
import { sheetOf } from './sheet';

/** The bytes of a workbook of one sheet. The library is named here, so that only what it takes to write is loaded. */
export async function spreadsheetBytes(document: Document): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await writeXlsx({ sheets: [sheetOf(document)], properties: { title: document.title } });
  return new Uint8Array(bytes);
}
