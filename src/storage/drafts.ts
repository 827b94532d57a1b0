import { db } from './database';
import type { DraftRow } from './database';

type DraftKey = [copy: string, entity: string, field: string];

/** Keeps what is being typed, with the heads the person saw, before it becomes a commit. */
export async function saveDraft(draft: DraftRow): Promise<void> {
  await db().drafts.put(draft);
}

/** What is being typed in one field. */
export async function readDraft(copy: string, entity: string, field: string): Promise<DraftRow | undefined> {
  return db().drafts.get([copy, entity, field]);
}

/** What was being typed in a copy when it was last closed. */
export async function readDrafts(copy: string): Promise<readonly DraftRow[]> {
  return draftsOf(copy).toArray();
}

/** Where something is being typed in a copy: copy, entity and field. */
export async function draftKeys(copy: string): Promise<readonly DraftKey[]> {
  return draftsOf(copy).primaryKeys();
}

export async function discardDraft(copy: string, entity: string, field: string): Promise<void> {
  await db().drafts.delete([copy, entity, field]);
}

function draftsOf(copy: string) {
  return db().drafts.where('[copy+entity+field]').between([copy], [copy, []]);
}
