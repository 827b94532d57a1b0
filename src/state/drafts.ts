import type { Json } from '../log/json';
import { readDraft } from '../storage/drafts';
import { isOnlyTab } from '../storage/tabs';
import type { Recorded } from './typedField.svelte';

/** What was being typed in a field before; null where another tab may be typing it now. */
export async function ownDraft(copy: string, entity: string, field: string): Promise<Recorded<Json> | null> {
  const draft = (await isOnlyTab()) ? await readDraft(copy, entity, field) : undefined;
  return draft ? { value: draft.value, seen: draft.seen } : null;
}
