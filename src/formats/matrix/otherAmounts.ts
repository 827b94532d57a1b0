import { decimalText } from '../numbers';
import type { CellFinding } from './findings';
import type { MatrixReading } from './reading';

/**
 * The money of each row whose activity has another amount from a row before it: the first stands, and the others
 * are no part of any figure.
 */
export function otherAmounts({ sheet, columns, rows }: MatrixReading): readonly CellFinding[] {
  return (['budget', 'executed'] as const).flatMap((field) => {
    const column = columns.find((one) => one.field === field);
    const firstOf = new Map<number, number>();
    return rows.flatMap(({ activityIndex, sourceRow, [field]: amount }): readonly CellFinding[] => {
      if (!column || amount === null || activityIndex === null) return [];
      const kept = firstOf.get(activityIndex) ?? amount;
      firstOf.set(activityIndex, kept);
      if (kept === amount) return [];
      const { letter, header } = column;
      const place = { sheet, row: sourceRow, column: letter, header, text: decimalText(amount) };
      return [{ code: 'otherAmount', place, amount, kept }];
    });
  });
}
