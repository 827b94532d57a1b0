import type { IndicatorFigure } from '../../domain/figure';
import type { ListFilter } from '../paths';

/** What narrows the list; an empty or missing part narrows nothing. */
export type Chosen = ListFilter;

/** Whether an indicator passes every part that was chosen. "Atrasadas" holds the overdue ones too. */
export function matches(figure: IndicatorFigure, chosen: Chosen): boolean {
  const { progressClass, bandId, scheduleState, missing } = figure;
  return [
    !chosen.class || progressClass === chosen.class,
    !chosen.band || bandId === chosen.band,
    !chosen.pace || hasPace(figure, chosen.pace),
    !chosen.state || scheduleState === chosen.state,
    !chosen.missing || missing.length > 0,
  ].every(Boolean);
}

/** True where some part narrows. */
export function isNarrowed(chosen: Chosen): boolean {
  return Object.values(chosen).some(Boolean);
}

function hasPace({ pace, scheduleState }: IndicatorFigure, wanted: string): boolean {
  return pace === wanted || (wanted === 'behind' && scheduleState === 'overdue');
}
