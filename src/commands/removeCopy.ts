import { failure, success } from '../domain/problem';
import type { Result } from '../domain/problem';
import { deleteCopy, unsharedCommits } from '../storage/copies';
import type { HeldCopy } from '../storage/copies';
import { storageProblem } from '../storage/failures';

/** Takes a plan off this device. Refused while something stands only here; an example can be thrown away. */
export async function removeCopy(copy: string): Promise<Result<null>> {
  try {
    const refused = await deleteCopy(copy, isSafeToDelete);
    if (refused === null) return success(null);
    return failure(refused ? { code: 'copyNeeded', changes: onlyHere(refused) } : { code: 'planNotFound' });
  } catch (error) {
    return failure(storageProblem(error));
  }
}

function isSafeToDelete(held: HeldCopy): boolean {
  const { isExample, kind, lastCopyAt } = held.row;
  // Who audits a plan was handed it by somebody who has it.
  return isExample || ((kind === 'audited' || lastCopyAt !== null) && onlyHere(held) === 0);
}

/** What would be lost: changes in no file that left, and what is typed and not yet a change. */
function onlyHere({ row, drafts }: HeldCopy): number {
  return unsharedCommits(row) + drafts;
}
