import type { Result } from '../domain/problem';
import type { Commit, SeenHead } from '../log/commit';
import type { Json } from '../log/json';
import { save } from './save';
import type { FieldEdit } from './save';

/** Settles a conflict: the value kept, or a third one, over all the heads that were shown (merge.md 2.5). */
export function settleConflict(
  copy: string,
  { entity, field }: { readonly entity: string; readonly field: string },
  value: Json,
  shown: readonly SeenHead[],
  also: readonly FieldEdit[] = [],
): Promise<Result<readonly Commit[]>> {
  return save(copy, [{ entity, field, value, seen: shown }, ...also], { why: 'resolve' });
}
