import { periodAt } from '../calendar';
import type { ReportingPeriod } from '../calendar';
import { dayNumber } from '../isoDay';
import type { IsoDay } from '../isoDay';

/** Meetings of the first weeks of a period are about the one that has just ended. */
const WEEKS_AFTER = 3;

/**
 * The period that a session most likely reports: that of its day, or the one before while its day is within three
 * weeks of the end of that. A person chooses; this only proposes (merge.md 1).
 */
export function periodToReportIn(periods: readonly ReportingPeriod[], day: IsoDay): ReportingPeriod | null {
  const current = periodAt(periods, day);
  const before = periods.findLast(({ end }) => end < day);
  const isJustOver = before !== undefined && dayNumber(day) - dayNumber(before.end) <= WEEKS_AFTER * 7;
  return isJustOver ? before : current;
}
