import type { Indicator, Plan } from '../model';
import type { Finding } from './finding';

/**
 * An end before its start, or days outside the plan's year and its calendar (domain.md A6.8): a semester of
 * follow-up may be of work that takes the whole year.
 */
export function dateFindings(plan: Plan, indicator: Indicator): readonly Finding[] {
  const { id: entity, start, end } = indicator;
  const found: Finding[] = [];
  if (start && end && end < start) found.push({ code: 'datesReversed', entity, start, end });
  const { planYear, calendar } = plan;
  const isOutside = [start, end].some(
    (day) =>
      day !== null && Number(day.slice(0, 4)) !== planYear && (day < calendar.start || day > calendar.end),
  );
  if (isOutside) found.push({ code: 'datesOutsideYear', entity, start, end });
  return found;
}
