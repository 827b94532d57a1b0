import { kindOf, PLAN_ENTITY } from '../domain/entities';
import type { Result } from '../domain/problem';
import type { Commit, SeenHead } from '../log/commit';
import { DELETED, deletionOf, restoreOperation } from '../log/deletes';
import type { Json } from '../log/json';
import { append } from '../storage/append';
import type { AppendContext, Composed, NewCommit, ReadEntity } from '../storage/append';
import { Refusal } from '../storage/failures';
import type { Entity } from '../log/state';
import { authorOf } from './author';
import { now } from './clock';
import { cutClosedTo } from './closedPeriod';

/** One field given a value by a person who saw these heads of it. */
export interface FieldEdit {
  readonly entity: string;
  readonly field: string;
  readonly value: Json;
  readonly seen: readonly SeenHead[];
}

/**
 * Writes edits of one copy as one commit, signed by whoever uses this device. Edits that depend on what is
 * stored are given as a function, which reads inside the transaction.
 */
export async function save(
  copy: string,
  edits: Edits,
  about: About = {},
): Promise<Result<readonly Commit[]>> {
  return append(copy, async (context) =>
    composeEdits(context, typeof edits === 'function' ? await edits(context.read) : edits, about),
  );
}

/** Edits, or how to make them from what is stored. */
export type Edits = readonly FieldEdit[] | ((read: ReadEntity) => Promise<readonly FieldEdit[]>);

/** What a commit says of itself. */
export type About = Pick<NewCommit, 'why' | 'in' | 'src'>;

/** What a commit says by itself of how it came about: no person gave it as a reason. */
const OWN_WORDS: readonly string[] = ['undo', 'resolve', 'draft', 'restore'];

/**
 * One commit of some edits, signed by whoever uses this device; nothing without edits. It is refused where one of
 * them says something of a closed period and no person says why: what comes after a cut is written knowingly
 * (merge.md 2).
 */
export async function composeEdits(
  context: AppendContext,
  edits: readonly FieldEdit[],
  about: About = {},
): Promise<Composed> {
  if (edits.length === 0) return { commits: [] };
  const { by, introduction, introduced } = await authorOf(context);
  const all = [...edits, ...(await comingBack(context, edits))];
  await refuseUnexplained(context, all, about);
  const ops = [...introduction, ...operationsOf(all)];
  return { commits: [{ wall: now(), by, ops, ...about }], changes: { introduced, ...rowFactsIn(edits) } };
}

/** Refuses what says something of a closed period with no reason of a person's own. */
export async function refuseUnexplained(
  { read }: AppendContext,
  edits: readonly FieldEdit[],
  { why = '' }: About = {},
): Promise<void> {
  if (why.trim() !== '' && !OWN_WORDS.includes(why)) return;
  const cut = await cutClosedTo(read, edits);
  if (cut) throw new Refusal({ code: 'closedPeriod', date: cut.date, sealed: cut.frozen.overall.value });
}

/** What has one id for everybody, so that it cannot be made again under another: written, it comes back. */
export const COME_BACK: readonly string[] = ['meas', 'pty', 'fnd', 'att', 'cut', 'layout', 'note'];

/** The way back of what is written and had been deleted, as by an undo: it was deleted and seen, so nobody is asked. */
async function comingBack(
  { read }: AppendContext,
  edits: readonly FieldEdit[],
): Promise<readonly FieldEdit[]> {
  const deleted = new Set(edits.filter(({ field }) => field === DELETED).map(({ entity }) => entity));
  const written = new Set(edits.map(({ entity }) => entity));
  const back: FieldEdit[] = [];
  for (const entity of written) {
    if (deleted.has(entity) || !COME_BACK.includes(kindOf(entity))) continue;
    const known = await read(entity);
    if (known && deletionOf(known) === 'deleted') back.push(wayBack(entity, known));
  }
  return back;
}

/** Brings back what was deleted, over every delete of it. */
export function wayBack(entity: string, known: Entity): FieldEdit {
  const { value = false, over = [] } = restoreOperation(entity, known).fields[DELETED] ?? {};
  return { entity, field: DELETED, value, seen: over };
}

/** What the list of plans says of a plan goes with its edits. */
export function rowFactsIn(edits: readonly FieldEdit[]): Composed['changes'] {
  const facts: Record<string, Json> = {};
  for (const { entity, field, value } of edits) {
    const isFact = field === 'planYear' ? typeof value === 'number' : ROW_TEXTS.includes(field);
    if (entity === PLAN_ENTITY && isFact) facts[field] = value ?? '';
  }
  return facts;
}

const ROW_TEXTS: readonly string[] = ['title', 'entityName'];

/** Groups edits by entity; of two edits of one field the later stands. */
export function operationsOf(edits: readonly FieldEdit[]): NewCommit['ops'] {
  const fields = new Map<string, Record<string, { value: Json; over: readonly SeenHead[] }>>();
  for (const { entity, field, value, seen } of edits) {
    fields.set(entity, { ...fields.get(entity), [field]: { value, over: seen } });
  }
  return [...fields].map(([e, set]) => ({ e, fields: set }));
}
