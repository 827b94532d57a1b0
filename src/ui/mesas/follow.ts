import { changeSession } from '../../commands/changeSession';
import type { FieldEdit } from '../../commands/save';
import type { Result } from '../../domain/problem';
import { notices } from '../../state/notices.svelte';
import { openPlan } from '../../state/openPlan.svelte';
import { saveStatus } from '../../state/saveStatus.svelte';
import { carryOut } from '../plan/changes';

/** Writes in a session and follows it to its end; false when it could not be saved. */
export async function write(copy: string, sessionId: string, edits: readonly FieldEdit[]): Promise<boolean> {
  if (edits.length === 0) return true;
  return follow(changeSession(copy, sessionId, edits), placeOf(sessionId, edits));
}

/** The same for what takes something away or brings it back: says what was done and offers to take it back. */
export async function writeAndOffer(
  copy: string,
  sessionId: string,
  edits: readonly FieldEdit[],
  told: string,
): Promise<boolean> {
  if (edits.length === 0) return true;
  return carryOut(copy, changeSession(copy, sessionId, edits), { place: placeOf(sessionId, edits), told });
}

function placeOf(sessionId: string, edits: readonly FieldEdit[]): string {
  return ['session', sessionId, ...edits.map(({ entity, field }) => `${entity}/${field}`)].join(' ');
}

/** Follows a save to its end and says what went wrong with it; false when it failed. */
export async function follow<T>(saving: Promise<Result<T>>, place: string): Promise<boolean> {
  const saved = await saveStatus.track(saving, place);
  if (!saved.ok) notices.report(saved.problem);
  return saved.ok;
}

/** The heads of a field as they stand on the screen. */
export function seenOf(entity: string, field: string) {
  return openPlan.seen(entity, field);
}
