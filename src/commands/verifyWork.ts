import { failure, success } from '../domain/problem';
import type { Result } from '../domain/problem';
import { decodeSnapshot } from '../formats/snapshot';
import { absorb, absorbTables } from '../storage/absorb';
import { listBackups, readBackup } from '../storage/backups';
import { rememberAltered } from '../storage/blobs';
import { announce } from '../storage/changes';
import { readCopy, updateCopy } from '../storage/copies';
import { db } from '../storage/database';
import type { BackupRow } from '../storage/database';
import { storageProblem } from '../storage/failures';
import { checkCopy, rebuildFromLog } from '../storage/verify';
import type { CheckProgress, CopyCheck } from '../storage/verify';
import { backupOf } from './backup';
import { nowIso } from './clock';
import { incomingOf } from './snapshotWork';

/** What a check found, and what was done about it. */
export interface Verified extends CopyCheck {
  /** What was shown was not what the changes come to, and was made anew from them. */
  readonly isRebuilt: boolean;
}

/**
 * Checks all that is stored of a plan and remembers what it came to. What is shown is made anew where it is not what
 * the changes come to; nothing that is damaged is touched.
 */
export async function verifyCopy(
  copy: string,
  onProgress?: (progress: CheckProgress) => void,
): Promise<Result<Verified>> {
  try {
    const check = await checkCopy(copy, onProgress);
    if (!check) return failure({ code: 'planNotFound' });
    const isRebuilt = check.isStateTrue === false;
    if (isRebuilt) {
      await rebuildFromLog(copy);
      await announceAnew(copy);
    }
    const { damaged, lost, files } = check;
    await rememberAltered(files.held, files.altered);
    const checked = { damaged: damaged.length + lost, alteredFiles: files.altered.length };
    await updateCopy(copy, { checked: { ...checked, at: nowIso() } });
    return success({ ...check, isRebuilt });
  } catch (error) {
    return failure(storageProblem(error));
  }
}

/**
 * Brings back what is damaged out of the copies that are kept beside the plan, the newest first, and checks again. It
 * is the merge that any file goes through: what is whole in a copy takes the place of what is damaged.
 */
export async function recoverFromBackups(
  copy: string,
  onProgress?: (progress: CheckProgress) => void,
): Promise<Result<Verified>> {
  try {
    const row = await readCopy(copy);
    if (!row) return failure({ code: 'planNotFound' });
    let toKeep: BackupRow | null = await backupOf(row, 'recovery');
    const texts = await Promise.all((await listBackups(copy)).map(({ madeAt }) => textOf(copy, madeAt)));
    for (const text of texts) {
      const read = decodeSnapshot(text, copy);
      if (!read.ok || read.value.plan !== row.plan) continue;
      await db().transaction('rw', absorbTables(), async () => {
        const current = await readCopy(copy);
        if (!current) return;
        await absorb(current, incomingOf(read.value), toKeep);
        // A copy inside this browser is nobody else's: nothing left by being in it.
        await db().copies.update(copy, { sharedSeq: current.sharedSeq });
      });
      toKeep = null;
    }
    await announceAnew(copy);
  } catch (error) {
    return failure(storageProblem(error));
  }
  return verifyCopy(copy, onProgress);
}

/** A kept copy whose own bytes are damaged has nothing to give. */
async function textOf(copy: string, madeAt: string): Promise<string> {
  try {
    return (await readBackup(copy, madeAt)) ?? '';
  } catch {
    return '';
  }
}

async function announceAnew(copy: string): Promise<void> {
  const row = await readCopy(copy);
  if (row) announce({ copy, count: row.count, commits: null, isRebuilt: true });
}
