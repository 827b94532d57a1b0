import type { TargetUnit } from '../../domain/report';
import { numberOf } from '../cells';
import { percentOf } from '../numbers';
import type { ReadNumber } from '../numbers';
import type { MatrixColumn } from './columns';
import type { RowAmounts } from './reading';
import { cellIn, columnOf, periodColumn, placeOf, signOf } from './table';
import type { Table } from './table';
import { isNothing, noteDoubt, noteFalsePercent, noteUnfilledMerge } from './values';
import type { RowContext } from './values';

type Unit = TargetUnit | 'points' | 'pesos';

/** Zero is the same in a count and in a percent. */
const CAN_BE: Readonly<Record<Unit, (read: ReadNumber) => boolean>> = {
  count: ({ value, isPercent }) => !isPercent || value === 0,
  percent: ({ value, isPercent }) => isPercent || value === 0,
  points: ({ value }) => value >= 0,
  pesos: ({ value, isPercent }) => value >= 0 && !isPercent,
};

/** Reads them; the columns whose cell holds something else go to `unread`, so that it is kept as written. */
export function readAmounts(
  table: Table,
  row: number,
  { facts, unread }: RowContext,
  targetUnit: TargetUnit,
): RowAmounts {
  const take = (column: MatrixColumn | null, unit: Unit): number | null => {
    const cell = cellIn(table, row, column);
    // Money merged over the rows of an activity is the activity's: nothing is left out.
    if (cell.kind === 'blank' && unit !== 'pesos') noteUnfilledMerge(table, row, column);
    if (!column || isNothing(cell)) return null;
    const read = numberOf(cell, signOf(table, facts.signs, column));
    const place = placeOf(table, row, column);
    if (read && CAN_BE[unit](read)) {
      noteDoubt(table, place, read);
      noteFalsePercent(table, place, cell);
      return unit === 'points' && read.isPercent ? percentOf(read.value) : read.value;
    }
    table.note({ code: 'keptAsWritten', place });
    unread.push(column);
    return null;
  };
  return {
    baseline: take(columnOf(table, 'baseline'), targetUnit),
    weight: take(columnOf(table, 'weight'), 'points'),
    budget: take(columnOf(table, 'budget'), 'pesos'),
    executed: take(columnOf(table, 'executed'), 'pesos'),
    planned: Array.from({ length: table.periodCount }, (_, index) =>
      take(periodColumn(table, 'planned', index), targetUnit),
    ),
  };
}

/** Of a row whose typed cells stand in the wrong columns: nothing. */
export function noAmounts({ periodCount }: Table): RowAmounts {
  const planned = Array.from({ length: periodCount }, () => null);
  return { baseline: null, weight: null, budget: null, executed: null, planned };
}
