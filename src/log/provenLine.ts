import { isShortHashAt } from './hash';
import { MAX_DEPTH } from './json';

const CHAR = {
  space: 32,
  quote: 34,
  comma: 44,
  point: 46,
  zero: 48,
  nine: 57,
  colon: 58,
  list: 91,
  backslash: 92,
  listEnd: 93,
  record: 123,
  recordEnd: 125,
} as const;
const LEAD = '{"id":"';
const ID = '"id"';
const FORBIDDEN = ['"__proto__"', '"constructor"', '"prototype"'];
const LONGEST_FORBIDDEN = Math.max(...FORBIDDEN.map(({ length }) => length));
const SHORTEST_FORBIDDEN = Math.min(...FORBIDDEN.map(({ length }) => length));
const HASH_CHARS = 16;
const NOT_CANONICAL = -1;
const WORDS: ReadonlySet<string> = new Set(['true', 'false', 'null']);
/** So many digits stand for one number, and the number for them. */
const SURE_DIGITS = 15;
/** Longer than any number is written. */
const MAX_WORD = 32;

/** The bytes that stand for themselves in a text. */
const PLAIN = Uint8Array.from({ length: 0x80 }, (_, char) =>
  Number(char >= CHAR.space && char !== CHAR.quote && char !== CHAR.backslash),
);
/** Of each record that is still open, where its latest key begins, and 0 before its first; made anew for each line. */
const keys = new Uint32Array(MAX_DEPTH + 2);

/**
 * Whether a line of a file, which is from one byte up to another one, surely is the text of a commit, to the letter:
 * canonical, with no forbidden key, and its id ends with the hash of all the rest. False where it would take a closer
 * look to say. Only for a line that JSON.parse reads, alone or in a list of such lines, for each closes what it opens:
 * what a commit holds is not looked at.
 */
export function isProvenLine(bytes: Uint8Array, start: number, end: number): boolean {
  if (!isAt(bytes, start, LEAD)) return false;
  const idEnd = endOfText(bytes, start + LEAD.length - 1, end);
  if (idEnd === NOT_CANONICAL || bytes[idEnd + 1] !== CHAR.comma) return false;
  return isCanonical(bytes, idEnd + 2, end) && isHashedAt(bytes, idEnd, end);
}

/** Whether a record that goes on here is canonical up to its end and closes there, and names no other id. */
function isCanonical(bytes: Uint8Array, start: number, end: number): boolean {
  let depth = 1;
  keys[depth] = 0;
  for (let at = start; at < end; at += 1) {
    if (depth === 0) return false;
    const char = bytes[at]!;
    if (char === CHAR.quote) at = endOfTextOrKey(bytes, at, end, depth);
    else if (char === CHAR.record || char === CHAR.list) {
      depth += 1;
      keys[depth] = 0;
    } else if (isClosing(char)) depth -= 1;
    else if (char !== CHAR.comma) at = endOfWord(bytes, at, end);
    if (at === NOT_CANONICAL || depth > MAX_DEPTH) return false;
  }
  return depth === 0;
}

function isClosing(char: number | undefined): boolean {
  return char === CHAR.recordEnd || char === CHAR.listEnd;
}

/** Where a text ends, with its colon where it is a key. */
function endOfTextOrKey(bytes: Uint8Array, from: number, end: number, depth: number): number {
  const last = endOfText(bytes, from, end);
  if (last === NOT_CANONICAL || bytes[last + 1] !== CHAR.colon) return last;
  if (isForbidden(bytes, from, last + 1 - from) || !isAfter(bytes, from, keys[depth]!)) return NOT_CANONICAL;
  if (depth === 1 && isAt(bytes, from, ID)) return NOT_CANONICAL;
  keys[depth] = from;
  return last + 1;
}

/** For a key of so many bytes, with its quotes; nearly all are told by that. */
function isForbidden(bytes: Uint8Array, from: number, length: number): boolean {
  if (length < SHORTEST_FORBIDDEN || length > LONGEST_FORBIDDEN) return false;
  return FORBIDDEN.some((name) => name.length === length && isAt(bytes, from, name));
}

/** Where the quote stands that ends a text; what could be written in more ways than one does not count as canonical. */
function endOfText(bytes: Uint8Array, from: number, end: number): number {
  let at = from + 1;
  for (;;) {
    while (PLAIN[bytes[at]!] === 1) at += 1;
    const char = bytes[at];
    if (char === CHAR.quote) return at < end ? at : NOT_CANONICAL;
    if (char === undefined || char < 0x80) return NOT_CANONICAL;
    const last = endOfLetter(bytes, at, char);
    if (last === NOT_CANONICAL) return NOT_CANONICAL;
    at = last + 1;
  }
}

/**
 * Where a letter beyond ASCII ends, of two bytes or three. Left out are those that UTF-16 writes as a pair, which it
 * also sorts in another way than UTF-8, and whatever begins like what UTF-8 does not allow.
 */
function endOfLetter(bytes: Uint8Array, from: number, lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return isInner(bytes[from + 1]) ? from + 1 : NOT_CANONICAL;
  const isOfThree = lead > 0xe0 && lead <= 0xef && lead !== 0xed;
  return isOfThree && isInner(bytes[from + 1]) && isInner(bytes[from + 2]) ? from + 2 : NOT_CANONICAL;
}

function isInner(byte: number | undefined): boolean {
  return byte !== undefined && byte >> 6 === 2;
}

/** Where a number ends, or a word like `true`; blanks count with it. */
function endOfWord(bytes: Uint8Array, from: number, end: number): number {
  let stop = from;
  while (stop < end && bytes[stop] !== CHAR.comma && !isClosing(bytes[stop])) stop += 1;
  if (isPlainNumber(bytes, from, stop)) return stop - 1;
  if (stop - from > MAX_WORD) return NOT_CANONICAL;
  const word = String.fromCharCode(...bytes.subarray(from, stop));
  return String(Number(word)) === word || WORDS.has(word) ? stop - 1 : NOT_CANONICAL;
}

/** A quick look: whether it is one of few digits, of which the first is not 0, nor the last one after a point. */
function isPlainNumber(bytes: Uint8Array, from: number, stop: number): boolean {
  if (stop - from > SURE_DIGITS || bytes[from] === CHAR.zero) return false;
  let points = 0;
  for (let at = from; at < stop; at += 1) {
    const char = bytes[at]!;
    if (char === CHAR.point) points += 1;
    else if (char < CHAR.zero || char > CHAR.nine) return false;
  }
  return points === 0 || bytes[stop - 1] !== CHAR.zero;
}

/** Whether one key comes after another one; each is where its quote stands. */
function isAfter(bytes: Uint8Array, key: number, other: number): boolean {
  if (other === 0) return true;
  for (let step = 1; ; step += 1) {
    const a = bytes[key + step]!;
    const b = bytes[other + step]!;
    if (a !== b) return b === CHAR.quote || (a !== CHAR.quote && a > b);
    if (a === CHAR.quote) return false;
  }
}

/**
 * Whether the id that ends here ends with the hash of the record without it: of what follows its comma, with a brace
 * in the place of that, which is lent for so long and saves a copy of every line.
 */
function isHashedAt(bytes: Uint8Array, idEnd: number, end: number): boolean {
  const from = idEnd + 1;
  bytes[from] = CHAR.record;
  const isHashed = isShortHashAt(bytes, idEnd - HASH_CHARS, bytes.subarray(from, end));
  bytes[from] = CHAR.comma;
  return isHashed;
}

/** Whether the bytes from here on say this, which is ASCII. */
export function isAt(bytes: Uint8Array, from: number, said: string): boolean {
  for (let at = 0; at < said.length; at += 1) if (bytes[from + at] !== said.charCodeAt(at)) return false;
  return true;
}
