import { kindOf } from '../domain/entities';
import type { Result } from '../domain/problem';
import { overwrittenBy } from '../log/commit';
import type { Commit, CommitId, Operation } from '../log/commit';
import { DELETED, deleteOperation, deletionOf } from '../log/deletes';
import { compareText, isRecord } from '../log/json';
import type { Json } from '../log/json';
import { compareStamps } from '../log/stamp';
import type { Entity } from '../log/state';
import { append } from '../storage/append';
import { findCommits, readCommits } from '../storage/commitStore';
import { inCommits } from './inCommits';
import { MANY, readingAtOnce } from './readingAtOnce';
import { composeEdits } from './save';
import type { FieldEdit } from './save';

/** A commit may introduce who writes it, which is no change of the plan. */
const AUTHORS = ['dev', 'per'];

/** How a commit says that it takes another one back; in a closed period a person's reason stands as its why. */
export const UNDO = 'undo';

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
export function undoCommit(copy: string, id: CommitId, reason = ''): Promise<Result<Undone>> {
  return undoCommits(copy, [id], reason);
}

/** Takes back several commits that were one act, as the update of a plan: all of them, or none. */
export async function undoCommits(
  copy: string,
  ids: readonly CommitId[],
  reason = '',
): Promise<Result<Undone>> {
  let keptSince = 0;
  const saved = await append(copy, async (appending) => {
    const undone = (await findCommits(copy, ids.map(quoted))).filter(({ id }) => ids.includes(id));
    const changes = undone.flatMap(({ id, ops }) =>
      ops.filter(({ e }) => !AUTHORS.includes(kindOf(e))).map((op) => ({ id, op })),
    );
    const context = changes.length > MANY ? await readingAtOnce(copy, appending) : appending;
    const logOf = await logsOf(
      copy,
      changes.map(({ op }) => op.e),
    );
    const edits: FieldEdit[] = [];
    for (const { id, op } of changes) {
      const inverse = inverseOf(id, op, { entity: await context.read(op.e), log: logOf(op.e) });
      edits.push(...inverse.edits);
      keptSince += inverse.keptSince;
    }
    const composed = await composeEdits(context, edits, {
      why: reason.trim() || UNDO,
      src: UNDO,
    });
    return { ...composed, commits: composed.commits.flatMap(({ ops, ...about }) => inCommits(ops, about)) };
  });
  return saved.ok ? { ok: true, value: { commits: saved.value, keptSince } } : saved;
}

/** The commits that write an entity, in order, for each of some. */
async function logsOf(
  copy: string,
  entities: readonly string[],
): Promise<(entity: string) => readonly Commit[]> {
  const isMany = entities.length > MANY;
  const log = isMany ? await readCommits(copy) : await findCommits(copy, entities.map(quoted));
  const wanted = new Set(entities);
  const logs = new Map<string, Commit[]>();
  for (const commit of log) {
    for (const { e } of commit.ops) if (wanted.has(e)) logs.set(e, [...(logs.get(e) ?? []), commit]);
  }
  return (entity) => logs.get(entity) ?? [];
}

function quoted(text: string): string {
  return JSON.stringify(text);
}

function inverseOf(
  id: CommitId,
  op: Operation,
  { entity, log }: { readonly entity: Entity | undefined; readonly log: readonly Commit[] },
): { readonly edits: readonly FieldEdit[]; readonly keptSince: number } {
  // What was deleted since is not written to: that would only dispute the deletion.
  if (!entity || (deletionOf(entity) === 'deleted' && !Object.hasOwn(op.set, DELETED))) {
    return { edits: [], keptSince: entity ? Object.keys(op.set).length : 0 };
  }
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

/** The value that each field showed: of several that were written over, the best, wherever it stands in the log. */
function valuesBefore(log: readonly Commit[], op: Operation): ReadonlyMap<string, Json> {
  const values = new Map<string, Json>();
  for (const field of Object.keys(op.set)) {
    const overwritten = new Set(overwrittenBy(op, field));
    const shown = log.filter(({ id }) => overwritten.has(id)).reduce(better, null);
    const value = shown?.ops.find(({ e }) => e === op.e)?.set[field];
    if (value !== undefined) values.set(field, value);
  }
  return values;
}

/** By (at, id), as the fold shows them. */
function better(best: Commit | null, one: Commit): Commit {
  if (!best) return one;
  return (compareStamps(one.at, best.at) || compareText(one.id, best.id)) > 0 ? one : best;
}
