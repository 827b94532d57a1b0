import type { Indicator, Plan } from '../model';
import type { Finding } from './finding';

/** An end before its start, or days outside the plan's calendar (domain.md A6.8). */
export function dateFindings(plan: Plan, indicator: Indicator): readonly Finding[] {
  const { id: entity, start, end } = indicator;
  const found: Finding[] = [];
  if (start && end && end < start) found.push({ code: 'datesReversed', entity, start, end });
  const isOutside = [start, end].some(
    (day) => day !== null && (day < plan.calendar.start || day > plan.calendar.end),
  );
  if (isOutside) found.push({ code: 'datesOutsideYear', entity, start, end });
  return found;
}
