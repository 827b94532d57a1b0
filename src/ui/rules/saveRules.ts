import { PLAN_ENTITY } from '../../domain/entities';
import { groupingText } from '../../domain/grouping';
import { planWith } from '../../domain/ruleChange';
import type { Rules } from '../../domain/ruleChange';
import { openPlan } from '../../state/openPlan.svelte';
import { toldWords } from '../../text/rules';
import { change } from '../plan/changes';

type Value = Parameters<typeof openPlan.edit>[2];

/** A rule as the plan keeps it. */
const VALUES: { readonly [Rule in keyof Rules]: (rule: Rules[Rule]) => Value } = {
  scheme: ({ id, rounding, edge, bands }) => ({
    id,
    rounding,
    edge,
    bands: bands.map((band) => ({ ...band })),
  }),
  calendar: ({ start, end, monthsPerPeriod, cuts = [] }) => ({ start, end, monthsPerPeriod, cuts }),
  rollupMethod: (method) => method,
  rollupBy: groupingText,
  paceTolerance: (points) => points,
  dueSoonDays: (days) => days,
};

/** Gives the open plan other rules, all of them in one change that can be taken back. */
export async function saveRules(copy: string, changed: Partial<Rules>): Promise<boolean> {
  const plan = openPlan.plan;
  if (!plan) return false;
  const names = Object.keys(changed) as (keyof Rules)[];
  const edits = names.map((rule) => openPlan.edit(PLAN_ENTITY, rule, valueOf(rule, changed)));
  return change(copy, edits, toldWords(names, planWith(plan, changed)));
}

function valueOf<Rule extends keyof Rules>(rule: Rule, changed: Partial<Rules>): Value {
  const value = changed[rule];
  return value === undefined ? null : VALUES[rule](value);
}
