import type { PeriodId } from './calendar';
import { KINDS, NO_TARGET, NOT_APPLICABLE, NOT_APPLICABLE_KIND, VALUE } from './codes';
import { exactScale, powerOfTen, toScaled } from './decimal';
import { dayNumber } from './isoDay';
import type { IsoDay } from './isoDay';
import type { Indicator, PeriodValue, Plan } from './model';

const NO_SPAN: Span = { start: NaN, end: NaN };

/** First and last day as day numbers; NaN for none. Reversed dates are none: they are a finding. */
export interface Span {
  readonly start: number;
  readonly end: number;
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
  /** Scaled; NaN when the row is left out of N. */
  readonly targets: Float64Array;
  /** Where the first value of the row stands; the number of periods when it has none. */
  readonly firstValues: Uint16Array;
  /** 1 for `latest`, 0 for `sum`. */
  readonly isLatest: Uint8Array;
  readonly latestRows: Uint32Array;
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
    firstValues: new Uint16Array(size),
    ...accumulationsOf(plan.indicators),
    ...spansOf(plan.indicators),
    exclusions: new Uint8Array(size),
  };
  const verifiedCells: number[] = [];
  for (let row = 0; row < size; row++) fillRow(table, row, verifiedCells);
  return { ...table, verifiedCells: Uint32Array.from(verifiedCells) };
}

function fillRow(table: PlanTable, row: number, verifiedCells: number[]): void {
  const indicator = table.plan.indicators[row];
  if (!indicator) return;
  const width = table.periodIds.length;
  const base = row * width;
  table.firstValues[row] = width;
  for (let column = 0; column < width; column++) {
    const said = indicator.reports.get(table.periodIds[column]!);
    if (!said) continue;
    fillCell(table, row, column, said);
    if (isVerified(said)) verifiedCells.push(base + column);
  }
  const exclusion = exclusionOf(table, base, indicator);
  table.exclusions[row] = exclusion;
  scaleRow(table, row, indicator);
  if (exclusion !== 0) table.targets[row] = NaN;
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

function scaleRow(table: PlanTable, row: number, indicator: Indicator): void {
  const { values, targets, powers, periodIds } = table;
  const [from, to] = [row * periodIds.length, (row + 1) * periodIds.length];
  const target = indicator.target ?? NaN;
  const scale = exactScale(values, from, to, indicator.target ?? 0);
  powers[row] = powerOfTen(scale ?? 0);
  // Numbers too long to be integers together stay as they are, target and values alike.
  targets[row] = scale === null ? target : toScaled(target, scale);
  if (!scale) return;
  for (let cell = from; cell < to; cell++) values[cell] = toScaled(values[cell]!, scale);
}

function accumulationsOf(indicators: readonly Indicator[]): Pick<PlanTable, 'isLatest' | 'latestRows'> {
  const isLatest = Uint8Array.from(indicators, ({ accumulation }) => (accumulation === 'latest' ? 1 : 0));
  return {
    isLatest,
    latestRows: Uint32Array.from([...isLatest.keys()].filter((row) => isLatest[row] === 1)),
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

/** Not applicable in every period leaves N, and so does a target of 0 or none (domain.md A6.1, A6.9). */
function exclusionOf(table: PlanTable, base: number, indicator: Indicator): number {
  let cell = base;
  const to = base + table.periodIds.length;
  while (cell < to && table.kinds[cell] === NOT_APPLICABLE_KIND) cell++;
  if (cell > base && cell === to) return NOT_APPLICABLE;
  return indicator.target === null || indicator.target === 0 ? NO_TARGET : 0;
}

/** The dates of a row. */
export function spanAt(table: PlanTable, row: number): Span {
  return table.spans[table.spanOf[row] ?? -1] ?? NO_SPAN;
}

/** True where the cell of a row in a period holds a value. */
export function isValue(table: PlanTable, row: number, column: number): boolean {
  return table.kinds[row * table.periodIds.length + column] === VALUE;
}
