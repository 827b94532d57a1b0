import { fieldClassOf } from '../domain/entities';
import type { Plan } from '../domain/model';
import { readPlan } from '../domain/readPlan';
import { conflictsOfEntity, displayValue } from '../log/conflicts';
import type { Conflict } from '../log/conflicts';
import { deletionOf } from '../log/deletes';
import type { Bucket, Entity, LogState } from '../log/state';

type Fields = ReadonlyMap<string, unknown>;

/** What a bucket of the state shows. */
interface View {
  readonly visible: readonly (readonly [string, Fields])[];
  readonly conflicts: readonly Conflict[];
}

// What did not change keeps its identity through a fold, and so does what was read from it.
const views = new WeakMap<Bucket, View>();
const shown = new WeakMap<Entity, Fields>();

/** The plan as its log stands: what is shown of every entity that is not deleted. */
export function planOf(planId: string, log: LogState): Plan {
  return readPlan(
    planId,
    log.flatMap((bucket) => viewOf(bucket).visible),
  );
}

/** Everything that a person has to settle in the plan. */
export function conflictsOf(log: LogState): readonly Conflict[] {
  return log.flatMap((bucket) => viewOf(bucket).conflicts);
}

function viewOf(bucket: Bucket): View {
  const known = views.get(bucket);
  if (known) return known;
  const entities = [...bucket];
  const view: View = {
    visible: entities
      .filter(([, entity]) => deletionOf(entity) !== 'deleted')
      .map(([id, entity]) => [id, fieldsOf(id, entity)] as const),
    conflicts: entities.flatMap(([id, entity]) => conflictsOfEntity(id, entity, fieldClassOf)),
  };
  views.set(bucket, view);
  return view;
}

function fieldsOf(id: string, entity: Entity): Fields {
  const known = shown.get(entity);
  if (known) return known;
  const fields = new Map<string, unknown>();
  for (const [field, register] of entity) {
    fields.set(field, displayValue(register, fieldClassOf(id, field)));
  }
  shown.set(entity, fields);
  return fields;
}
