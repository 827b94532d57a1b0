import { fieldClassOf, PLAN_ENTITY } from '../domain/entities';
import { CLOSED_FOR, readYearLock } from '../domain/lineage';
import type { YearLock } from '../domain/lineage';
import { decodeBucket, encodeBucket } from '../log/bucketText';
import type { Commit } from '../log/commit';
import { conflictsOfEntity } from '../log/conflicts';
import { fold, foldAll, touchedBuckets } from '../log/fold';
import { bucketOf, EMPTY_STATE, entityOf } from '../log/state';
import type { Bucket, Entity, LogState } from '../log/state';
import { db } from './database';
import type { CopyRow, StateRow } from './database';

/** The whole folded state of a copy, as materialised. */
export async function readState(copy: string): Promise<LogState> {
  return assemble(await stateRows(copy));
}

async function stateRows(copy: string): Promise<readonly StateRow[]> {
  return db().state.where('[copy+bucket]').between([copy, 0], [copy, Infinity]).toArray();
}

/** Of it only the parts in which an entity of a kind stands: `layout` reads those that hold a layout. */
export async function readStateWith(copy: string, kind: string): Promise<LogState> {
  return assemble((await stateRows(copy)).filter(({ entities }) => entities.includes(`"${kind}:`)));
}

/** The whole of it; folded again from the log where what is materialised cannot be read. */
export async function readStateOr(copy: string, commits: Iterable<Commit>): Promise<LogState> {
  try {
    return await readState(copy);
  } catch (error) {
    if (!UNREADABLE.some((kind) => error instanceof kind)) throw error;
    return foldAll(commits);
  }
}

/** What reading a text that is damaged throws. */
const UNREADABLE = [SyntaxError, RangeError, TypeError] as const;

/** A copy's row and state as of one moment; null when this device does not hold it. */
export async function readCopyState(copy: string): Promise<{ row: CopyRow; log: LogState } | null> {
  return db().transaction('r', db().copies, db().state, async () => {
    const row = await db().copies.get(copy);
    return row ? { row, log: await readState(copy) } : null;
  });
}

/** The same part by part, for a screen that goes on moving: `prepare` is given each one, and waited for. */
export async function readCopyStateInSteps(
  copy: string,
  prepare: (bucket: Bucket) => Promise<void>,
): Promise<{ row: CopyRow; log: LogState } | null> {
  const stored = await db().transaction('r', db().copies, db().state, async () => {
    const row = await db().copies.get(copy);
    return row && { row, rows: await stateRows(copy) };
  });
  if (!stored) return null;
  const buckets = new Map<number, Bucket>();
  for (const { bucket, entities } of stored.rows) {
    const decoded = decodeBucket(entities);
    buckets.set(bucket, decoded);
    await prepare(decoded);
  }
  return { row: stored.row, log: EMPTY_STATE.map((empty, bucket) => buckets.get(bucket) ?? empty) };
}

/** One entity as it stands now. */
export async function readEntity(copy: string, entity: string): Promise<Entity | undefined> {
  return entityOf(await readBuckets(copy, [bucketOf(entity)]), entity);
}

/** What closes a plan as it stands now; null while it is open. */
export async function readLockOf(copy: string): Promise<YearLock | null> {
  const plan = await readEntity(copy, PLAN_ENTITY);
  return readYearLock(plan?.get(CLOSED_FOR)?.heads[0]?.value);
}

/** Folds new commits into the materialised state, inside the caller's transaction. */
export async function projectCommits(copy: string, commits: readonly Commit[]): Promise<void> {
  const before = await readBuckets(copy, touchedBuckets(commits));
  await storeState(copy, fold(before, commits), commits);
}

/** Writes what folding these commits has made of the state, inside the caller's transaction. */
export async function storeState(copy: string, state: LogState, commits: readonly Commit[]): Promise<void> {
  const touched = touchedBuckets(commits);
  await db().state.bulkPut(
    touched.map((bucket) => ({ copy, bucket, entities: encodeBucket(state[bucket] ?? new Map()) })),
  );
  await storeConflicts(copy, state, new Set(commits.flatMap(({ ops }) => ops.map(({ e }) => e))));
}

/** Replaces the materialised state and conflicts of a copy by a fold from scratch. */
export async function rebuildState(copy: string, commits: readonly Commit[]): Promise<void> {
  await db().state.where('[copy+bucket]').between([copy, 0], [copy, Infinity]).delete();
  await db().conflicts.where('[copy+entity]').between([copy], [copy, []]).delete();
  await projectCommits(copy, commits);
}

/** A state that holds only some buckets; enough to fold into those. */
async function readBuckets(copy: string, buckets: readonly number[]): Promise<LogState> {
  const rows = await db().state.bulkGet(buckets.map((bucket): [string, number] => [copy, bucket]));
  return assemble(rows.filter((row) => row !== undefined));
}

function assemble(rows: readonly StateRow[]): LogState {
  const buckets = new Map(rows.map((row) => [row.bucket, decodeBucket(row.entities)]));
  return EMPTY_STATE.map((empty, bucket) => buckets.get(bucket) ?? empty);
}

async function storeConflicts(copy: string, state: LogState, entities: ReadonlySet<string>): Promise<void> {
  const rows = [...entities].map((entity) => {
    const conflicts = conflictsOfEntity(entity, entityOf(state, entity) ?? new Map(), fieldClassOf);
    return { copy, entity, fields: conflicts.map(({ field }) => field) };
  });
  const stored = await db().conflicts.where('[copy+entity]').between([copy], [copy, []]).primaryKeys();
  const stand = new Set(rows.filter(({ fields }) => fields.length > 0).map(({ entity }) => entity));
  await db().conflicts.bulkDelete(stored.filter(([, one]) => entities.has(one) && !stand.has(one)));
  await db().conflicts.bulkPut(rows.filter(({ fields }) => fields.length > 0));
}
