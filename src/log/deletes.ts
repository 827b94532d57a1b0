import type { CommitId, DraftOperation } from './commit';
import { isRecord, type Json } from './json';
import type { Entity, Head } from './state';

/** `{field: [ids of the heads seen]}` deletes, `false` restores. */
export const DELETED = '_deleted';

/**
 * - `live`: nobody deleted it, or everyone who did was overruled by a restore.
 * - `deleted`: hidden. Every value that it has now was seen by a delete that still stands.
 * - `contested`: visible, and to be settled: deleted without having seen some current value, or deleted and
 *   restored by people who did not see each other.
 */
export type Deletion = 'live' | 'deleted' | 'contested';

export interface UnseenEdit {
  readonly field: string;
  readonly head: Head;
}

/**
 * Whether an entity is hidden (merge.md 2, rule 6). A restore that stands beside a delete keeps it visible. A
 * `_deleted` value of a form that this version does not know hides nothing.
 */
export function deletionOf(entity: Entity): Deletion {
  const standing = entity.get(DELETED)?.heads;
  if (!standing) return 'live';
  const deletes = standing.filter(isDelete);
  if (deletes.length === 0) return 'live';
  if (deletes.length < standing.length) return 'contested';
  return unseenEdits(entity).length === 0 ? 'deleted' : 'contested';
}

/** The current values that no standing delete had seen: what would be lost by hiding the entity. */
export function unseenEdits(entity: Entity): UnseenEdit[] {
  const deletes = (entity.get(DELETED)?.heads ?? []).filter(isDelete);
  const unseen: UnseenEdit[] = [];
  for (const [field, { heads }] of entity) {
    if (field === DELETED) continue;
    const seen = new Set(deletes.flatMap((head) => seenIn(head.value, field)));
    for (const head of heads) if (!seen.has(head.id)) unseen.push({ field, head });
  }
  return unseen;
}

/** True when a standing delete of an entity was made in one commit with one of another's, also an earlier one. */
export function wasDeletedWith(entity: Entity, other: Entity): boolean {
  const { heads = [], covered = [] } = other.get(DELETED) ?? {};
  const together = new Set([...heads.map(({ id }) => id), ...covered]);
  return (entity.get(DELETED)?.heads ?? []).some((head) => isDelete(head) && together.has(head.id));
}

function isDelete(head: Head): boolean {
  return isRecord(head.value);
}

function seenIn(value: Json, field: string): CommitId[] {
  if (!isRecord(value) || !Object.hasOwn(value, field)) return [];
  const ids = value[field];
  return Array.isArray(ids) ? ids.filter((id): id is CommitId => typeof id === 'string') : [];
}

/** Deletes an entity as the person saw it. Its children stay: they show that their parent was deleted. */
export function deleteOperation(entityId: string, seen: Entity): DraftOperation {
  const lists = [...seen]
    .filter(([field]) => field !== DELETED)
    .map(([field, { heads }]) => [field, heads.map(({ id }) => id).sort()] as const);
  return deletionOperation(entityId, seen, Object.fromEntries(lists));
}

/** Takes back every delete that the person saw. */
export function restoreOperation(entityId: string, seen: Entity): DraftOperation {
  return deletionOperation(entityId, seen, false);
}

function deletionOperation(e: string, seen: Entity, value: Json): DraftOperation {
  return { e, fields: { [DELETED]: { value, over: seen.get(DELETED)?.heads ?? [] } } };
}
