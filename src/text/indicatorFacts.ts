import { isUndated } from '../domain/board';
import { waitingFor } from '../domain/blockers';
import type { IndicatorFigure } from '../domain/figure';
import type { IsoDay } from '../domain/isoDay';
import type { Indicator, Plan } from '../domain/model';
import { amount } from './explanation';
import { formatDayIn, formatDue, formatGap, shortPeriodName } from './format';
import { waitingShort } from './waiting';

/**
 * What stands after an indicator's state in a list: how far behind, how many of how many, until when, what is
 * missing, and what its work waits for.
 */
export function indicatorFacts(figure: IndicatorFigure, plan: Plan, cut: IsoDay): readonly string[] {
  const { missing, isOverAchieved } = figure;
  return [
    isOverAchieved ? 'sobrecumplimiento' : '',
    gapWords(figure),
    amountWords(figure),
    isUndated(figure) ? 'sin fechas' : dueWords(figure, plan, cut),
    missing.length > 0 ? missingPeriods(figure, plan) : '',
    blockedWords(figure, plan),
  ].filter(Boolean);
}

/** How many of how many: "2 de 21"; measured from a baseline, "va en 11, de 20 a 5". A whole of 1 says nothing. */
function amountWords({ indicator, accumulated, exclusion }: IndicatorFigure): string {
  const { target, targetUnit: unit } = indicator;
  if (target === null || accumulated === null) return '';
  const way = wayFromBaseline(indicator);
  if (way !== '') return `va en ${amount(accumulated, unit)}, ${way}`;
  // Nothing is so many of 0: what has no target says only how many there are.
  if (exclusion === 'noTarget') return `van ${amount(accumulated, unit)}`;
  return unit === 'count' && target !== 1 ? `${amount(accumulated, unit)} de ${amount(target, unit)}` : '';
}

/** "de 20 a 5", for what is measured from a baseline to a target; empty for anything else. */
export function wayFromBaseline({ accumulation, baseline, target, targetUnit: unit }: Indicator): string {
  const isFromBaseline = accumulation === 'capacity' || accumulation === 'reduction';
  if (!isFromBaseline || baseline === null || target === null) return '';
  return `de ${amount(baseline, unit)} a ${amount(target, unit)}`;
}

/** How far behind: "32,9 puntos por debajo"; empty where it is not. */
export function gapWords({ lag, pace }: IndicatorFigure): string {
  return pace === 'behind' && lag !== null ? `${formatGap(lag)} por debajo` : '';
}

/** What is done waits for nothing any more. */
function blockedWords({ indicator, scheduleState }: IndicatorFigure, plan: Plan): string {
  const waiting = scheduleState === 'done' ? null : waitingFor(plan, indicator);
  return waiting ? waitingShort(waiting) : '';
}

const lists = new Intl.ListFormat('es-CO');

/** "falta T2", "faltan T1 y T2". */
export function missingPeriods({ missing }: IndicatorFigure, plan: Plan): string {
  const names = missing.map((period) => shortPeriodName(period, plan.calendar));
  const listed = lists.format(names);
  return `${names.length === 1 ? 'falta' : 'faltan'} ${listed}`;
}

const FAR_DAYS = 60;

/** Far ends are said by their day, near ones by how many days are left. Done needs none. */
function dueWords(
  { indicator, daysToEnd, scheduleState }: IndicatorFigure,
  { planYear }: Plan,
  cut: IsoDay,
): string {
  if (scheduleState === 'done' || daysToEnd === null || indicator.end === null) return '';
  if (scheduleState === 'notStarted' && indicator.start !== null)
    return `empieza el ${formatDayIn(indicator.start, planYear, cut)}`;
  if (daysToEnd > FAR_DAYS) return `vence el ${formatDayIn(indicator.end, planYear, cut)}`;
  return formatDue(daysToEnd);
}
