import { isWideText } from './textEncoding';

type FileKind = 'empty' | 'zip' | 'ole' | 'web' | 'text' | 'unknown';

const SAMPLE_BYTES = 4096;
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
// A page as a browser or an information system writes it, with or without what stands before it.
const WEB_START =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|table|style|div)\b/i;
// What a table of text never begins with: PDF, XML, RTF.
const FOREIGN_START = /^\s*(%PDF-|<|\{\\rtf)/;

/** What a file is, by its bytes and never by its name (design.md 5). */
export function fileKind(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty';
  if (startsWith(bytes, ZIP)) return 'zip';
  if (startsWith(bytes, OLE)) return 'ole';
  if (isWideText(bytes)) return 'text';
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const start = new TextDecoder('windows-1252').decode(sample).replace('\u00ef\u00bb\u00bf', '');
  if (WEB_START.test(start)) return 'web';
  return FOREIGN_START.test(start) || sample.includes(0) ? 'unknown' : 'text';
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}
