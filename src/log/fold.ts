import { overwrittenBy, type Commit, type Operation } from './commit';
import { compareText } from './json';
import { compareStamps } from './stamp';
import {
  bucketOf,
  EMPTY_STATE,
  type Bucket,
  type Entity,
  type Head,
  type LogState,
  type Register,
} from './state';

/** A change of one field that is being folded, and those of the same field that came before it. */
interface Change {
  readonly commit: Commit;
  readonly op: Operation;
  readonly earlier: Change | undefined;
}

const NOTHING: Entity = new Map();
const UNWRITTEN: Register = { heads: [], covered: [] };

/** By field. */
type Changes = Map<string, Change>;

/**
 * The state after some more commits (merge.md 2, rule 3): heads of a field are the changes that no `was` of that
 * field names, in whatever order the commits come. A commit given again changes nothing, not even when its value
 * has been written over since.
 *
 * Takes verified commits. Buckets and entities that nothing changed keep their identity, so callers may memoise
 * by it. The only thing that it cannot do is to take a commit back: after a collision (union.ts) fold afresh.
 */
export function fold(state: LogState, commits: Iterable<Commit>): LogState {
  const open = new Map<string, Changes>();
  for (const commit of commits) {
    for (const op of commit.ops) {
      const changes = changesOf(open, op.e);
      for (const field of Object.keys(op.set)) {
        changes.set(field, { commit, op, earlier: changes.get(field) });
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

function changesOf(open: Map<string, Changes>, entityId: string): Changes {
  const known = open.get(entityId);
  if (known) return known;
  const changes: Changes = new Map();
  open.set(entityId, changes);
  return changes;
}

function close(state: LogState, open: ReadonlyMap<string, Changes>): LogState {
  const changedIn = new Map<number, [string, Entity][]>();
  for (const [entityId, changes] of open) {
    const no = bucketOf(entityId);
    const before = state[no]?.get(entityId) ?? NOTHING;
    const entity = closeEntity(before, changes);
    if (entity === before) continue;
    const changed = changedIn.get(no);
    if (changed) changed.push([entityId, entity]);
    else changedIn.set(no, [[entityId, entity]]);
  }
  if (changedIn.size === 0) return state;
  return state.map((bucket, no) => closeBucket(bucket, changedIn.get(no)));
}

function closeBucket(bucket: Bucket, changed: readonly [string, Entity][] | undefined): Bucket {
  return changed ? inKeyOrder(new Map([...bucket, ...changed])) : bucket;
}

/** The very same where nothing of it changed. */
function closeEntity(before: Entity, changes: Changes): Entity {
  let next: Map<string, Register> | undefined;
  for (const [field, change] of changes) {
    const known = before.get(field);
    const register = closeRegister(known, field, change);
    if (register !== known) (next ??= new Map(before)).set(field, register);
  }
  return next ? inKeyOrder(next) : before;
}

/** A change that is covered already still covers others: its own overwriting counts all the same. */
function closeRegister(before: Register = UNWRITTEN, field: string, last: Change): Register {
  const covered = new Set(before.covered);
  for (let change: Change | undefined = last; change; change = change.earlier) {
    for (const id of overwrittenBy(change.op, field)) covered.add(id);
  }
  const heads = before.heads.filter(({ id }) => !covered.has(id));
  for (let change: Change | undefined = last; change; change = change.earlier) {
    const { id, at, by } = change.commit;
    if (covered.has(id) || heads.some((one) => one.id === id)) continue;
    heads.push({ id, at, by, value: change.op.set[field] ?? null });
  }
  const isSame = covered.size === before.covered.length && heads.length === before.heads.length;
  return isSame ? before : { heads: inOrder(heads, bestFirst), covered: inOrder([...covered], compareText) };
}

function inOrder<T>(list: T[], compare: (a: T, b: T) => number): readonly T[] {
  return list.length > 1 ? list.sort(compare) : list;
}

/** The highest (at, id) stands first: the provisional value of a conflict (merge.md 2, rule 4). */
function bestFirst(a: Head, b: Head): number {
  return compareStamps(b.at, a.at) || compareText(b.id, a.id);
}

/** Maps keep the order of insertion; only a new key can have broken the order of names. */
function inKeyOrder<T>(map: ReadonlyMap<string, T>): ReadonlyMap<string, T> {
  let before = '';
  for (const key of map.keys()) {
    if (key < before) return new Map([...map].sort(([a], [b]) => compareText(a, b)));
    before = key;
  }
  return map;
}
