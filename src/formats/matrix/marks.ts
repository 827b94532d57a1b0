import { columnLetter, cellAt } from '../grid';
import type { Sheet } from '../grid';
import type { MatrixColumn, MatrixField } from './columns';
import type { CellFinding, CellPlace } from './findings';

/**
 * What a sheet shows in other ways than by what is written in its cells: comments of reviewers, hidden rows and
 * columns that were read, and colours that say how a result is.
 */
export function markFindings(
  sheet: Sheet,
  columns: readonly MatrixColumn[],
  dataRows: readonly number[],
): readonly CellFinding[] {
  return [
    ...comments(sheet, columns),
    ...hiddenRows(sheet, columns, dataRows),
    ...hiddenColumns(sheet, columns, dataRows),
    ...colours(sheet, columns, dataRows),
  ];
}

function comments(sheet: Sheet, columns: readonly MatrixColumn[]): readonly CellFinding[] {
  return sheet.rows.flatMap((cells, row) =>
    cells.flatMap(({ comment }, index): readonly CellFinding[] =>
      comment ? [{ code: 'reviewComment', place: placeAt(sheet, columns, row, index), comment }] : [],
    ),
  );
}

function hiddenRows(
  sheet: Sheet,
  columns: readonly MatrixColumn[],
  dataRows: readonly number[],
): readonly CellFinding[] {
  const hidden = new Set(sheet.hiddenRows);
  return dataRows
    .filter((row) => hidden.has(row))
    .map((row) => {
      const first = columns.find(({ index }) => cellAt(sheet, row, index).text !== '');
      return { code: 'hiddenRow', place: placeAt(sheet, columns, row, first?.index ?? 0) };
    });
}

/** What the app puts into a file for the way back, out of sight. */
const HIDDEN_BY_US: readonly MatrixField[] = ['itemId', 'activityId', 'indicatorId'];

function hiddenColumns(
  sheet: Sheet,
  columns: readonly MatrixColumn[],
  dataRows: readonly number[],
): readonly CellFinding[] {
  const hidden = columns.filter(
    ({ index, field }) => sheet.hiddenColumns?.includes(index) && !(field && HIDDEN_BY_US.includes(field)),
  );
  return hidden.flatMap(({ index, letter, header }): readonly CellFinding[] => {
    const cells = dataRows.filter((row) => cellAt(sheet, row, index).text !== '').length;
    return cells === 0 ? [] : [{ code: 'hiddenColumn', sheet: sheet.name, column: letter, header, cells }];
  });
}

/** The columns of results in which some cells have a colour that the rest of their row does not have. */
function colours(
  sheet: Sheet,
  columns: readonly MatrixColumn[],
  dataRows: readonly number[],
): readonly CellFinding[] {
  const activity = columns.find(({ field }) => field === 'activity')?.index ?? 0;
  return columns.filter(isResult).flatMap(({ index, letter, header }): readonly CellFinding[] => {
    const painted = dataRows.flatMap((row) => {
      const { fill } = cellAt(sheet, row, index);
      return fill && fill !== cellAt(sheet, row, activity).fill ? [fill] : [];
    });
    const varies = new Set(painted).size > 1 || (painted.length > 0 && painted.length < dataRows.length);
    return varies
      ? [{ code: 'colourNotRead', sheet: sheet.name, column: letter, header, cells: painted.length }]
      : [];
  });
}

function isResult({ field, period }: MatrixColumn): boolean {
  return period?.aspect === 'value' || field === 'stated' || field === 'direct';
}

function placeAt(sheet: Sheet, columns: readonly MatrixColumn[], row: number, index: number): CellPlace {
  const header = columns.find((column) => column.index === index)?.header ?? '';
  const { text } = cellAt(sheet, row, index);
  return { sheet: sheet.name, row: row + 1, column: columnLetter(index), header, text };
}
