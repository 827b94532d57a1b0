import type { PeriodId } from '../domain/calendar';
import { periodsSaid } from '../domain/cuts/closedCuts';
import { parseMeasurementId } from '../domain/entities';
import type { Json } from '../log/json';
import { readDraft, readDrafts } from '../storage/drafts';
import { isOnlyTab } from '../storage/tabs';
import type { Recorded } from './typedField.svelte';

/** What was being typed in a field before; null where another tab may be typing it now. */
export async function ownDraft(copy: string, entity: string, field: string): Promise<Recorded<Json> | null> {
  const draft = (await isOnlyTab()) ? await readDraft(copy, entity, field) : undefined;
  return draft ? { value: draft.value, seen: draft.seen } : null;
}

/** The indicators of which something was typed for a period and is not recorded yet. */
export async function rowsTypedIn(copy: string, period: PeriodId): Promise<readonly string[]> {
  const drafts = (await readDrafts(copy)).filter((draft) => periodsSaid([draft]).includes(period));
  const ids = drafts.map(({ entity }) => parseMeasurementId(entity)?.indicatorId ?? null);
  return [...new Set(ids)].filter((id) => id !== null);
}
