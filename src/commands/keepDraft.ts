import type { PeriodId } from '../domain/calendar';
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

/** What became of what was being typed when the app last closed. */
export interface Resumed {
  /** How many commits that was. */
  readonly recorded: number;
  /** How many values wait because their period is closed, and the first of those periods. */
  readonly waiting: number;
  readonly waitingIn: PeriodId | null;
}

const NOTHING_RESUMED: Resumed = { recorded: 0, waiting: 0, waitingIn: null };

/**
 * Turns what was being typed when the app last closed into history, over the heads seen then. What still waits for
 * an answer stays a draft, and so does what is of a closed period: nobody is there to say why. While another tab is
 * open the drafts may be its own: it is left alone with them.
 */
export async function commitDrafts(copy: string): Promise<Result<Resumed>> {
  if (!(await isOnlyTab())) return success(NOTHING_RESUMED);
  let waiting: readonly PeriodId[] = [];
  const saved = await save(
    copy,
    async (read) => {
      const sorted = await sortDrafts(copy, read);
      waiting = sorted.waiting;
      return sorted.ready;
    },
    { why: 'draft' },
  );
  if (!saved.ok) return saved;
  return success({ recorded: saved.value.length, waiting: waiting.length, waitingIn: waiting[0] ?? null });
}

async function sortDrafts(
  copy: string,
  read: ReadEntity,
): Promise<{ readonly ready: readonly DraftRow[]; readonly waiting: readonly PeriodId[] }> {
  const ready: DraftRow[] = [];
  const waiting: PeriodId[] = [];
  for (const draft of await readDrafts(copy)) {
    const cut = await cutClosedTo(read, [draft]);
    if (cut) waiting.push(cut.period);
    else if (draft.isReady) ready.push(draft);
  }
  return { ready, waiting };
}
