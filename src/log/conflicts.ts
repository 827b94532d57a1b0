import type { DraftOperation } from './commit';
import { DELETED, deletionOf } from './deletes';
import { isRecord, sameJson, type Json } from './json';
import { entitiesOf, type Entity, type Head, type LogState, type Register } from './state';

/**
 * How concurrent values of a field are met (merge.md 1): by a person, by the clock, by union, or never. `attested`
 * is as `human`, of a value that carries who says it and when: two who attest the same agree.
 */
export type FieldClass = 'human' | 'attested' | 'auto' | 'set' | 'appendOnly';
export type FieldClassOf = (entityId: string, field: string) => FieldClass;

/** Values that people wrote without seeing each other, best first; or, on `_deleted`, a contested delete. */
export interface Conflict {
  readonly entityId: string;
  readonly field: string;
  readonly heads: readonly Head[];
}

/**
 * Everything that a person has to settle. What is deleted asks for nothing; where `_deleted` is `auto`, what is
 * contested stands, and nobody is asked.
 */
export function conflictsIn(state: LogState, classOf: FieldClassOf): Conflict[] {
  return Array.from(entitiesOf(state)).flatMap(([id, entity]) => conflictsOfEntity(id, entity, classOf));
}

export function conflictsOfEntity(entityId: string, entity: Entity, classOf: FieldClassOf): Conflict[] {
  if (isPlain(entity)) return [];
  const deletion = deletionOf(entity);
  if (deletion === 'deleted') return [];
  const found: Conflict[] = [];
  for (const [field, register] of entity) {
    const conflict =
      field === DELETED
        ? deletion === 'contested' &&
          classOf(entityId, field) !== 'auto' && { entityId, field, heads: register.heads }
        : conflictOf(entityId, field, register, classOf(entityId, field));
    if (conflict) found.push(conflict);
  }
  return found;
}

/** Nearly every entity: one head in each field and no delete, so nothing to look at closely. */
function isPlain(entity: Entity): boolean {
  for (const [field, { heads }] of entity) if (heads.length > 1 || field === DELETED) return false;
  return true;
}

/**
 * The conflict of one field other than `_deleted`, or null. Equal values written apart are none; `auto` and `set`
 * fields settle themselves. An `appendOnly` entry is not edited, so two values in it are shown like any other.
 */
export function conflictOf(
  entityId: string,
  field: string,
  { heads }: Register,
  fieldClass: FieldClass,
): Conflict | null {
  if (fieldClass === 'auto' || fieldClass === 'set') return null;
  const differs = heads.some((head) => !agree(fieldClass, head.value, heads[0]?.value));
  return differs ? { entityId, field, heads } : null;
}

/** Whether two values of a field say the same: of what is attested, whoever attests it and whenever. */
export function agree(fieldClass: FieldClass, one: Json | undefined, other: Json | undefined): boolean {
  if (sameJson(one, other)) return true;
  return (
    fieldClass === 'attested' && isRecord(one) && isRecord(other) && sameJson(whatOf(one), whatOf(other))
  );
}

function whatOf(attested: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(attested).filter(([key]) => key !== 'by' && key !== 'at'));
}

/**
 * The value to show and compute with: the highest (at, id), provisional where there is a conflict; for a `set`
 * element true when anyone says true, since adding meets removing. Undefined where there is no value.
 */
export function displayValue({ heads }: Register, fieldClass: FieldClass): Json | undefined {
  if (fieldClass === 'set' && heads.some(({ value }) => value === true)) return true;
  return heads[0]?.value;
}

/**
 * Settles a conflict: an ordinary change over all the heads that were shown (merge.md 2, rule 5). On `_deleted`
 * the value false keeps the entity; to hide it for good use deleteOperation.
 */
export function resolve({ entityId, field, heads }: Conflict, value: Json): DraftOperation {
  return { e: entityId, fields: { [field]: { value, over: heads } } };
}
