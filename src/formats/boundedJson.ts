/** As short as this a text is parsed at once: it cannot hold more than a reader bears. */
const SHORT = 100_000;
/** Far deeper than a plan is, and shallow enough for any reader. */
const MAX_NESTING = 200;
/** Commas: a plan of a million changes has less than half as many. */
const MAX_PARTS = 30_000_000;

const CHAR = {
  quote: 34,
  comma: 44,
  openList: 91,
  backslash: 92,
  closeList: 93,
  openRecord: 123,
  closeRecord: 125,
} as const;

/**
 * The value of a JSON text. Undefined for any other text, and for one that is nested so deep, or made of so many
 * parts, that reading it would end the whole page: those are not plans. Never throws.
 */
export function parseBounded(text: string): unknown {
  if (text.length > SHORT && !isBounded(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isBounded(text: string): boolean {
  let depth = 0;
  let parts = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charCodeAt(at);
    if (char === CHAR.quote) at = endOfString(text, at);
    else if (char === CHAR.comma) parts += 1;
    else if (char === CHAR.openList || char === CHAR.openRecord) depth += 1;
    else if (char === CHAR.closeList || char === CHAR.closeRecord) depth -= 1;
    if (depth > MAX_NESTING || parts > MAX_PARTS) return false;
  }
  return true;
}

/** Where a string ends that begins here; the end of the text where it does not. */
function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    const char = text.charCodeAt(at);
    if (char === CHAR.backslash) at += 1;
    else if (char === CHAR.quote) return at;
  }
  return text.length;
}
