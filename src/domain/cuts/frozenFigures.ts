import { boardFacts } from '../board';
import { roundPercent } from '../decimal';
import { cappedAt, evaluate } from '../evaluate';
import type { Evaluation } from '../evaluate';
import { figureOf } from '../figure';
import type { IndicatorFigure } from '../figure';
import { groupsBy } from '../groups';
import type { Group } from '../groups';
import type { IsoDay } from '../isoDay';
import { reportIn } from '../model';
import type { Plan } from '../model';
import type { Points } from '../percent';
import { planTableOf } from '../planTable';
import { aggregate, methodInGroup } from '../rollup';
import type { Aggregate } from '../rollup';
import type { FrozenFigures, FrozenGroup, FrozenGrouping, FrozenOverall, FrozenRow } from './model';

/** What a cut freezes: every figure of the plan at a date, by the plan's own rules (merge.md 2, domain.md A6.9). */
function frozenFigures(plan: Plan, evaluation: Evaluation): FrozenFigures {
  const { overall, classes, states, missing } = boardFacts(plan, evaluation);
  const points = pointsByRow(plan, evaluation, overall);
  const groupsOf = (by: FrozenGrouping) =>
    groupsBy(plan, by).map((group) => frozenGroup(plan, evaluation, group));
  return {
    overall: frozenOverall(overall),
    scheme: { id: plan.scheme.id, rounding: plan.scheme.rounding },
    classes,
    states,
    missing: [...missing]
      .sort((a, b) => a.index - b.index)
      .map((one) => ({ id: one.indicator.id, periods: one.missing.map(({ id }) => id) })),
    rows: plan.indicators.map((_, row) => frozenRow(evaluation, figureOf(evaluation, row), points[row] ?? 0)),
    groups: { item: groupsOf('item'), phva: groupsOf('phva'), responsible: groupsOf('responsible') },
  };
}

/** The same at a date, for a plan that nobody has evaluated there. */
export function figuresAt(plan: Plan, date: IsoDay): FrozenFigures {
  return frozenFigures(plan, evaluate(planTableOf(plan), date));
}

function frozenOverall({ method, by, value, n, expected, lag, alternatives }: Aggregate): FrozenOverall {
  const verified = alternatives.verified.value;
  return { method, by, value, n, expected: expected.value, lag: lag.value, verified };
}

function frozenRow({ table, counted }: Evaluation, figure: IndicatorFigure, points: Points): FrozenRow {
  const { indicator } = figure;
  const said = table.periodIds
    .slice(0, counted)
    .map((period) => ({ period, report: reportIn(indicator, period) }));
  return {
    id: indicator.id,
    number: indicator.activity.number,
    name: indicator.activity.name || indicator.name,
    deliverable: indicator.deliverable,
    target: indicator.target,
    targetUnit: indicator.targetUnit,
    raw: figure.raw,
    capped: figure.capped,
    verified: figure.verified,
    class: figure.progressClass,
    state: figure.scheduleState,
    pace: figure.pace,
    lag: figure.lag,
    exclusion: figure.exclusion,
    points: roundPercent(points),
    reports: said.filter(({ report }) => report.k !== 'notReported'),
  };
}

/** What each row gives of a mean; in a mean of groups, its share of each group that it is in. */
function pointsByRow(
  plan: Plan,
  evaluation: Evaluation,
  { contributions, divisor }: Aggregate,
): Float64Array {
  const points = new Float64Array(plan.indicators.length);
  for (const one of contributions) {
    if (one.of === 'indicator') points[one.row]! += (one.weight * one.value) / divisor;
    else
      for (const row of one.group.rows) points[row]! += shareOf(cappedAt(evaluation, row), one.n * divisor);
  }
  // Weights that add up to nothing divide by nothing.
  return points.map((one) => (Number.isFinite(one) ? one : 0));
}

function shareOf(capped: number, among: number): Points {
  return Number.isNaN(capped) ? 0 : capped / among;
}

function frozenGroup(plan: Plan, evaluation: Evaluation, group: Group): FrozenGroup {
  const { value, n } = aggregate({ evaluation, plan, rows: group.rows, method: methodInGroup(plan) });
  return { id: group.id, name: nameOf(group), value, n };
}

function nameOf(group: Group): string {
  if (group.by === 'item') return group.item.number;
  return group.by === 'responsible' ? (group.party?.name ?? '') : group.id;
}
