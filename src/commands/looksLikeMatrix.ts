import { fileKind } from '../formats/fileKind';

const SIGN_BYTES = 4096;
/** The directory of a zip stands at its end. */
const DIRECTORY_BYTES = 66_000;
const SHEET_PARTS = ['xl/workbook', 'content.xml'];
/** Lines that are parted into cells alike. */
const TABLE = /^[^\n{[]*([;,\t])[^\n]*\n[^\n]*\1/;

/** Whether a file that is no copy of a plan may be its matrix: a book, or a table of text. By its content. */
export async function looksLikeMatrix(file: File): Promise<boolean> {
  const sign = new Uint8Array(await file.slice(0, SIGN_BYTES).arrayBuffer());
  const kind = fileKind(sign);
  if (kind === 'ole' || kind === 'web') return true;
  if (kind === 'text') return TABLE.test(new TextDecoder().decode(sign));
  if (kind !== 'zip') return false;
  const directory = await file.slice(-DIRECTORY_BYTES).text();
  return SHEET_PARTS.some((part) => directory.includes(part));
}
