import { evaluate } from '../evaluate';
import type { Evaluation } from '../evaluate';
import type { Calendar } from '../calendar';
import { sameCalendar } from '../calendarChange';
import type { Plan, StatedFor } from '../model';
import { planTableOf } from '../planTable';
import type { PlanTable } from '../planTable';
import { planWith } from '../ruleChange';

// A plan is replaced and never changed, so what was reckoned of it once stays true for every check.
const tables = new WeakMap<Plan, PlanTable>();
const statedEvaluations = new WeakMap<Plan, Evaluation>();
const evaluations = new WeakMap<Plan, Evaluation>();

/** The plan in columns, laid out once for all the checks. */
export function tableOf(plan: Plan): PlanTable {
  const table = tables.get(plan) ?? planTableOf(plan);
  tables.set(plan, table);
  return table;
}

/** The figures at a cut by a calendar, which may be one that the plan no longer has. */
export function evaluationFor(plan: Plan, { cut, calendar }: StatedFor): Evaluation {
  const evaluation = statedEvaluations.get(plan) ?? evaluate(tableBy(plan, calendar), cut);
  statedEvaluations.set(plan, evaluation);
  return evaluation;
}

function tableBy(plan: Plan, calendar: Calendar): PlanTable {
  return sameCalendar(plan.calendar, calendar) ? tableOf(plan) : planTableOf(planWith(plan, { calendar }));
}

/** The figures with all the plan's periods counted; null where it has none. */
export function wholeEvaluation(plan: Plan): Evaluation | null {
  const lastDay = plan.periods.at(-1)?.end;
  if (!lastDay) return null;
  const evaluation = evaluations.get(plan) ?? evaluate(tableOf(plan), lastDay);
  evaluations.set(plan, evaluation);
  return evaluation;
}
