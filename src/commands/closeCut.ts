import type { PeriodId } from '../domain/calendar';
import { CLOSED, cutId } from '../domain/cuts/closedCuts';
import { figuresAt } from '../domain/cuts/frozenFigures';
import type { IsoDay } from '../domain/isoDay';
import { failure } from '../domain/problem';
import type { Problem, Result } from '../domain/problem';
import { commitsOfPlan } from '../log/chains';
import type { Commit, SeenHead } from '../log/commit';
import type { Json } from '../log/json';
import { sealOf } from '../log/seal';
import { append } from '../storage/append';
import type { AppendContext } from '../storage/append';
import { readCommits } from '../storage/commitStore';
import { storageProblem } from '../storage/failures';
import { planOf } from '../storage/planView';
import { readIdentity, writeIdentity } from '../storage/settings';
import { readState } from '../storage/stateStore';
import { personId, withName } from './author';
import { closedCut } from './closedPeriod';
import { composeEdits } from './save';
import type { FieldEdit } from './save';

export interface CutClosing {
  readonly copy: string;
  readonly period: PeriodId;
  /** A day of the period: the figures are those of that day. */
  readonly date: IsoDay;
  readonly seen: readonly SeenHead[];
  /** The name of who closes it, where this device has none yet; it becomes this device's. */
  readonly givenName?: string;
}

/**
 * Closes a period: freezes its figures and seals every commit that this device holds, of all devices, in one commit
 * that is not a member itself. What is missing never stands in the way. Refuses a nameless closing, a day outside of
 * the period, and a period that is closed.
 */
export async function closeCut(closing: CutClosing): Promise<Result<readonly Commit[]>> {
  const { copy, givenName = '' } = closing;
  const refused: { problem: Problem | null } = { problem: null };
  try {
    if (personId(withName(await readIdentity(), givenName)) === null) {
      return failure({ code: 'nameNeeded', for: 'closing' });
    }
    const saved = await append(copy, async (context) => {
      const composed = await closingEdit(context, closing);
      if ('code' in composed) {
        refused.problem = composed;
        return { commits: [] };
      }
      const identity = withName(context.identity, givenName);
      if (identity !== context.identity) await writeIdentity(identity);
      return composeEdits({ ...context, identity }, [composed]);
    });
    return refused.problem ? failure(refused.problem) : saved;
  } catch (error) {
    return failure(storageProblem(error));
  }
}

async function closingEdit(
  { row, read }: AppendContext,
  { copy, period: id, date, seen }: CutClosing,
): Promise<FieldEdit | Problem> {
  const standing = await closedCut(read, id);
  if (standing) return { code: 'cutClosed', date: standing.date };
  const plan = planOf(row.plan, await readState(copy));
  const period = plan.periods.find((one) => one.id === id);
  if (!period || date < period.start || date > period.end) return { code: 'cutOutsidePeriod' };
  const { own } = commitsOfPlan(row.plan, byId(await readCommits(copy)));
  const { heads, without, n, seal } = sealOf(own);
  const value = { date, heads, without, n, seal, frozen: plain(figuresAt(plan, date)) };
  return { entity: cutId(id), field: CLOSED, value, seen };
}

function byId(commits: readonly Commit[]): ReadonlyMap<string, Commit> {
  return new Map(commits.map((commit) => [commit.id, commit]));
}

function plain(value: unknown): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}
