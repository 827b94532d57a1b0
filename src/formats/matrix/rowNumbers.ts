import { textOf } from '../cells';
import { cellAt } from '../grid';
import type { MergeIndex, Sheet } from '../grid';
import type { ColumnMeaning } from './choices';
import type { MatrixColumn, MatrixField } from './columns';

/**
 * The columns where a number that counts rows is none of an item: one criterion merged over rows of several numbers is
 * one item. The number is then that of each activity, or kept where there is no such place. What a person said of
 * a column stands.
 */
export function withRowNumbers(
  { sheet, merges }: { readonly sheet: Sheet; readonly merges: MergeIndex },
  columns: readonly MatrixColumn[],
  dataRows: readonly number[],
  said: Readonly<Record<string, ColumnMeaning>>,
): readonly MatrixColumn[] {
  const columnOf = (field: MatrixField) => columns.find((column) => column.field === field);
  const [number, criterion] = [columnOf('itemNumber'), columnOf('criterion')];
  if (!number || !criterion || number.letter in said) return columns;
  const textsOf = ({ index }: MatrixColumn) => dataRows.map((row) => textOf(cellAt(sheet, row, index)));
  const mergeOver = (row: number) => {
    const merge = merges(row, criterion.index);
    return merge && merge.lastRow > merge.firstRow && merge.firstColumn === criterion.index ? merge : null;
  };
  const inMerges = dataRows.map(mergeOver).filter((merge) => merge !== null);
  const isOverSeveral = new Set(inMerges).size < inMerges.length;
  if (!isOverSeveral || !areDistinct(textsOf(number))) return columns;
  const activity = columnOf('activity');
  const isOfActivities = activity && !columnOf('activityNumber') && !textsOf(activity).includes('');
  const own = isOfActivities
    ? ({ field: 'activityNumber', confidence: 'likely' } as const)
    : ({ field: null, confidence: 'none' } as const);
  return columns.map((column) => (column === number ? { ...column, ...own } : column));
}

function areDistinct(texts: readonly string[]): boolean {
  return !texts.includes('') && new Set(texts).size === texts.length;
}
