import { decreases, looksCumulative } from '../entry';
import type { Indicator } from '../model';
import type { Finding } from './finding';
import { cumulativeByNature } from './targets';

/** A level that falls from one report to the next, with nothing said of why (domain.md A6.9). */
export function unexplainedDecreases(indicator: Indicator): readonly Finding[] {
  let before: number | null = null;
  const { id: entity, targetUnit } = indicator;
  return [...indicator.reports].flatMap(([period, { report, remark, delayCause }]) => {
    if (report.k !== 'value') return [];
    const from = before;
    before = report.v;
    const isExplained = remark.trim() !== '' || delayCause.trim() !== '';
    if (from === null || isExplained || !decreases(indicator, period, report.v)) return [];
    return [{ code: 'unexplainedDecrease' as const, entity, period, from, to: report.v, targetUnit }];
  });
}

/** Values added up that look like the total so far, unless the indicator as a whole is asked about. */
export function valuesThatLookCumulative(indicator: Indicator): readonly Finding[] {
  if (cumulativeByNature(indicator).length > 0) return [];
  const found = [...indicator.reports].flatMap(([period, { report }]) =>
    report.k === 'value' && looksCumulative(indicator, period, report.v) ? [{ period, value: report.v }] : [],
  );
  if (found.length === 0) return [];
  return [
    {
      code: 'valueLooksCumulative',
      entity: indicator.id,
      periods: found.map(({ period }) => period),
      values: found.map(({ value }) => value),
      targetUnit: indicator.targetUnit,
    },
  ];
}
