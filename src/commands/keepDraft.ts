import { failure, success } from '../domain/problem';
import type { Result } from '../domain/problem';
import type { DraftRow } from '../storage/database';
import { discardDraft, readDrafts, saveDraft } from '../storage/drafts';
import { storageProblem } from '../storage/failures';
import { isOnlyTab } from '../storage/tabs';
import type { ReadEntity } from '../storage/append';
import { cutClosedTo } from './closedPeriod';
import { save } from './save';

/** Keeps what is being typed where a crash cannot take it, with the heads the person saw. */
export async function keepDraft(draft: DraftRow): Promise<Result<null>> {
  try {
    await saveDraft(draft);
    return success(null);
  } catch (error) {
    return failure(storageProblem(error));
  }
}

/** Forgets what was being typed: it went back to what is recorded. */
export async function dropDraft({
  copy,
  entity,
  field,
}: Pick<DraftRow, 'copy' | 'entity' | 'field'>): Promise<void> {
  await discardDraft(copy, entity, field);
}

/**
 * Turns what was being typed when the app last closed into history, over the heads seen then. Gives how many
 * commits that was. What still waits for an answer stays a draft, and
 * so does what is of a closed period: nobody is there to say why. While another tab is open the drafts may be its own:
 * it is left alone with them.
 */
export async function commitDrafts(copy: string): Promise<Result<number>> {
  if (!(await isOnlyTab())) return success(0);
  const saved = await save(copy, (read) => readyDrafts(copy, read), { why: 'draft' });
  return saved.ok ? success(saved.value.length) : saved;
}

async function readyDrafts(copy: string, read: ReadEntity): Promise<readonly DraftRow[]> {
  const ready: DraftRow[] = [];
  for (const draft of await readDrafts(copy)) {
    if (draft.isReady && !(await cutClosedTo(read, [draft]))) ready.push(draft);
  }
  return ready;
}
