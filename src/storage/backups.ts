import { db } from './database';
import type { BackupRow } from './database';

const BACKUPS_KEPT = 5;

/**
 * Keeps a copy of what a plan held before a merge or an import, inside the caller's transaction over `backups`. Of
 * the last few; older ones make room.
 */
export async function keepBackup(backup: BackupRow): Promise<void> {
  await db().backups.put(backup);
  const keys = await db()
    .backups.where('[copy+madeAt]')
    .between([backup.copy], [backup.copy, []])
    .primaryKeys();
  await db().backups.bulkDelete(keys.slice(0, Math.max(0, keys.length - BACKUPS_KEPT)));
}
