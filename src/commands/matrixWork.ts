import { success } from '../domain/problem';
import type { Result } from '../domain/problem';
import { readMatrix } from '../formats/matrix/readMatrix';
import type { MatrixReading } from '../formats/matrix/reading';
import { readWorkbook } from '../formats/workbook';
import { sha256Hex } from '../log/hash';

/** A matrix as read, and the hash that tells whether this very file was loaded before. */
export interface MatrixRead {
  readonly reading: MatrixReading;
  readonly sha256: string;
  /** The file itself, where it is to be kept beside the plan; it need not cross back from a worker. */
  readonly original?: Uint8Array<ArrayBuffer>;
}

/** Reads a matrix from the bytes of a file, by content and never by extension. */
export async function readMatrixBytes(bytes: Uint8Array, fileName: string): Promise<Result<MatrixRead>> {
  const workbook = await readWorkbook(bytes, fileName);
  if (!workbook.ok) return workbook;
  const reading = readMatrix(workbook.value, fileName);
  return reading.ok ? success({ reading: reading.value, sha256: sha256Hex(bytes) }) : reading;
}
