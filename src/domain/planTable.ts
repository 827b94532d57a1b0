import type { PeriodId, ReportingPeriod } from './calendar';
import { ACCUMULATIONS, KINDS, NO_BASELINE, NO_TARGET, NOT_APPLICABLE, NOT_APPLICABLE_KIND } from './codes';
import { NOT_REPORTED_KIND, SUM, VALUE } from './codes';
import { exactScale, powerOfTen, toScaled } from './decimal';
import { dayNumber } from './isoDay';
import type { IsoDay } from './isoDay';
import type { Indicator, Plan } from './model';
import type { PeriodValue } from './report';

const NO_SPAN: Span = { start: NaN, end: NaN };

/** First and last day as day numbers; NaN for none. Reversed dates are none: they are a finding. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What an indicator was to come to, in the periods that say it; scaled as its row is. */
export interface Programme {
  readonly row: number;
  /** Places of the periods, in order, and the amount of each. */
  readonly columns: readonly number[];
  readonly amounts: readonly number[];
}

/**
 * The plan as columns: a row per indicator, and where there is a cell per period, row after row.
 * It is rebuilt whole from the plan on each edit. Values and targets are integers, scaled by the
 * decimals of their row (domain.md A6.12); numbers too long for that stay as they are.
 */
export interface PlanTable {
  readonly plan: Plan;
  readonly size: number;
  readonly periodIds: readonly PeriodId[];
  readonly periodStarts: Float64Array;
  readonly periodEnds: Float64Array;
  /** Scaled; 0 where the cell holds no value, so that a sum needs no question. */
  readonly values: Float64Array;
  /** Codes of `KINDS`. */
  readonly kinds: Uint8Array;
  /** The cells whose value has at least one verified evidence, in order. */
  readonly verifiedCells: Uint32Array;
  /** What a scaled number of the row is divided by to read it in its unit. */
  readonly powers: Float64Array;
  /**
   * What the accumulated is divided by, scaled: the target, less the baseline where the row is measured from
   * it. NaN when the row is left out of N.
   */
  readonly targets: Float64Array;
  /** What is taken from the last value of a row that is measured from its baseline, scaled; else 0. */
  readonly bases: Float64Array;
  /** Where the first value of the row stands; the number of periods when it has none. */
  readonly firstValues: Uint16Array;
  /** Codes of `ACCUMULATIONS`. */
  readonly accumulations: Uint8Array;
  /** The rows whose values are not simply added. */
  readonly notSummedRows: Uint32Array;
  /** The rows that have programmed values. */
  readonly programmes: readonly Programme[];
  /** The place of the row's dates in `spans`: plans repeat few of them, so they are judged once. */
  readonly spanOf: Uint32Array;
  readonly spans: readonly Span[];
  /** Codes of `EXCLUSIONS`: they do not depend on the cut. */
  readonly exclusions: Uint8Array;
}

/** Lays the plan out in columns for `evaluate`. */
export function planTableOf(plan: Plan): PlanTable {
  const size = plan.indicators.length;
  const periods = plan.periods.length;
  const table: PlanTable = {
    plan,
    size,
    periodIds: plan.periods.map(({ id }) => id),
    periodStarts: Float64Array.from(plan.periods, ({ start }) => dayNumber(start)),
    periodEnds: Float64Array.from(plan.periods, ({ end }) => dayNumber(end)),
    values: new Float64Array(size * periods),
    kinds: new Uint8Array(size * periods),
    verifiedCells: new Uint32Array(0),
    powers: new Float64Array(size),
    targets: new Float64Array(size),
    bases: new Float64Array(size),
    firstValues: new Uint16Array(size),
    ...accumulationsOf(plan.indicators),
    ...spansOf(plan.indicators),
    exclusions: new Uint8Array(size),
  };
  const verifiedCells: number[] = [];
  const programmes: Programme[] = [];
  for (let row = 0; row < size; row++) fillRow(table, row, verifiedCells, programmes);
  return { ...table, verifiedCells: Uint32Array.from(verifiedCells), programmes };
}

function fillRow(table: PlanTable, row: number, verifiedCells: number[], programmes: Programme[]): void {
  const indicator = table.plan.indicators[row];
  if (!indicator) return;
  const width = table.periodIds.length;
  const base = row * width;
  table.firstValues[row] = width;
  let isProgrammed = false;
  for (let column = 0; column < width; column++) {
    const said = indicator.reports.get(table.periodIds[column]!);
    if (!said) continue;
    fillCell(table, row, column, said);
    if (isVerified(said)) verifiedCells.push(base + column);
    if (said.planned !== null) isProgrammed = true;
  }
  table.exclusions[row] = exclusionOf(table, base, indicator);
  if (isProgrammed) programmes.push(scaleProgrammed(table, row, indicator));
  else scaleRow(table, row, indicator, exactScaleOf(table, row, indicator));
}

function fillCell(table: PlanTable, row: number, column: number, said: PeriodValue): void {
  const index = row * table.periodIds.length + column;
  const { report } = said;
  table.kinds[index] = KINDS.indexOf(report.k);
  if (report.k !== 'value') return;
  table.values[index] = report.v;
  table.firstValues[row] = Math.min(table.firstValues[row]!, column);
}

function isVerified({ report, evidence }: PeriodValue): boolean {
  return report.k === 'value' && evidence.some(({ status }) => status === 'verified');
}

/** Scales a row together with its programme, and gives the programme. */
function scaleProgrammed(table: PlanTable, row: number, indicator: Indicator): Programme {
  const columns: number[] = [];
  const amounts: number[] = [];
  for (const [column, { id }] of table.plan.periods.entries()) {
    const planned = indicator.reports.get(id)?.planned ?? null;
    if (planned === null) continue;
    columns.push(column);
    amounts.push(planned);
  }
  const scale = exactScaleOf(table, row, indicator, amounts);
  scaleRow(table, row, indicator, scale);
  return { row, columns, amounts: amounts.map((amount) => scaledOr(amount, scale)) };
}

/** The decimals at which all the row's numbers are integers; null when they are too long for it. */
function exactScaleOf(
  { values, periodIds }: PlanTable,
  row: number,
  indicator: Indicator,
  programmed?: readonly number[],
): number | null {
  const [from, to] = [row * periodIds.length, (row + 1) * periodIds.length];
  const [target, base] = [indicator.target ?? 0, baseOf(indicator)];
  if (!programmed) return exactScale(values, from, to, target, base);
  const all = [...values.subarray(from, to), ...programmed];
  return exactScale(all, 0, all.length, target, base);
}

function scaleRow(table: PlanTable, row: number, indicator: Indicator, scale: number | null): void {
  const { values, targets, powers, bases, exclusions, periodIds } = table;
  powers[row] = powerOfTen(scale ?? 0);
  bases[row] = scaledOr(baseOf(indicator), scale);
  targets[row] = exclusions[row] === 0 ? scaledOr(indicator.target ?? NaN, scale) - bases[row] : NaN;
  if (scale === null || scale === 0) return;
  const to = (row + 1) * periodIds.length;
  for (let cell = row * periodIds.length; cell < to; cell++) values[cell] = toScaled(values[cell]!, scale);
}

/** Numbers too long to be integers together stay as they are. */
function scaledOr(value: number, scale: number | null): number {
  return scale === null ? value : toScaled(value, scale);
}

function baseOf(indicator: Indicator): number {
  return isFromBaseline(indicator) ? (indicator.baseline ?? 0) : 0;
}

/** True for the accumulations that measure how far the last value has gone from the baseline. */
function isFromBaseline({ accumulation }: Indicator): boolean {
  return accumulation === 'capacity' || accumulation === 'reduction';
}

function accumulationsOf(
  indicators: readonly Indicator[],
): Pick<PlanTable, 'accumulations' | 'notSummedRows' | 'programmes'> {
  const accumulations = Uint8Array.from(indicators, ({ accumulation }) =>
    ACCUMULATIONS.indexOf(accumulation),
  );
  return {
    accumulations,
    notSummedRows: Uint32Array.from([...accumulations.keys()].filter((row) => accumulations[row] !== SUM)),
    programmes: [],
  };
}

/** Each different pair of dates once, and which of them each row has. */
function spansOf(indicators: readonly Indicator[]): Pick<PlanTable, 'spans' | 'spanOf'> {
  const places = new Map<string, number>();
  const spans: Span[] = [];
  const spanOf = Uint32Array.from(indicators, ({ start, end }) => {
    const key = `${start} ${end}`;
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, spans.length);
    const isReversed = start !== null && end !== null && end < start;
    const dayOf = (day: IsoDay | null): number => (day === null || isReversed ? NaN : dayNumber(day));
    return spans.push({ start: dayOf(start), end: dayOf(end) }) - 1;
  });
  return { spans, spanOf };
}

/** Not applicable in every period leaves N, and so does what has nothing to be divided by (domain.md A6.9). */
function exclusionOf(table: PlanTable, base: number, indicator: Indicator): number {
  return appliesInNone(table, base, indicator) ? NOT_APPLICABLE : targetExclusionOf(indicator);
}

/** True for a row that is not applicable in every period of its years, and holds nothing in any other. */
function appliesInNone({ kinds, plan }: PlanTable, base: number, indicator: Indicator): boolean {
  const { periods } = plan;
  let isSaid = false;
  for (let column = 0; column < periods.length; column++) {
    const kind = kinds[base + column];
    if (kind === NOT_APPLICABLE_KIND) isSaid = true;
    else if (kind !== NOT_REPORTED_KIND || isOfItsYears(indicator, periods[column]!)) return false;
  }
  return isSaid;
}

/** True where a period touches the years of an indicator's days; without days that can be, all are its years. */
function isOfItsYears({ start, end }: Indicator, period: ReportingPeriod): boolean {
  if (start !== null && end !== null && end < start) return true;
  const isBefore = start !== null && yearOf(period.end) < yearOf(start);
  return !isBefore && !(end !== null && yearOf(period.start) > yearOf(end));
}

function yearOf(day: IsoDay): string {
  return day.slice(0, 4);
}

/**
 * A target of 0 or none is no target (domain.md A6.1). Measured from a baseline, 0 is a target like another,
 * and the one that is no target is the baseline itself (domain.md A6.12).
 */
function targetExclusionOf(indicator: Indicator): number {
  const { target, baseline } = indicator;
  if (target === null) return NO_TARGET;
  if (!isFromBaseline(indicator)) return target === 0 ? NO_TARGET : 0;
  if (baseline === null) return NO_BASELINE;
  return target === baseline ? NO_TARGET : 0;
}

/** The dates of a row. */
export function spanAt(table: PlanTable, row: number): Span {
  return table.spans[table.spanOf[row] ?? -1] ?? NO_SPAN;
}

/** True where the cell of a row in a period holds a value. */
export function isValue(table: PlanTable, row: number, column: number): boolean {
  return table.kinds[row * table.periodIds.length + column] === VALUE;
}
