import type { PeriodId } from '../../domain/calendar';
import type { Cell } from '../grid';
import type { CellContent } from '../xlsx/sheetXml';
import { saidIn } from './outCells';
import type { IndicatorRow } from './outRows';

/** The number that a spreadsheet computes with where a cell holds one: a text such as `25%` is none to it. */
export function seenNumber(content: CellContent | undefined, before: Cell): number | null {
  if (content) return content.k === 'number' ? content.value : null;
  return before.kind === 'number' ? before.value : null;
}

/** What a spreadsheet sees of the figures of a row. */
export interface SeenRow {
  readonly target: number | null;
  /** Every period of the plan: of one that has no column nothing is seen. */
  readonly periods: readonly { readonly id: PeriodId; readonly seen: number | null }[];
}

/** True where a formula over those cells comes to the result of the plan: they say all that it has, and no more. */
export function computesAsPlanned({ indicator }: IndicatorRow, { target, periods }: SeenRow): boolean {
  const isSum = indicator.accumulation === 'sum';
  const areSame = (seen: number | null, said: number | null) =>
    isSum
      ? isNear(seen ?? 0, said ?? 0)
      : seen === said || (seen !== null && said !== null && isNear(seen, said));
  return (
    isNear(target ?? 0, indicator.target ?? 0) &&
    periods.every(({ id, seen }) => {
      const { report } = saidIn(indicator, id);
      return areSame(seen, report.k === 'value' ? report.v : null);
    })
  );
}

/** A spreadsheet keeps fifteen digits of a number. */
function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= Math.abs(other) * DIGITS_KEPT;
}

const DIGITS_KEPT = 1e-14;
