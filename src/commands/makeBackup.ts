import { failure, success } from '../domain/problem';
import type { Result } from '../domain/problem';
import { decodeSnapshot } from '../formats/snapshot';
import { chainHeads } from '../log/chains';
import { canonicalJson } from '../log/json';
import { verifyAllBut } from '../log/union';
import { keepBackup, readBackup } from '../storage/backups';
import { readCopy } from '../storage/copies';
import { db } from '../storage/database';
import { storageProblem } from '../storage/failures';
import { backupOf } from './backup';

/** A copy that was made and read back. */
export interface MadeBackup {
  readonly madeAt: string;
  readonly commits: number;
  /** Changes in it that were damaged already where they are stored; the copy is as good as what it was made of. */
  readonly damaged: number;
}

/**
 * Keeps a copy of a plan beside it and says so only after reading it back: what is stored is unpacked and read like
 * any file, every hash in it is recomputed, and it must know the end of every chain that was there.
 */
export async function makeBackup(copy: string): Promise<Result<MadeBackup>> {
  try {
    const row = await readCopy(copy);
    if (!row) return failure({ code: 'planNotFound' });
    const backup = await backupOf(row, 'asked');
    const madeAt = await db().transaction('rw', db().backups, () => keepBackup(backup));
    const text = await readBackup(copy, madeAt);
    return text === undefined ? failure({ code: 'copyNotKept' }) : readBack(text, madeAt);
  } catch (error) {
    return failure(storageProblem(error));
  }
}

function readBack(text: string, madeAt: string): Result<MadeBackup> {
  const read = decodeSnapshot(text, madeAt);
  if (!read.ok) return failure({ code: 'copyNotKept' });
  const verdicts = read.value.log.map(verifyAllBut(read.value.sound));
  const sound = verdicts.flatMap((verdict) => (verdict.ok ? [verdict.commit] : []));
  const damaged = verdicts.length - sound.length;
  const isWhole =
    damaged > 0 || canonicalJson([...chainHeads(sound)]) === canonicalJson([...read.value.heads]);
  return isWhole ? success({ madeAt, commits: verdicts.length, damaged }) : failure({ code: 'copyNotKept' });
}
