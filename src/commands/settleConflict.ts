import type { Result } from '../domain/problem';
import type { Commit, SeenHead } from '../log/commit';
import type { Json } from '../log/json';
import { save } from './save';
import type { FieldEdit } from './save';

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
  return save(copy, [{ entity, field, value, seen: shown }, ...also], { why: reason.trim() || 'resolve' });
}
