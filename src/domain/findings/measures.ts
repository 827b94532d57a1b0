import { NO_BASELINE, NO_TARGET } from '../codes';
import { roundPercent } from '../decimal';
import { accumulatedAt } from '../evaluate';
import { inCalendar } from '../inCalendar';
import type { Indicator, Plan } from '../model';
import { tableOf, wholeEvaluation } from './evaluated';
import type { Finding } from './finding';
import { valuesThatLookCumulative } from './levels';
import { isSilent } from './remarks';
import { cumulativeByNature } from './targets';

/** What no result can come of: no target, or no baseline to measure from (domain.md A6.1, A6.12). */
export function notMeasurable(plan: Plan): readonly Finding[] {
  const { exclusions } = tableOf(plan);
  return plan.indicators.flatMap(({ id: entity, target, targetUnit }, row): Finding[] => {
    if (exclusions[row] === NO_TARGET) return [{ code: 'withoutTarget', entity, target, targetUnit }];
    return exclusions[row] === NO_BASELINE ? [{ code: 'withoutBaseline', entity }] : [];
  });
}

/**
 * Results beyond the target (domain.md A6.2) of which nothing is said in the last period reported; unless the
 * values are asked about already: added up twice, any total goes beyond.
 */
export function overAchievements(plan: Plan): readonly Finding[] {
  const evaluation = wholeEvaluation(plan);
  if (!evaluation) return [];
  return plan.indicators.flatMap((whole, row): Finding[] => {
    const indicator = inCalendar(plan, whole);
    const { id: entity, target, targetUnit } = indicator;
    const percent = roundPercent(evaluation.raw[row] ?? NaN);
    if (!(percent > 100) || target === null || isLastExplained(indicator)) return [];
    const isAsked = [cumulativeByNature, valuesThatLookCumulative].some(
      (check) => check(indicator).length > 0,
    );
    if (isAsked) return [];
    const reached = accumulatedAt(evaluation, row);
    return [{ code: 'overAchievement', entity, percent, reached, target, targetUnit }];
  });
}

function isLastExplained({ reports }: Indicator): boolean {
  const last = [...reports.values()].findLast(({ report }) => report.k === 'value');
  return last !== undefined && !isSilent(last);
}
