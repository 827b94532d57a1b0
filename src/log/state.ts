import type { CommitId } from './commit';
import type { Json } from './json';
import type { Stamp } from './stamp';

/** A change that nobody has written over yet. */
export interface Head {
  readonly id: CommitId;
  readonly at: Stamp;
  readonly by: string;
  readonly value: Json;
}

/** What is known of one field of one entity. */
export interface Register {
  /** Best first: highest (at, id). More than one where people wrote without seeing each other. */
  readonly heads: readonly Head[];
  /**
   * Names of all changes that someone wrote over, sorted; also those that have not arrived yet ("dangling") and
   * those that arrived long ago. With them the fold needs no other memory, and nothing can come back.
   */
  readonly covered: readonly CommitId[];
}

/** Registers by field name, in the order of their names. */
export type Entity = ReadonlyMap<string, Register>;

/** Entities by id, in the order of their ids. */
export type Bucket = ReadonlyMap<string, Entity>;

/** All that a set of commits says, in BUCKETS parts, so that one save rewrites one small part. */
export type LogState = readonly Bucket[];

export const BUCKETS = 128;
export const EMPTY_STATE: LogState = Array.from({ length: BUCKETS }, () => new Map());

/** The part of the state in which an entity lives: FNV-1a of its id, the same for ever. */
export function bucketOf(entityId: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < entityId.length; i += 1) {
    hash = Math.imul(hash ^ entityId.charCodeAt(i), 0x01000193);
  }
  return (hash >>> 0) % BUCKETS;
}

export function entityOf(state: LogState, entityId: string): Entity | undefined {
  return state[bucketOf(entityId)]?.get(entityId);
}

/**
 * Every entity whose id begins with `prefix`, hidden ones too. The order depends on the ids alone, so two devices
 * with equal states walk them alike.
 */
export function* entitiesOf(state: LogState, prefix = ''): Generator<readonly [string, Entity]> {
  for (const bucket of state) {
    for (const entry of bucket) {
      if (entry[0].startsWith(prefix)) yield entry;
    }
  }
}
