import { isIsoDay } from '../../domain/isoDay';
import type { IsoDay } from '../../domain/isoDay';
import type { MatrixColumn } from './columns';
import type { CellFinding } from './findings';
import type { Repair } from './reading';

type Ambiguous = Extract<CellFinding, { code: 'ambiguousDate' }>;

/** For each column with dates that read two ways, what they are the other way: asked once per column. */
export function otherOrders(
  columns: readonly MatrixColumn[],
  findings: readonly CellFinding[],
): readonly Repair[] {
  const doubtful = findings.filter((finding): finding is Ambiguous => finding.code === 'ambiguousDate');
  return columns.flatMap(({ letter, field }) => {
    const ofColumn = doubtful.filter(({ place }) => place.column === letter);
    const [first] = ofColumn;
    if (!first || (field !== 'start' && field !== 'end')) return [];
    const changes = ofColumn.map(({ place, read }) => ({
      sourceRow: place.row,
      values: { [field]: otherOrder(read) },
      added: {},
    }));
    const code = first.isMonthFirst ? 'dayFirst' : 'ambiguousDate';
    const settles = ofColumn.map(({ place: { row, column } }) => ({
      row,
      column,
      code: 'ambiguousDate' as const,
    }));
    const about = { id: `${code}:${letter}`, code, isSafe: false } as const;
    return [{ ...about, place: first.place, settles, changes, findings: [] }];
  });
}

/** Day and month in each other's place; only for days up to 12. */
export function otherOrder(day: string): IsoDay | null {
  const [year, month, date] = day.split('-');
  const other = `${year}-${date}-${month}`;
  return isIsoDay(other) ? other : null;
}
