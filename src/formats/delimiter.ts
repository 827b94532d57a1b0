import { fieldsOf } from './csvFields';

/** By how likely they are where nothing else decides: Colombia's own, copies, the rest of the world's. */
const DELIMITERS = [';', '\t', ',', '|'];
const ROWS_TO_GUESS = 50;
// What Excel writes and reads to say it itself, as `sep=;`.
const NAMED = /^"?sep=(?<delimiter>[^\r\n])"?(?:\r\n|\r|\n|$)/i;
// A quoted field of another delimiter, left inside of what would be one.
const CUT_QUOTE = /[;\t,|]"|"[;\t,|]/;
// After a comma that parts fields nobody puts a blank; in prose everybody does.
const PROSE_COMMA = /, /g;

/** The delimiter of a table of text, and the text without the line that may have named it. */
export function delimiterOf(text: string): { readonly delimiter: string; readonly body: string } {
  const named = NAMED.exec(text);
  const delimiter = named?.groups?.['delimiter'];
  if (named && delimiter) return { delimiter, body: text.slice(named[0].length) };
  return { delimiter: guessDelimiter(text), body: text };
}

interface Score {
  readonly delimiter: string;
  /** Of the first rows, how many are parted, less the quotes that are cut through. */
  readonly worth: number;
  /** How many of them have as many fields as most. */
  readonly agreeing: number;
  readonly fields: number;
  readonly isEveryRow: boolean;
}

/** The delimiter that parts most of the first rows, and those most alike; prose has commas too, but not in every row. */
function guessDelimiter(text: string): string {
  const firm = best(DELIMITERS.map((delimiter) => scoreOf(withoutProse(text, delimiter), delimiter)));
  if (firm) return firm.delimiter;
  const loose = scoreOf(text, ',');
  return loose.isEveryRow ? ',' : ';';
}

function withoutProse(text: string, delimiter: string): string {
  return delimiter === ',' ? text.replaceAll(PROSE_COMMA, ' ') : text;
}

function best(scores: readonly Score[]): Score | undefined {
  const [first] = scores
    .filter(({ agreeing }) => agreeing > 0)
    .toSorted((a, b) => b.worth - a.worth || b.agreeing - a.agreeing || b.fields - a.fields);
  return first;
}

function scoreOf(text: string, delimiter: string): Score {
  const { rows, badQuotes } = fieldsOf(text, delimiter, { maxRows: ROWS_TO_GUESS });
  const parted = rows.filter(({ length }) => length > 1);
  const counts = new Map<number, number>();
  for (const { length } of parted) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [fields = 1, agreeing = 0] = [...counts].toSorted(([, a], [, b]) => b - a)[0] ?? [];
  const cut = badQuotes + rows.flat().filter((field) => CUT_QUOTE.test(field)).length;
  const isEveryRow = agreeing > 0 && agreeing === rows.length;
  return { delimiter, worth: parted.length - cut, agreeing, fields, isEveryRow };
}
