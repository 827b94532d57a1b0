import type { PeriodId } from '../domain/calendar';
import { CLOSED, cutId, periodsSaid } from '../domain/cuts/closedCuts';
import type { ClosedCut } from '../domain/cuts/model';
import { cutFrom } from '../domain/cuts/readCut';
import { failure } from '../domain/problem';
import type { Problem, Result } from '../domain/problem';
import type { Commit } from '../log/commit';
import { deletionOf } from '../log/deletes';
import type { ReadEntity } from '../storage/append';
import { save } from './save';
import type { About, FieldEdit } from './save';

/**
 * Writes edits as one commit, unless one of them says something of a closed period and nobody says why: what comes
 * after a cut is written knowingly (merge.md 2). It is looked up in the transaction that writes.
 */
export async function saveInPeriod(
  copy: string,
  edits: readonly FieldEdit[],
  about: About = {},
): Promise<Result<readonly Commit[]>> {
  const refused: { problem: Problem | null } = { problem: null };
  const isExplained = (about.why ?? '').trim() !== '';
  const compose = async (read: ReadEntity): Promise<readonly FieldEdit[]> => {
    const cut = isExplained ? null : await cutClosedTo(read, edits);
    if (cut) refused.problem = { code: 'closedPeriod', date: cut.date, sealed: cut.frozen.overall.value };
    return cut ? [] : edits;
  };
  const saved = await save(copy, compose, about);
  return refused.problem ? failure(refused.problem) : saved;
}

/** The cut that closes what one of the edits says something of; null where none is. */
export async function cutClosedTo(
  read: ReadEntity,
  edits: readonly Pick<FieldEdit, 'entity' | 'field'>[],
): Promise<ClosedCut | null> {
  for (const period of periodsSaid(edits)) {
    const cut = await closedCut(read, period);
    if (cut) return cut;
  }
  return null;
}

/** The cut of a period as it stands in a transaction; null while the period is open. */
export async function closedCut(read: ReadEntity, period: PeriodId): Promise<ClosedCut | null> {
  const entity = await read(cutId(period));
  if (!entity || deletionOf(entity) === 'deleted') return null;
  return cutFrom(period, entity.get(CLOSED)?.heads[0]?.value);
}
