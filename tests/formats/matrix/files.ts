import { readFileSync } from 'node:fs';
import type { ReadingOptions } from '../../../src/formats/matrix/choices';
import { readMatrix } from '../../../src/formats/matrix/readMatrix';
import type { MatrixReading } from '../../../src/formats/matrix/reading';
import { readWorkbook } from '../../../src/formats/workbook';

/** Reads a published matrix as the app would, from its bytes. */
export async function readFixture(
  folder: string,
  file: string,
  options: ReadingOptions = {},
): Promise<MatrixReading> {
  const workbook = await readWorkbook(new Uint8Array(readFileSync(`${folder}/${file}`)), file);
  if (!workbook.ok) throw new Error(workbook.problem.code);
  const read = readMatrix(workbook.value, file, options);
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value;
}
