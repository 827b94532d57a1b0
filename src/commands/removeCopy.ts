import { failure, success } from '../domain/problem';
import type { Result } from '../domain/problem';
import { readCommits } from '../storage/commitStore';
import { deleteCopy, findCopyOfPlan, readCopy, unsharedCommits } from '../storage/copies';
import type { HeldCopy } from '../storage/copies';
import type { BackupRow, CopyRow } from '../storage/database';
import { storageProblem } from '../storage/failures';
import { backupOf } from './backup';

/**
 * Takes a plan off this device. Refused while something stands only here; an example can be thrown away, and so can
 * what was restored and is all in the plan that is kept. A last copy of it stays for a while.
 */
export async function removeCopy(copy: string): Promise<Result<null>> {
  try {
    const row = await readCopy(copy);
    if (!row) return failure({ code: 'planNotFound' });
    const spare = await countHeldElsewhere(row);
    const refused = await deleteCopy(copy, (held) => isSafeToDelete(held, spare), await lastOf(row));
    if (refused === null) return success(null);
    return failure(refused ? { code: 'copyNeeded', changes: onlyHere(refused) } : { code: 'planNotFound' });
  } catch (error) {
    return failure(storageProblem(error));
  }
}

function isSafeToDelete(held: HeldCopy, spare: number | null): boolean {
  const { isExample, kind, lastCopyAt, count } = held.row;
  if (isExample) return true;
  if (count === spare && held.drafts === 0) return true;
  // Who audits a plan was handed it by somebody who has it.
  return (kind === 'audited' || lastCopyAt !== null) && onlyHere(held) === 0;
}

/** What would be lost: changes in no file that left, and what is typed and not yet a change. */
function onlyHere({ row, drafts }: HeldCopy): number {
  return unsharedCommits(row) + drafts;
}

/** How many changes a restored copy has, where the plan that is kept has every one of them; null otherwise. */
async function countHeldElsewhere(row: CopyRow): Promise<number | null> {
  const kept = row.kind === 'restored' ? await findCopyOfPlan(row.plan) : undefined;
  if (!kept || kept.copy === row.copy) return null;
  const held = new Set((await readCommits(kept.copy)).map(({ id }) => id));
  const own = await readCommits(row.copy);
  return own.every(({ id }) => held.has(id)) ? own.length : null;
}

/** Of an example there is always another, and what was restored came out of a copy. */
async function lastOf(row: CopyRow): Promise<BackupRow | null> {
  return row.isExample || row.kind !== 'kept' ? null : backupOf(row, 'removal');
}
