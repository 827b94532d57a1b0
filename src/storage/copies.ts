import type { IsoDay } from '../domain/isoDay';
import { keepLastBackup } from './backups';
import { db } from './database';
import type { BackupRow, CheckRow, CopyRow } from './database';
import { readLockOf } from './stateStore';

/** All the plans this device holds, the newest first. */
export async function listCopies(): Promise<readonly CopyRow[]> {
  const rows = await db().copies.toArray();
  return rows.sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
}

export async function readCopy(copy: string): Promise<CopyRow | undefined> {
  return db().copies.get(copy);
}

/** The copy into which what comes of a plan goes: the one that is kept, else one that was restored. */
export async function findCopyOfPlan(plan: string): Promise<CopyRow | undefined> {
  const rows = await db().copies.where('plan').equals(plan).toArray();
  return rows.find(({ kind }) => kind === 'kept') ?? rows.find(({ kind }) => kind === 'restored');
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
  readonly ownDevice?: string;
  readonly checked?: CheckRow;
}

/**
 * Notes that a file left with the changes of a chain of this device up to `ownSeq`, and with those before that chain
 * that were here when it was made. A chain that has given way to another one since stays as it is counted.
 */
export async function markShared(
  copy: string,
  { device, ownSeq, carried: left }: Pick<CopyRow, 'device' | 'ownSeq' | 'carried'>,
  lastCopyAt: string,
): Promise<void> {
  await db()
    .copies.where('copy')
    .equals(copy)
    .modify((row, holder) => {
      const sharedSeq = Math.max(row.sharedSeq, ownSeq);
      const carried = Math.max(0, row.carried - left);
      holder.value =
        row.device === device ? { ...row, sharedSeq, carried, lastCopyAt } : { ...row, lastCopyAt };
    });
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
    kind: 'kept',
    ownDevice: null,
    restoredFrom: null,
    checked: null,
  };
}

/** How many commits of this device exist in no file that left it (merge.md 1, deltas). */
export function unsharedCommits(row: CopyRow): number {
  return row.carried + Math.max(0, row.ownSeq - row.sharedSeq);
}

/**
 * What one copy of a plan held alone is from now on only in another one of this device: nothing left by going from one
 * to the other. `sharedSeq` is what the other had shared before. Inside the caller's transaction over `copies`.
 */
export async function handOnUnshared(
  from: string,
  { copy, sharedSeq }: Pick<CopyRow, 'copy' | 'sharedSeq'>,
): Promise<void> {
  const [source, target] = [await db().copies.get(from), await db().copies.get(copy)];
  if (!source || !target || from === copy) return;
  await db().copies.update(copy, { carried: target.carried + unsharedCommits(source), sharedSeq });
  await db().copies.update(from, { carried: 0, sharedSeq: source.ownSeq });
}

/** A copy with what is being typed in it, as of one moment. */
export interface HeldCopy {
  readonly row: CopyRow;
  /** Those that can still be written: none in a closed plan or in a copy that is audited. */
  readonly drafts: number;
}

/**
 * Takes a plan off this device with everything that belongs to it, evidence that no other plan names included; a last
 * copy of it may stay. One that was restored beside it takes its place. Asked in the deleting transaction: null when
 * it is done, what stood in the way otherwise, or undefined when there is no such copy.
 */
export async function deleteCopy(
  copy: string,
  mayDelete: (held: HeldCopy) => boolean,
  last: BackupRow | null = null,
): Promise<HeldCopy | null | undefined> {
  const { segments, tail, state, conflicts, drafts, quarantine, backups, exchanges } = db();
  const { copies, folders, blobs } = db();
  const perCopy = [segments, tail, state, conflicts, drafts, quarantine, backups, exchanges];
  return db().transaction('rw', [...perCopy, copies, folders, blobs], async () => {
    const row = await copies.get(copy);
    if (!row) return undefined;
    const held = { row, drafts: await countDrafts(row) };
    if (!mayDelete(held)) return held;
    for (const table of perCopy) await table.where(':id').between([copy], [copy, []]).delete();
    await folders.delete(copy);
    await copies.delete(copy);
    if (row.kind === 'kept') await promoteRestored(row.plan);
    if (last) await keepLastBackup(last);
    await deleteUnnamedBlobs();
    return null;
  });
}

async function countDrafts({ copy, kind }: CopyRow): Promise<number> {
  if (kind === 'audited' || (await readLockOf(copy))) return 0;
  return db().drafts.where(':id').between([copy], [copy, []]).count();
}

/** Where the plan that was kept is gone, the one that was restored last is the one to keep. */
async function promoteRestored(plan: string): Promise<void> {
  const rows = await db().copies.where('plan').equals(plan).toArray();
  if (rows.some(({ kind }) => kind === 'kept')) return;
  const restored = rows
    .filter(({ kind }) => kind === 'restored')
    .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  if (restored[0]) await db().copies.update(restored[0].copy, { kind: 'kept' });
}

/** Frees the bytes that the state of no plan on this device names. */
async function deleteUnnamedBlobs(): Promise<void> {
  const keys = await db().blobs.toCollection().primaryKeys();
  if (keys.length === 0) return;
  const texts = (await db().state.toArray()).map(({ entities }) => entities);
  await db().blobs.bulkDelete(keys.filter((sha256) => !texts.some((text) => text.includes(sha256))));
}
