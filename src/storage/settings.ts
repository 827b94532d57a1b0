import { db } from './database';

/** Who uses this device: marks authorship, and is no security boundary. */
export interface Identity {
  readonly name: string;
  readonly role: string;
  /** The department or team whose rows come first in "Lo mío". */
  readonly department: string;
}

export const NOBODY: Identity = { name: '', role: '', department: '' };

const IDENTITY = 'identity';
const DEVICE = 'id';

export async function readIdentity(): Promise<Identity> {
  const row = await db().meta.get(IDENTITY);
  return (row?.value as Identity | undefined) ?? NOBODY;
}

export async function writeIdentity(identity: Identity): Promise<void> {
  await db().meta.put({ key: IDENTITY, value: { ...identity } });
}

/** A small setting of this device, such as a notice already answered. */
export async function readSetting(key: string): Promise<unknown> {
  return (await db().meta.get(`setting:${key}`))?.value;
}

export async function writeSetting(key: string, value: unknown): Promise<void> {
  await db().meta.put({ key: `setting:${key}`, value });
}

/** This device's id, made on first use by the caller's source of chance. */
export async function deviceId(makeId: () => string): Promise<string> {
  return db().transaction('rw', db().device, async () => {
    const row = await db().device.get(DEVICE);
    if (row) return row.value as string;
    const id = makeId();
    await db().device.put({ key: DEVICE, value: id });
    return id;
  });
}

/** Gives this device another id: its own was seen writing elsewhere (merge.md 1, tripwire). */
export async function rotateDeviceId(makeId: () => string): Promise<string> {
  const id = makeId();
  await db().device.put({ key: DEVICE, value: id });
  return id;
}

const RENEWED = 'renewedAt';

/** Remembers when this device took another id, until the person has read it; null then. */
export async function noteRenewal(at: string | null): Promise<void> {
  if (at === null) await db().device.delete(RENEWED);
  else await db().device.put({ key: RENEWED, value: at });
}

/** When this device took another id of which the person was not told yet. */
export async function readRenewal(): Promise<string | null> {
  return ((await db().device.get(RENEWED))?.value as string | undefined) ?? null;
}
