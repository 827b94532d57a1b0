import { DELETED } from '../domain/entities';
import type { Plan } from '../domain/model';
import type { TargetUnit } from '../domain/report';
import { CONTESTED, fieldValueWords } from './conflicts';
import { fieldWords } from './fieldNames';
import { elementName } from './groupings';

/** Words of the history of what the plan itself says: its parts and its rules. */
export const partHistory = {
  title: 'Historia',
  ofIndicator: 'Historia del indicador',
  ofRules: 'Historia de las reglas',
  nothing: 'Nada ha cambiado desde que está en el plan.',
  noRuleChanged: 'Ninguna regla ha cambiado.',
  begun: 'se agregó al plan',
  from: (before: string) => `${before} → `,
} as const;

/** A field that was changed, as it was and as it became. */
export interface FieldChange {
  readonly field: string;
  readonly value: unknown;
  /** Undefined where nothing was written over. */
  readonly before: unknown;
  /** The unit of the target then: a number is of the unit in which it was written. */
  readonly unit: TargetUnit;
  readonly unitBefore: TargetUnit;
}

export interface ChangeWords {
  readonly label: string;
  /** Null where there was nothing before, or the change says it all. */
  readonly before: string | null;
  readonly after: string;
}

/** A change of a part of the plan in words; `nameOf` names a part, a team, by its id. */
export function changeWords(change: FieldChange, plan: Plan, nameOf: (id: string) => string): ChangeWords {
  const { field, value, before, unit, unitBefore } = change;
  if (field === DELETED) return deletionWords(value);
  const element = elementOf(field, nameOf);
  if (element) {
    const [label, name] = element;
    return { label, before: null, after: `${value === true ? 'se agregó' : 'se quitó'} «${name}»` };
  }
  const words = (said: unknown, of: TargetUnit): string =>
    (POINTERS.includes(field) && typeof said === 'string' && nameOf(said)) ||
    fieldValueWords(field, said, of, plan);
  return {
    label: fieldWords(field),
    before: before === undefined ? null : words(before, unitBefore),
    after: words(value, unit),
  };
}

/** What is said of a removal, and of the way back. */
export function deletionWords(value: unknown): ChangeWords {
  return { label: '', before: null, after: value === false ? 'volvió al plan' : 'se quitó del plan' };
}

const POINTERS = ['item', 'activity', 'blockedBy'];

/** What an element of a set is, and its name: `resp/pty:1`, `tag/decree-767/open-state`. */
function elementOf(field: string, nameOf: (id: string) => string): readonly [string, string] | null {
  const [set, ...rest] = field.split('/');
  if (rest.length === 0) return null;
  if (set === 'resp') return ['Responsables', nameOf(rest.join('/')) || CONTESTED.unknownName];
  const [taxonomy = '', ...path] = rest;
  return set === 'tag' ? ['Elementos de la política', elementName(taxonomy, path.join('/'))] : null;
}
