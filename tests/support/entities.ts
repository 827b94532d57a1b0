import type { Plan } from '../../src/domain/model';
import { readPlan } from '../../src/domain/readPlan';

/** Folded fields by entity, as a test writes them. */
export type Entities = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export function fieldsOf(fields: Readonly<Record<string, unknown>>): ReadonlyMap<string, unknown> {
  return new Map(Object.entries(fields));
}

export function planFrom(entities: Entities): Plan {
  return readPlan(
    'pl:1',
    Object.entries(entities).map(([id, fields]) => [id, fieldsOf(fields)] as const),
  );
}
