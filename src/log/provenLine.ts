import { MAX_DEPTH } from './json';

const LEAD = '{"id":"';
const ID = '"id":';
const CHAR = { quote: 34, comma: 44, colon: 58, list: 91, listEnd: 93, record: 123, recordEnd: 125 } as const;
/** What can be written in more ways than one, or in none that a file can hold. */
const ESCAPED = /[\\\ud800-\udfff]/;
const NOT_CANONICAL = -1;
const WORDS: ReadonlySet<string> = new Set(['true', 'false', 'null']);

/**
 * What the id in a line is the hash of, where the line surely is the text of a commit, to the letter: then it need not
 * be made again to be proven. Null where it would take a closer look to say. Only for a line that is JSON.
 */
export function contentInLine(line: string): string | null {
  const start = contentStart(line);
  const isLed = line.startsWith(LEAD) && line.charCodeAt(start - 1) === CHAR.comma;
  return isLed && isCanonicalFrom(line, start) ? `{${line.slice(start)}` : null;
}

/** Where what follows the id begins. */
function contentStart(line: string): number {
  return line.indexOf('"', LEAD.length) + 2;
}

/** Whether a record that goes on here is canonical up to its end, and names no other id. */
function isCanonicalFrom(line: string, from: number): boolean {
  if (ESCAPED.test(line)) return false;
  // Where the latest key of each record stands that is still open; 0 before its first.
  const keys = [0, 0];
  let depth = 1;
  for (let at = from; at < line.length; at += 1) {
    const char = line.charCodeAt(at);
    if (char === CHAR.quote) at = endOfText(line, at, keys, depth);
    else if (char === CHAR.record || char === CHAR.list) {
      depth += 1;
      keys[depth] = 0;
    } else if (isClosing(char)) depth -= 1;
    else if (char !== CHAR.comma) at = endOfWord(line, at);
    if (at === NOT_CANONICAL || depth > MAX_DEPTH) return false;
  }
  return true;
}

function isClosing(char: number): boolean {
  return char === CHAR.recordEnd || char === CHAR.listEnd;
}

/** Where a text ends, with its colon where it is a key. */
function endOfText(line: string, from: number, keys: number[], depth: number): number {
  const end = line.indexOf('"', from + 1);
  if (line.charCodeAt(end + 1) !== CHAR.colon) return end;
  if (!isAfter(line, from, keys[depth]!) || (depth === 1 && line.startsWith(ID, from))) return NOT_CANONICAL;
  keys[depth] = from;
  return end + 1;
}

/** Where a number ends, or a word like `true`; blanks count with it. */
function endOfWord(line: string, from: number): number {
  let end = from + 1;
  while (end < line.length && line.charCodeAt(end) !== CHAR.comma && !isClosing(line.charCodeAt(end)))
    end += 1;
  const word = line.slice(from, end);
  return String(Number(word)) === word || WORDS.has(word) ? end - 1 : NOT_CANONICAL;
}

/** Whether one key comes after another one in the order of code units; each is where its quote stands. */
function isAfter(line: string, key: number, other: number): boolean {
  if (other === 0) return true;
  for (let step = 1; ; step += 1) {
    const a = line.charCodeAt(key + step);
    const b = line.charCodeAt(other + step);
    if (a !== b) return b === CHAR.quote || (a !== CHAR.quote && a > b);
    if (a === CHAR.quote) return false;
  }
}
