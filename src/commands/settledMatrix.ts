import { readAtCut } from '../formats/matrix/directCut';
import type { MatrixReading } from '../formats/matrix/reading';
import { repaired } from '../formats/matrix/repairs';
import type { MatrixChoices } from './matrixEntities';

/** The reading as a person settled it: only what they accepted is repaired, and percents are those of their cut. */
export function settledMatrix(
  reading: MatrixReading,
  { repairs, cut }: Pick<MatrixChoices, 'repairs' | 'cut'>,
): MatrixReading {
  return readAtCut(repaired(reading, repairs), cut);
}
