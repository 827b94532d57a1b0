import type { ColumnMeaning } from './choices';
import type { Confidence, MatrixColumn } from './columns';

const SURENESS: readonly Confidence[] = ['sure', 'likely', 'none'];

/**
 * The columns with each meaning in one of them: that of which a person said so, then the surest, then the first.
 * The others are kept as unknown ones, so that none of their cells is lost. Headers that differ may name the same
 * period, as TRIMESTRE 1 and TRIMESTRE 1 2024 do: only their places in the calendar tell.
 */
export function withoutRivals(
  columns: readonly MatrixColumn[],
  said: Readonly<Record<string, ColumnMeaning>>,
): readonly MatrixColumn[] {
  const strength = ({ letter, confidence }: MatrixColumn) =>
    (letter in said ? 0 : SURENESS.length) + SURENESS.indexOf(confidence);
  const best = new Map<string, MatrixColumn>();
  for (const column of columns.toSorted((a, b) => strength(a) - strength(b))) {
    const meaning = meaningOf(column);
    if (meaning && !best.has(meaning)) best.set(meaning, column);
  }
  return columns.map((column) => {
    const meaning = meaningOf(column);
    const isBeaten = meaning !== null && best.get(meaning) !== column;
    return isBeaten ? { ...column, field: null, period: null, confidence: 'none' } : column;
  });
}

function meaningOf({ field, period }: MatrixColumn): string | null {
  return field ?? (period && `${period.aspect} ${period.index}`);
}
