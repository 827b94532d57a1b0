import { evidenceRows, passes, standsAs } from '../../domain/evidence';
import type { EvidenceFilter, EvidenceRow, EvidenceStanding, IsHere } from '../../domain/evidence';
import type { PeriodId } from '../../domain/calendar';
import type { Plan } from '../../domain/model';

export const FILTERS: readonly EvidenceFilter[] = ['all', 'none', 'cited', 'attached', 'verified', 'missing'];

/** How many pieces of a row stand each way; what is not on this device is never counted as attached. */
export type PieceCounts = Readonly<Record<EvidenceStanding, number>>;

/** The rows of a period that pass, and how many pass each filter. */
export function evidenceView(plan: Plan, period: PeriodId, filter: EvidenceFilter, isHere: IsHere) {
  const all = evidenceRows(plan, period);
  const counts = Object.fromEntries(
    FILTERS.map((one) => [one, all.filter((row) => passes(row, one, isHere)).length]),
  ) as Readonly<Record<EvidenceFilter, number>>;
  return { all, counts, rows: all.filter((row) => passes(row, filter, isHere)) };
}

export function pieceCounts({ evidence }: EvidenceRow, isHere: IsHere): PieceCounts {
  const howMany = (as: EvidenceStanding) => evidence.filter((one) => standsAs(one, as, isHere)).length;
  return {
    cited: howMany('cited'),
    attached: howMany('attached'),
    verified: howMany('verified'),
    missing: howMany('missing'),
  };
}
