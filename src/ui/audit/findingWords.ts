import type { Plan } from '../../domain/model';
import { openPlan } from '../../state/openPlan.svelte';
import { audit } from '../../text/audit';
import { entityTitle } from '../../text/conflicts';

/** What a finding is about, as it is called. */
export function aboutWords(plan: Plan, about: string): string {
  if (about === 'plan') return audit.wholePlan;
  return entityTitle(plan, about, (entity) => openPlan.text(entity, 'name')) || audit.wholePlan;
}

/** Who wrote something, by name. */
export function personName(by: string): string {
  return by.startsWith('per:') ? openPlan.text(by, 'name') : '';
}
