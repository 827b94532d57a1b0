import type { FileNature } from '../domain/problem';
import { fileKind } from './fileKind';

/** What a file of evidence is by its bytes, and what it is to be called on the network. */
export interface EvidenceKind {
  readonly nature: FileNature;
  /** Null where the bytes do not tell one kind from others alike. */
  readonly mime: string | null;
}

const SAMPLE_BYTES = 1024;
const IMAGES: readonly (readonly [string, (text: string) => boolean])[] = [
  ['image/jpeg', (text) => text.startsWith('\xff\xd8\xff')],
  ['image/png', (text) => text.startsWith('\x89PNG\r\n\x1a\n')],
  ['image/gif', (text) => /^GIF8[79]a/.test(text)],
  ['image/webp', (text) => /^RIFF[^]{4}WEBP/.test(text)],
  ['image/avif', (text) => /^[^]{4}ftyp(?:avif|avis)/.test(text)],
  ['image/heic', (text) => /^[^]{4}ftyp(?:hei[cmsx]|hev[cmsx]|mif1|msf1)/.test(text)],
  ['image/bmp', (text) => /^BM[^]{4}\0{4}/.test(text)],
  ['image/tiff', (text) => /^(?:II\*\0|MM\0\*)/.test(text)],
  ['image/svg+xml', (text) => /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*<svg[\s>]/.test(text)],
];
const OTHERS: readonly (readonly [FileNature, RegExp])[] = [
  ['program', /^(?:MZ|\x7fELF|#!)/],
  ['web', /^\s*<(?:!doctype\s+html|html|head|body|script)/i],
];

/** What the bytes of a file say that it is: their first signs, never its name. */
export function evidenceKind(bytes: Uint8Array): EvidenceKind {
  // Byte by byte: what stands for text elsewhere would turn signs into others.
  const text = String.fromCharCode(...bytes.subarray(0, SAMPLE_BYTES)).replace(/^\xef\xbb\xbf/, '');
  const [mime] = IMAGES.find(([, isIt]) => isIt(text)) ?? [];
  if (mime) return { nature: 'image', mime };
  if (text.includes('%PDF-')) return { nature: 'pdf', mime: 'application/pdf' };
  const [nature] = OTHERS.find(([, sign]) => sign.test(text)) ?? [];
  return { nature: nature ?? plainNature(bytes), mime: null };
}

/** What a file says that it is: by its extension, else by the kind that came with it; null for anything else. */
export function claimedNature(fileName: string, mime: string): 'image' | 'pdf' | null {
  if (/\.(?:jpe?g|png|gif|webp|heic|heif|avif|bmp|tiff?|svg)$/i.test(fileName)) return 'image';
  if (/\.pdf$/i.test(fileName)) return 'pdf';
  if (mime.startsWith('image/')) return 'image';
  return mime === 'application/pdf' ? 'pdf' : null;
}

function plainNature(bytes: Uint8Array): FileNature {
  const kind = fileKind(bytes);
  if (kind === 'zip' || kind === 'ole') return 'office';
  return kind === 'text' || kind === 'web' ? kind : 'unknown';
}
