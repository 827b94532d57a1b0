import type { PeriodId } from '../domain/calendar';
import { failure, success } from '../domain/problem';
import type { Result } from '../domain/problem';
import type { DraftRow } from '../storage/database';
import { discardDraft, readDrafts, saveDraft } from '../storage/drafts';
import { storageProblem } from '../storage/failures';
import { readLockOf } from '../storage/stateStore';
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
  /** How many values wait because their period is closed, and the first of those periods; or because the plan is. */
  readonly waiting: number;
  readonly waitingIn: PeriodId | null;
  /** The year for which the plan was closed where that is why they wait. */
  readonly closedFor: number | null;
}

type Waiting = Omit<Resumed, 'recorded'>;

const NONE_WAITING: Waiting = { waiting: 0, waitingIn: null, closedFor: null };

/**
 * Turns what was being typed when the app last closed into history, over the heads seen then. What still waits for
 * an answer stays a draft, and so does what is of a closed period, for nobody is there to say why, or of a closed
 * plan, which takes it when it is opened again. While another tab is open the drafts may be its own: it is left alone
 * with them.
 */
export async function commitDrafts(copy: string): Promise<Result<Resumed>> {
  if (!(await isOnlyTab())) return success({ recorded: 0, ...NONE_WAITING });
  let waiting = NONE_WAITING;
  const saved = await save(
    copy,
    async (read) => {
      const sorted = await sortDrafts(copy, read);
      waiting = sorted.waiting;
      return sorted.ready;
    },
    { why: 'draft' },
  );
  return saved.ok ? success({ recorded: saved.value.length, ...waiting }) : saved;
}

async function sortDrafts(
  copy: string,
  read: ReadEntity,
): Promise<{ readonly ready: readonly DraftRow[]; readonly waiting: Waiting }> {
  const drafts = await readDrafts(copy);
  const lock = drafts.length > 0 ? await readLockOf(copy) : null;
  if (lock) {
    return { ready: [], waiting: { waiting: drafts.length, waitingIn: null, closedFor: lock.year } };
  }
  const ready: DraftRow[] = [];
  const periods: PeriodId[] = [];
  for (const draft of drafts) {
    const cut = await cutClosedTo(read, [draft]);
    if (cut) periods.push(cut.period);
    else if (draft.isReady) ready.push(draft);
  }
  return {
    ready,
    waiting: { ...NONE_WAITING, waiting: periods.length, waitingIn: periods[0] ?? null },
  };
}
