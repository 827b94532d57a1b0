import { fieldClassOf, kindOf, parseMeasurementId } from '../domain/entities';
import { sessionOfPart } from '../domain/meetings/readMeetings';
import type { Plan } from '../domain/model';
import { readEntitiesAhead, readPlan } from '../domain/readPlan';
import { conflictsOfEntity, displayValue } from '../log/conflicts';
import type { Conflict } from '../log/conflicts';
import { deletionOf, wasDeletedWith } from '../log/deletes';
import type { Deletion } from '../log/deletes';
import type { Bucket, Entity, LogState } from '../log/state';

type Fields = ReadonlyMap<string, unknown>;
type Entities = readonly (readonly [string, Entity])[];

/** What a bucket of the state shows. */
interface View {
  readonly visible: readonly (readonly [string, Fields])[];
  /** Indicators of which somebody contests that they were deleted. */
  readonly contested: Entities;
  readonly deletedReports: Entities;
  readonly contestedSessions: Entities;
  readonly deletedSessions: Entities;
  /** Points, attendance and commitments. */
  readonly deletedParts: Entities;
  readonly conflicts: readonly Conflict[];
}

// What did not change keeps its identity through a fold, and so does what was read from it.
const views = new WeakMap<Bucket, View>();
const shown = new WeakMap<Entity, Fields>();

/** The plan as its log stands: what is shown of every entity that is not deleted. */
export function planOf(planId: string, log: LogState): Plan {
  const views = log.map(viewOf);
  const visible = views.flatMap((view) => view.visible);
  const deleted = new Set(views.flatMap(({ deletedReports }) => deletedReports.map(([id]) => id)));
  const contested = [...contestedReports(views), ...contestedMeetings(views, visible)];
  return readPlan(planId, [...visible, ...contested], deleted);
}

/** What is shown of every entity that is not deleted, by its id. */
export function shownEntities(log: LogState): ReadonlyMap<string, ReadonlyMap<string, unknown>> {
  return new Map(log.flatMap((bucket) => viewOf(bucket).visible));
}

/** The plan with everything that was ever in it: what is deleted stands where it stood. */
export function planWithDeleted(planId: string, log: LogState): Plan {
  return readPlan(
    planId,
    log.flatMap((bucket) => [...bucket].map(shownOf)),
  );
}

/**
 * What was reported of an indicator was deleted along with it. As long as it is not settled whether that one goes
 * (merge.md 2, rule 6), it stands there with its reports.
 */
function contestedReports(views: readonly View[]): View['visible'] {
  const contested = new Map(views.flatMap((view) => view.contested));
  if (contested.size === 0) return [];
  return views
    .flatMap(({ deletedReports }) => deletedReports)
    .filter(([id, report]) => {
      const indicator = contested.get(parseMeasurementId(id)?.indicatorId ?? '');
      return indicator !== undefined && wasDeletedWith(report, indicator);
    })
    .map(shownOf);
}

/**
 * A session that was removed while somebody wrote a part of it stands, and so does what was removed with it: the
 * parts know it only by its id, so that its own removal is no conflict.
 */
function contestedMeetings(views: readonly View[], visible: View['visible']): View['visible'] {
  const deleted = views.flatMap((view) => view.deletedSessions);
  const contested = views.flatMap((view) => view.contestedSessions);
  if (deleted.length + contested.length === 0) return [];
  const written = new Set(visible.map(([id, fields]) => sessionOfPart(id, fields)));
  const back = deleted.filter(([id]) => written.has(id));
  const standing = new Map([...contested, ...back]);
  const parts = views
    .flatMap(({ deletedParts }) => deletedParts)
    .filter(([id, part]) => {
      const session = standing.get(sessionOfPart(id, fieldsOf(id, part)) ?? '');
      return session !== undefined && wasDeletedWith(part, session);
    });
  return [...back, ...parts].map(shownOf);
}

/** Everything that a person has to settle in the plan. */
export function conflictsOf(log: LogState): readonly Conflict[] {
  return log.flatMap((bucket) => viewOf(bucket).conflicts);
}

/** Reads a part of the state ahead of the plan that it will be part of, so that the plan is there at once. */
export function readAhead(bucket: Bucket): void {
  readEntitiesAhead(viewOf(bucket).visible);
}

function viewOf(bucket: Bucket): View {
  const known = views.get(bucket);
  if (known) return known;
  const entities = [...bucket];
  const are = (fate: Deletion, ...kinds: readonly string[]): Entities =>
    entities.filter(([id, entity]) => kinds.includes(kindOf(id)) && deletionOf(entity) === fate);
  const view: View = {
    visible: entities.filter(([, entity]) => deletionOf(entity) !== 'deleted').map(shownOf),
    contested: are('contested', 'ind'),
    deletedReports: are('deleted', 'meas'),
    contestedSessions: are('contested', 'mtg'),
    deletedSessions: are('deleted', 'mtg'),
    deletedParts: are('deleted', 'pnt', 'att', 'com'),
    conflicts: entities.flatMap(([id, entity]) => conflictsOfEntity(id, entity, fieldClassOf)),
  };
  views.set(bucket, view);
  return view;
}

function shownOf([id, entity]: Entities[number]): readonly [string, Fields] {
  return [id, fieldsOf(id, entity)];
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
