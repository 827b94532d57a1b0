import { REVIEW, reopenFinding, reviewFinding, reviewId } from '../../commands/reviewFinding';
import { setIdentity } from '../../commands/thisDevice';
import { DELETED } from '../../domain/entities';
import { repairOf } from '../../domain/findings/repairs';
import type { FieldChange } from '../../domain/findings/repairs';
import type { Plan } from '../../domain/model';
import { openPlan } from '../../state/openPlan.svelte';
import { thisDevice } from '../../state/thisDevice.svelte';
import { findingsPage } from '../../text/findingsPage';
import { carryOut, change } from '../plan/changes';
import type { Found } from './found';

const textOf = (entity: string, field: string) => openPlan.text(entity, field);

/** Settles something that was found, in the name of whoever uses this device; false when it could not be saved. */
export async function review(
  copy: string,
  { reviewable }: Found,
  reason: string,
  name: string,
): Promise<boolean> {
  if (name !== thisDevice.identity.name) {
    await setIdentity({ ...thisDevice.identity, name });
    await thisDevice.refresh();
  }
  const id = reviewId(reviewable);
  const saving = reviewFinding(copy, reviewable, reason, openPlan.seen(id, REVIEW));
  return carryOut(copy, saving, { place: id, told: findingsPage.told.reviewed });
}

/** Opens it again. */
export function reopen(copy: string, { reviewable }: Found): Promise<boolean> {
  const id = reviewId(reviewable);
  const saving = reopenFinding(copy, reviewable, openPlan.seen(id, REVIEW));
  return carryOut(copy, saving, { place: id, told: findingsPage.told.reopened });
}

/** What one touch would mend: what it is called, and the changes that it makes. */
export interface Mending {
  readonly act: string;
  readonly told: string;
  readonly changes: readonly FieldChange[];
}

/** The repair that is safe to offer for it; null for most. */
export function mendingOf(plan: Plan, found: Found): Mending | null {
  if (found.of === 'file' || found.review) return null;
  const { finding } = found;
  const changes = repairOf(finding, plan, textOf);
  if (changes.length === 0 || !isWorded(finding.code)) return null;
  const { act, told } = findingsPage.repairs[finding.code];
  return { act: act(changes.length), told: told(changes.length), changes };
}

/** Mends it: an ordinary change of the plan, that can be taken back. */
export function mend(copy: string, { changes, told }: Mending): Promise<boolean> {
  const removed = changes.filter(({ field }) => field === DELETED).map(({ entity }) => entity);
  const edits = changes
    .filter(({ field }) => field !== DELETED)
    .map(({ entity, field, value }) => openPlan.edit(entity, field, value));
  return change(copy, [...edits, ...openPlan.restoration(removed)], told);
}

function isWorded(code: string): code is keyof typeof findingsPage.repairs {
  return Object.hasOwn(findingsPage.repairs, code);
}
