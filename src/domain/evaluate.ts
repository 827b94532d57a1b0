import { classify } from './bands';
import type { BandScheme } from './bands';
import {
  AHEAD,
  BEHIND,
  CLASSES,
  DONE,
  DUE_SOON,
  NOT_STARTED,
  ON_TRACK,
  OVERDUE,
  RUNNING,
  VALUE,
} from './codes';
import { roundPercent } from './decimal';
import { dayNumber } from './isoDay';
import type { IsoDay } from './isoDay';
import type { Percent, Points } from './percent';
import type { PlanTable, Span } from './planTable';

/**
 * Every figure of the plan at a cut, as columns with a row per indicator. NaN is "no figure".
 * Codes are places in the lists of `codes.ts`.
 */
export interface Evaluation {
  readonly table: PlanTable;
  readonly cut: IsoDay;
  /** How many periods count: those that begin on or before the cut (domain.md A6.9). */
  readonly counted: number;
  /** Percent as it comes out, beyond 100 or below 0 too; NaN when the row is left out of N. */
  readonly raw: Float64Array;
  /** Percent from 0 to 100 from values with verified evidence only (domain.md A6.10). */
  readonly verified: Float64Array;
  /** Percent that the days gone by ask for, by the span of the table; NaN without both dates. */
  readonly expectedBySpan: Float64Array;
  readonly classes: Uint8Array;
  readonly states: Uint8Array;
  readonly paces: Uint8Array;
}

/** Half of the ninth decimal: what the subtraction of two rounded percents may add. */
const NOISE = 5e-10;

/** Computes all figures of a plan at a cut, in one pass over its table (domain.md A6). */
export function evaluate(table: PlanTable, cut: IsoDay): Evaluation {
  const { size, spans } = table;
  const cutDay = dayNumber(cut);
  // Fresh memory costs as much as the arithmetic: what can be had from these columns has none of its own.
  const numbers = new Float64Array(size * 2);
  const codes = new Uint8Array(size * 3);
  const evaluation: Evaluation = {
    table,
    cut,
    counted: table.periodStarts.filter((start) => start <= cutDay).length,
    raw: numbers.subarray(0, size),
    verified: numbers.subarray(size),
    expectedBySpan: Float64Array.from(spans, (span) => expectedIn(span, cutDay)),
    classes: codes.subarray(0, size),
    states: codes.subarray(size, size * 2),
    paces: codes.subarray(size * 2),
  };
  fillRaw(evaluation);
  fillCodes(evaluation, cutDay);
  fillVerified(evaluation);
  return evaluation;
}

/** Percent from 0 to 100, as it enters averages and classes; NaN when the row is left out of N. */
export function cappedAt({ raw }: Evaluation, row: number): Percent {
  return cap(raw[row] ?? NaN);
}

/** Percent that the days gone by ask of a row; NaN without both dates, or when it is left out of N. */
export function expectedAt({ table, expectedBySpan }: Evaluation, row: number): Percent {
  return table.exclusions[row] === 0 ? (expectedBySpan[table.spanOf[row] ?? -1] ?? NaN) : NaN;
}

/** Points of a row's capped percent less what its days ask for; NaN where there is no expected. */
export function lagAt(evaluation: Evaluation, row: number): Points {
  return roundPercent(cappedAt(evaluation, row) - expectedAt(evaluation, row));
}

/** What a row has accumulated at the cut, in its target's unit; NaN when nothing has been reported. */
export function accumulatedAt({ table, counted }: Evaluation, row: number): number {
  const isReported = (table.firstValues[row] ?? counted) < counted;
  if (!isReported) return NaN;
  const from = row * table.periodIds.length;
  const isLatest = table.isLatest[row] === 1;
  const scaled = isLatest ? latest(table, from, counted) : sum(table.values, from, from + counted);
  return scaled / (table.powers[row] ?? 1);
}

function fillRaw({ table, counted, raw }: Evaluation): void {
  const { size, values, targets, latestRows } = table;
  const width = table.periodIds.length;
  for (let row = 0; row < size; row++) {
    raw[row] = percentOf(sum(values, row * width, row * width + counted), targets[row]!);
  }
  for (const row of latestRows) raw[row] = percentOf(latest(table, row * width, counted), targets[row]!);
}

function percentOf(scaled: number, target: number): Percent {
  return roundPercent((100 * scaled) / target);
}

/** Scaled, and therefore exact in any order: two sums side by side, as neither waits for the other. */
function sum(values: Float64Array, from: number, to: number): number {
  let even = 0;
  let odd = 0;
  let cell = from;
  for (; cell < to - 1; cell += 2) {
    even += values[cell]!;
    odd += values[cell + 1]!;
  }
  return cell < to ? even + odd + values[cell]! : even + odd;
}

/** The last value that counts, scaled; 0 when there is none. */
function latest(table: PlanTable, from: number, counted: number): number {
  for (let cell = from + counted - 1; cell >= from; cell--) {
    if (table.kinds[cell] === VALUE) return table.values[cell]!;
  }
  return 0;
}

/** Goes over the verified values alone, which stand row after row; the other rows keep their 0. */
function fillVerified({ table, counted, verified }: Evaluation): void {
  const { verifiedCells, values, targets, isLatest } = table;
  const width = table.periodIds.length;
  let row = -1;
  let total = 0;
  for (const cell of verifiedCells) {
    const its = Math.floor(cell / width);
    if (its !== row) total = 0;
    row = its;
    if (cell - row * width >= counted) continue;
    total = isLatest[row] === 1 ? values[cell]! : total + values[cell]!;
    verified[row] = cap(percentOf(total, targets[row]!));
  }
}

function fillCodes(evaluation: Evaluation, cutDay: number): void {
  const { table, raw, verified, expectedBySpan, classes, states, paces } = evaluation;
  const { size, exclusions, spanOf } = table;
  const classOf = classCodes(table.plan.scheme);
  // Of the percent, a state only asks whether it is 0, and whether it is 100 or more.
  const [atZero, midway, reached] = [0, 50, 100].map((percent) => statesOf(table, percent, cutDay)) as States;
  const margin = table.plan.paceTolerance + NOISE;
  for (let row = 0; row < size; row++) {
    if (exclusions[row] !== 0) {
      verified[row] = NaN;
      continue;
    }
    const percent = raw[row]!;
    const span = spanOf[row]!;
    const state = percent >= 100 ? reached[span]! : percent === 0 ? atZero[span]! : midway[span]!;
    states[row] = state;
    if (state === NOT_STARTED) continue;
    classes[row] = classOf[Math.floor(cap(percent) + 0.5)]!;
    if (percent < 100) paces[row] = paceOf(cap(percent) - expectedBySpan[span]!, margin);
  }
}

/** Linear over the days, both ends included, clipped (domain.md A5); NaN unless it has both. */
function expectedIn({ start, end }: Span, cutDay: number): Percent {
  return cap(percentOf(cutDay - start + 1, end - start + 1));
}

type States = [atZero: Uint8Array, midway: Uint8Array, reached: Uint8Array];

/** The state code of each span for a percent. */
function statesOf({ spans, plan }: PlanTable, percent: Percent, cutDay: number): Uint8Array {
  return Uint8Array.from(spans, (span) => stateIn(span, percent, cutDay, plan.dueSoonDays));
}

/** A missing date makes its comparison false; with neither date there is no state (domain.md A6.4). */
function stateIn({ start, end }: Span, percent: Percent, cutDay: number, dueSoonDays: number): number {
  if (Number.isNaN(start) && Number.isNaN(end)) return 0;
  if (cutDay < start && percent === 0) return NOT_STARTED;
  if (percent >= 100) return DONE;
  if (cutDay > end) return OVERDUE;
  return end - cutDay <= dueSoonDays ? DUE_SOON : RUNNING;
}

function paceOf(lag: Points, margin: Points): number {
  if (lag < -margin) return BEHIND;
  if (lag > margin) return AHEAD;
  return Number.isNaN(lag) ? 0 : ON_TRACK;
}

/** The class code of each whole percent from 0 to 100. */
function classCodes(scheme: BandScheme): Uint8Array {
  return Uint8Array.from({ length: 101 }, (_, whole) => CLASSES.indexOf(classify(whole, scheme)));
}

/** From 0 to 100; NaN stays NaN (domain.md A6.2, A6.12). */
export function cap(percent: Percent): Percent {
  return Math.min(100, Math.max(0, percent));
}
