import type { IndicatorFigure } from '../../domain/figure';
import type { Indicator } from '../../domain/model';

/** What narrows the list; an empty or missing part narrows nothing. */
export interface Chosen {
  readonly class?: string;
  readonly pace?: string;
  readonly state?: string;
  readonly missing?: string;
}

/** Whether an indicator passes every part that was chosen. "Atrasadas" holds the overdue ones too. */
export function matches(figure: IndicatorFigure, chosen: Chosen): boolean {
  const { progressClass, scheduleState, missing } = figure;
  return [
    !chosen.class || progressClass === chosen.class,
    !chosen.pace || hasPace(figure, chosen.pace),
    !chosen.state || scheduleState === chosen.state,
    !chosen.missing || missing.length > 0,
  ].every(Boolean);
}

function hasPace({ pace, scheduleState }: IndicatorFigure, wanted: string): boolean {
  return pace === wanted || (wanted === 'behind' && scheduleState === 'overdue');
}

// An indicator that did not change is the same object, and is found by the same words.
const words = new WeakMap<Indicator, string>();

/** The words by which an indicator is found, without accents or capitals. */
export function searchable(indicator: Indicator): string {
  const known = words.get(indicator);
  if (known !== undefined) return known;
  const { activity, deliverable, name, item } = indicator;
  const parties = activity.responsibleParties.map((party) => party.name);
  const text = comparable(
    [activity.number, activity.name, deliverable, name, item.differentialCriterion, ...parties].join(' '),
  );
  words.set(indicator, text);
  return text;
}

/** Text as it is compared: no accents, capitals or double spaces. */
export function comparable(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}
