import type { Calendar } from '../domain/calendar';
import { cutOn } from '../domain/cut';
import { PLAN_ENTITY } from '../domain/entities';
import { success } from '../domain/problem';
import type { Result } from '../domain/problem';
import { append } from '../storage/append';
import { emptyCopy } from '../storage/copies';
import { markStorage } from '../storage/health';
import { nowIso, randomId, today } from './clock';
import { composeEdits } from './save';
import { ensureDevice } from './thisDevice';

/** What must be said of a plan before it has anything in it. */
export interface NewPlan {
  readonly title: string;
  readonly entityName: string;
  readonly planYear: number;
  readonly calendar: Calendar;
}

/** Makes a plan from nothing. Gives the copy's id. */
export async function startPlan({ calendar, ...facts }: NewPlan): Promise<Result<string>> {
  const copy = randomId(12);
  const device = await ensureDevice();
  const plan = `pl_${randomId(12)}`;
  const empty = emptyCopy({ copy, plan, device, ...facts, isExample: false, createdAt: nowIso() });
  const row = { ...empty, cut: cutOn(today(), calendar) };
  const fields = { ...facts, calendar: { ...calendar, cuts: [...(calendar.cuts ?? [])] } };
  const edits = Object.entries(fields).map(([field, value]) => ({
    entity: PLAN_ENTITY,
    field,
    value,
    seen: [],
  }));
  const saved = await append(copy, (context) => composeEdits(context, edits), { newRow: row });
  if (!saved.ok) return saved;
  await markStorage();
  return success(copy);
}
