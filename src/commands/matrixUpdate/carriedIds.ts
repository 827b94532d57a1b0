import type { MatrixRow } from '../../formats/matrix/reading';
import { groupBy } from '../../domain/groupBy';

/** Which row each of our ids in a file is of. A row that was copied in the spreadsheet carries its original's too. */
export interface CarriedIds {
  /** By the row of the file; each id once. */
  readonly idOf: ReadonlyMap<number, string>;
  readonly copied: ReadonlySet<number>;
}

/**
 * Of the rows that carry one id, that is the original which still says what the id is of, wherever the copies were put
 * and whatever was written into them; where none does, the first.
 */
export function carriedIds(
  rows: readonly MatrixRow[],
  idIn: (row: MatrixRow) => string | null,
  original: (all: readonly MatrixRow[], id: string) => MatrixRow | undefined,
): CarriedIds {
  const idOf = new Map<number, string>();
  const copied = new Set<number>();
  const carrying = rows.filter((row) => idIn(row) !== null);
  for (const [id, all] of groupBy(carrying, (row) => idIn(row) ?? '')) {
    const own = original(all, id) ?? all[0];
    for (const row of all) {
      if (row === own) idOf.set(row.sourceRow, id);
      else copied.add(row.sourceRow);
    }
  }
  return { idOf, copied };
}
