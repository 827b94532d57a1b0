import { PLAN_ENTITY } from './entities';
import { dayOf, keysOf, numberOf, textOf } from './fields';
import type { IsoDay } from './isoDay';

/** The field in which something says what it goes on from. */
export const FROM = 'from';

/** The field of a plan that closes it: the plan of the next year goes on from it. */
export const CLOSED_FOR = 'closedFor';

/** What something goes on from: an entity of the plan of an earlier year. */
export interface Lineage {
  readonly plan: string;
  readonly entity: string;
  readonly year: number;
}

/** Why a plan takes no more edits: another one, of another year, goes on from it since a day. */
export interface YearLock {
  readonly plan: string;
  readonly year: number;
  readonly day: IsoDay | null;
}

/** Null where it goes on from nothing. */
export function readLineage(value: unknown): Lineage | null {
  const keys = keysOf(value);
  const [plan, entity, year] = [textOf(keys['plan']), textOf(keys['entity']), numberOf(keys['year'])];
  return plan !== '' && year !== null ? { plan, entity, year } : null;
}

/** Null while the plan is open. */
export function readYearLock(value: unknown): YearLock | null {
  const keys = keysOf(value);
  const [plan, year] = [textOf(keys['plan']), numberOf(keys['year'])];
  return plan !== '' && year !== null ? { plan, year, day: dayOf(keys['day']) } : null;
}

/** True for what closes a plan or opens it again, which is all that a closed one takes. */
export function isOfYearLock(entity: string, field: string): boolean {
  return entity === PLAN_ENTITY && field === CLOSED_FOR;
}
