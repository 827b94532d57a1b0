import type { Result } from '../domain/problem';
import type { Commit } from '../log/commit';
import { randomId } from './clock';
import { save } from './save';
import type { Edits } from './save';

/**
 * Writes of a session, or in it: one commit that says in which one it was made (merge.md 1). Without a session, as
 * when a commitment is closed from the list of all, it says none.
 */
export function changeSession(
  copy: string,
  sessionId: string,
  edits: Edits,
  why?: string,
): Promise<Result<readonly Commit[]>> {
  return save(copy, edits, { ...(sessionId && { in: sessionId }), ...(why && { why }) });
}

/** The id of something new in a session. */
export function newSessionPartId(kind: 'mtg' | 'com' | 'free' | 'tpc'): string {
  return `${kind}:${randomId(12)}`;
}
