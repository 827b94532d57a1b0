import { compareKey } from '../cells';
import type { ColumnMeaning, TableChoices } from './choices';
import type { MatrixColumn } from './columns';

/** What a person said of the columns of a layout, by the compare keys of their headers. */
export type RememberedMeanings = Readonly<Record<string, ColumnMeaning>>;

type Headed = Pick<MatrixColumn, 'letter' | 'header'>;

const SEPARATOR = '|';
const MOST_DIFFERENT = 1;

/** The header names of a table, whatever their order, as one text: where what was said of its columns is kept. */
export function layoutKey({ columns }: { readonly columns: readonly Headed[] }): string {
  return [...new Set(columns.map(keyOf))].filter(Boolean).toSorted().join(SEPARATOR);
}

/** True for two layouts that are the same but for one column more or less on either side. */
export function isSameLayout(one: string, other: string): boolean {
  const [ours, theirs] = [new Set(one.split(SEPARATOR)), new Set(other.split(SEPARATOR))];
  return (
    ours.difference(theirs).size <= MOST_DIFFERENT &&
    theirs.difference(ours).size <= MOST_DIFFERENT &&
    ours.intersection(theirs).size > MOST_DIFFERENT
  );
}

/** What is worth remembering of the meanings that a person gave to columns, by letter: all those that have a header. */
export function rememberedMeanings(
  columns: readonly Headed[],
  meanings: NonNullable<TableChoices['meanings']>,
): RememberedMeanings {
  const said = columns.flatMap((column) => {
    const meaning = meanings[column.letter];
    const key = keyOf(column);
    return meaning && key ? [[key, withoutYear(meaning)] as const] : [];
  });
  // The first of two columns called the same.
  return Object.fromEntries(said.toReversed());
}

/** The same meanings for the columns of a table, by letter, wherever they stand now. */
export function applyRemembered(
  columns: readonly Headed[],
  remembered: RememberedMeanings,
): NonNullable<TableChoices['meanings']> {
  const given = new Set<string>();
  const meanings = columns.flatMap((column) => {
    const key = keyOf(column);
    if (!key || given.has(key) || !Object.hasOwn(remembered, key)) return [];
    given.add(key);
    const meaning = remembered[key];
    return meaning ? [[column.letter, meaning] as const] : [];
  });
  return Object.fromEntries(meanings);
}

/** Next year's matrix has the same columns. */
function withoutYear(meaning: ColumnMeaning): ColumnMeaning {
  const isPeriod = meaning !== 'keep' && 'period' in meaning;
  return isPeriod ? { period: { ...meaning.period, year: null } } : meaning;
}

/** Without its year, so that `META 2024` and `META 2025` are the same column. */
function keyOf({ header }: Headed): string {
  return compareKey(header.replaceAll(/(?<!\d)20\d\d(?!\d)/g, ''));
}
