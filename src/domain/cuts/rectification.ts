import type { Plan } from '../model';
import { compareOnOneDate } from './compareCuts';
import type { CutComparison } from './compareCuts';
import { figuresAt } from './frozenFigures';
import type { ClosedCut } from './model';

/**
 * Spanish *rectificación*: how the figures at the date of a closed cut differ now from the sealed ones; null where
 * none does.
 */
export function rectificationOf(plan: Plan, cut: ClosedCut): CutComparison | null {
  const compared = compareOnOneDate(cut.frozen, figuresAt(plan, cut.date));
  const isAnother = compared.moves.length > 0 || compared.others.length > 0;
  return isAnother || compared.before !== compared.after ? compared : null;
}
