import { failure, success } from '../domain/problem';
import type { Result } from '../domain/problem';
import { MAX_PACKAGE_BYTES, MAX_PACKAGE_FILES, openPackage, writePackage } from '../formats/evidencePackage';
import type { EvidencePackage, PackedFile } from '../formats/evidencePackage';
import { fileKind } from '../formats/fileKind';
import { filesNamedIn, getBlob, heldHashes } from '../storage/blobs';
import { readCopy } from '../storage/copies';
import { readState } from '../storage/stateStore';
import { snapshotText } from './exportSnapshot';
import type { PreparedSnapshot } from './exportSnapshot';
import { fileNameOf } from './fileName';
import { mergeSnapshotBytes, previewSnapshotBytes } from './snapshotWork';
import type { MergedSnapshot, SnapshotPreview } from './snapshotWork';

const MEGABYTE = 1_000_000;
const MAX_SNAPSHOT_MEGABYTES = 200;
const SIGN_BYTES = 4096;

/** Looks at what somebody handed over, a light copy or a package, by its content. Nothing is written. */
export async function previewCopyFile(file: File): Promise<Result<SnapshotPreview>> {
  const read = await readCopyFile(file);
  return read.ok ? previewSnapshotBytes(read.value.plan, file.name, read.value.packed) : read;
}

/** Merges what somebody handed over, with the files that came with it. */
export async function mergeCopyFile(file: File): Promise<Result<MergedSnapshot>> {
  const read = await readCopyFile(file);
  return read.ok ? mergeSnapshotBytes(read.value.plan, file.name, read.value.packed) : read;
}

/** Makes a copy of a plan with the files of its evidence that this device holds, in one package. */
export async function packCopy(copy: string): Promise<Result<PreparedSnapshot<Blob>>> {
  const row = await readCopy(copy);
  if (!row) return failure({ code: 'planNotFound' });
  const name = fileNameOf(row, 'zip');
  const [text, state, held] = await Promise.all([snapshotText(row), readState(copy), heldHashes()]);
  const files = [...filesNamedIn(state).values()].filter(({ sha256 }) => held.has(sha256));
  const plan = new TextEncoder().encode(text);
  const total = files.reduce((sum, { size }) => sum + size, plan.length);
  if (total > MAX_PACKAGE_BYTES || files.length > MAX_PACKAGE_FILES) return failure(tooLarge(name));
  const bytes = await writePackage(plan, bytesOf(files.map(({ sha256 }) => sha256)));
  const file = { name, mime: 'application/zip', bytes, isShareable: true };
  return success({ file, commits: row.count, ownSeq: row.ownSeq });
}

/** One at a time: together they may be more than the memory of a phone. */
async function* bytesOf(hashes: readonly string[]): AsyncGenerator<PackedFile> {
  for (const sha256 of hashes) {
    const blob = await getBlob(sha256);
    if (blob) yield { sha256, bytes: new Uint8Array(blob.bytes) };
  }
}

export interface CopyFile {
  readonly plan: Uint8Array;
  readonly packed: EvidencePackage | null;
}

/** Reads what somebody handed over, whatever it is called: the plan's own bytes, and the package that they came in. */
export async function readCopyFile(file: File): Promise<Result<CopyFile>> {
  try {
    const sign = new Uint8Array(await file.slice(0, SIGN_BYTES).arrayBuffer());
    return fileKind(sign) === 'zip' ? await readPackage(file) : await readLight(file);
  } catch {
    // A file of a cloud folder may be gone by the time it is read.
    return failure({ code: 'snapshotBroken', file: file.name });
  }
}

async function readLight(file: File): Promise<Result<CopyFile>> {
  if (file.size > MAX_SNAPSHOT_MEGABYTES * MEGABYTE) {
    return failure({ code: 'fileTooLarge', file: file.name, maxMegabytes: MAX_SNAPSHOT_MEGABYTES });
  }
  return success({ plan: new Uint8Array(await file.arrayBuffer()), packed: null });
}

async function readPackage(file: File): Promise<Result<CopyFile>> {
  if (file.size > MAX_PACKAGE_BYTES) return failure(tooLarge(file.name));
  const opened = await openPackage(file, file.name);
  if (!opened.ok) return opened;
  const plan = await opened.value.plan();
  return plan
    ? success({ plan, packed: opened.value })
    : failure({ code: 'snapshotBroken', file: file.name });
}

function tooLarge(file: string) {
  return { code: 'packageTooLarge', file, maxMegabytes: MAX_PACKAGE_BYTES / MEGABYTE } as const;
}
