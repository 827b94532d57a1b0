import { otherReading } from '../numbers';
import type { MatrixColumn } from './columns';
import type { CellFinding } from './findings';
import type { MatrixRow, Repair, RowChange } from './reading';

type Ambiguous = Extract<CellFinding, { code: 'ambiguousNumber' }>;

/** What a number in doubt would change in its row if it were the other one; null where it changes nothing. */
type Change = Pick<RowChange, 'values' | 'inPeriods'> | null;

const PLAIN_FIELDS = ['target', 'baseline', 'budget', 'executed'] as const;

/** For each column with numbers that read two ways, what they are the other way: asked once per column (domain.md A6.7). */
export function otherNumbers(
  columns: readonly MatrixColumn[],
  rows: readonly MatrixRow[],
  findings: readonly CellFinding[],
): readonly Repair[] {
  const doubtful = findings.filter((finding): finding is Ambiguous => finding.code === 'ambiguousNumber');
  const bySource = new Map(rows.map((row) => [row.sourceRow, row]));
  return columns.flatMap((column): readonly Repair[] => {
    const ofColumn = doubtful.filter(({ place }) => place.column === column.letter);
    const changes = ofColumn.flatMap((finding): readonly RowChange[] => {
      const row = bySource.get(finding.place.row);
      const change = row ? changeOf(columns, column, row, finding) : null;
      return row && change ? [{ sourceRow: row.sourceRow, added: {}, ...change }] : [];
    });
    const first = ofColumn.find(({ place }) => place.row === changes[0]?.sourceRow);
    if (!first) return [];
    const { place, read } = first;
    const settles = changes.map(({ sourceRow }) => ({ row: sourceRow, column: column.letter }));
    const about = { id: `ambiguousNumber:${column.letter}`, code: 'ambiguousNumber', isSafe: false } as const;
    const readings = { read, other: otherReading(place.text, read) };
    return [{ ...about, place, settles, changes, findings: [], readings }];
  });
}

function changeOf(
  columns: readonly MatrixColumn[],
  { field, period }: MatrixColumn,
  row: MatrixRow,
  { place, read }: Ambiguous,
): Change {
  const other = otherReading(place.text, read);
  const plain = PLAIN_FIELDS.find((one) => one === field);
  if (plain) return row[plain] === read ? { values: { [plain]: other } } : null;
  const aspect = period?.aspect;
  if (!period || (aspect !== 'value' && aspect !== 'planned')) return null;
  const index = placeInRow(columns, row, aspect, period.index, read);
  return index === null ? null : { values: {}, inPeriods: [{ aspect, index, read: other }] };
}

/** Where headers name no year, a row's periods may be those of a later one. */
export function placeInRow(
  columns: readonly MatrixColumn[],
  row: MatrixRow,
  aspect: 'value' | 'planned',
  first: number,
  read: number,
): number | null {
  const named = columns.flatMap(({ period }) => (period?.aspect === aspect ? [period.index + 1] : []));
  const step = Math.max(...named);
  for (let index = first; index < row.values.length; index += step) {
    const report = row.values[index];
    const value = report?.k === 'value' ? report.v : null;
    if ((aspect === 'value' ? value : row.planned[index]) === read) return index;
  }
  return null;
}
