import type { Result } from '../domain/problem';
import type { Commit } from '../log/commit';
import { shortHash } from '../log/hash';
import { randomId } from './clock';
import { key } from './matrixReports';
import { save } from './save';
import type { FieldEdit } from './save';

/** Changes the plan itself, what is in it or how it is reckoned: one commit, however many fields it touches. `why` is
 * needed where something is said of a closed period. */
export function changePlan(
  copy: string,
  edits: readonly FieldEdit[],
  why?: string,
): Promise<Result<readonly Commit[]>> {
  return save(copy, edits, why ? { why } : {});
}

/** The id of something new in a plan. */
export function newPartId(kind: 'itm' | 'act' | 'ind'): string {
  return `${kind}:${randomId(12)}`;
}

/** The id of a responsible party in a plan: the same on every tablet for the same name. */
export function partyId(planId: string, name: string): string {
  return `pty:${shortHash(`${planId}|party|${key(name)}`)}`;
}
