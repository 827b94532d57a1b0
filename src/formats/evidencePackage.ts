import { Zip, ZipPassThrough } from 'fflate';
import { failure, success } from '../domain/problem';
import type { Result } from '../domain/problem';
import { dataOffset, END_BYTES, endOfZip, entriesIn, inflate } from './zipDirectory';
import { LOCAL_HEADER_BYTES, MAX_ENTRIES } from './zipDirectory';
import type { ZipEntry } from './zipDirectory';

/** A file of evidence by its hash. */
export interface PackedFile {
  readonly sha256: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A package that was looked into: nothing of it is unpacked until it is asked for. */
export interface EvidencePackage {
  readonly plan: () => Promise<Uint8Array | null>;
  /** The hashes that its files are named by. What they hold is not verified. */
  readonly files: readonly string[];
  /** The bytes under a hash; null when they cannot be read, or would unpack to more than a file may. */
  readonly read: (sha256: string) => Promise<Uint8Array<ArrayBuffer> | null>;
}

const PLAN_ENTRY = 'plan.json';
const BLOB_FOLDER = 'blobs/';
// Some systems unpack what they download, and people pack it again with its folder.
const PLAN_NAME = /(?:^|\/)plan\.json$/;
const BLOB_NAME = /(?:^|\/)blobs\/([0-9a-f]{64})$/;

export const MAX_PACKAGE_BYTES = 1_000_000_000;
/** With the plan, what the reader of a zip takes for one and not for a bomb. */
export const MAX_PACKAGE_FILES = MAX_ENTRIES - 1;
const MAX_PLAN_BYTES = 200_000_000;
const MAX_FILE_BYTES = 60_000_000;

/**
 * Writes a package: a zip that only stores, `plan.json` and then `blobs/<sha256>` for each file. The files are taken
 * one at a time, and what was written of each leaves the memory of scripts.
 */
export async function writePackage(
  plan: Uint8Array<ArrayBuffer>,
  files: AsyncIterable<PackedFile>,
): Promise<Blob> {
  const written: Blob[] = [];
  let chunks: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  const add = (name: string, bytes: Uint8Array<ArrayBuffer>): void => {
    const entry = new ZipPassThrough(name);
    zip.add(entry);
    entry.push(bytes, true);
    written.push(new Blob(chunks));
    chunks = [];
  };
  add(PLAN_ENTRY, plan);
  for await (const { sha256, bytes } of files) add(BLOB_FOLDER + sha256, bytes);
  zip.end();
  return new Blob([...written, ...chunks], { type: 'application/zip' });
}

/**
 * Looks into a package by the directory at its end, without reading the rest. Refuses, and says why: any other zip;
 * one that was cut short. What it unpacks to is counted over all that is read of it, whatever its sizes say.
 */
export async function openPackage(file: Blob, fileName: string): Promise<Result<EvidencePackage>> {
  const entries = await entriesOf(file);
  if (!entries) {
    const code = (await beginsWithPlan(file)) ? 'snapshotBroken' : 'snapshotForeign';
    return failure({ code, file: fileName });
  }
  const plan = entries.find(({ name }) => PLAN_NAME.test(name));
  if (!plan) return failure({ code: 'snapshotForeign', file: fileName });
  const blobs = new Map(
    entries.flatMap((entry) => {
      const [, sha256] = BLOB_NAME.exec(entry.name) ?? [];
      return sha256 ? [[sha256, entry] as const] : [];
    }),
  );
  const read = readerOf(file);
  return success({
    plan: () => read(plan, MAX_PLAN_BYTES),
    files: [...blobs.keys()],
    read: async (sha256) => {
      const entry = blobs.get(sha256);
      return entry ? read(entry, MAX_FILE_BYTES) : null;
    },
  });
}

async function entriesOf(file: Blob): Promise<readonly ZipEntry[] | null> {
  const end = endOfZip(await bytesOf(file.slice(-END_BYTES)));
  return end && entriesIn(await bytesOf(file.slice(end.offset)), end.count);
}

/** What a package that was cut short still shows of itself. */
async function beginsWithPlan(file: Blob): Promise<boolean> {
  const end = LOCAL_HEADER_BYTES + PLAN_ENTRY.length;
  return new TextDecoder().decode(await bytesOf(file.slice(LOCAL_HEADER_BYTES, end))) === PLAN_ENTRY;
}

/** Reads entries of one file and refuses past what a whole package may hold. */
function readerOf(file: Blob) {
  let left = MAX_PACKAGE_BYTES;
  return async (entry: ZipEntry, maxBytes: number): Promise<Uint8Array<ArrayBuffer> | null> => {
    const start = dataOffset(
      await bytesOf(file.slice(entry.localOffset, entry.localOffset + LOCAL_HEADER_BYTES)),
    );
    if (start === null) return null;
    const from = entry.localOffset + start;
    const data = file.slice(from, from + entry.compressedSize);
    const limit = Math.min(maxBytes, left);
    if (data.size < entry.compressedSize || data.size > limit) return null;
    const stored = await bytesOf(data);
    const bytes = entry.isDeflated ? await unpacked(stored, limit) : stored;
    left -= bytes?.length ?? limit;
    return bytes;
  };
}

async function unpacked(data: Uint8Array, limit: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const isWhole = await inflate(data, (chunk) => {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
    return size <= limit;
  });
  return isWhole ? bytesOf(new Blob(chunks as BlobPart[])) : null;
}

async function bytesOf(blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await blob.arrayBuffer());
}
