import { isIsoDay } from '../../domain/isoDay';
import type { MatrixColumn } from './columns';
import type { CellFinding } from './findings';
import type { Repair } from './reading';

type Ambiguous = Extract<CellFinding, { code: 'ambiguousDate' }>;

/** For each column with dates that read two ways, what they are with the month first: asked once per column. */
export function monthFirst(
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
      values: { [field]: swapped(read) },
      added: {},
    }));
    const settles = ofColumn.map(({ place }) => place);
    const about = { id: `ambiguousDate:${letter}`, code: 'ambiguousDate', isSafe: false } as const;
    return [{ ...about, place: first.place, settles, changes, findings: [] }];
  });
}

/** Day and month in each other's place; only for days up to 12. */
function swapped(day: string) {
  const [year, month, date] = day.split('-');
  const other = `${year}-${date}-${month}`;
  return isIsoDay(other) ? other : null;
}
