import { classify } from './bands';
import type { BandScheme } from './bands';
import {
  AHEAD,
  AVERAGE,
  BEHIND,
  CLASSES,
  DONE,
  DUE_SOON,
  NOT_STARTED,
  ON_TRACK,
  OVERDUE,
  RUNNING,
  SUM,
  VALUE,
} from './codes';
import { roundPercent } from './decimal';
import { dayNumber } from './isoDay';
import type { IsoDay } from './isoDay';
import type { Percent, Points } from './percent';
import type { PlanTable, Programme, Span } from './planTable';

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
  /** Percent that the programmed values ask for, by row, where an indicator has some (domain.md B). */
  readonly programmed: ReadonlyMap<number, Percent>;
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
  const counted = table.periodStarts.filter((start) => start <= cutDay).length;
  const evaluation: Evaluation = {
    table,
    cut,
    counted,
    raw: numbers.subarray(0, size),
    verified: numbers.subarray(size),
    expectedBySpan: Float64Array.from(spans, (span) => expectedIn(span, cutDay)),
    programmed: new Map(table.programmes.map((one) => [one.row, expectedOf(table, one, counted)])),
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

/**
 * Percent that the cut asks of a row: what its programmed values come to where it has some (domain.md B),
 * else its share of the days gone by. NaN with neither, or when the row is left out of N.
 */
export function expectedAt({ table, expectedBySpan, programmed }: Evaluation, row: number): Percent {
  if (table.exclusions[row] !== 0) return NaN;
  return programmed.get(row) ?? expectedBySpan[table.spanOf[row] ?? -1] ?? NaN;
}

/** Points of a row's capped percent less what is expected of it; NaN where there is no expected. */
export function lagAt(evaluation: Evaluation, row: number): Points {
  return roundPercent(cappedAt(evaluation, row) - expectedAt(evaluation, row));
}

/**
 * What a row has accumulated at the cut, in its target's unit: a sum, a mean, or the last value as it was
 * reported. NaN when nothing has been.
 */
export function accumulatedAt({ table, counted }: Evaluation, row: number): number {
  const isReported = (table.firstValues[row] ?? counted) < counted;
  if (!isReported) return NaN;
  const from = row * table.periodIds.length;
  const power = table.powers[row] ?? 1;
  const accumulation = table.accumulations[row];
  if (accumulation !== SUM && accumulation !== AVERAGE) return latest(table, from, counted) / power;
  const total = sum(table.values, from, from + counted);
  return accumulation === SUM ? total / power : total / (power * countValues(table, from, counted));
}

function fillRaw({ table, counted, raw }: Evaluation): void {
  const { size, values, targets, notSummedRows } = table;
  const width = table.periodIds.length;
  for (let row = 0; row < size; row++) {
    raw[row] = percentOf(sum(values, row * width, row * width + counted), targets[row]!);
  }
  for (const row of notSummedRows) raw[row] = notSummed(table, row, counted);
}

/** The percent of a row whose values are not simply added; 0 while nothing has been reported. */
function notSummed(table: PlanTable, row: number, counted: number): Percent {
  const { firstValues, accumulations, values, targets, periodIds } = table;
  const from = row * periodIds.length;
  if (firstValues[row]! >= counted) return percentOf(0, targets[row]!);
  if (accumulations[row] !== AVERAGE) return attained(table, row, 0, 1, latest(table, from, counted));
  return attained(table, row, sum(values, from, from + counted), countValues(table, from, counted), 0);
}

/** The percent that scaled values come to: their sum, how many they are, and the last of them. */
function attained(
  { accumulations, targets, bases }: PlanTable,
  row: number,
  total: number,
  many: number,
  last: number,
): Percent {
  const target = targets[row]!;
  if (accumulations[row] === SUM) return percentOf(total, target);
  // Only what was reported is averaged: nothing said is not a zero.
  if (accumulations[row] === AVERAGE) return percentOf(total, target * many);
  // From the baseline to the target, up or down, is one formula: both signs turn (domain.md B).
  return percentOf(last - bases[row]!, target);
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

function countValues(table: PlanTable, from: number, counted: number): number {
  let many = 0;
  for (let cell = from; cell < from + counted; cell++) if (table.kinds[cell] === VALUE) many++;
  return many;
}

/** Goes over the verified values alone, which stand row after row; the other rows keep their 0. */
function fillVerified({ table, counted, verified }: Evaluation): void {
  const { verifiedCells, values, accumulations, targets } = table;
  const width = table.periodIds.length;
  let row = -1;
  let total = 0;
  let many = 0;
  for (const cell of verifiedCells) {
    const its = Math.floor(cell / width);
    if (its !== row) total = many = 0;
    row = its;
    if (cell - row * width >= counted) continue;
    total += values[cell]!;
    many++;
    const isSum = accumulations[row] === SUM;
    const percent = isSum
      ? percentOf(total, targets[row]!)
      : attained(table, row, total, many, values[cell]!);
    verified[row] = cap(percent);
  }
}

function fillCodes(evaluation: Evaluation, cutDay: number): void {
  const { table, raw, verified, expectedBySpan, classes, states, paces } = evaluation;
  const { size, exclusions, spanOf } = table;
  const classOf = classCodes(table.plan.scheme);
  const isExact = table.plan.scheme.rounding === 'exact';
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
    classes[row] = classOf[isExact ? placeOf(cap(percent)) : Math.floor(cap(percent) + 0.5)]!;
    if (percent < 100) paces[row] = paceOf(cap(percent) - expectedBySpan[span]!, margin);
  }
  fillProgrammedPaces(evaluation, margin);
}

/** The pace of the few rows that follow a programme and not their days. */
function fillProgrammedPaces({ table, raw, states, paces, programmed }: Evaluation, margin: Points): void {
  for (const [row, expected] of programmed) {
    const hasPace = table.exclusions[row] === 0 && states[row] !== NOT_STARTED && raw[row]! < 100;
    if (hasPace) paces[row] = paceOf(cap(raw[row]!) - expected, margin);
  }
}

/**
 * What the programmed values through the cut come to, accumulated as the reported ones are: for a sum, what
 * was programmed so far over the target (domain.md B). A period counts whole once it begins (domain.md A6.9).
 */
function expectedOf(table: PlanTable, { row, columns, amounts }: Programme, counted: number): Percent {
  const through = amounts.filter((_, place) => columns[place]! < counted);
  const last = through.at(-1);
  if (last === undefined) return 0;
  const total = through.reduce((one, other) => one + other, 0);
  return cap(attained(table, row, total, through.length, last));
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

/** The class code of each whole percent from 0 to 100; without rounding, of what lies between them too. */
function classCodes(scheme: BandScheme): Uint8Array {
  const perPercent = scheme.rounding === 'exact' ? 2 : 1;
  return Uint8Array.from({ length: 100 * perPercent + 1 }, (_, place) =>
    CLASSES.indexOf(classify(place / perPercent, scheme)),
  );
}

/** The place of a percent among the class codes: bands meet at whole percents only. */
function placeOf(percent: Percent): number {
  return Math.floor(percent) + Math.ceil(percent);
}

/** From 0 to 100; NaN stays NaN (domain.md A6.2, A6.12). */
export function cap(percent: Percent): Percent {
  return Math.min(100, Math.max(0, percent));
}
