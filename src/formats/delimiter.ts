import Papa from 'papaparse';

/** By how likely they are where nothing else decides: Colombia's own, copies, the rest of the world's. */
const DELIMITERS = [';', '\t', ',', '|'];
const ROWS_TO_GUESS = 50;
// What Excel writes and reads to say it itself, as `sep=;`.
const NAMED = /^"?sep=(?<delimiter>[^\r\n])"?(?:\r\n|\r|\n|$)/i;
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
  /** Quotes that it cuts through: fields that have one and not its pair, and those that are not closed. */
  readonly cutQuotes: number;
  /** Of the first rows, how many have as many fields as most of those that are parted at all. */
  readonly agreeing: number;
  readonly fields: number;
  readonly isEveryRow: boolean;
}

/** The delimiter that parts most of the first rows into the same number of fields; prose has commas too, but not so. */
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
    .toSorted((a, b) => a.cutQuotes - b.cutQuotes || b.agreeing - a.agreeing || b.fields - a.fields);
  return first;
}

function scoreOf(text: string, delimiter: string): Score {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, preview: ROWS_TO_GUESS });
  const counts = new Map<number, number>();
  for (const { length } of data) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [fields = 1, agreeing = 0] = [...counts].toSorted(([, a], [, b]) => b - a)[0] ?? [];
  const isEveryRow = agreeing > 0 && agreeing === data.length;
  const cutQuotes = errors.length + data.flat().filter(hasOddQuotes).length;
  return { delimiter, cutQuotes, agreeing, fields, isEveryRow };
}

function hasOddQuotes(field: string): boolean {
  return (field.match(/"/g)?.length ?? 0) % 2 === 1;
}
