import type { PeriodId } from '../domain/calendar';
import { CLOSED, cutId, periodsSaid } from '../domain/cuts/closedCuts';
import type { ClosedCut } from '../domain/cuts/model';
import { cutFrom } from '../domain/cuts/readCut';
import { deletionOf } from '../log/deletes';
import type { ReadEntity } from '../storage/append';

/** The cut that closes what one of the edits says something of; null where none is. */
export async function cutClosedTo(
  read: ReadEntity,
  edits: Parameters<typeof periodsSaid>[0],
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
