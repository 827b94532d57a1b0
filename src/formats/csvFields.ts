import Papa from 'papaparse';

export interface Fields {
  readonly rows: readonly (readonly string[])[];
  /** How many fields have quotes that do not close, or that close too early. */
  readonly badQuotes: number;
}

// A quote that nobody writes.
const NO_QUOTE = '\u0000';

/** Parts a text into at most so many rows of fields; where it is not quoted, a quote is a sign like any other. */
export function fieldsOf(
  text: string,
  delimiter: string,
  { maxRows, isQuoted = true }: { readonly maxRows: number; readonly isQuoted?: boolean },
): Fields {
  const { data, errors } = Papa.parse<string[]>(text, {
    delimiter,
    preview: maxRows,
    ...(isQuoted ? {} : { quoteChar: NO_QUOTE }),
  });
  return { rows: data, badQuotes: errors.length };
}
