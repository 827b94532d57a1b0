import { PLAN_ENTITY } from '../../domain/entities';
import type { Rules } from '../../domain/ruleChange';
import { openPlan } from '../../state/openPlan.svelte';

/** What a person is making of a rule, and the heads of it that they saw when they began. */
export interface RuleDraft<T> {
  readonly value: T;
  readonly seen: ReturnType<typeof openPlan.seen>;
}

/** The rules that a person touched. What they did not touch goes on as the plan has it, also when that changes. */
export type RuleDrafts = { readonly [Rule in keyof Rules]?: RuleDraft<Rules[Rule]> };

/**
 * Begins to change a rule, or goes on. What arrives meanwhile was not seen (merge.md 1): it stays beside what is
 * written here, for a person to settle.
 */
export function drafted<T>(rule: keyof Rules, value: T, begun: RuleDraft<T> | null): RuleDraft<T> {
  return { value, seen: begun?.seen ?? openPlan.seen(PLAN_ENTITY, rule) };
}
