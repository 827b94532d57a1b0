import { db } from './database';
import type { BackupRow } from './database';
import { Refusal } from './failures';
import { unpackText } from './packed';

/** How many are kept of each plan of each sort. */
const BACKUPS_KEPT = 5;
/** How many last copies of plans that were taken off this device are kept. */
const LAST_KEPT = 3;

/** What is known of a copy without opening it. */
export interface BackupFacts extends Omit<BackupRow, 'snapshot'> {
  /** What it takes here. */
  readonly bytes: number;
}

/**
 * Keeps a copy of what a plan held, inside the caller's transaction over `backups`: only the last few of each sort, so
 * that no sort pushes out another. What was written is read back: where it is not
 * the same, the transaction is refused, for nothing large may happen without a good copy. Gives its key.
 */
export async function keepBackup(backup: BackupRow): Promise<string> {
  const madeAt = await freeInstant(backup);
  await db().backups.put({ ...backup, madeAt });
  const stored = await db().backups.get([backup.copy, madeAt]);
  if (!stored || !sameBytes(stored.snapshot, backup.snapshot)) throw new Refusal({ code: 'copyNotKept' });
  const alike = (await rowsOf(backup.copy)).filter((row) => sortOf(row) === sortOf(backup));
  await drop(alike.slice(0, Math.max(0, alike.length - BACKUPS_KEPT)));
  return madeAt;
}

/** Keeps the last copy of a plan that is being taken off this device, inside the caller's transaction. */
export async function keepLastBackup(backup: BackupRow): Promise<void> {
  await keepBackup(backup);
  const last = await lastBackups();
  await drop(last.slice(LAST_KEPT));
}

/** The copies kept of a plan, the newest first. */
export async function listBackups(copy: string): Promise<readonly BackupFacts[]> {
  return (await rowsOf(copy)).reverse().map(factsOf);
}

/** The last copies of plans that are not on this device any more, the newest first. */
export async function lastBackups(): Promise<readonly BackupFacts[]> {
  const keys = await db().backups.toCollection().primaryKeys();
  const held = new Set(await db().copies.toCollection().primaryKeys());
  const rows = await db().backups.bulkGet(keys.filter(([copy]) => !held.has(copy)));
  return rows
    .filter((row) => row !== undefined)
    .map(factsOf)
    .sort((a, b) => (a.madeAt < b.madeAt ? 1 : -1));
}

/** The text of a kept copy; undefined where there is none. Throws where its bytes are not whole. */
export async function readBackup(copy: string, madeAt: string): Promise<string | undefined> {
  const row = await db().backups.get([copy, madeAt]);
  if (!row) return undefined;
  return typeof row.snapshot === 'string' ? row.snapshot : unpackText(row.snapshot);
}

export async function deleteBackup(copy: string, madeAt: string): Promise<void> {
  await db().backups.delete([copy, madeAt]);
}

/** A folder that is exchanged through merges many times a day: that must not push out what stood before an import. */
function sortOf({ reason }: Pick<BackupRow, 'reason'>): 'asked' | 'merge' | 'other' {
  return reason === 'asked' || reason === 'merge' ? reason : 'other';
}

async function rowsOf(copy: string): Promise<BackupRow[]> {
  return db().backups.where('[copy+madeAt]').between([copy], [copy, []]).toArray();
}

async function drop(rows: readonly Pick<BackupRow, 'copy' | 'madeAt'>[]): Promise<void> {
  await db().backups.bulkDelete(rows.map(({ copy, madeAt }): [string, string] => [copy, madeAt]));
}

/** Two in one millisecond stand one after the other: none takes the place of another. */
async function freeInstant({ copy, madeAt }: BackupRow): Promise<string> {
  let instant = madeAt;
  while (await db().backups.get([copy, instant])) {
    instant = new Date(Date.parse(instant) + 1).toISOString();
  }
  return instant;
}

function factsOf({ snapshot, ...facts }: BackupRow): BackupFacts {
  return { ...facts, bytes: typeof snapshot === 'string' ? snapshot.length : snapshot.byteLength };
}

function sameBytes(a: BackupRow['snapshot'], b: BackupRow['snapshot']): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b;
  const [one, other] = [new Uint8Array(a), new Uint8Array(b)];
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
