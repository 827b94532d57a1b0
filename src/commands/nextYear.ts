import type { Calendar } from '../domain/calendar';
import { PLAN_ENTITY } from '../domain/entities';
import { addDays } from '../domain/isoDay';
import type { IsoDay } from '../domain/isoDay';
import { CLOSED_FOR } from '../domain/lineage';
import { nextYearEntities } from '../domain/nextYear/entities';
import type { NextYearChoices } from '../domain/nextYear/entities';
import { yearResult } from '../domain/nextYear/proposal';
import type { ClosingDay } from '../domain/nextYear/proposal';
import { shiftCalendar } from '../domain/shiftYears';
import { failure, success } from '../domain/problem';
import type { Problem, Result } from '../domain/problem';
import type { Commit, CommitId } from '../log/commit';
import type { Json } from '../log/json';
import { append } from '../storage/append';
import type { NewCommit } from '../storage/append';
import { deleteCopy, emptyCopy, readCopy } from '../storage/copies';
import { readDrafts } from '../storage/drafts';
import { storageProblem } from '../storage/failures';
import { markStorage } from '../storage/health';
import { planOf, shownEntities } from '../storage/planView';
import { readCopyState, readEntity } from '../storage/stateStore';
import { isViewedOnly } from '../storage/viewOnly';
import { authorOf } from './author';
import { partyId } from './changePlan';
import { now, nowIso, randomId, today } from './clock';
import { inCommits } from './inCommits';
import { save } from './save';
import { ensureDevice } from './thisDevice';
import { undoCommits } from './undo';

/** The plan that was made, and what closed the one that it goes on from. */
export interface NextYearMade {
  readonly copy: string;
  readonly plan: string;
  readonly year: number;
  /** How many commits it began with. */
  readonly count: number;
  /** The commits that closed the earlier plan; none where that failed. */
  readonly lock: readonly CommitId[];
  readonly lockProblem: Problem | null;
}

/**
 * Makes the plan of the next year from a copy: all of it in one transaction, or nothing. Then the plan that it goes
 * on from is closed by a commit like any other; where that fails, the new plan stands and its problem is told. Refused
 * in a copy that is audited or looked at as it stood once: it could not be closed.
 */
export async function openNextYear(
  copy: string,
  closing: ClosingDay,
  choices: NextYearChoices,
): Promise<Result<NextYearMade>> {
  if (isViewedOnly(copy)) return failure({ code: 'readOnlyView' });
  try {
    const stored = await readCopyState(copy);
    if (!stored) return failure({ code: 'planNotFound' });
    if (stored.row.kind === 'audited') return failure({ code: 'auditedCopy' });
    const plan = planOf(stored.row.plan, stored.log);
    if (plan.closedFor) return failure({ code: 'planYearClosed', year: plan.closedFor.year });
    const made = await makePlan({
      entities: (id) =>
        nextYearEntities(
          { plan, fields: shownEntities(stored.log), result: yearResult(plan, closing) },
          choices,
          { newId: (kind) => `${kind}:${randomId(12)}`, partyId: (name) => partyId(id, name) },
        ),
      title: choices.title,
      entityName: plan.entityName,
      planYear: plan.planYear + 1,
      cut: firstCut(shiftCalendar(plan.calendar, 1)),
      source: plan.id,
    });
    if (!made.ok) return made;
    const locked = await closeFor(copy, made.value);
    return success({
      ...made.value,
      lock: locked.ok ? locked.value.map(({ id }) => id) : [],
      lockProblem: locked.ok ? null : locked.problem,
    });
  } catch (error) {
    return failure(storageProblem(error));
  }
}

interface Making {
  readonly entities: (plan: string) => ReturnType<typeof nextYearEntities>;
  readonly title: string;
  readonly entityName: string;
  readonly planYear: number;
  readonly cut: IsoDay;
  /** The plan that it goes on from. */
  readonly source: string;
}

type Made = Pick<NextYearMade, 'copy' | 'plan' | 'year' | 'count'>;

async function makePlan({ entities, source, cut, ...facts }: Making): Promise<Result<Made>> {
  const device = await ensureDevice();
  const [copy, plan] = [randomId(12), `pl_${randomId(12)}`];
  const row = {
    ...emptyCopy({ copy, plan, device, ...facts, isExample: false, createdAt: nowIso() }),
    cut,
  };
  const operations = operationsIn(entities(plan));
  const saved = await append(
    copy,
    async (context) => {
      const { by, introduction, introduced } = await authorOf(context);
      const about = { wall: now(), by, why: 'import', src: source };
      return { commits: inCommits([...introduction, ...operations], about), changes: { introduced } };
    },
    { newRow: row },
  );
  if (!saved.ok) return saved;
  await markStorage();
  return success({ copy, plan, year: facts.planYear, count: saved.value.length });
}

/** Today within the new year; else the day before it, on which nothing of it has begun. */
function firstCut({ start, end }: Calendar): IsoDay {
  const day = today();
  return start <= day && day <= end ? day : addDays(start, -1);
}

function operationsIn(entities: ReturnType<typeof nextYearEntities>): NewCommit['ops'] {
  return [...entities].map(([e, values]) => ({
    e,
    fields: Object.fromEntries(
      Object.entries(values).map(([field, value]) => [field, { value: value as Json, over: [] }]),
    ),
  }));
}

async function closeFor(copy: string, { plan, year }: Made): Promise<Result<readonly Commit[]>> {
  const value = { plan, year, day: today() };
  return save(copy, async () => [
    { entity: PLAN_ENTITY, field: CLOSED_FOR, value, seen: await lockHeads(copy) },
  ]);
}

/** Opens a plan again that the next year's goes on from, for a reason. */
export async function reopenYear(copy: string, reason: string): Promise<Result<readonly Commit[]>> {
  const why = reason.trim();
  if (why === '') return failure({ code: 'reasonNeeded' });
  return save(
    copy,
    async () => [{ entity: PLAN_ENTITY, field: CLOSED_FOR, value: null, seen: await lockHeads(copy) }],
    { why },
  );
}

async function lockHeads(copy: string) {
  const heads = (await readEntity(copy, PLAN_ENTITY))?.get(CLOSED_FOR)?.heads ?? [];
  return heads.map(({ id, at }) => ({ id, at }));
}

/**
 * Takes the next year back: the new plan goes as long as nobody wrote in it, and the one that it goes on from is
 * open again. Refused where there is something in the new one that would be lost.
 */
export async function takeBackNextYear(
  copy: string,
  { copy: made, count, lock }: NextYearMade,
): Promise<Result<null>> {
  try {
    const row = await readCopy(made);
    if (!row) return failure({ code: 'planNotFound' });
    const written = row.count - count + (await readDrafts(made)).length;
    if (written > 0) return failure({ code: 'copyNeeded', changes: written });
    // What cannot be opened again must not have lost the plan that goes on from it.
    const undone = await undoCommits(copy, lock);
    if (!undone.ok) return undone;
    const refused = await deleteCopy(made, (held) => held.row.count === count && held.drafts === 0);
    return refused
      ? failure({ code: 'copyNeeded', changes: refused.row.count - count + refused.drafts })
      : success(null);
  } catch (error) {
    return failure(storageProblem(error));
  }
}
