import type { Document } from '../domain/document';

/**
 * Writes a document as a spreadsheet: its tables with the same cells joined, its numbers as numbers, its results as
 * formulas over the cells beside them, its header on every printed page.
 */
export async function writeXlsx(document: Document): Promise<Uint8Array<ArrayBuffer>> {
  const [{ writeXlsx: write }, { sheetOf }] = await Promise.all([
    import('hucre/xlsx'),
    import('./xlsx/sheet'),
  ]);
  const bytes = await write({ sheets: [sheetOf(document)], properties: { title: document.title } });
  return new Uint8Array(bytes);
}
