import type { EvidenceFile } from '../domain/report';
import { failure, success } from '../domain/problem';
import type { Problem, Result } from '../domain/problem';
import { claimedNature, evidenceKind } from '../formats/evidenceKind';
import { sha256Hex } from '../log/hash';
import { DECODED, reducePhoto } from './reducePhoto';
import type { Reduction } from './reducePhoto';

const MAX_PHOTO_MEGABYTES = 60;
const MAX_FILE_MEGABYTES = 25;
const MEGABYTE = 1_000_000;

/** A file ready to be kept: what the log will say of it, and its bytes. */
export interface PreparedFile {
  readonly facts: EvidenceFile;
  readonly bytes: ArrayBuffer;
}

export type ReducePhoto = (bytes: Uint8Array<ArrayBuffer>, mime: string) => Promise<Reduction>;

/** What of a file's size alone stands in its way, before it is read; null where nothing does. */
export function sizeProblem({ name, size, type }: File): Problem | null {
  if (size === 0) return { code: 'fileEmpty', file: name };
  const isPhoto = claimedNature(name, type) === 'image';
  const maxMegabytes = isPhoto ? MAX_PHOTO_MEGABYTES : MAX_FILE_MEGABYTES;
  return size > maxMegabytes * MEGABYTE ? { code: 'evidenceTooLarge', file: name, maxMegabytes } : null;
}

/**
 * Reads a file that is to be evidence, hashes it, and makes a large photo smaller. Refuses, and says why: a file that
 * is not what it says it is; a photo that cannot be read; one that is too large and cannot be made smaller.
 */
export async function prepareEvidence(
  file: File,
  reduce: ReducePhoto = reducePhoto,
): Promise<Result<PreparedFile>> {
  const { name } = file;
  const tooLarge = sizeProblem(file);
  if (tooLarge) return failure(tooLarge);
  // A file of a cloud folder may be gone by the time it is read.
  const buffer = await file.arrayBuffer().catch(() => null);
  if (!buffer) return failure({ code: 'evidenceUnreadable', file: name });
  const bytes = new Uint8Array(buffer);
  const { nature, mime } = evidenceKind(bytes);
  const claims = claimedNature(name, file.type);
  if (claims && claims !== nature)
    return failure({ code: 'evidenceMisnamed', file: name, claims, is: nature });
  const facts = { ...markOf(bytes), mime: mime ?? file.type, name, original: null };
  const reduction: Reduction = DECODED.has(facts.mime) ? await reduce(bytes, facts.mime) : { k: 'kept' };
  return afterReduction({ facts, bytes: buffer }, reduction);
}

function afterReduction({ facts, bytes }: PreparedFile, reduction: Reduction): Result<PreparedFile> {
  const file = facts.name;
  if (reduction.k === 'unreadable') return failure({ code: 'evidenceUnreadable', file });
  if (reduction.k === 'reduced') return success(reducedFile(facts, reduction.bytes));
  if (facts.size > MAX_FILE_MEGABYTES * MEGABYTE) {
    return failure({ code: 'evidenceTooLarge', file, maxMegabytes: MAX_FILE_MEGABYTES });
  }
  return success({ facts, bytes });
}

function reducedFile({ sha256, size, name }: EvidenceFile, buffer: ArrayBuffer): PreparedFile {
  const facts: EvidenceFile = {
    ...markOf(new Uint8Array(buffer)),
    mime: 'image/jpeg',
    name: `${name.replace(/\.(?:png|webp|jpe?g)$/i, '')}.jpg`,
    original: { sha256, size },
  };
  return { facts, bytes: buffer };
}

function markOf(bytes: Uint8Array): { readonly sha256: string; readonly size: number } {
  return { sha256: sha256Hex(bytes), size: bytes.length };
}
