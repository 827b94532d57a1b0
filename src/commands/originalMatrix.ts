import type { FileMark } from '../domain/report';
import type { BlobRow } from '../storage/database';
import type { MatrixRead } from './matrixWork';

/** The file as it came, so that the same one can go back filled in; null where it was no file. */
export function originalOf({ original, sha256 }: MatrixRead): BlobRow | null {
  return original ? { sha256, mime: '', bytes: original.buffer } : null;
}

/** What the log says of it. */
export function markOf({ sha256, bytes }: BlobRow): FileMark {
  return { sha256, size: bytes.byteLength };
}
