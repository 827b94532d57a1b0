import type { Calculation } from '../../domain/document';
import { columnLetter } from '../grid';

/**
 * The result of a row as a spreadsheet computes it from the cells beside it (domain.md A6.1, B). The row counts from 1,
 * and the columns of the calculation from 0.
 */
export function formulaOf({ accumulation, periods, target, baseline }: Calculation, row: number): string {
  const cell = (column: number) => `${columnLetter(column)}${row}`;
  const range = cellsOf(periods, row);
  const last = lastNumber(periods.map(cell));
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

/**
 * The simple mean of the results over a cell, each at most 100 % and none below 0 (domain.md A6.2, A6.12). Rows count
 * from 1, the column from 0; words among the results count for nothing.
 */
export function meanAbove(column: number, first: number, last: number): string {
  const letter = columnLetter(column);
  const range = `${letter}${first}:${letter}${last}`;
  return `IF(COUNT(${range})=0,0,(SUMIFS(${range},${range},">0",${range},"<=1")+COUNTIF(${range},">1"))/COUNT(${range}))`;
}

/** The last of some cells that holds a number: a search in a range would stumble over the words between them. */
function lastNumber(cells: readonly string[]): string {
  return cells.reduce((before, cell) => `IF(ISNUMBER(${cell}),${cell},${before})`, '0');
}

/** Cells of a row as a formula names them: a range where they stand side by side. */
export function cellsOf(columns: readonly number[], row: number): string {
  const [first, last] = [Math.min(...columns), Math.max(...columns)];
  const cell = (column: number) => `${columnLetter(column)}${row}`;
  return last - first + 1 === columns.length ? `${cell(first)}:${cell(last)}` : columns.map(cell).join(',');
}
