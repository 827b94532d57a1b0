import type { Change } from '../../state/history';
import { openPlan } from '../../state/openPlan.svelte';
import type { Plan } from '../../domain/model';
import type { TargetUnit } from '../../domain/report';
import { kindOf } from '../../domain/entities';
import { changeWords, partHistory } from '../../text/partHistory';
import type { ChangeWords } from '../../text/partHistory';
import { structure } from '../../text/structure';

/** A change as it is told, and who made it. */
export interface ChangeLine extends ChangeWords {
  readonly key: string;
  readonly change: Change;
}

/** Fields that nobody writes: a place in a list, what a row is known by in its file. */
const NOT_TOLD: readonly string[] = ['pos', 'sourceKey', 'sourceRow'];

/** What became of a part and of those that it hangs from, the newest first; of the part itself also its beginning. */
export function linesOfPart(plan: Plan, part: string, changes: readonly Change[]): readonly ChangeLine[] {
  const begun = changes.find(({ entity, isBirth }) => entity === part && isBirth);
  return changes.flatMap((change, at): readonly ChangeLine[] => {
    const of = change.entity === part ? '' : PART[kindOf(change.entity)];
    if (change === begun) return [{ ...BEGUN, key: change.id, change }];
    if (change.isBirth || NOT_TOLD.includes(change.field)) return [];
    const words = changeWords({ ...change, ...unitsAt(changes, at) }, plan, partName);
    return [lineOf(change, { ...words, label: [of, words.label].filter(Boolean).join(' · ') })];
  });
}

export function lineOf(change: Change, words: ChangeWords): ChangeLine {
  return { ...words, key: `${change.id} ${change.entity} ${change.field}`, change };
}

const BEGUN: ChangeWords = { label: '', before: null, after: partHistory.begun };
const PART: Readonly<Record<string, string>> = {
  itm: structure.item,
  act: structure.activity,
  ind: structure.indicator,
};

/** The unit of the target before and after a change: numbers of another time may be of another unit. */
function unitsAt(
  changes: readonly Change[],
  at: number,
): { readonly unit: TargetUnit; readonly unitBefore: TargetUnit } {
  const commit = changes[at]?.id;
  const unitOf = (isOfThen: (change: Change, place: number) => boolean): TargetUnit => {
    const said = changes.find((one, place) => one.field === 'targetUnit' && isOfThen(one, place));
    return said?.value === 'percent' ? 'percent' : 'count';
  };
  return {
    unit: unitOf(({ id }, place) => id === commit || place > at),
    unitBefore: unitOf(({ id }, place) => id !== commit && place > at),
  };
}

/** The name of a part or of a team, also of one that is not in the plan any more. */
function partName(id: string): string {
  const texts = (...fields: readonly string[]) => fields.map((field) => openPlan.text(id, field));
  if (kindOf(id) === 'itm') return texts('number', 'differentialCriterion').filter(Boolean).join('. ');
  return texts('name', 'deliverable').find(Boolean) ?? '';
}
