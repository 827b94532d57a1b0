import { failure, success } from '../../domain/problem';
import type { Result } from '../../domain/problem';
import { readCopy, updateCopy } from '../../storage/copies';
import type { SeenFile } from '../../storage/database';
import { storageProblem } from '../../storage/failures';
import { nowIso } from '../clock';
import { snapshotText } from '../exportSnapshot';
import type { SharedFolder } from './sharedFolder';

/** A snapshot for the folder, and how far it goes. */
export interface OwnSnapshot {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly count: number;
  /** The chain that this device writes, and its last change in the file. */
  readonly device: string;
  readonly ownSeq: number;
}

/** All that this device holds of a plan, as its file in the folder. */
export async function makeOwnSnapshot(copy: string): Promise<Result<OwnSnapshot>> {
  try {
    const row = await readCopy(copy);
    if (!row) return failure({ code: 'planNotFound' });
    const bytes = new TextEncoder().encode(await snapshotText(row));
    return success({ bytes, count: row.count, device: row.device, ownSeq: row.ownSeq });
  } catch (error) {
    return failure(storageProblem(error));
  }
}

/**
 * Writes this device's file and reads it back: only what stands there as it was written counts as having left the
 * device. Gives the file as it now stands.
 */
export async function writeOwnFile(
  copy: string,
  folder: SharedFolder,
  name: string,
  made: OwnSnapshot,
): Promise<Result<SeenFile>> {
  try {
    await folder.write(name, made.bytes);
    const file = await folder.read(name);
    if (!isSame(new Uint8Array(await file.arrayBuffer()), made.bytes)) return notWritten(name);
    await countAsLeft(copy, made);
    return success({ name, size: file.size, modified: file.lastModified });
  } catch (error) {
    return notWritten(error instanceof Error ? error.message : String(error));
  }
}

/** What the receipt of a hand-over through a folder stands on. A device that got another id meanwhile counts anew. */
async function countAsLeft(copy: string, { device, ownSeq }: OwnSnapshot): Promise<void> {
  const row = await readCopy(copy);
  if (row?.device !== device) return;
  const sharedSeq = Math.max(row.sharedSeq, ownSeq);
  await updateCopy(copy, { sharedSeq, carried: 0, lastCopyAt: nowIso() });
}

function notWritten(detail: string): Result<SeenFile> {
  return failure({ code: 'folderNotWritten', detail });
}

/** Some megabytes, on the page: a plain loop takes a tenth of what a call for each byte does. */
function isSame(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false;
  return true;
}
