import { isIsoDay } from '../../domain/isoDay';
import type { MatrixColumn } from './columns';
import type { CellFinding } from './findings';
import type { MatrixRow, Repair } from './reading';

type Several = Extract<CellFinding, { code: 'severalDays' }>;

/**
 * For each column with several days in a cell: both ends, where no other column tells the other one; the other of the
 * days, where there is one.
 */
export function severalDays(
  columns: readonly MatrixColumn[],
  findings: readonly CellFinding[],
): readonly Repair[] {
  const isEnds = columns.filter(({ field }) => field === 'start' || field === 'end').length === 1;
  const code = isEnds ? 'startAndEnd' : 'severalDays';
  return columns.flatMap(({ field, letter }): readonly Repair[] => {
    if (field !== 'start' && field !== 'end') return [];
    const several = findings.flatMap((one) =>
      one.code === 'severalDays' && one.place.column === letter ? [one] : [],
    );
    const [first] = several;
    if (!first) return [];
    const changes = several.map((one) => ({
      sourceRow: one.place.row,
      values: isEnds ? bothEnds(one) : otherDay(one, field),
      added: {},
    }));
    const settles = several.map(({ place: { row, column } }) => ({
      row,
      column,
      code: 'severalDays' as const,
    }));
    const about = { id: `${code}:${letter}`, code, isSafe: false, findings: [] } as const;
    return [{ ...about, place: first.place, settles, changes }];
  });
}

function bothEnds({ read, other }: Several): Partial<MatrixRow> {
  const [start, end] = [read, other].toSorted();
  return isIsoDay(start) && isIsoDay(end) ? { start, end } : {};
}

function otherDay({ other }: Several, field: 'start' | 'end'): Partial<MatrixRow> {
  return isIsoDay(other) ? { [field]: other } : {};
}
