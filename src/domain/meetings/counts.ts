import type { ReportingPeriod } from '../calendar';
import { reportIn } from '../model';
import type { Indicator, Plan } from '../model';
import type { WorkshopSession } from './model';

/** What the meetings say of an indicator in a period: how many there were, and which. */
export interface MeetingCount {
  readonly indicator: Indicator;
  readonly period: ReportingPeriod;
  readonly sessions: readonly WorkshopSession[];
}

/**
 * The closed sessions that an indicator counts in a period: all of its series, or those that left an acta
 * (journey J2). Null for an indicator that counts none.
 */
function countedIn(plan: Plan, indicator: Indicator, period: ReportingPeriod): MeetingCount | null {
  const { counts } = indicator;
  const series = counts && plan.meetings.series.find(({ id }) => id === counts.series);
  if (!series) return null;
  const sessions = series.sessions.filter(
    ({ state, day, minutes }) =>
      day !== null &&
      day >= period.start &&
      day <= period.end &&
      // An acta that is being corrected still is one.
      (counts.what === 'sessions' ? state === 'closed' : minutes.length > 0),
  );
  return { indicator, period, sessions };
}

/** What closing a session proposes to record: the indicators that count its series, in the period of its day, with it. */
export function countsToPropose(plan: Plan, session: WorkshopSession): readonly MeetingCount[] {
  const period = plan.periods.find(
    ({ start, end }) => session.day !== null && start <= session.day && session.day <= end,
  );
  if (!period) return [];
  return plan.indicators.flatMap((indicator) => {
    if (indicator.counts?.series !== session.seriesId) return [];
    const count = countedIn(plan, indicator, period);
    if (!count) return [];
    const others = count.sessions.filter(({ id }) => id !== session.id);
    return [{ ...count, sessions: [...others, session] }];
  });
}

/** Meetings that were never written down here may have been counted by hand: what is reported is not lowered. */
export function isNews({ indicator, period, sessions }: MeetingCount): boolean {
  const report = reportIn(indicator, period.id);
  return report.k !== 'value' || report.v < sessions.length;
}

/** What a series counts and nobody has recorded yet, period by period: two tablets may have closed one each. */
export function countsOfSeries(plan: Plan, seriesId: string): readonly MeetingCount[] {
  return plan.indicators
    .flatMap((indicator) =>
      indicator.counts?.series === seriesId
        ? plan.periods.flatMap((period) => countedIn(plan, indicator, period) ?? [])
        : [],
    )
    .filter((count) => count.sessions.length > 0 && isNews(count));
}
