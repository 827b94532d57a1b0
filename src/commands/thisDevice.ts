import type { IsoDay } from '../domain/isoDay';
import { updateCopy } from '../storage/copies';
import type { CopyRow } from '../storage/database';
import { forgetVanishedStorage, markStorage, requestPersistence } from '../storage/health';
import { deviceId, noteRenewal, rotateDeviceId, writeIdentity, writeSetting } from '../storage/settings';
import type { Identity } from '../storage/settings';
import { nowIso, randomId } from './clock';

const DEVICE_ID_LENGTH = 8;

/** Makes sure that this device has an id of its own. */
export function ensureDevice(): Promise<string> {
  return deviceId(newDeviceId);
}

/** An id for a device, or for a copy that writes a chain of its own. */
export function newDeviceId(): string {
  return randomId(DEVICE_ID_LENGTH);
}

/**
 * Gives what is written into a copy another id, because its own was seen writing elsewhere: this device's, or the
 * copy's where it has one. Inside the caller's transaction over `copies` and `device`. The person is told.
 */
export async function renewChain({ copy, ownDevice }: Pick<CopyRow, 'copy' | 'ownDevice'>): Promise<void> {
  if (ownDevice === null) await rotateDeviceId(newDeviceId);
  else await updateCopy(copy, { ownDevice: newDeviceId() });
  await noteRenewal(nowIso());
}

/** The person has read that this device writes under another id. */
export function acknowledgeRenewal(): Promise<void> {
  return noteRenewal(null);
}

/** Says who uses this device: marks authorship, and is no security boundary. */
export function setIdentity(identity: Identity): Promise<void> {
  return writeIdentity(identity);
}

/** Moves the cut on screen. It belongs to this device: each person looks at the cut they need. */
export function moveCut(copy: string, cut: IsoDay): Promise<void> {
  return updateCopy(copy, { cut });
}

/** Keeps the answer to a notice, so that it is not shown again. */
export function answerNotice(key: string): Promise<void> {
  return writeSetting(key, true);
}

/** Asks the browser to keep what is here; call it inside a tap. */
export function keepStorage(): Promise<boolean | null> {
  return requestPersistence();
}

/** Marks the storage as one that holds plans, so that it is missed if the browser takes it away. */
export function markStorageUsed(): Promise<void> {
  return markStorage();
}

/** The person has read that the storage vanished. */
export function acknowledgeVanishedStorage(): Promise<void> {
  return forgetVanishedStorage();
}
