import type { CommitId } from './commit';
import { canonicalJson, type Json } from './json';
import type { Bucket, Entity, Head, LogState, Register } from './state';

/** Who and when of a head, once per commit: [id, at, by]. */
type SourceText = readonly [CommitId, string, string];
/** [field, [[source, value]...], [covered...]]; numbers point into the two lists. */
type RegisterText = readonly [string, readonly (readonly [number, Json])[], readonly number[]];
type EntityText = readonly [string, readonly RegisterText[]];

interface BucketText {
  readonly sources: readonly SourceText[];
  readonly covered: readonly CommitId[];
  readonly entities: readonly EntityText[];
}

/**
 * One part of the state as compact JSON, for storage: each commit is named once and pointed at by number. Equal
 * buckets give equal text, however they came about.
 */
export function encodeBucket(bucket: Bucket): string {
  const sources = new Map<CommitId, SourceText>();
  const covered = new Map<CommitId, CommitId>();
  const sourceIndex = indexer(sources);
  const coveredIndex = indexer(covered);
  const entities = Array.from(bucket, ([entityId, entity]) => [
    entityId,
    Array.from(entity, ([field, register]) => [
      field,
      register.heads.map(({ id, at, by, value }) => [sourceIndex(id, [id, at, by]), value]),
      register.covered.map((id) => coveredIndex(id, id)),
    ]),
  ]);
  return canonicalJson({ sources: [...sources.values()], covered: [...covered.values()], entities });
}

function indexer<T>(known: Map<CommitId, T>): (id: CommitId, item: T) => number {
  const indexes = new Map<CommitId, number>();
  return (id, item) => {
    const index = indexes.get(id) ?? indexes.size;
    indexes.set(id, index);
    known.set(id, item);
    return index;
  };
}

/** Reads back what encodeBucket wrote. Throws on any other text: the state can be rebuilt from the log. */
export function decodeBucket(text: string): Bucket {
  const { sources, covered, entities } = JSON.parse(text) as BucketText;
  const entity = (registers: readonly RegisterText[]): Entity =>
    new Map(registers.map((register) => [register[0], decodeRegister(register, sources, covered)]));
  return new Map(entities.map(([entityId, registers]) => [entityId, entity(registers)]));
}

function decodeRegister(
  [, heads, covered]: RegisterText,
  sources: readonly SourceText[],
  names: readonly CommitId[],
): Register {
  return {
    heads: heads.map(([source, value]) => decodeHead(itemAt(sources, source), value)),
    covered: covered.map((index) => itemAt(names, index)),
  };
}

function decodeHead([id, at, by]: SourceText, value: Json): Head {
  return { id, at, by, value };
}

function itemAt<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new RangeError('A stored state that points outside itself');
  return item;
}

/** The whole state as text, a bucket per line: two states are the same state when these are equal. */
export function canonicalState(state: LogState): string {
  return state.map(encodeBucket).join('\n');
}
