import type { PeriodId } from '../domain/calendar';
import { CLOSED, cutId } from '../domain/cuts/closedCuts';
import { failure } from '../domain/problem';
import type { Result } from '../domain/problem';
import type { Commit, SeenHead } from '../log/commit';
import { save } from './save';

/** Opens a closed period again: the cut that stood, who opened it and why stay in the history. Refuses without a reason. */
export async function reopenCut(
  copy: string,
  period: PeriodId,
  reason: string,
  seen: readonly SeenHead[],
): Promise<Result<readonly Commit[]>> {
  const why = reason.trim();
  if (why === '') return failure({ code: 'reasonNeeded' });
  return save(copy, [{ entity: cutId(period), field: CLOSED, value: null, seen }], { why });
}
