import { boardFacts } from '../../domain/board';
import type { BoardFacts } from '../../domain/board';
import { evaluate } from '../../domain/evaluate';
import type { Evaluation } from '../../domain/evaluate';
import type { Finding } from '../../domain/findings/finding';
import { figureOf } from '../../domain/figure';
import type { IndicatorFigure } from '../../domain/figure';
import { allRows } from '../../domain/groups';
import type { IsoDay } from '../../domain/isoDay';
import type { Plan } from '../../domain/model';
import { planTableOf } from '../../domain/planTable';
import { NO_FORM } from '../../domain/reportForms';
import type { ReportForm, ReportKind } from '../../domain/reportForms';

/** All that a report is made from: a plan at a cut, evaluated once, and what a person set of the document. */
export interface ReportContext {
  readonly plan: Plan;
  readonly cut: IsoDay;
  readonly evaluation: Evaluation;
  /** Of the whole plan. */
  readonly facts: BoardFacts;
  /** One for each indicator, in the order of the plan. */
  readonly rows: readonly IndicatorFigure[];
  /** What is to be looked at in the plan and nobody has reviewed. */
  readonly findings: readonly Finding[];
  readonly formOf: (kind: ReportKind) => ReportForm;
  /** The instant as of which the plan is told, by the clocks of those who wrote it; null where it is as it stands. */
  readonly asOf: string | null;
}

/** Evaluates a plan at a cut for its reports. */
export function reportContext(
  plan: Plan,
  cut: IsoDay,
  findings: readonly Finding[],
  asOf: string | null = null,
): ReportContext {
  const evaluation = evaluate(planTableOf(plan), cut);
  return {
    plan,
    cut,
    evaluation,
    facts: boardFacts(plan, evaluation),
    rows: allRows(plan).map((row) => figureOf(evaluation, row)),
    findings,
    formOf: (kind) => plan.reportForms.get(kind) ?? NO_FORM,
    asOf,
  };
}
