import { failure, success } from '../domain/problem';
import type { Result } from '../domain/problem';
import type { EvidenceFile } from '../domain/report';
import { MAX_PACKAGE_BYTES, MAX_PACKAGE_FILES, openPackage, writePackage } from '../formats/evidencePackage';
import type { EvidencePackage, PackedFile } from '../formats/evidencePackage';
import { fileKind } from '../formats/fileKind';
import { readLightFile, unreadProblem } from '../formats/lightFile';
import { isProtectedSign } from '../formats/protectedFile';
import { filesNamedIn, getBlob, heldHashes } from '../storage/blobs';
import { readCopy } from '../storage/copies';
import { nameOf, preparedOf, writeSnapshot } from './exportSnapshot';
import type { PreparedSnapshot, WrittenSnapshot } from './exportSnapshot';
import { stateSaidBy, WHOLE } from './handOver';
import type { HandOver, ReceivedHow } from './handOver';
import { mergeSnapshotBytes, previewSnapshotBytes } from './snapshotWork';
import type { MergedSnapshot, SnapshotPreview } from './snapshotWork';
import { tellProgress } from './workProgress';

const MEGABYTE = 1_000_000;
const SIGN_BYTES = 4096;

/** Looks at what somebody handed over, a light copy or a package, by its content. Nothing is written. */
export async function previewCopyFile(file: File): Promise<Result<SnapshotPreview>> {
  const read = await readCopyFile(file);
  return read.ok ? previewSnapshotBytes(read.value.plan, file.name, read.value.packed) : read;
}

/** Merges what somebody handed over, with the files that came with it. */
export async function mergeCopyFile(
  file: File,
  how: ReceivedHow = 'picked',
): Promise<Result<MergedSnapshot>> {
  const read = await readCopyFile(file);
  return read.ok ? mergeSnapshotBytes(read.value.plan, file.name, read.value.packed, { how }) : read;
}

/**
 * Makes a copy of a plan with the files of its evidence that this device holds, in one package. Of what somebody has
 * not seen, with the files that this names.
 */
export async function packCopy(
  copy: string,
  handOver: HandOver = WHOLE,
): Promise<Result<PreparedSnapshot<Blob>>> {
  const row = await readCopy(copy);
  if (!row) return failure({ code: 'planNotFound' });
  const [written, held] = await Promise.all([writeSnapshot(row, handOver), heldHashes()]);
  const name = nameOf(row, written, 'zip');
  const files = filesOf(written).filter(({ sha256 }) => held.has(sha256));
  const plan = new TextEncoder().encode(written.text);
  const total = files.reduce((sum, { size }) => sum + size, plan.length);
  if (total > MAX_PACKAGE_BYTES || files.length > MAX_PACKAGE_FILES) return failure(tooLarge(name));
  const bytes = await writePackage(plan, bytesOf(files.map(({ sha256 }) => sha256)));
  const file = { name, mime: 'application/zip', bytes, isShareable: true };
  return success(preparedOf(row, handOver, written, file));
}

/** The files that the plan names and what is handed over speaks of. */
function filesOf({ commits, state }: WrittenSnapshot): readonly EvidenceFile[] {
  return [...filesNamedIn(stateSaidBy(commits, state)).values()];
}

/** One at a time: together they may be more than the memory of a phone. */
async function* bytesOf(hashes: readonly string[]): AsyncGenerator<PackedFile> {
  for (const sha256 of hashes) {
    const blob = await getBlob(sha256);
    if (blob) yield { sha256, bytes: new Uint8Array(blob.bytes) };
  }
}

/** A copy as it was handed over: its log, and the files that came with it. */
export interface CopyFile {
  readonly plan: Uint8Array;
  readonly packed: EvidencePackage | null;
}

/** Reads what somebody handed over, by its content; its log is not looked into yet. */
export async function readCopyFile(file: File): Promise<Result<CopyFile>> {
  try {
    const sign = new Uint8Array(await file.slice(0, SIGN_BYTES).arrayBuffer());
    if (isProtectedSign(sign)) return failure({ code: 'fileProtected', file: file.name });
    return fileKind(sign) === 'zip' ? await readPackage(file) : await readLight(file);
  } catch (error) {
    // A file of a cloud folder may be gone by the time it is read.
    return failure(unreadProblem(error, file.name));
  }
}

async function readLight(file: File): Promise<Result<CopyFile>> {
  const read = await readLightFile(file, (share) => tellProgress('read', share));
  return read.ok ? success({ plan: read.value, packed: null }) : read;
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
