import type { Result } from '../domain/problem';
import type { Commit } from '../log/commit';
import { save } from './save';
import type { FieldEdit } from './save';

/** How a commit says that it brings back a value of before; in a closed period a person's reason stands as its why. */
const RESTORE = 'restore';

/** Gives fields values that they had before: an edit like another, over the heads seen now. */
export function restoreValues(
  copy: string,
  edits: readonly FieldEdit[],
  reason = '',
): Promise<Result<readonly Commit[]>> {
  return save(copy, edits, { why: reason.trim() || RESTORE, src: RESTORE });
}
