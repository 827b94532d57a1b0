import type { EvidenceFile } from '../domain/model';
import { kindOf } from '../domain/entities';
import { readFile } from '../domain/readEntities';
import { deletionOf } from '../log/deletes';
import type { LogState } from '../log/state';
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

/** Lets go of bytes that were kept for something that did not come about. */
export async function dropBlobs(hashes: readonly string[]): Promise<void> {
  await db().blobs.bulkDelete([...hashes]);
}

/** The hashes of everything that this device holds the bytes of; no byte is read. */
export async function heldHashes(): Promise<ReadonlySet<string>> {
  return new Set(await db().blobs.toCollection().primaryKeys());
}

/** Every file that the evidence of a log names and nobody deleted, once; of values in conflict all of them. */
export function filesNamedIn(log: LogState): ReadonlyMap<string, EvidenceFile> {
  const files = new Map<string, EvidenceFile>();
  for (const bucket of log) {
    for (const [id, fields] of bucket) {
      if (kindOf(id) !== 'evi' || deletionOf(fields) === 'deleted') continue;
      for (const { value } of fields.get('file')?.heads ?? []) {
        const file = readFile(value);
        if (file) files.set(file.sha256, file);
      }
    }
  }
  return files;
}
