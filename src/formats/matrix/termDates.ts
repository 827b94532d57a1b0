import { compareKey, looksLikeDay } from '../cells';
import { readDay } from '../days';
import { cellAt } from '../grid';
import type { Cell, Sheet } from '../grid';
import type { ColumnMeaning } from './choices';
import { confidenceOf } from './columns';
import type { MatrixColumn } from './columns';
import { TERM } from './dictionary';
import type { HeaderColumn } from './header';
import { ANY_YEAR, readLooseDay } from './looseDays';
import { partsBetween } from './spans';

const HALF = 0.5;

/**
 * What was taken for the criterion of the rows and holds days, as PLAZO may, is when they end; another column that
 * can be the criterion is then read as it. What a person said of a column stands.
 */
export function withTermDates(
  sheet: Sheet,
  columns: readonly MatrixColumn[],
  headed: readonly HeaderColumn[],
  dataRows: readonly number[],
  said: Readonly<Record<string, ColumnMeaning>>,
): readonly MatrixColumn[] {
  const term = columns.find(({ field, header }) => field === 'criterion' && TERM.test(compareKey(header)));
  if (!term || term.letter in said) return columns;
  const cells = dataRows.map((row) => cellAt(sheet, row, term.index)).filter(({ kind }) => kind !== 'blank');
  if (cells.length === 0 || cells.filter(isOfDays).length <= cells.length * HALF) return columns;
  const isEnd = !columns.some(({ field }) => field === 'end');
  const [next] = columns
    .filter((column) => column.field === null && column.period === null && !(column.letter in said))
    .flatMap((column) => {
      const rank = rankAsCriterion(headed.find(({ index }) => index === column.index));
      return rank === null ? [] : [{ column, rank }];
    })
    .toSorted((a, b) => a.rank - b.rank);
  return columns.map((column) => {
    if (column === term) return { ...column, ...(isEnd ? END : KEPT) };
    const isNext = next?.column === column;
    return isNext ? { ...column, field: 'criterion', confidence: confidenceOf(next.rank) } : column;
  });
}

const END = { field: 'end', confidence: 'likely' } as const;
const KEPT = { field: null, confidence: 'none' } as const;

function isOfDays(cell: Cell): boolean {
  const isDay = (text: string) => readDay(text) !== null || readLooseDay(text, ANY_YEAR) !== null;
  return looksLikeDay(cell) || partsBetween(cell.text).every(isDay);
}

function rankAsCriterion(column: HeaderColumn | undefined) {
  return column?.candidates.find(({ field }) => field === 'criterion')?.rank ?? null;
}
