import { waitingFor } from '../domain/blockers';
import type { IndicatorFigure } from '../domain/figure';
import type { IsoDay } from '../domain/isoDay';
import type { Plan } from '../domain/model';
import { amount } from './explanation';
import { formatDayMonth, formatDue, formatGap, shortPeriodName } from './format';
import { waitingShort } from './waiting';

/**
 * What stands after an indicator's state in a list: how far behind, how many of how many, until when, what is
 * missing, and what its work waits for.
 */
export function indicatorFacts(figure: IndicatorFigure, plan: Plan, cut: IsoDay): readonly string[] {
  const { indicator, accumulated, missing, isOverAchieved } = figure;
  return [
    isOverAchieved ? 'sobrecumplimiento' : '',
    gapWords(figure),
    indicator.target !== null &&
    indicator.targetUnit === 'count' &&
    accumulated !== null &&
    indicator.target !== 1
      ? `${amount(accumulated, 'count')} de ${amount(indicator.target, 'count')}`
      : '',
    dueWords(figure, cut),
    missing.length > 0 ? missingPeriods(figure, plan) : '',
    blockedWords(figure, plan),
  ].filter(Boolean);
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

/** "falta T2", "faltan T1 y T2". */
export function missingPeriods({ missing }: IndicatorFigure, plan: Plan): string {
  const names = missing.map((period) => shortPeriodName(period, plan.calendar));
  const listed = new Intl.ListFormat('es-CO').format(names);
  return `${names.length === 1 ? 'falta' : 'faltan'} ${listed}`;
}

const FAR_DAYS = 60;

/** Far ends are said by their day, near ones by how many days are left. Done needs none. */
function dueWords({ indicator, daysToEnd, scheduleState }: IndicatorFigure, cut: IsoDay): string {
  if (scheduleState === 'done' || daysToEnd === null || indicator.end === null) return '';
  if (scheduleState === 'notStarted' && indicator.start !== null)
    return `empieza el ${formatDayMonth(indicator.start)}`;
  if (daysToEnd > FAR_DAYS) {
    const isOtherYear = indicator.end.slice(0, 4) !== cut.slice(0, 4);
    return `vence el ${formatDayMonth(indicator.end)}${isOtherYear ? ` de ${indicator.end.slice(0, 4)}` : ''}`;
  }
  return formatDue(daysToEnd);
}
