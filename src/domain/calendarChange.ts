import { periodsOf } from './calendar';
import type { Calendar, PeriodId, ReportingPeriod } from './calendar';
import { evaluate } from './evaluate';
import type { IsoDay } from './isoDay';
import { saysSomething } from './report';
import type { Plan } from './model';
import { planTableOf } from './planTable';
import { methodFigure } from './rollupChoices';
import { planWith } from './ruleChange';

/** What another calendar does to what a plan says: a report is of its period's days (merge.md 1). */
export interface CalendarChange {
  /** The periods that are no more, in order, and how many indicators say something in each. */
  readonly leaving: readonly { readonly period: ReportingPeriod; readonly reports: number }[];
  /** The periods that are new, in order. */
  readonly arriving: readonly ReportingPeriod[];
  /** Reports that no period of the plan shows now, and that will be seen again. */
  readonly returning: number;
  /** Reports that no period shows, neither before nor after. */
  readonly hidden: number;
}

/** Compares the periods of a plan with those of a calendar. Nothing is deleted: what leaves can come back. */
export function calendarChange(plan: Plan, next: Calendar): CalendarChange {
  const periods = periodsOf(next);
  const [before, after] = [idsOf(plan.periods), idsOf(periods)];
  const said = countSaid(plan);
  const total = (isCounted: (id: PeriodId) => boolean): number =>
    [...said].reduce((sum, [id, reports]) => (isCounted(id) ? sum + reports : sum), 0);
  return {
    leaving: plan.periods
      .filter(({ id }) => !after.has(id))
      .map((period) => ({ period, reports: said.get(period.id) ?? 0 })),
    arriving: periods.filter(({ id }) => !before.has(id)),
    returning: total((id) => !before.has(id) && after.has(id)),
    hidden: total((id) => !before.has(id) && !after.has(id)),
  };
}

/** What a plan comes to on one day by its calendar and by another: on two days it might just have gone on. */
export function calendarFigures(
  plan: Plan,
  next: Calendar,
  cut: IsoDay,
): { readonly before: number | null; readonly after: number | null } {
  return { before: figureAt(plan, cut), after: figureAt(planWith(plan, { calendar: next }), cut) };
}

function figureAt(plan: Plan, cut: IsoDay): number | null {
  return methodFigure(plan, evaluate(planTableOf(plan), cut), plan.rollupMethod, plan.rollupBy).value;
}

/** True when a plan would report by both in the same way. */
export function sameCalendar(one: Calendar, other: Calendar): boolean {
  const keyOf = ({ start, end, monthsPerPeriod, cuts = [] }: Calendar): string =>
    [start, end, monthsPerPeriod, ...cuts].join(' ');
  return keyOf(one) === keyOf(other);
}

/** How many indicators say something in each period, also in those that the plan does not have. */
function countSaid({ indicators }: Plan): ReadonlyMap<PeriodId, number> {
  const counts = new Map<PeriodId, number>();
  for (const { reports } of indicators) {
    for (const [id, value] of reports) {
      if (saysSomething(value)) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  return counts;
}

function idsOf(periods: readonly ReportingPeriod[]): ReadonlySet<PeriodId> {
  return new Set(periods.map(({ id }) => id));
}
