/** The names that TextDecoder has for what a table of text is written in. */
type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'macintosh';

const SAMPLE_BYTES = 4096;
// Of the Latin letters in UTF-16 one byte is zero; prose in Spanish has few others.
const FEWEST_ZEROS = 0.8;
// á, é, ñ, ó, ú in Mac Roman. Windows has signs in their places, which do not stand between two letters.
const MAC_LETTER = /[a-z][\u0087\u008e\u0096\u0097\u009c][a-z]/i;
// Á É Í Ó Ú Ñ á é í ó ú ñ in windows-1252, in the order of their bytes.
const WINDOWS_LETTER = /[\u00c1\u00c9\u00cd\u00d3\u00da\u00d1\u00e1\u00e9\u00ed\u00f3\u00fa\u00f1]/;
const ONE_BYTE_PIECE = 8192;

/**
 * The text of bytes, without a byte order mark: UTF-16 by its mark or by where its zeros stand, else UTF-8, else
 * Mac Roman where the letters leave no doubt, else windows-1252.
 */
export function decodeText(bytes: Uint8Array): string {
  const wide = wideEncoding(bytes);
  if (wide) return new TextDecoder(wide).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(oneByteEncoding(bytes)).decode(bytes);
  }
}

/** True for UTF-16, as a spreadsheet's "Unicode text" is, with a byte order mark or without one. */
export function isWideText(bytes: Uint8Array): boolean {
  return wideEncoding(bytes) !== null;
}

function wideEncoding(bytes: Uint8Array): Encoding | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return bytes.length < 4 || bytes.length % 2 !== 0
    ? null
    : unmarkedEncoding(bytes.subarray(0, SAMPLE_BYTES));
}

function unmarkedEncoding(sample: Uint8Array): Encoding | null {
  const zeros = (parity: 0 | 1) => sample.filter((byte, at) => byte === 0 && at % 2 === parity).length;
  const [even, odd] = [zeros(0), zeros(1)];
  const enough = (sample.length / 2) * FEWEST_ZEROS;
  if (even === 0 && odd >= enough) return 'utf-16le';
  return odd === 0 && even >= enough ? 'utf-16be' : null;
}

function oneByteEncoding(bytes: Uint8Array): Encoding {
  let hasMacLetter = false;
  for (let at = 0; at < bytes.length; at += ONE_BYTE_PIECE) {
    // Each byte as the sign of its own number, so that both alphabets are looked for in the same text.
    const text = String.fromCharCode(...bytes.subarray(at, at + ONE_BYTE_PIECE));
    if (WINDOWS_LETTER.test(text)) return 'windows-1252';
    hasMacLetter ||= MAC_LETTER.test(text);
  }
  return hasMacLetter ? 'macintosh' : 'windows-1252';
}
