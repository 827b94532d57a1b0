import type { Plan } from './model';

/** The places in `plan.indicators` that a department or team answers for, by its name as people type it. */
export function rowsOwnedBy(plan: Plan, department: string): readonly number[] {
  const wanted = comparable(department);
  if (!wanted) return [];
  return plan.indicators.flatMap(({ activity }, row) => {
    const parties = activity.responsibleParties.map(({ name }) => comparable(name));
    const isOwned = parties.some((party) => party.includes(wanted) || wanted.includes(party));
    return isOwned ? [row] : [];
  });
}

function comparable(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}
