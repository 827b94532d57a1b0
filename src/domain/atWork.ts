import type { ReportingPeriod } from './calendar';
import { reportIn } from './model';
import type { Indicator } from './model';

/**
 * True where an indicator has to do with a period: it reported a value there, or the period overlaps its days.
 * A side without a date is open, and reversed dates are none.
 */
export function isAtWork(indicator: Indicator, period: Omit<ReportingPeriod, 'ordinal'>): boolean {
  if (reportIn(indicator, period.id).k === 'value') return true;
  const { start, end } = indicator;
  if (start !== null && end !== null && end < start) return true;
  return (start === null || start <= period.end) && (end === null || end >= period.start);
}
