import { isAtWork } from '../../domain/atWork';
import { managementStateOf } from '../../domain/byResponsible';
import { periodDays } from '../../domain/calendar';
import type { PeriodId } from '../../domain/calendar';
import type { IndicatorFigure } from '../../domain/figure';
import { groupingFrom } from '../../domain/grouping';
import { groupIdsOf } from '../../domain/groups';
import type { Indicator } from '../../domain/model';
import type { ListFilter } from '../paths';

/** What narrows the list; an empty or missing part narrows nothing. */
export type Chosen = ListFilter;

/** Whether an indicator passes every part that was chosen. "Atrasadas" holds the overdue ones too. */
export function matches(figure: IndicatorFigure, chosen: Chosen): boolean {
  const { progressClass, bandId, scheduleState, missing, capped } = figure;
  return [
    !chosen.class || progressClass === chosen.class,
    !chosen.band || bandId === chosen.band,
    !chosen.pace || hasPace(figure, chosen.pace),
    !chosen.state || scheduleState === chosen.state,
    !chosen.missing || missing.length > 0,
    !chosen.management || managementStateOf(capped, progressClass) === chosen.management,
    isInGroup(figure.indicator, chosen),
    !chosen.period || isOfPeriod(figure.indicator, chosen.period),
  ].every(Boolean);
}

/** True where some part narrows. */
export function isNarrowed(chosen: Chosen): boolean {
  return Object.values(chosen).some(Boolean);
}

function hasPace({ pace, scheduleState }: IndicatorFigure, wanted: string): boolean {
  return pace === wanted || (wanted === 'behind' && scheduleState === 'overdue');
}

function isInGroup(indicator: Indicator, { by, group = '' }: Chosen): boolean {
  const grouping = by ? groupingFrom(by) : null;
  return grouping === null || groupIdsOf(indicator, grouping).includes(group);
}

/** An address may hold anything: of what is no period nothing is known, and nothing narrows. */
function isOfPeriod(indicator: Indicator, text: string): boolean {
  const id = text as PeriodId;
  const days = periodDays(id);
  return days === null || isAtWork(indicator, { id, ...days });
}
