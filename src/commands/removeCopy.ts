import { failure, success } from '../domain/problem';
import type { Result } from '../domain/problem';
import { deleteCopy, readCopy, unsharedCommits } from '../storage/copies';
import { storageProblem } from '../storage/failures';

/** Takes a plan off this device. Refused while something stands only here; an example can be thrown away. */
export async function removeCopy(copy: string): Promise<Result<null>> {
  try {
    const row = await readCopy(copy);
    if (!row) return failure({ code: 'planNotFound' });
    const isSafe = row.isExample || (row.lastCopyAt !== null && unsharedCommits(row) === 0);
    if (!isSafe) return failure({ code: 'copyNeeded', changes: unsharedCommits(row) });
    await deleteCopy(copy);
    return success(null);
  } catch (error) {
    return failure(storageProblem(error));
  }
}
