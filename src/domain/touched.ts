import { isKeptByTheApp, kindOf, parseMeasurementId } from './entities';
import type { Plan } from './model';

/** One change of one field of one thing. */
export interface FieldChange {
  readonly entity: string;
  readonly field: string;
}

/** How often some field of something was changed. */
export interface TouchedField extends FieldChange {
  readonly changes: number;
}

/** What some changes come to in one activity; or, with no activity, in what belongs to none. */
export interface Touched {
  /** The activity's id; empty for the rest of the plan. */
  readonly activity: string;
  readonly number: string;
  readonly name: string;
  readonly changes: number;
  /** How many of its fields people have to decide. */
  readonly conflicts: number;
  /** Of like fields of several of its parts, one: the most changed first. */
  readonly fields: readonly TouchedField[];
}

/** What tablets write on their own of who uses them. */
const INTRODUCTIONS: ReadonlySet<string> = new Set(['dev', 'per']);

/** Changes by the activity that they are of, in the plan's order; what belongs to no activity comes last. */
export function touchedBy(
  plan: Plan,
  changes: Iterable<FieldChange>,
  conflicts: readonly { readonly entityId: string }[],
): readonly Touched[] {
  const activityOf = activitiesIn(plan);
  const fields = new Map<string, Map<string, TouchedField>>();
  for (const { entity, field } of changes) {
    if (isKeptByTheApp(entity, field) || INTRODUCTIONS.has(kindOf(entity))) continue;
    const activity = activityOf(entity);
    const own = fields.get(activity) ?? new Map<string, TouchedField>();
    fields.set(activity, own);
    const like = `${kindOf(entity)}.${field}`;
    const before = own.get(like);
    own.set(like, { entity: before?.entity ?? entity, field, changes: (before?.changes ?? 0) + 1 });
  }
  const inConflict = conflicts.map(({ entityId }) => activityOf(entityId));
  const named = [...plan.activities, { id: '', number: '', name: '' }];
  return named.flatMap(({ id, number, name }) => {
    const own = [...(fields.get(id)?.values() ?? [])].sort((a, b) => b.changes - a.changes);
    if (own.length === 0) return [];
    const total = own.reduce((sum, one) => sum + one.changes, 0);
    const open = inConflict.filter((one) => one === id).length;
    return [{ activity: id, number, name, changes: total, conflicts: open, fields: own }];
  });
}

/** The activity that something is of, by its id; empty where it is of none. */
function activitiesIn({ activities, indicators }: Plan): (entity: string) => string {
  const known = new Map<string, string>(activities.map(({ id }) => [id, id]));
  for (const { id, activity, reports } of indicators) {
    known.set(id, activity.id);
    for (const { evidence } of reports.values()) for (const one of evidence) known.set(one.id, activity.id);
  }
  return (entity) => known.get(parseMeasurementId(entity)?.indicatorId ?? entity) ?? '';
}
