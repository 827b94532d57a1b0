import { kindOf } from '../domain/entities';
import type { Result } from '../domain/problem';
import { overwrittenBy } from '../log/commit';
import type { Commit, CommitId, Operation } from '../log/commit';
import { DELETED, deleteOperation, deletionOf } from '../log/deletes';
import { isRecord } from '../log/json';
import type { Json } from '../log/json';
import type { Entity } from '../log/state';
import { append } from '../storage/append';
import type { ReadEntity } from '../storage/append';
import { findCommits } from '../storage/commitStore';
import { composeEdits } from './save';
import type { FieldEdit } from './save';

/** A commit may introduce who writes it, which is no change of the plan. */
const AUTHORS = ['dev', 'per'];

/** What an undo did: its commit, and how many fields it left alone because somebody wrote them since. */
export interface Undone {
  readonly commits: readonly Commit[];
  readonly keptSince: number;
}

/**
 * Takes a commit back with another one: each field gets the value that was written over, and what the commit made
 * is deleted. Only what still stands as the commit left it: a field that somebody wrote since keeps their value.
 * Undoing an undo does it again. `reason` is needed where it is of a closed period.
 */
export async function undoCommit(copy: string, id: CommitId, reason = ''): Promise<Result<Undone>> {
  let keptSince = 0;
  const saved = await append(copy, async (context) => {
    const undone = (await findCommits(copy, [JSON.stringify(id)])).find((one) => one.id === id);
    const edits: FieldEdit[] = [];
    for (const op of undone?.ops ?? []) {
      if (AUTHORS.includes(kindOf(op.e))) continue;
      const inverse = await inverseOf(copy, id, op, context.read);
      edits.push(...inverse.edits);
      keptSince += inverse.keptSince;
    }
    return composeEdits(context, edits, { why: reason.trim() || 'undo' });
  });
  return saved.ok ? { ok: true, value: { commits: saved.value, keptSince } } : saved;
}

async function inverseOf(
  copy: string,
  id: CommitId,
  op: Operation,
  read: ReadEntity,
): Promise<{ readonly edits: readonly FieldEdit[]; readonly keptSince: number }> {
  const entity = await read(op.e);
  // What was deleted since is not written to: that would only dispute the deletion.
  if (!entity || (deletionOf(entity) === 'deleted' && !Object.hasOwn(op.set, DELETED))) {
    return { edits: [], keptSince: entity ? Object.keys(op.set).length : 0 };
  }
  const log = await findCommits(copy, [JSON.stringify(op.e)]);
  const fields = Object.keys(op.set);
  const standing = fields.filter((field) => standsAlone(entity, field, id));
  const isWhole = standing.length === fields.length;
  if (isWhole && (bringsBack(op) || isMadeBy(id, entity, op, log))) {
    return { edits: [deletion(op.e, entity)], keptSince: 0 };
  }
  const before = valuesBefore(log, op);
  // What was brought back and edited since stays.
  const taken = bringsBack(op) ? standing.filter((field) => field !== DELETED) : standing;
  const edits = taken.map((field): FieldEdit => {
    const value = field === DELETED ? false : (before.get(field) ?? null);
    return { entity: op.e, field, value, seen: entity.get(field)?.heads ?? [] };
  });
  return { edits, keptSince: fields.length - taken.length };
}

/** True when the entity began with a commit and its other fields are empty: never written, or taken back themselves. */
function isMadeBy(id: CommitId, entity: Entity, { e, set }: Operation, log: readonly Commit[]): boolean {
  if (log.find(({ ops }) => ops.some((op) => op.e === e))?.id !== id) return false;
  const others = [...entity].filter(([field]) => !Object.hasOwn(set, field));
  return others.every(([, { heads }]) => heads.every(({ value }) => value === null || value === false));
}

/** True when it restores what had been deleted: whatever else it wrote goes away with that. */
function bringsBack({ set }: Operation): boolean {
  return Object.hasOwn(set, DELETED) && !isRecord(set[DELETED]);
}

function standsAlone(entity: Entity, field: string, id: CommitId): boolean {
  const heads = entity.get(field)?.heads ?? [];
  return heads.length === 1 && heads[0]?.id === id;
}

function deletion(entity: string, seen: Entity): FieldEdit {
  const { value, over } = deleteOperation(entity, seen).fields[DELETED] ?? { value: {}, over: [] };
  return { entity, field: DELETED, value, seen: over };
}

/** The value that each field had: of several that were written over, the last one in the log. */
function valuesBefore(log: readonly Commit[], op: Operation): ReadonlyMap<string, Json> {
  const values = new Map<string, Json>();
  for (const field of Object.keys(op.set)) {
    const overwritten = new Set(overwrittenBy(op, field));
    const last = log.findLast(({ id }) => overwritten.has(id));
    const value = last?.ops.find(({ e }) => e === op.e)?.set[field];
    if (value !== undefined) values.set(field, value);
  }
  return values;
}
