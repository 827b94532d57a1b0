import { failure, success } from '../../domain/problem';
import type { Result } from '../../domain/problem';
import { readCopy } from '../../storage/copies';
import type { CopyRow, SeenFile } from '../../storage/database';
import { keepGiven } from '../exportSnapshot';
import type { PreparedSnapshot } from '../exportSnapshot';
import type { SharedFolder } from './sharedFolder';

/**
 * Writes this device's file and reads it back: only what stands there as it was written counts as having left the
 * device. `row` is the copy as it stood before the snapshot was made. Gives the file as it now stands.
 */
export async function writeOwnFile(
  row: CopyRow,
  folder: SharedFolder,
  name: string,
  prepared: PreparedSnapshot,
): Promise<Result<SeenFile>> {
  const { bytes } = prepared.file;
  try {
    await folder.write(name, bytes);
    const file = await folder.read(name);
    if (!isSame(new Uint8Array(await file.arrayBuffer()), bytes)) return notWritten(name);
    await countAsLeft(row, prepared);
    return success({ name, size: file.size, modified: file.lastModified });
  } catch (error) {
    return notWritten(error instanceof Error ? error.message : String(error));
  }
}

/** A hand-over like any other. A device that got another id meanwhile counts anew, and is counted the next time. */
async function countAsLeft({ copy, device }: CopyRow, prepared: PreparedSnapshot): Promise<void> {
  const row = await readCopy(copy);
  if (row?.device !== device) return;
  await keepGiven(copy, prepared, 'folder');
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
