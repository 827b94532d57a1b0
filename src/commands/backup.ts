import type { BackupRow, CopyRow } from '../storage/database';
import { packText } from '../storage/packed';
import { nowIso } from './clock';
import { snapshotText } from './exportSnapshot';

/** All that this device holds of a plan now, to be kept beside it before something large is written into it. */
export async function backupOf(row: CopyRow, reason: BackupRow['reason']): Promise<BackupRow> {
  const snapshot = await packText(await snapshotText(row));
  return { copy: row.copy, madeAt: nowIso(), reason, snapshot, commits: row.count, title: row.title };
}
