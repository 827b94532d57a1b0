import type { MatrixReading } from '../formats/matrix/reading';
import { repaired } from '../formats/matrix/repairs';
import type { MatrixChoices } from './matrixEntities';

/** The reading as a person settled it: only what they accepted is repaired. */
export function settledMatrix(
  reading: MatrixReading,
  { repairs }: Pick<MatrixChoices, 'repairs'>,
): MatrixReading {
  return repaired(reading, repairs);
}
