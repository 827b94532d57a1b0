import type { Reviewable } from '../domain/findings/reviews';
import { failure } from '../domain/problem';
import type { Result } from '../domain/problem';
import type { Commit, SeenHead } from '../log/commit';
import { shortHash } from '../log/hash';
import type { Json } from '../log/json';
import { storageProblem } from '../storage/failures';
import { readIdentity } from '../storage/settings';
import { personId } from './author';
import { nowIso } from './clock';
import { save } from './save';

/** The field of a review; null in it is a finding that was opened again. */
export const REVIEW = 'review';

/** The id of what is said of a finding: the same on every tablet for the same facts. */
export function reviewId({ key }: Pick<Reviewable, 'key'>): string {
  return `fnd:${shortHash(key)}`;
}

/**
 * Settles a finding: somebody, by name, looked at it and says why it needs nothing more. The data stays as it
 * is, and other facts open it again (domain.md A6.13). Refuses a review without a name or a reason.
 */
export async function reviewFinding(
  copy: string,
  finding: Reviewable,
  reason: string,
  seen: readonly SeenHead[],
): Promise<Result<readonly Commit[]>> {
  if (reason.trim() === '') return failure({ code: 'reasonNeeded' });
  try {
    const by = personId(await readIdentity());
    if (by === null) return failure({ code: 'nameNeeded', for: 'review' });
    const { key, code, entity } = finding;
    const review = { reason: reason.trim(), by, at: nowIso(), key, code, entity };
    return await writeReview(copy, finding, review, seen);
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
  return writeReview(copy, finding, null, seen);
}

function writeReview(copy: string, finding: Reviewable, value: Json, seen: readonly SeenHead[]) {
  const entity = reviewId(finding);
  return save(copy, [{ entity, field: REVIEW, value, seen }]);
}
