import type { EvidencePackage } from '../formats/evidencePackage';
import { evidenceKind } from '../formats/evidenceKind';
import { sha256Hex } from '../log/hash';
import type { LogState } from '../log/state';
import { dropBlobs, filesNamedIn, putBlob, wholeHashes } from '../storage/blobs';
import type { BlobRow } from '../storage/database';

/** What a package brings of files. One that no evidence of its plan names is passed over. */
export interface IncomingFiles {
  /** New to this device, whole, and how many bytes they come to. */
  readonly added: number;
  readonly bytes: number;
  readonly known: number;
  /** What is not what its hash says, or cannot be read: never kept. */
  readonly altered: number;
}

interface KeptFiles {
  readonly files: IncomingFiles;
  /** Those that were not on this device before. */
  readonly hashes: readonly string[];
}

/** What the files of a package come to, each verified by its hash. Nothing is written. */
export function weighFiles(packed: EvidencePackage, state: LogState): Promise<IncomingFiles> {
  return takeFiles(packed, state, () => Promise.resolve());
}

/** Keeps the files of a package that verify: all of them, or none when the device has no room. */
export async function keepFiles(packed: EvidencePackage, state: LogState): Promise<KeptFiles> {
  const hashes: string[] = [];
  try {
    const files = await takeFiles(packed, state, async (row) => {
      await putBlob(row);
      hashes.push(row.sha256);
    });
    return { files, hashes };
  } catch (error) {
    await dropBlobs(hashes);
    throw error;
  }
}

async function takeFiles(
  packed: EvidencePackage,
  state: LogState,
  take: (row: BlobRow) => Promise<void>,
): Promise<IncomingFiles> {
  const named = filesNamedIn(state);
  const held = await wholeHashes();
  let [added, bytes, known, altered] = [0, 0, 0, 0];
  for (const sha256 of packed.files) {
    const file = named.get(sha256);
    if (!file) continue;
    if (held.has(sha256)) {
      known += 1;
      continue;
    }
    const data = await packed.read(sha256);
    if (!data || sha256Hex(data) !== sha256) {
      altered += 1;
      continue;
    }
    await take({ sha256, mime: evidenceKind(data).mime ?? file.mime, bytes: data.buffer });
    added += 1;
    bytes += data.length;
  }
  return { added, bytes, known, altered };
}
