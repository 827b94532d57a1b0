import { success } from '../domain/problem';
import type { Result } from '../domain/problem';
import type { Workbook } from '../formats/grid';
import type { WatchedReading } from '../formats/matrix/choices';
import { readMatrix } from '../formats/matrix/readMatrix';
import type { MatrixReading } from '../formats/matrix/reading';
import { pastedSheet, pastedTextSheet } from '../formats/pasted';
import type { PastedBlocks } from '../formats/pastedPage';
import { readWorkbook } from '../formats/workbook';
import { sha256Hex } from '../log/hash';

/** A matrix as read, and the hash that tells whether this very file was loaded before. */
export interface MatrixRead {
  readonly reading: MatrixReading;
  readonly sha256: string;
  /** The file itself, where it is to be kept beside the plan. */
  readonly original?: Uint8Array<ArrayBuffer>;
}

/** What there is to read: the bytes of a file, or what was pasted, as tables or as plain text. */
export type MatrixContent<Bytes extends Uint8Array = Uint8Array> = { readonly name: string } & (
  { readonly bytes: Bytes } | { readonly blocks: PastedBlocks } | { readonly text: string }
);

/** The sheets of a content, held to be read as often as somebody chooses otherwise. */
export interface OpenWorkbook {
  readonly name: string;
  readonly workbook: Workbook;
  readonly sha256: string;
}

/** Opens a content, by what it is and never by its name; `onread` is told how much of it is read, from 0 to 1. */
export async function openWorkbook(
  content: MatrixContent,
  onread: (fraction: number) => void,
): Promise<Result<OpenWorkbook>> {
  const { name } = content;
  if ('bytes' in content) {
    const workbook = await readWorkbook(content.bytes, name, onread);
    return workbook.ok
      ? success({ name, workbook: workbook.value, sha256: sha256Hex(content.bytes) })
      : workbook;
  }
  const isPage = 'blocks' in content;
  const sheet = isPage ? pastedSheet(content.blocks, name) : pastedTextSheet(content.text, name);
  onread(1);
  const said = isPage ? JSON.stringify(content.blocks) : content.text;
  return success({ name, workbook: { sheets: [sheet] }, sha256: sha256Hex(new TextEncoder().encode(said)) });
}

/** The matrix in an open workbook, as somebody chose that it be read. */
export function readOpen(
  { name, workbook, sha256 }: OpenWorkbook,
  options: WatchedReading,
): Result<MatrixRead> {
  const reading = readMatrix(workbook, name, options);
  return reading.ok ? success({ reading: reading.value, sha256 }) : reading;
}

/** Reads a matrix from the bytes of a file at once, with nothing chosen. */
export async function readMatrixBytes(bytes: Uint8Array, fileName: string): Promise<Result<MatrixRead>> {
  const open = await openWorkbook({ name: fileName, bytes }, () => undefined);
  return open.ok ? readOpen(open.value, {}) : open;
}
