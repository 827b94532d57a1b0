import type { PeriodId } from '../calendar';
import { saysSomething } from '../report';
import type { Plan } from '../model';
import type { Finding } from './finding';
import { oncePerIndicator } from './oncePerIndicator';

/** Reports of indicators that somebody removed without having seen them. */
export function strayReports(plan: Plan): readonly Finding[] {
  return plan.strayReports.map(({ indicatorId: entity, periods }) => ({
    code: 'strayReports',
    entity,
    periods,
  }));
}

/**
 * Reports of periods that the calendar does not have: it was changed while somebody reported by the one before,
 * or after (merge.md 1). No figure counts them and no screen of the indicator shows them.
 */
export function reportsOutsideCalendar({ indicators, periods }: Plan): readonly Finding[] {
  const inCalendar = new Set(periods.map(({ id }) => id));
  return indicators.flatMap((indicator) => {
    const outside = said(indicator).filter(({ period }) => !inCalendar.has(period));
    if (outside.length === 0) return [];
    const { id: entity, targetUnit } = indicator;
    return [
      {
        code: 'reportsOutsideCalendar' as const,
        entity,
        periods: outside.map(({ period }) => period),
        values: outside.map(({ value }) => value),
        targetUnit,
      },
    ];
  });
}

/** The periods in which something is said of an indicator, and the value where it is one. */
const said = oncePerIndicator(({ reports }) =>
  [...reports].flatMap(([period, told]): readonly { period: PeriodId; value: number | null }[] =>
    saysSomething(told) ? [{ period, value: told.report.k === 'value' ? told.report.v : null }] : [],
  ),
);
