import type { Document } from '../domain/document';
import type { Picture } from './picture';

/**
 * Writes a document as a Word file: real headings, numbered lists, tables of fixed widths whose headers repeat, the
 * letterhead and the number of the page on every page. Pictures go by their hash; where one is not at hand, or is
 * neither PNG nor JPEG, its words stand in its place.
 */
export async function writeDocx(
  document: Document,
  pictures: ReadonlyMap<string, Picture>,
): Promise<Uint8Array<ArrayBuffer>> {
  const { wordFile } = await import('./docx/wordFile');
  return wordFile(document, pictures);
}
