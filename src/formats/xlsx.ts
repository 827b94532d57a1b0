import type { Document } from '../domain/document';

/**
 * Writes a document as a spreadsheet: its tables with the same cells joined, its numbers as numbers, its results as
 * formulas over the cells beside them, its header on every printed page. What writes it is loaded when it is asked for.
 */
export async function writeXlsx(document: Document): Promise<Uint8Array<ArrayBuffer>> {
  const { spreadsheetBytes } = await import('./xlsx/workbookFile');
  return spreadsheetBytes(document);
}
