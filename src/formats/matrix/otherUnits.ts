import { numberOf } from '../cells';
import { fractionOf } from '../numbers';
import type { DecimalSign, ReadNumber } from '../numbers';
import type { MatrixColumn } from './columns';
import type { CellFinding } from './findings';
import { placeInRow } from './otherNumbers';
import type { MatrixRow, Repair, RowChange } from './reading';
import { cellIn, columnOf, periodColumn, placeOf, signOf } from './table';
import type { Table } from './table';
import type { RowContext, RowValues } from './values';

type OtherUnit = Extract<CellFinding, { code: 'plainInPercent' | 'percentInCount' }>;

// Beyond one and a half times the whole, a number without its sign is of a hundred and no fraction of 1.
const LARGEST_FRACTION = 1.5;
const WHOLE = 100;

/** The columns of results where some number without its sign is of a hundred: there 1 may be a hundredth too. */
export function columnsOfHundred(
  table: Table,
  dataRows: readonly number[],
  signs: readonly DecimalSign[],
): ReadonlySet<MatrixColumn> {
  const target = columnOf(table, 'target');
  const ofPercent = dataRows.filter((row) => numberOf(cellIn(table, row, target), 'comma')?.isPercent);
  const results = table.columns.filter(({ period }) => period?.aspect === 'value');
  return new Set(
    results.filter((column) =>
      ofPercent.some((row) =>
        isOfHundred(numberOf(cellIn(table, row, column), signOf(table, signs, column))),
      ),
    ),
  );
}

/** Notes the results of a row that are not in the unit of its target: they are read as they are written. */
export function noteOtherUnits(
  table: Table,
  row: number,
  { values, targetUnit }: RowValues,
  { facts }: RowContext,
): void {
  if (table.isOwn || table.isDirect) return;
  const numbers = values.flatMap((report, index) => {
    const column = report?.k === 'value' ? periodColumn(table, 'value', index) : null;
    const read = column && numberOf(cellIn(table, row, column), signOf(table, facts.signs, column));
    return read && read.value !== 0 ? [{ column, read }] : [];
  });
  const isRowOfHundred = numbers.some(({ read }) => isOfHundred(read));
  for (const { column, read } of numbers) {
    const isHundredth = isRowOfHundred || facts.ofHundred.has(column);
    const code = otherUnit(read, targetUnit, isHundredth);
    if (code) table.note({ code, place: placeOf(table, row, column), read: read.value });
  }
}

/** For each column with results in another unit than their target, what they are in that of the target. */
export function otherUnits(
  columns: readonly MatrixColumn[],
  rows: readonly MatrixRow[],
  findings: readonly CellFinding[],
): readonly Repair[] {
  const bySource = new Map(rows.map((row) => [row.sourceRow, row]));
  return columns.flatMap((column) =>
    (['plainInPercent', 'percentInCount'] as const).flatMap((code): readonly Repair[] => {
      const offered = findings.flatMap((finding) => {
        const row = 'place' in finding ? bySource.get(finding.place.row) : undefined;
        if (!row || finding.code !== code || finding.place.column !== column.letter) return [];
        const change = changeOf(columns, column, row, finding);
        return change ? [{ place: finding.place, change }] : [];
      });
      const [first] = offered;
      if (!first) return [];
      const about = { id: `${code}:${column.letter}`, code, isSafe: false, findings: [] };
      const settles = offered.map(({ place }) => ({ row: place.row, column: place.column }));
      return [{ ...about, place: first.place, settles, changes: offered.map(({ change }) => change) }];
    }),
  );
}

function isOfHundred(read: ReadNumber | null): boolean {
  return read !== null && !read.isPercent && read.value > LARGEST_FRACTION;
}

function otherUnit(
  { value, isPercent }: ReadNumber,
  targetUnit: RowValues['targetUnit'],
  isHundredth: boolean,
): OtherUnit['code'] | null {
  if (targetUnit === 'count') return isPercent ? 'percentInCount' : null;
  const isDoubtful = value > LARGEST_FRACTION || (isHundredth && value >= 1);
  return !isPercent && isDoubtful ? 'plainInPercent' : null;
}

/** More than a hundred is hardly a percent, and a part of a target that nobody has set is nothing. */
function changeOf(
  columns: readonly MatrixColumn[],
  { period }: MatrixColumn,
  row: MatrixRow,
  { code, read }: OtherUnit,
): RowChange | null {
  const index = period && placeInRow(columns, row, 'value', period.index, read);
  const other = code === 'plainInPercent' ? percentFrom(read) : partOf(row.target, read);
  if (index === null || other === null) return null;
  return {
    sourceRow: row.sourceRow,
    values: {},
    added: {},
    inPeriods: [{ aspect: 'value', index, read: other }],
  };
}

function percentFrom(read: number): number | null {
  return read <= WHOLE ? fractionOf(read) : null;
}

// As many digits as hide what the product of two decimals leaves behind.
const DIGITS = 12;

function partOf(target: number | null, share: number): number | null {
  return target === null || target === 0 ? null : Number((target * share).toPrecision(DIGITS));
}
