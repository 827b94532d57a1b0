import { roundPercent, sumExact } from '../decimal';
import { cappedAt, evaluate } from '../evaluate';
import type { Evaluation } from '../evaluate';
import { groupsBy } from '../groups';
import type { Plan, StatedValue } from '../model';
import type { Percent } from '../percent';
import { aggregate, meanAttainment } from '../rollup';
import { evaluationFor, tableOf, wholeEvaluation } from './evaluated';
import type { Finding } from './finding';
import { reportsOutsideCalendar } from './strays';

type Differs = Extract<Finding, { code: 'statedDiffers' }>;
type Place = Differs['place'];

/**
 * Results printed in the source that its own values do not come to, by more than half a unit of the last
 * digit printed (domain.md A6.6), at the cut they were printed for. A result beyond 100 % may be printed as 100.
 */
export function statedDiffers(plan: Plan): readonly Differs[] {
  const said = [plan, ...plan.items, ...plan.indicators];
  if (!said.some(({ statedValue }) => statedValue)) return [];
  return plan.statedFor ? differing(plan, evaluationFor(plan, plan.statedFor)) : differingAtAllCuts(plan);
}

function differing(plan: Plan, evaluation: Evaluation): readonly Differs[] {
  return [...ofIndicators(plan, evaluation), ...ofItems(plan, evaluation), ...ofPlan(plan, evaluation)];
}

/**
 * Where nobody says what cut a result was printed for, it is only wrong when its values come to it at no cut; and
 * values of another calendar may be those that it was printed for.
 */
function differingAtAllCuts(plan: Plan): readonly Differs[] {
  const evaluation = wholeEvaluation(plan);
  if (!evaluation || reportsOutsideCalendar(plan).length > 0) return [];
  let found = differing(plan, evaluation);
  for (const { end } of plan.periods.slice(0, -1)) {
    if (found.length === 0) break;
    const places = new Set(differing(plan, evaluate(tableOf(plan), end)).map(({ entity }) => entity));
    found = found.filter(({ entity }) => places.has(entity));
  }
  return found;
}

/**
 * A printed result of the plan that is not the mean of the printed results of its items, where there are no
 * rows to compute it from: 58 over 55 and 59, whose mean is 57.
 */
export function statedPartsDiffer({ id: entity, statedValue, items, indicators }: Plan): readonly Finding[] {
  const stated = items.flatMap((item) => item.statedValue?.percent ?? []);
  if (!statedValue || indicators.length > 0 || stated.length < 2 || stated.length < items.length) return [];
  const mean = roundPercent(sumExact(stated) / stated.length);
  if (isAsPrinted(statedValue, mean)) return [];
  const { text, percent } = statedValue;
  return [{ code: 'statedPartsDiffer', entity, text, stated: percent, mean, n: stated.length }];
}

function ofIndicators(plan: Plan, evaluation: Evaluation): readonly Differs[] {
  return plan.indicators.flatMap(({ id, statedValue }, row) =>
    compare('indicator', id, statedValue, [evaluation.raw[row] ?? NaN, cappedAt(evaluation, row)]),
  );
}

function ofItems(plan: Plan, evaluation: Evaluation): readonly Differs[] {
  if (!plan.items.some(({ statedValue }) => statedValue)) return [];
  return groupsBy(plan, 'item').flatMap((group) => {
    if (group.by !== 'item') return [];
    return compare('item', group.id, group.item.statedValue, [
      meanAttainment(evaluation, group.rows).value ?? NaN,
    ]);
  });
}

function ofPlan(plan: Plan, evaluation: Evaluation): readonly Differs[] {
  if (!plan.statedValue) return [];
  const { value } = aggregate({ evaluation, plan, method: plan.rollupMethod });
  return compare('plan', plan.id, plan.statedValue, [value ?? NaN]);
}

function compare(
  place: Place,
  entity: string,
  said: StatedValue | null,
  computed: readonly Percent[],
): readonly Differs[] {
  const [result = NaN] = computed;
  if (!said || Number.isNaN(result)) return [];
  if (computed.some((percent) => isAsPrinted(said, percent))) return [];
  return [{ code: 'statedDiffers', entity, place, text: said.text, stated: said.percent, computed: result }];
}

/** True within half a unit of the last digit printed; the tenth decimal is noise of the subtraction. */
function isAsPrinted(said: StatedValue, percent: Percent): boolean {
  return roundPercent(Math.abs(said.percent - percent)) <= 0.5 / 10 ** decimalsPrinted(said);
}

/**
 * Decimals of the percent as printed: 2 in `25,00%`, 1 in `0,333`, where it is a fraction of 1. A bare `1` is
 * the whole, and no fraction rounded away.
 */
function decimalsPrinted({ text, percent }: StatedValue): number {
  const [, whole = '', decimals = ''] = /(\d+)(?:[.,](\d+))?/.exec(text) ?? [];
  const printed = Number(`${whole}.${decimals || '0'}`);
  const mayBeFraction = !text.includes('%') && percent !== 0 && decimals !== '';
  const isFraction = mayBeFraction && Math.abs(printed * 100 - Math.abs(percent)) < 1e-6;
  return isFraction ? decimals.length - 2 : decimals.length;
}
