import { failure, success } from '../domain/problem';
import type { Result } from '../domain/problem';
import { encodeSnapshot } from '../formats/snapshot';
import { readCommits } from '../storage/commitStore';
import { readCopy, updateCopy } from '../storage/copies';
import type { CopyRow } from '../storage/database';
import { storageProblem } from '../storage/failures';
import { readQuarantine } from '../storage/quarantine';
import { readIdentity } from '../storage/settings';
import { readState } from '../storage/stateStore';
import { personId } from './author';
import { nowIso } from './clock';
import { deliver } from './deliver';
import type { Delivery, OutgoingFile } from './deliver';
import { fileNameOf } from './fileName';

export interface PreparedSnapshot<Bytes extends Uint8Array<ArrayBuffer> | Blob = Uint8Array<ArrayBuffer>> {
  readonly file: OutgoingFile<Bytes>;
  readonly commits: number;
  /** This device's last change in the file; what comes later is still only here. */
  readonly ownSeq: number;
}

/** Makes the snapshot of a copy, ready before the tap that hands it over. */
export async function prepareSnapshot(copy: string): Promise<Result<PreparedSnapshot>> {
  try {
    const row = await readCopy(copy);
    if (!row) return failure({ code: 'planNotFound' });
    const text = await snapshotText(row);
    return success({
      file: {
        name: fileNameOf(row, 'json'),
        mime: 'application/json',
        bytes: new TextEncoder().encode(text),
      },
      commits: row.count,
      ownSeq: row.ownSeq,
    });
  } catch (error) {
    return failure(storageProblem(error));
  }
}

/** The snapshot of a copy as text: the file a person keeps, and the copy kept before a merge. */
export async function snapshotText(row: CopyRow): Promise<string> {
  const [commits, state, quarantine, identity] = await Promise.all([
    readCommits(row.copy),
    readState(row.copy),
    readQuarantine(row.copy),
    readIdentity(),
  ]);
  const exportedBy = { device: row.device, person: personId(identity) ?? '' };
  return encodeSnapshot({ plan: row.plan, exportedAt: nowIso(), exportedBy, commits, quarantine, state });
}

/** Hands a prepared snapshot over, and counts its changes as having left this device. */
export async function deliverSnapshot(
  copy: string,
  { file, ownSeq }: PreparedSnapshot<Uint8Array<ArrayBuffer> | Blob>,
): Promise<Result<Delivery>> {
  try {
    const delivery = await deliver(file);
    if (delivery !== 'cancelled') {
      const sharedSeq = ownSeq;
      await updateCopy(copy, { sharedSeq, carried: 0, lastCopyAt: nowIso() });
    }
    return success(delivery);
  } catch (error) {
    return failure(storageProblem(error));
  }
}
