import type { PeriodId } from '../../domain/calendar';
import { kindOf } from '../../domain/entities';
import { periodsSaid } from '../../domain/cuts/closedCuts';
import type { Json } from '../../log/json';
import { keyOfChange } from './changes';
import type { Difference, FieldChange, Hold } from './changes';
import { isInConflict } from './comparison';
import type { Comparison } from './comparison';
import { sameValue } from './sameValue';

/** What a person decides of the differences. */
export interface HoldChoices {
  readonly blanks: 'keep' | 'clear';
  /** The keys of changes that are not written. */
  readonly left: readonly string[];
  /** The keys of changes that are written though the file only says what it said before. */
  readonly taken: readonly string[];
  /** Why something is said of a period that is closed; '' where nobody says why. */
  readonly lateReason: string;
}

/** What the last matrix that was written into the plan said of a field; undefined where none did. */
export type LastSaid = (entity: string, field: string) => Json | undefined;

interface Holding {
  readonly comparison: Comparison;
  readonly choices: HoldChoices;
  /** Null for what left the plan after all that was written into it: whatever it says, it says now. */
  readonly lastSaid: LastSaid | null;
  readonly periods: ReadonlySet<PeriodId>;
}

/** The change that a difference is, with what holds it. */
export function changeOf(holding: Holding, difference: Difference): FieldChange {
  const { entity, field, period, before, after, edits } = difference;
  const key = keyOfChange(difference);
  return { key, entity, field, period, before, after, edits, hold: holdOf(holding, difference, key) };
}

function holdOf(holding: Holding, difference: Difference, key: string): Hold | null {
  const { choices } = holding;
  const tests: readonly (readonly [Hold, () => boolean])[] = [
    ['removed', () => isOfRemoved(holding.comparison, difference)],
    ['conflict', () => isContested(holding.comparison, difference)],
    ['otherPeriod', () => difference.period !== null && !holding.periods.has(difference.period)],
    ['blank', () => difference.isBlank && choices.blanks === 'keep'],
    ['unchangedInFile', () => !choices.taken.includes(key) && isUnchangedInFile(holding, difference)],
    ['left', () => choices.left.includes(key)],
    ['closed', () => choices.lateReason.trim() === '' && isOfClosed(holding.comparison, difference)],
  ];
  return tests.find(([, holds]) => holds())?.[0] ?? null;
}

/** True for what says something of a closed period. */
export function isOfClosed(
  { standing: { closed } }: Comparison,
  { edits }: Pick<FieldChange, 'edits'>,
): boolean {
  return periodsSaid(edits).some((period) => closed.has(period));
}

/** What was deleted alone has one id for everybody and comes back by being written; a part of the plan does not. */
function isOfRemoved({ standing, restored }: Comparison, { entity }: Difference): boolean {
  const isPart = ['itm', 'act', 'ind'].includes(kindOf(entity));
  return isPart && standing.deleted.has(entity) && !restored.has(entity);
}

function isContested(comparison: Comparison, { edits }: Difference): boolean {
  return edits.some(({ entity, field }) => isInConflict(comparison, entity, field));
}

/** True where the file says what it said when it was last written here: what differs was changed in the plan since. */
function isUnchangedInFile({ lastSaid }: Holding, { edits, isBlank }: Difference): boolean {
  if (isBlank || lastSaid === null) return false;
  return edits.every(({ entity, field, value }) => {
    const said = lastSaid(entity, field);
    return said === undefined ? value === false : sameValue(field, said, value);
  });
}
