import { failure, success } from '../domain/problem';
import type { Result } from '../domain/problem';
import { decodeSnapshot } from '../formats/snapshot';
import type { Snapshot } from '../formats/snapshot';
import { absorb, absorbTables } from '../storage/absorb';
import { readBackup } from '../storage/backups';
import { dropBlobs, suppressedIn } from '../storage/blobs';
import { announce } from '../storage/changes';
import { emptyCopy, findCopyOfPlan, readCopy } from '../storage/copies';
import { db } from '../storage/database';
import { Refusal, storageProblem } from '../storage/failures';
import { snapshotText } from './exportSnapshot';
import { nowIso, randomId } from './clock';
import { keepFiles } from './incomingFiles';
import { readCopyFile } from './packageWork';
import type { CopyFile } from './packageWork';
import { cutOf, incomingOf, mergeSnapshotBytes, planFacts, previewSnapshotBytes } from './snapshotWork';
import type { MergedSnapshot, SnapshotPreview } from './snapshotWork';
import { ensureDevice, newDeviceId } from './thisDevice';

/** A plan that was brought back. */
export interface Restored {
  readonly copy: string;
  readonly commits: number;
  /** Changes in the copy that do not verify: kept aside, and not counted. */
  readonly quarantined: number;
}

/** Brings a kept copy back, beside the plan as it is. */
export async function restoreBackup(copy: string, madeAt: string): Promise<Result<Restored>> {
  try {
    const text = await readBackup(copy, madeAt);
    if (text === undefined) return failure({ code: 'copyGone' });
    return await restore({ plan: new TextEncoder().encode(text), packed: null }, madeAt);
  } catch (error) {
    return failure(storageProblem(error));
  }
}

/** Brings a file back, beside the plan as it is: never into it. */
export async function restoreFile(file: File): Promise<Result<Restored>> {
  const read = await readCopyFile(file);
  return read.ok ? restore(read.value, file.name) : read;
}

/**
 * A copy of its own, with a device id of its own: what is written into it from then on and what is written into the
 * plan that it stands beside are two chains, and never fork one.
 */
async function restore({ plan, packed }: CopyFile, name: string): Promise<Result<Restored>> {
  try {
    const read = decodeSnapshot(plan, name);
    if (!read.ok) return read;
    const snapshot = read.value;
    const made = await rowFor(snapshot);
    const { row, restored } = await db().transaction('rw', absorbTables(), async () => {
      const row = {
        ...made,
        kind: (await findCopyOfPlan(made.plan)) ? ('restored' as const) : ('kept' as const),
      };
      await db().copies.add(row);
      const absorption = await absorb(row, incomingOf(snapshot), null);
      if (absorption.added.length === 0) throw new Refusal({ code: 'snapshotAltered', file: name });
      await db().copies.update(row.copy, {
        ...planFacts(absorption.state),
        ...cutOf(row, absorption.state),
      });
      return { row, restored: absorption };
    });
    if (packed) await keepFiles(packed, restored.state);
    await dropBlobs(suppressedIn(restored.state));
    const { added, quarantined } = restored;
    announce({ copy: row.copy, count: added.length, commits: null, isRebuilt: true });
    return success({ copy: row.copy, commits: added.length, quarantined: quarantined.length });
  } catch (error) {
    return failure(storageProblem(error));
  }
}

async function rowFor({ plan, exportedAt }: Snapshot) {
  const [device, ownDevice] = [await ensureDevice(), newDeviceId()];
  const facts = { title: '', entityName: '', planYear: 0, isExample: false, createdAt: nowIso() };
  return {
    ...emptyCopy({ copy: randomId(12), plan, device, ...facts }),
    ownDevice,
    restoredFrom: exportedAt,
  };
}

/** What uniting a restored copy with the plan that is kept would bring to that one. Nothing is written. */
export async function previewUnion(copy: string): Promise<Result<SnapshotPreview>> {
  const read = await bytesOf(copy);
  return read.ok ? previewSnapshotBytes(read.value.bytes, '') : read;
}

/**
 * Brings all of a restored copy into the plan that is kept; the restored one stays as it is. What was only in it is
 * from then on only in the other.
 */
export async function uniteCopy(copy: string): Promise<Result<MergedSnapshot>> {
  const read = await bytesOf(copy);
  if (!read.ok) return read;
  return mergeSnapshotBytes(read.value.bytes, '', null, { copy });
}

async function bytesOf(copy: string): Promise<Result<{ readonly bytes: Uint8Array }>> {
  try {
    const row = await readCopy(copy);
    if (row?.kind !== 'restored') return failure({ code: 'planNotFound' });
    return success({ bytes: new TextEncoder().encode(await snapshotText(row)) });
  } catch (error) {
    return failure(storageProblem(error));
  }
}
