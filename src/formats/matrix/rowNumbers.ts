import { textOf } from '../cells';
import { cellAt } from '../grid';
import type { MergeIndex, Sheet } from '../grid';
import type { ColumnMeaning } from './choices';
import type { MatrixColumn, MatrixField } from './columns';

interface Rows {
  readonly sheet: Sheet;
  readonly merges: MergeIndex;
  /** The criterion of each row, where titles over them say it. */
  readonly sections: ReadonlyMap<number, string>;
}

/**
 * The columns where a number that counts rows is none of an item: one criterion over rows of several numbers, merged or
 * as a title, is one item. The number is then that of each activity, or kept where there is no such place. What a
 * person said of a column stands.
 */
export function withRowNumbers(
  rows: Rows,
  columns: readonly MatrixColumn[],
  dataRows: readonly number[],
  said: Readonly<Record<string, ColumnMeaning>>,
): readonly MatrixColumn[] {
  const columnOf = (field: MatrixField) => columns.find((column) => column.field === field);
  const number = columnOf('itemNumber');
  if (!number || number.letter in said) return columns;
  const textsOf = ({ index }: MatrixColumn) => dataRows.map((row) => textOf(cellAt(rows.sheet, row, index)));
  const criteria = criteriaOver(rows, columnOf('criterion'), dataRows);
  if (!areOverSeveral(criteria) || !areDistinct(textsOf(number), criteria)) return columns;
  const activity = columnOf('activity');
  const isOfActivities = activity && !columnOf('activityNumber') && !textsOf(activity).includes('');
  const own = isOfActivities
    ? ({ field: 'activityNumber', confidence: 'likely' } as const)
    : ({ field: null, confidence: 'none' } as const);
  return columns.map((column) => (column === number ? { ...column, ...own } : column));
}

/** What stands over each row and may be over others too: a section or a merge; null for a row of its own. */
function criteriaOver(
  { merges, sections }: Rows,
  criterion: MatrixColumn | undefined,
  dataRows: readonly number[],
): readonly unknown[] {
  return dataRows.map((row) => {
    if (!criterion) return sections.get(row) ?? null;
    const merge = merges(row, criterion.index);
    return merge && merge.lastRow > merge.firstRow && merge.firstColumn === criterion.index ? merge : null;
  });
}

function areOverSeveral(criteria: readonly unknown[]): boolean {
  const written = criteria.filter((one) => one !== null);
  return new Set(written).size < written.length;
}

/** True where no number comes twice in the whole table, or under one title. */
function areDistinct(numbers: readonly string[], criteria: readonly unknown[]): boolean {
  const keys = numbers.map((number, at) => {
    const over = criteria[at];
    return typeof over === 'string' ? `${number} ${over}` : number;
  });
  return !numbers.includes('') && new Set(keys).size === keys.length;
}
