import { sameFromSameParts } from './fields';
import type { Indicator, Plan } from './model';

/**
 * An indicator with the reports of the plan's own periods: those of another calendar are kept and shown as a
 * finding, but nothing is added to them nor compared with them. The same object where there are no others.
 */
export function inCalendar({ periods }: Pick<Plan, 'periods'>, indicator: Indicator): Indicator {
  return limited(indicator, [periods], () => {
    const ids = new Set(periods.map(({ id }) => id));
    const own = [...indicator.reports].filter(([id]) => ids.has(id));
    return own.length === indicator.reports.size ? indicator : { ...indicator, reports: new Map(own) };
  });
}

const limited = sameFromSameParts<Indicator>();
