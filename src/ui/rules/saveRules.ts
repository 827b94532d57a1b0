import { PLAN_ENTITY } from '../../domain/entities';
import { groupingText } from '../../domain/grouping';
import { planWith } from '../../domain/ruleChange';
import type { Rules } from '../../domain/ruleChange';
import { openPlan } from '../../state/openPlan.svelte';
import { toldWords } from '../../text/rules';
import { change } from '../plan/changes';
import type { RuleDrafts } from './ruleDraft';

type Value = ReturnType<typeof openPlan.value>;

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

/** Gives the open plan the rules that were touched, all of them in one change that can be taken back. */
export async function saveRules(copy: string, drafts: RuleDrafts): Promise<boolean> {
  const plan = openPlan.plan;
  if (!plan) return false;
  const names = Object.keys(drafts) as (keyof Rules)[];
  const edits = names.flatMap((rule) => editOf(rule, drafts));
  return change(copy, edits, toldWords(names, planWith(plan, rulesIn(drafts))));
}

/** A rule of a plan as the plan keeps it. */
export function keptRule<Rule extends keyof Rules>(rule: Rule, rules: Rules): Value {
  return VALUES[rule](rules[rule]);
}

/** The rules by which a plan is reckoned. */
export const RULES = Object.keys(VALUES) as readonly (keyof Rules)[];

/** The rules that drafts come to. */
export function rulesIn(drafts: RuleDrafts): Partial<Rules> {
  return Object.fromEntries(Object.entries(drafts).map(([rule, { value }]) => [rule, value]));
}

function editOf<Rule extends keyof Rules>(rule: Rule, drafts: RuleDrafts) {
  const draft = drafts[rule];
  return draft
    ? [{ entity: PLAN_ENTITY, field: rule, value: VALUES[rule](draft.value), seen: draft.seen }]
    : [];
}
