import { DELETED } from '../../domain/entities';
import { openPlan } from '../../state/openPlan.svelte';
import { reportsBack } from './candidates';
import type { Value } from './candidates';

interface Place {
  readonly entity: string;
  readonly field: string;
}

/** The edits that bring back a value that was not kept, over what stands now: an edit like another. */
export function restoringEdits({ entity, field }: Place, value: Value) {
  if (field !== DELETED) return [openPlan.edit(entity, field, value)];
  if (value !== false) return openPlan.removal([entity]);
  return [...openPlan.restoration([entity]), ...reportsBack({ entityId: entity, field, heads: [] }, value)];
}

/** True where the value is the one that stands now, so that there is no way back to it. */
export function isStanding({ entity, field }: Place, value: Value): boolean {
  const now = openPlan.value(entity, field);
  if (field !== DELETED) return JSON.stringify(now) === JSON.stringify(value);
  return (now === false || now === null) === (value === false);
}
