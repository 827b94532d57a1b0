import type { Result } from '../domain/problem';
import type { Commit, SeenHead } from '../log/commit';
import type { Json } from '../log/json';
import { append } from '../storage/append';
import { inCommits } from './inCommits';
import { MANY, readingAtOnce } from './readingAtOnce';
import { composeEdits } from './save';
import type { FieldEdit } from './save';

/** How a commit says that it settles; of a closed period a person's reason stands as its why. */
const RESOLVE = 'resolve';

/**
 * Settles a conflict: the value kept, or a third one, over all the heads that were shown (merge.md 2.5). `reason` is
 * needed where it is of a closed period.
 */
export function settleConflict(
  copy: string,
  { entity, field }: { readonly entity: string; readonly field: string },
  value: Json,
  shown: readonly SeenHead[],
  { also = [], reason = '' }: { readonly also?: readonly FieldEdit[]; readonly reason?: string } = {},
): Promise<Result<readonly Commit[]>> {
  return settleMany(copy, [{ entity, field, value, seen: shown }, ...also], reason);
}

/**
 * Settles any number of conflicts at once, all of them or none: each edit is a value over all the heads that were
 * shown of its field. One act, in as many commits as its fields take.
 */
export function settleMany(
  copy: string,
  edits: readonly FieldEdit[],
  reason = '',
): Promise<Result<readonly Commit[]>> {
  return append(copy, async (appending) => {
    const context = edits.length > MANY ? await readingAtOnce(copy, appending) : appending;
    const composed = await composeEdits(context, edits, { why: reason.trim() || RESOLVE, src: RESOLVE });
    return { ...composed, commits: composed.commits.flatMap(({ ops, ...about }) => inCommits(ops, about)) };
  });
}
