import type { Indicator, Plan } from '../model';
import type { Finding } from './finding';

const PHASE = /\b(?:fase|etapa)\s+(\d+|[ivx]+)\b/giu;
const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };

/**
 * An indicator or an activity without a name, in a plan whose others have one: where none has,
 * the plan names them by something else.
 */
export function blankIdentities({ indicators, activities }: Plan): readonly Finding[] {
  return [
    ...unnamed(activities).map((entity) => ({
      code: 'blankIdentity' as const,
      entity,
      field: 'activity' as const,
    })),
    ...unnamed(indicators).map((entity) => ({
      code: 'blankIdentity' as const,
      entity,
      field: 'indicatorName' as const,
    })),
  ];
}

function unnamed(things: readonly { readonly id: string; readonly name: string }[]): readonly string[] {
  const blank = things.filter(({ name }) => name.trim() === '');
  return blank.length === things.length ? [] : blank.map(({ id }) => id);
}

/** Indicators that nobody answers for and that have no dates: nothing can be asked of anybody. */
export function noDatesNoOwner({ id, indicators }: Plan): readonly Finding[] {
  const loose = indicators.filter(
    ({ start, end, activity }) => !start && !end && activity.responsibleParties.length === 0,
  );
  if (loose.length === 0) return [];
  return [{ code: 'noDatesNoOwner', entity: id, indicators: loose.map((one) => one.id) }];
}

/** An activity of one phase whose deliverable and indicator are of another: "Fase III", "fase II". */
export function deliverableDiffers(indicator: Indicator): readonly Finding[] {
  const { id: entity, activity, deliverable, name } = indicator;
  const asked = phasesOf(activity.name);
  const given = [...phasesOf(deliverable), ...phasesOf(name)];
  const [[, first] = [], [, other] = []] = [asked[0], given[0]];
  if (first === undefined || other === undefined) return [];
  if (given.some(([phase]) => asked.some(([one]) => one === phase))) return [];
  return [{ code: 'deliverableDiffersFromActivity', entity, activity: first, deliverable: other }];
}

/** Each phase that a text names, by its number, with its words. */
function phasesOf(text: string): readonly (readonly [number, string])[] {
  return [...text.matchAll(PHASE)].map(
    ([words, number = '']) => [numberOf(number.toLowerCase()), words] as const,
  );
}

function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const values = [...text].map((letter) => ROMAN[letter] ?? 0);
  return values.reduce((sum, value, place) => sum + (value < (values[place + 1] ?? 0) ? -value : value), 0);
}
