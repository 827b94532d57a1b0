import type { Result } from '../domain/problem';
import type { Commit, SeenHead } from '../log/commit';
import type { Json } from '../log/json';
import { append } from '../storage/append';
import type { NewCommit } from '../storage/append';
import { authorOf } from './author';
import { now } from './clock';

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
  edits: readonly FieldEdit[] | (() => Promise<readonly FieldEdit[]>),
  about: Pick<NewCommit, 'why' | 'in' | 'src'> = {},
): Promise<Result<readonly Commit[]>> {
  return append(copy, async (context) => {
    const { by, introduction, introduced } = await authorOf(context);
    const given = typeof edits === 'function' ? await edits() : edits;
    if (given.length === 0) return { commits: [] };
    const ops = [...introduction, ...operationsOf(given)];
    return { commits: [{ wall: now(), by, ops, ...about }], changes: { introduced } };
  });
}

/** Groups edits by entity; of two edits of one field the later stands. */
function operationsOf(edits: readonly FieldEdit[]): NewCommit['ops'] {
  const fields = new Map<string, Record<string, { value: Json; over: readonly SeenHead[] }>>();
  for (const { entity, field, value, seen } of edits) {
    fields.set(entity, { ...fields.get(entity), [field]: { value, over: seen } });
  }
  return [...fields].map(([e, set]) => ({ e, fields: set }));
}
