import type { Plan } from '../model';
import { compareOnOneDate } from './compareCuts';
import type { CutComparison } from './compareCuts';
import { figuresAt } from './frozenFigures';
import type { ClosedCut } from './model';
import { readFrozenFigures } from './readCut';

/**
 * Spanish *rectificación*: how the figures at the date of a closed cut differ now from the sealed ones; null where
 * none does.
 */
export function rectificationOf(plan: Plan, cut: ClosedCut): CutComparison | null {
  const compared = compareOnOneDate(cut.frozen, figuresAt(plan, cut.date));
  const isAnother = compared.moves.length > 0 || compared.others.length > 0;
  return isAnother || compared.before !== compared.after ? compared : null;
}

/** Whether the figures of a closed cut are those that a plan comes to at its date, every one of them. */
export function hasFiguresOf(cut: ClosedCut, plan: Plan): boolean {
  const again = readFrozenFigures(figuresAt(plan, cut.date));
  const rows = again.rows.map((row, place) => {
    // An older cut did not keep what was verified of a row.
    const isKept = cut.frozen.rows[place]?.verified !== null;
    return isKept ? row : { ...row, verified: null };
  });
  return JSON.stringify({ ...again, rows }) === JSON.stringify(readFrozenFigures(cut.frozen));
}
