import { REVIEW, reopenFinding, reviewFinding, reviewId } from '../../commands/reviewFinding';
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

/**
 * Settles something that was found, in the name of whoever uses this device, or in the name that was asked
 * because it has none; false when it could not be saved.
 */
export async function review(
  copy: string,
  { reviewable }: Found,
  reason: string,
  askedName: string,
): Promise<boolean> {
  const id = reviewId(reviewable);
  const saving = reviewFinding(copy, reviewable, reason, openPlan.seen(id, REVIEW), askedName);
  const isSaved = await carryOut(copy, saving, { place: id, told: findingsPage.told.reviewed });
  if (isSaved && askedName !== '') await thisDevice.refresh();
  return isSaved;
}

/** Who settled it and when, as the change that says so is signed; null while it is open. */
export function reviewerOf({
  reviewable,
  review,
}: Found): { readonly name: string; readonly at: string } | null {
  const signature = review && openPlan.signature(reviewId(reviewable), REVIEW);
  return signature && { name: openPlan.text(signature.by, 'name'), at: signature.at };
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
