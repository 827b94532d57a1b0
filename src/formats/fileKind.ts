type FileKind = 'empty' | 'zip' | 'ole' | 'text' | 'unknown';

const SAMPLE_BYTES = 4096;
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
// What a table of text never begins with: PDF, HTML and XML, RTF.
const FOREIGN_START = /^\s*(%PDF-|<|\{\\rtf)/;

/** What a file is, by its bytes and never by its name (design.md 5). */
export function fileKind(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty';
  if (startsWith(bytes, ZIP)) return 'zip';
  if (startsWith(bytes, OLE)) return 'ole';
  return looksLikeText(bytes) ? 'text' : 'unknown';
}

/** True for the byte order mark of UTF-16, as a spreadsheet's "Unicode text" has. */
export function isUtf16(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0xff, 0xfe]);
}

function looksLikeText(bytes: Uint8Array): boolean {
  if (isUtf16(bytes)) return true;
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  if (FOREIGN_START.test(new TextDecoder('windows-1252').decode(sample).replace('\u00ef\u00bb\u00bf', '')))
    return false;
  return !sample.includes(0);
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}
