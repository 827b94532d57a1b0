import type { Reviewable } from '../domain/findings/reviews';
import { failure } from '../domain/problem';
import type { Result } from '../domain/problem';
import type { Commit, SeenHead } from '../log/commit';
import { shortHash } from '../log/hash';
import type { Json } from '../log/json';
import { storageProblem } from '../storage/failures';
import { append } from '../storage/append';
import { readIdentity, writeIdentity } from '../storage/settings';
import { personId, withName } from './author';
import { composeEdits, save } from './save';
import type { FieldEdit } from './save';

/** The field of a review; null in it is a finding that was opened again. */
export const REVIEW = 'review';

/** The id of what is said of a finding: the same on every tablet for the same facts. */
export function reviewId({ key }: Pick<Reviewable, 'key'>): string {
  return `fnd:${shortHash(key)}`;
}

/**
 * Settles a finding: somebody, by name, looked at it and says why it needs nothing more. The data stays as it
 * is, and other facts open it again (domain.md A6.13). A name that is given with it becomes this device's, once
 * the review is saved and not without it. Refuses a review without a name or a reason.
 */
export async function reviewFinding(
  copy: string,
  finding: Reviewable,
  reason: string,
  seen: readonly SeenHead[],
  givenName = '',
): Promise<Result<readonly Commit[]>> {
  if (reason.trim() === '') return failure({ code: 'reasonNeeded' });
  try {
    const name = givenName.trim();
    if (personId(withName(await readIdentity(), name)) === null) {
      return failure({ code: 'nameNeeded', for: 'review' });
    }
    const { key, code, entity } = finding;
    const edit = editOf(finding, { reason: reason.trim(), key, code, entity }, seen);
    return await append(copy, async (context) => {
      const identity = withName(context.identity, name);
      if (identity !== context.identity) await writeIdentity(identity);
      return composeEdits({ ...context, identity }, [edit]);
    });
  } catch (error) {
    return failure(storageProblem(error));
  }
}

/** Opens a settled finding again; who settled it and why stays in the history. */
export function reopenFinding(
  copy: string,
  finding: Reviewable,
  seen: readonly SeenHead[],
): Promise<Result<readonly Commit[]>> {
  return save(copy, [editOf(finding, null, seen)]);
}

function editOf(finding: Reviewable, value: Json, seen: readonly SeenHead[]): FieldEdit {
  return { entity: reviewId(finding), field: REVIEW, value, seen };
}
