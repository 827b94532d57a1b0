import type { ReportingPeriod } from '../../domain/calendar';
import type { IsoDay } from '../../domain/isoDay';
import type { MatrixRow } from './reading';

/** The cut a file seems to have, and the periods after it that hold nothing but zeros. */
interface ProposedCut {
  readonly proposedCut: IsoDay | null;
  readonly zeroPeriods: readonly number[];
}

/** The last day of the last period with a non-zero result (domain.md A6.9). Without any, no cut and no doubtful zeros. */
export function proposeCut(rows: readonly MatrixRow[], periods: readonly ReportingPeriod[]): ProposedCut {
  const last = periods.findLastIndex((_, index) => rows.some((row) => hasResult(row, index)));
  if (last < 0) return { proposedCut: null, zeroPeriods: [] };
  const zeroPeriods = periods.flatMap((_, index) =>
    index > last && rows.some(({ values }) => values[index]?.k === 'value') ? [index] : [],
  );
  return { proposedCut: periods[last]?.end ?? null, zeroPeriods };
}

function hasResult(row: MatrixRow, index: number): boolean {
  const report = row.values[index];
  return report?.k === 'value' && report.v !== 0;
}
