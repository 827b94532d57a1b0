import { db } from './database';
import type { BlobRow } from './database';

/** Keeps the bytes of a piece of evidence under their hash; the same bytes are kept once. */
export async function putBlob(row: BlobRow): Promise<void> {
  await db().blobs.put(row);
}

/** The bytes, or undefined when this device does not hold them. */
export async function getBlob(sha256: string): Promise<BlobRow | undefined> {
  return db().blobs.get(sha256);
}

/** Takes bytes away from this device; whatever names their hash says that they are not here. */
export async function removeBlob(sha256: string): Promise<void> {
  await db().blobs.delete(sha256);
}
