import type { Calculation } from '../../domain/document';
import { columnLetter } from '../grid';

/** More than any number of a plan: a search for it finds the last number of a range. */
const LARGEST = '9.99E+307';

/**
 * The result of a row as a spreadsheet computes it from the cells beside it (domain.md A6.1, B). The row counts from 1,
 * and the columns of the calculation from 0.
 */
export function formulaOf({ accumulation, periods, target, baseline }: Calculation, row: number): string {
  const cell = (column: number) => `${columnLetter(column)}${row}`;
  const range = `${cell(Math.min(...periods))}:${cell(Math.max(...periods))}`;
  const last = `LOOKUP(${LARGEST},${range})`;
  const aim = cell(target);
  const from = baseline ?? 0;
  const reached = {
    sum: `SUM(${range})/${aim}`,
    latest: `${last}/${aim}`,
    average: `AVERAGE(${range})/${aim}`,
    capacity: `(${last}-${from})/(${aim}-${from})`,
    reduction: `(${from}-${last})/(${from}-${aim})`,
  }[accumulation];
  return `IF(COUNT(${range})=0,0,${reached})`;
}
