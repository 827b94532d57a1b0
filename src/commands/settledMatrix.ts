import { readAtCut } from '../formats/matrix/directCut';
import { otherAmounts } from '../formats/matrix/otherAmounts';
import type { MatrixReading } from '../formats/matrix/reading';
import { repaired } from '../formats/matrix/repairs';
import type { MatrixChoices } from './matrixEntities';

/**
 * The reading as a person settled it: only what they accepted is repaired, percents are those of their cut, and
 * what is set aside of the rows that come of it is said.
 */
export function settledMatrix(
  reading: MatrixReading,
  { repairs, cut }: Pick<MatrixChoices, 'repairs' | 'cut'>,
): MatrixReading {
  const settled = readAtCut(repaired(reading, repairs), cut);
  return { ...settled, findings: [...settled.findings, ...otherAmounts(settled)] };
}
