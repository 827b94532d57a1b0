import type { PeriodId, ReportingPeriod } from './calendar';
import { decimalsOf, roundPercent, sumExact } from './decimal';
import { evaluate } from './evaluate';
import { figureOf } from './figure';
import type { IndicatorFigure } from './figure';
import type { IsoDay } from './isoDay';
import type { Indicator, Plan } from './model';
import type { Report, TargetUnit } from './report';
import { NOT_REPORTED, NOTHING_SAID } from './report';
import { planTableOf } from './planTable';

/** What has accumulated from the first period to this one, in the target's unit: 0 with no reports. */
export function totalThrough(indicator: Indicator, period: PeriodId): number {
  return accumulate(indicator, (id) => id <= period);
}

/**
 * The period's own value when a person says how many there are in total ("van N en total"). Exact: 0.3 in
 * total after 0.2 gives 0.1. Negative when the total is less than what the earlier periods already add up to.
 * Only sums have such a total: for any other accumulation it is the value itself.
 */
export function incrementFromTotal(indicator: Indicator, period: PeriodId, total: number): number {
  if (indicator.accumulation !== 'sum') return total;
  return sumExact([total, -totalBefore(indicator, period)]);
}

/**
 * True when a level, `latest` or `capacity`, is less than the one reported before it: it needs a reason
 * (domain.md A6.9).
 */
export function decreases(indicator: Indicator, period: PeriodId, value: number): boolean {
  if (indicator.accumulation !== 'latest' && indicator.accumulation !== 'capacity') return false;
  const before = valuesOf(indicator, (id) => id < period).at(-1);
  return before !== undefined && value < before;
}

/**
 * True when a value of a `sum` indicator looks like the total so far rather than what the period added,
 * which is the commonest error. It is a question to ask, never a reason to refuse. With T the
 * total of the earlier periods, T > 0, and the value not beyond the target, either
 * - value >= T, and T + value would go beyond the target; or
 * - value > T, and the indicator measures parts of one whole: a percent target, or a target of 1 that
 *   this value or an earlier one divides. (Equal parts, as 25 % in each quarter, are not asked about.)
 */
export function looksCumulative(indicator: Indicator, period: PeriodId, value: number): boolean {
  const { accumulation, target } = indicator;
  if (accumulation !== 'sum' || target === null || value > target) return false;
  const earlier = valuesOf(indicator, (id) => id < period);
  const before = sumExact(earlier);
  if (before <= 0 || value < before) return false;
  if (sumExact([before, value]) > target) return true;
  return value > before && measuresPartsOfOne(indicator, [...earlier, value]);
}

/**
 * True when a value is so much more than the target that it may be mistyped: it is asked, never refused. What has
 * to come down begins far above its target.
 */
export function looksFarBeyond({ accumulation, baseline, target }: Indicator, value: number): boolean {
  if (target === null || target <= 0 || value <= 2 * target) return false;
  const comesDown = accumulation === 'capacity' && baseline !== null && baseline > target;
  return accumulation !== 'reduction' && !comesDown;
}

/** A percent target, or a target of 1 with values that are fractions of it. */
export function measuresPartsOfOne(indicator: Indicator, values: readonly number[]): boolean {
  if (indicator.targetUnit === 'percent') return true;
  return indicator.target === 1 && values.some((value) => decimalsOf(value) > 0);
}

export interface ResultChange {
  /** The figures at the end of the period with nothing reported in it yet, or with what it holds now. */
  readonly before: IndicatorFigure;
  readonly after: IndicatorFigure;
  /** Points that the raw result moves; null when the indicator has no result. */
  readonly gain: number | null;
}

/**
 * What a report does to the indicator's result at the end of the period being entered, by the same
 * functions that compute the board. `before` leaves the period out, so that "9,5 % → 33,3 %" reads the
 * same while one types and after it was saved.
 */
export function resultAfter(
  plan: Plan,
  indicator: Indicator,
  period: ReportingPeriod,
  report: Report,
): ResultChange {
  const before = figureWith(plan, indicator, period, NOT_REPORTED);
  const after = figureWith(plan, indicator, period, report);
  const hasResult = before.raw !== null && after.raw !== null;
  return { before, after, gain: hasResult ? roundPercent(after.raw - before.raw) : null };
}

function figureWith(
  plan: Plan,
  indicator: Indicator,
  period: ReportingPeriod,
  report: Report,
): IndicatorFigure {
  const known = indicator.reports.get(period.id) ?? NOTHING_SAID;
  const reports = new Map(indicator.reports).set(period.id, { ...known, report });
  const table = planTableOf({ ...plan, indicators: [{ ...indicator, reports }] });
  return figureOf(evaluate(table, period.end), 0);
}

function totalBefore(indicator: Indicator, period: PeriodId): number {
  return accumulate(indicator, (id) => id < period);
}

function accumulate(indicator: Indicator, counts: (id: PeriodId) => boolean): number {
  const values = valuesOf(indicator, counts);
  if (indicator.accumulation === 'sum') return sumExact(values);
  if (indicator.accumulation === 'average') return sumExact(values) / Math.max(1, values.length);
  return values.at(-1) ?? 0;
}

/** Reported values in order of time, which for periods is the order of their ids. */
function valuesOf(indicator: Indicator, counts: (id: PeriodId) => boolean): readonly number[] {
  return [...indicator.reports]
    .filter(([id]) => counts(id))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, { report }]) => (report.k === 'value' ? [report.v] : []));
}

/**
 * The period a person most likely comes to report: the first after the last one that says anything, if it
 * has begun by that day; otherwise that last one. Null when the plan has no periods.
 */
export function periodToReport(
  indicator: Indicator,
  periods: readonly ReportingPeriod[],
  today: IsoDay,
): ReportingPeriod | null {
  const last = periods.findLastIndex(
    ({ id }) => (indicator.reports.get(id)?.report ?? NOT_REPORTED).k !== 'notReported',
  );
  const next = periods[last + 1];
  return next && next.start <= today ? next : (periods[last] ?? periods[0] ?? null);
}

/** What a person types for a value: percents as 50, kept as 0.5 (domain.md A6.12). Exact in both ways. */
export function typedFrom(value: number, unit: TargetUnit): number {
  return unit === 'percent' ? shift(value, 2) : value;
}

/** The value of what a person typed. */
export function valueFrom(typed: number, unit: TargetUnit): number {
  return unit === 'percent' ? shift(typed, -2) : typed;
}

/** Moves the decimal point in the number's own text, where a division would leave a tail. */
function shift(value: number, places: number): number {
  const [digits = '0', exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
}
