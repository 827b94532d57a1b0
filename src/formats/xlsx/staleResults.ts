import { seenBy } from './formulaText';
import type { SeenRange } from './formulaText';
import type { Computed, SheetXml } from './sheetXml';

interface Result extends Computed {
  readonly name: string;
  readonly sheet: SheetXml;
  /** Null where it may look at anything. */
  readonly seen: readonly SeenRange[] | null;
}

/**
 * Takes away what formulas came to before cells that they look at changed, and those that look at these in turn, on
 * every sheet of a book: a program computes a formula without a result, and may trust one that has it.
 */
export function forgetStale(
  sheets: ReadonlyMap<string, SheetXml>,
  isSettled: (name: string, row: number, column: number) => boolean,
): void {
  const isStale = ({ name, seen }: Result): boolean =>
    seen === null
      ? [...sheets.values()].some(({ changed }) => !changed.isEmpty)
      : seen.some((range) => sheets.get(range.sheet ?? name)?.changed.meets(range));
  let left = [...sheets].flatMap(([name, sheet]) => resultsIn(name, sheet, isSettled));
  for (let before = Infinity; left.length < before;) {
    before = left.length;
    left = left.filter((result) => {
      if (!isStale(result)) return true;
      result.sheet.forgetResult(result.row, result.column);
      return false;
    });
  }
}

function resultsIn(
  name: string,
  sheet: SheetXml,
  isSettled: (name: string, row: number, column: number) => boolean,
): readonly Result[] {
  return sheet
    .results()
    .filter(({ row, column }) => !isSettled(name, row, column))
    .map((computed) => ({ ...computed, name, sheet, seen: seenBy(computed.formula) }));
}
