import { restoreValues } from '../../commands/restoreValue';
import { DELETED, kindOf } from '../../domain/entities';
import { withLateReason } from '../../state/lateReason.svelte';
import { openPlan } from '../../state/openPlan.svelte';
import type { LoggedChange } from '../../state/changeLog.svelte';
import { changeLogWords as words } from '../../text/changeLog';
import { tell } from '../../text/problems';
import { carryOut } from '../plan/changes';

/** What a person writes in the plan and in its sessions; what closes, signs or reckons has its own way back. */
const KINDS: readonly string[] = ['plan', 'itm', 'act', 'ind', 'meas', 'pty', 'com', 'pnt'];
const OTHER_WAY: readonly string[] = [DELETED, 'calendar', 'scheme', 'counts', 'logo', 'outcome'];

/** Why the value of a change cannot be brought back; null where it can. */
export function notRestorable({ entity, field, value }: LoggedChange): string | null {
  if (openPlan.readOnly) return tell(openPlan.readOnly).what;
  if (!KINDS.includes(kindOf(entity)) || OTHER_WAY.includes(field)) return words.notRestorable;
  if (openPlan.isGone(entity)) return words.isGone;
  return JSON.stringify(openPlan.value(entity, field)) === JSON.stringify(value) ? words.isCurrent : null;
}

/** Brings the value of a change back: an edit like another, that can be taken back too. */
export function restore(
  copy: string,
  { entity, field, value }: LoggedChange,
  told: string,
): Promise<boolean> {
  const edit = openPlan.edit(entity, field, value);
  const saving = withLateReason((why) => restoreValues(copy, [edit], why));
  return carryOut(copy, saving, { place: `restore ${entity} ${field}`, told: words.restored(told) });
}
