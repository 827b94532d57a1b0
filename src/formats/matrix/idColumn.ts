import type { Sheet } from '../grid';
import type { MatrixReading } from './reading';

/**
 * Beside the table, so that it is read with it: the column after the last one that it reaches where nothing stands in
 * it, nor in the next, which may be of another table; else the first column that nothing of the sheet reaches.
 */
export function columnForIds(
  { rows, merges }: Sheet,
  { columns, layout }: Pick<MatrixReading, 'columns' | 'layout'>,
): number {
  const last = columns.reduce((widest, { index }) => Math.max(widest, index), -1);
  // What is written under a merge is neither seen nor read back.
  const reached = merges.filter(
    ({ firstRow, lastRow, firstColumn }) =>
      firstColumn <= last && lastRow >= layout.headerRows.first - 1 && firstRow < layout.lastDataRow,
  );
  const beside = reached.reduce((widest, { lastColumn }) => Math.max(widest, lastColumn), last) + 1;
  const isFree = (column: number) => rows.every((row) => (row[column]?.text ?? '') === '');
  if (isFree(beside) && isFree(beside + 1)) return beside;
  return Math.max(...rows.map(({ length }) => length), ...merges.map(({ lastColumn }) => lastColumn + 1), 0);
}
