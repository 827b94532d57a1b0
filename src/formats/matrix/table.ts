import { textOf, writtenIn } from '../cells';
import { BLANK, cellAt, columnLetter } from '../grid';
import type { Cell, MergeIndex, MergedRange, Sheet } from '../grid';
import { decimalSignOf } from '../numbers';
import type { DecimalSign } from '../numbers';
import type { MatrixColumn, MatrixField } from './columns';
import type { CellFinding, CellPlace } from './findings';
import type { PeriodAspect, YearlyPeriods } from './periods';
import type { Repair } from './reading';

// Prose that nothing is told apart by; what names an item or a person is read clean.
const AS_WRITTEN: ReadonlySet<MatrixField> = new Set([
  'activity',
  'deliverable',
  'indicatorName',
  'targetText',
  'baselineSource',
]);

/** A recognised table: its sheet, what each column means, and where what is found on the way is noted. */
export interface Table {
  readonly sheet: Sheet;
  readonly merges: MergeIndex;
  readonly columns: readonly MatrixColumn[];
  readonly byField: ReadonlyMap<MatrixField, MatrixColumn>;
  /** Those of each aspect, by the place of the period that their header names. */
  readonly byPeriod: ReadonlyMap<PeriodAspect, ReadonlyMap<number, MatrixColumn>>;
  readonly periodCount: number;
  /** Where headers name no year and rows are of several: each row's periods are those of its own year. */
  readonly yearly: YearlyPeriods | null;
  /** How many periods of the calendar come before those that the headers name, in the row being read. */
  readonly periodOffset: number;
  /** The year of every day that is written without one; null where the plan has several, or nothing tells it. */
  readonly onlyYear: number | null;
  /** True when each row gives its percent at one cut, in place of a target and results. */
  readonly isDirect: boolean;
  /** True for a CSV of ours: identity is by id, and no date or number is in doubt. */
  readonly isOwn: boolean;
  readonly note: (finding: CellFinding) => void;
  readonly offer: (repair: Repair) => void;
}

/** Where a cell's text comes from: itself, the merge that covers it, or nowhere. */
export interface SourcedText {
  readonly text: string;
  readonly source: 'own' | 'merge' | 'blank';
}

/** The column of a field, or of one aspect of one period. */
export function columnOf(table: Table, field: MatrixField): MatrixColumn | null {
  return table.byField.get(field) ?? null;
}

export function periodColumn(table: Table, aspect: PeriodAspect, index: number): MatrixColumn | null {
  return table.byPeriod.get(aspect)?.get(index - table.periodOffset) ?? null;
}

/** The columns of periods, each by its aspect and its place; no two of them mean the same. */
export function indexPeriods(columns: readonly MatrixColumn[]): Table['byPeriod'] {
  const index = new Map<PeriodAspect, Map<number, MatrixColumn>>();
  for (const column of columns) {
    if (!column.period) continue;
    const { aspect, index: place } = column.period;
    const ofAspect = index.get(aspect) ?? new Map<number, MatrixColumn>();
    ofAspect.set(place, column);
    index.set(aspect, ofAspect);
  }
  return index;
}

/** The cell of a column in a 0-based row; blank for a column the file lacks. */
export function cellIn(table: Table, row: number, column: MatrixColumn | null): Cell {
  return column ? cellAt(table.sheet, row, column.index) : BLANK;
}

/** The merge that continues a cell from a row above, within its own column; null for any other cell. */
export function mergeFromAbove(table: Table, row: number, column: MatrixColumn): MergedRange | null {
  const merge = table.merges(row, column.index);
  return merge && merge.firstRow < row && merge.firstColumn === column.index ? merge : null;
}

/** The text of a field in a row, filled down inside a merge and nowhere else (messy spreadsheets: merges mean "same as above"). */
export function sourcedText(table: Table, row: number, field: MatrixField): SourcedText {
  const column = columnOf(table, field);
  if (!column) return { text: '', source: 'blank' };
  const read = AS_WRITTEN.has(field) ? writtenIn : textOf;
  const own = read(cellIn(table, row, column));
  if (own) return { text: own, source: 'own' };
  const merge = mergeFromAbove(table, row, column);
  const text = merge ? read(cellAt(table.sheet, merge.firstRow, merge.firstColumn)) : '';
  return text ? { text, source: 'merge' } : { text: '', source: 'blank' };
}

/** Where a cell is, as a person finds it, with its text as written. */
export function placeOf(table: Table, row: number, column: MatrixColumn | null): CellPlace {
  return {
    sheet: table.sheet.name,
    row: row + 1,
    column: column?.letter ?? columnLetter(0),
    header: column?.header ?? '',
    text: cellIn(table, row, column).text,
  };
}

/** The decimal sign of one column among those of all; Colombia's for a column the file lacks. */
export function signOf(
  { columns }: Table,
  signs: readonly DecimalSign[],
  column: MatrixColumn | null,
): DecimalSign {
  return signs[columns.indexOf(column as MatrixColumn)] ?? 'comma';
}

/** The decimal sign of each column, by what its own texts show. */
export function decimalSigns(
  table: Pick<Table, 'sheet' | 'columns'>,
  rows: readonly number[],
): readonly DecimalSign[] {
  return table.columns.map(({ index }) =>
    decimalSignOf(
      rows
        .map((row) => cellAt(table.sheet, row, index))
        .flatMap((cell) => (cell.kind === 'text' ? [cell.text] : [])),
    ),
  );
}
