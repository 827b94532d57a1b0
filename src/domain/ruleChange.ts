import type { ProgressClass } from './bands';
import { periodsOf } from './calendar';
import { CLASSES, wordOf } from './codes';
import type { Evaluation } from './evaluate';
import type { Plan } from './model';

/** What a plan says of how it is reckoned. */
export type Rules = Pick<
  Plan,
  'scheme' | 'rollupMethod' | 'rollupBy' | 'calendar' | 'paceTolerance' | 'dueSoonDays'
>;

/** The plan as it would be by other rules, to see what they do before anything is saved. */
export function planWith(plan: Plan, rules: Partial<Rules>): Plan {
  const periods = rules.calendar ? periodsOf(rules.calendar) : plan.periods;
  return { ...plan, ...rules, periods };
}

/** How many indicators go from one class to another. */
export interface ClassMove {
  readonly from: ProgressClass;
  readonly to: ProgressClass;
  readonly n: number;
}

/** The indicators that change class between two evaluations of the same rows; without a class they do not. */
export function classMoves(before: Evaluation, after: Evaluation): readonly ClassMove[] {
  const counts = new Map<string, ClassMove>();
  for (const [row, code] of before.classes.entries()) {
    const [from, to] = [wordOf(CLASSES, code), wordOf(CLASSES, after.classes[row])];
    if (from === null || to === null || from === to) continue;
    const key = `${code} ${after.classes[row]}`;
    counts.set(key, { from, to, n: (counts.get(key)?.n ?? 0) + 1 });
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, move]) => move);
}
