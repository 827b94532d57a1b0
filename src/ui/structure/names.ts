import type { Activity, Indicator, PlanItem } from '../../domain/model';
import { structure } from '../../text/structure';

export function itemName({ number, differentialCriterion }: PlanItem): string {
  return [number, differentialCriterion].filter(Boolean).join('. ') || structure.withoutName;
}

/** Most sources print the number within the name; where they do not, it stands before it. */
export function activityName({ number, name }: Activity): string {
  if (name === '') return [number, structure.withoutName].filter(Boolean).join('. ');
  return number === '' || name.startsWith(number) ? name : `${number}. ${name}`;
}

export function indicatorName({ deliverable, name }: Indicator): string {
  return deliverable || name || structure.withoutName;
}

/** The name of a part of any kind. */
export function partName(
  one:
    | {
        readonly kind: 'item';
        readonly part: PlanItem;
      }
    | { readonly kind: 'activity'; readonly part: Activity }
    | { readonly kind: 'indicator'; readonly part: Indicator },
): string {
  if (one.kind === 'item') return itemName(one.part);
  return one.kind === 'activity' ? activityName(one.part) : indicatorName(one.part);
}
