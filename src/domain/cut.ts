import { periodAt, periodsOf } from './calendar';
import type { Calendar } from './calendar';
import type { IsoDay } from './isoDay';
import type { Plan } from './model';

/**
 * The cut of a plan that has nothing in it yet: the end of the period that a day falls in, or of the one nearest
 * to it. Null without periods.
 */
export function cutOn(day: IsoDay, calendar: Calendar): IsoDay | null {
  return periodAt(periodsOf(calendar), day)?.end ?? null;
}

/**
 * The cut at which a plan is looked at unless somebody chooses another: the end of the last period with a
 * result other than zero (domain.md A6.9); with none, the end of the first. Null without periods.
 */
export function latestCut(plan: Plan): IsoDay | null {
  const last = plan.periods.findLast(({ id }) =>
    plan.indicators.some(({ reports }) => {
      const report = reports.get(id)?.report;
      return report?.k === 'value' && report.v !== 0;
    }),
  );
  return (last ?? plan.periods[0])?.end ?? null;
}
