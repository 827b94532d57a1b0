import type { IsoDay } from '../domain/isoDay';
import { db } from './database';
import type { CopyRow } from './database';

/** All the plans this device holds, the newest first. */
export async function listCopies(): Promise<readonly CopyRow[]> {
  const rows = await db().copies.toArray();
  return rows.sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
}

export async function readCopy(copy: string): Promise<CopyRow | undefined> {
  return db().copies.get(copy);
}

/** The copy that already holds a plan, if there is one. */
export async function findCopyOfPlan(plan: string): Promise<CopyRow | undefined> {
  return db().copies.where('plan').equals(plan).first();
}

/** Changes what only this device knows of a copy: the cut on screen, what has been shared. */
export async function updateCopy(copy: string, changes: CopyChanges): Promise<void> {
  await db().copies.update(copy, changes);
}

export interface CopyChanges {
  readonly cut?: IsoDay;
  readonly sharedSeq?: number;
  readonly carried?: number;
  readonly lastCopyAt?: string;
}

/** The row of a copy that holds nothing yet. */
export function emptyCopy(
  facts: Pick<
    CopyRow,
    'copy' | 'plan' | 'title' | 'entityName' | 'planYear' | 'isExample' | 'createdAt' | 'device'
  >,
): CopyRow {
  return {
    ...facts,
    matrixSha256: null,
    cut: null,
    count: 0,
    sealed: 0,
    ownSeq: 0,
    ownHead: null,
    sharedSeq: 0,
    carried: 0,
    lastCopyAt: null,
    introduced: '',
  };
}

/** How many commits of this device exist in no file that left it (merge.md 1, deltas). */
export function unsharedCommits(row: CopyRow): number {
  return row.carried + Math.max(0, row.ownSeq - row.sharedSeq);
}

/** Takes a plan off this device with everything that belongs to it, in one transaction. */
export async function deleteCopy(copy: string): Promise<void> {
  const { segments, tail, state, conflicts, drafts, quarantine, backups, copies } = db();
  const perCopy = [segments, tail, state, conflicts, drafts, quarantine, backups];
  await db().transaction('rw', [...perCopy, copies], async () => {
    for (const table of perCopy) {
      await table.where(':id').between([copy], [copy, []]).delete();
    }
    await copies.delete(copy);
  });
}
