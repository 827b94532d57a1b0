import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** The same as ASCII. */
const CODES = Uint8Array.from(BASE64URL, (char) => char.charCodeAt(0));
/** By 12 bits of a hash. */
const PAIRS = Array.from(
  { length: 4096 },
  (_, bits) => BASE64URL.charAt(bits >> 6) + BASE64URL.charAt(bits & 63),
);

const untouched = sha256.create();
const hasher = sha256.create();
const hashed = new Uint8Array(32);

/** The bytes are those of the next call too: what keeps them takes a copy. */
function digest(content: Uint8Array | string): Uint8Array {
  // A merge hashes a hundred thousand short texts: made anew each time, it costs more than the hash.
  untouched._cloneInto(hasher);
  hasher.update(typeof content === 'string' ? utf8ToBytes(content) : content).digestInto(hashed);
  return hashed;
}

/** SHA-256 as 64 hex digits; a text is hashed as UTF-8. Synchronous, so it can run inside a transaction. */
export function sha256Hex(content: Uint8Array | string): string {
  return bytesToHex(digest(content));
}

/**
 * The first `chars` base64url characters of the SHA-256 of a text, or of its UTF-8 (6 bits each; 16 = 96 bits, merge.md 1).
 * Refuses more than the 42 whole characters that 32 bytes give.
 */
export function shortHash(content: Uint8Array | string, chars = 16): string {
  if (chars > 42) throw new RangeError('SHA-256 gives 42 whole characters');
  const bytes = digest(content);
  let out = '';
  for (let i = 0; out.length < chars; i += 3) {
    const group = (byteAt(bytes, i) << 16) | (byteAt(bytes, i + 1) << 8) | byteAt(bytes, i + 2);
    out += PAIRS[group >> 12]! + PAIRS[group & 4095]!;
  }
  return out.slice(0, chars);
}

/** Whether shortHash of this content stands, in ASCII, at this place of some bytes. */
export function isShortHashAt(bytes: Uint8Array, start: number, content: Uint8Array): boolean {
  const hash = digest(content);
  for (let i = 0, at = start; i < 12; i += 3, at += 4) {
    const group = (byteAt(hash, i) << 16) | (byteAt(hash, i + 1) << 8) | byteAt(hash, i + 2);
    const isEqual =
      bytes[at] === CODES[group >> 18] &&
      bytes[at + 1] === CODES[(group >> 12) & 63] &&
      bytes[at + 2] === CODES[(group >> 6) & 63] &&
      bytes[at + 3] === CODES[group & 63];
    if (!isEqual) return false;
  }
  return true;
}

function byteAt(bytes: Uint8Array, index: number): number {
  return bytes[index] ?? 0;
}
