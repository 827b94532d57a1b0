import { overwrittenBy, type Commit, type CommitId } from './commit';
import { compareText } from './json';
import { compareStamps } from './stamp';
import {
  bucketOf,
  EMPTY_STATE,
  entityOf,
  type Bucket,
  type Entity,
  type Head,
  type LogState,
  type Register,
} from './state';

/** A register while commits are being folded into it. */
interface OpenRegister {
  heads: Head[];
  readonly covered: Set<CommitId>;
  isChanged: boolean;
}

type OpenEntity = Map<string, OpenRegister>;

/**
 * The state after some more commits (merge.md 2, rule 3): heads of a field are the changes that no `was` of that
 * field names, in whatever order the commits come. A commit given again changes nothing, not even when its value
 * has been written over since.
 *
 * Takes verified commits. Buckets and entities that nothing changed keep their identity, so callers may memoise
 * by it. The only thing that it cannot do is to take a commit back: after a collision (union.ts) fold afresh.
 */
export function fold(state: LogState, commits: Iterable<Commit>): LogState {
  const open = new Map<string, OpenEntity>();
  for (const commit of commits) {
    for (const op of commit.ops) {
      const entity = openEntity(open, op.e);
      for (const field of Object.keys(op.set)) {
        const register = openRegister(entity, field, entityOf(state, op.e)?.get(field));
        const value = op.set[field] ?? null;
        change(register, { id: commit.id, at: commit.at, by: commit.by, value }, overwrittenBy(op, field));
      }
    }
  }
  return close(state, open);
}

/** The state of a whole log, from nothing. */
export function foldAll(commits: Iterable<Commit>): LogState {
  return fold(EMPTY_STATE, commits);
}

/** The buckets that folding these commits may replace, ascending. */
export function touchedBuckets(commits: Iterable<Commit>): number[] {
  const touched = new Set<number>();
  for (const commit of commits) for (const op of commit.ops) touched.add(bucketOf(op.e));
  return [...touched].sort((a, b) => a - b);
}

function openEntity(open: Map<string, OpenEntity>, entityId: string): OpenEntity {
  const entity = open.get(entityId) ?? new Map<string, OpenRegister>();
  open.set(entityId, entity);
  return entity;
}

function openRegister(entity: OpenEntity, field: string, before: Register | undefined): OpenRegister {
  const known = entity.get(field);
  if (known) return known;
  const register = { heads: [...(before?.heads ?? [])], covered: new Set(before?.covered), isChanged: false };
  entity.set(field, register);
  return register;
}

/** A change that is covered already still covers others: its own overwriting counts all the same. */
function change(register: OpenRegister, head: Head, overwritten: readonly CommitId[]): void {
  for (const id of overwritten) {
    if (register.covered.has(id)) continue;
    register.covered.add(id);
    register.heads = register.heads.filter((one) => one.id !== id);
    register.isChanged = true;
  }
  if (register.covered.has(head.id) || register.heads.some((one) => one.id === head.id)) return;
  register.heads.push(head);
  register.isChanged = true;
}

function close(state: LogState, open: ReadonlyMap<string, OpenEntity>): LogState {
  const changedIn = new Map<number, [string, OpenEntity][]>();
  for (const [entityId, registers] of open) {
    if (![...registers.values()].some((register) => register.isChanged)) continue;
    const bucket = bucketOf(entityId);
    changedIn.set(bucket, [...(changedIn.get(bucket) ?? []), [entityId, registers]]);
  }
  if (changedIn.size === 0) return state;
  return state.map((bucket, index) => closeBucket(bucket, changedIn.get(index)));
}

function closeBucket(bucket: Bucket, changed: readonly [string, OpenEntity][] | undefined): Bucket {
  if (!changed) return bucket;
  const next = new Map(bucket);
  for (const [entityId, registers] of changed)
    next.set(entityId, closeEntity(bucket.get(entityId), registers));
  return inKeyOrder(next, bucket.size);
}

function closeEntity(before: Entity | undefined, registers: OpenEntity): Entity {
  const next = new Map(before);
  for (const [field, register] of registers) {
    if (register.isChanged) next.set(field, closeRegister(register));
  }
  return inKeyOrder(next, before?.size ?? 0);
}

function closeRegister({ heads, covered }: OpenRegister): Register {
  return { heads: heads.length > 1 ? heads.sort(bestFirst) : heads, covered: [...covered].sort(compareText) };
}

/** The highest (at, id) stands first: the provisional value of a conflict (merge.md 2, rule 4). */
function bestFirst(a: Head, b: Head): number {
  return compareStamps(b.at, a.at) || compareText(b.id, a.id);
}

/** Maps keep the order of insertion; only a new key can have broken the order of names. */
function inKeyOrder<T>(map: Map<string, T>, sizeBefore: number): ReadonlyMap<string, T> {
  if (map.size === sizeBefore) return map;
  return new Map([...map].sort(([a], [b]) => compareText(a, b)));
}
