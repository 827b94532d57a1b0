import type { Result } from '../domain/problem';
import type { Commit } from '../log/commit';
import { save } from './save';
import type { FieldEdit } from './save';

/** How a commit says that it brings back a value of before; in a closed period a person's reason stands as its why. */
const RESTORE = 'restore';

/** Gives a field a value that it had before: an edit like another, over the heads seen now. */
export function restoreValue(copy: string, edit: FieldEdit, reason = ''): Promise<Result<readonly Commit[]>> {
  return save(copy, [edit], { why: reason.trim() || RESTORE, src: RESTORE });
}
