import type { PeriodId } from '../calendar';
import { roundPercent, sumExact } from '../decimal';
import { groupingText } from '../grouping';
import type { Percent, Points } from '../percent';
import { NOT_REPORTED } from '../report';
import type { Report } from '../report';
import type { FrozenFigures, FrozenOverall, FrozenRow } from './model';

/** What moved between two sets of figures, and by how much. */
export interface CutComparison {
  readonly before: Percent | null;
  readonly after: Percent | null;
  /** Null where one of the two has no figure. */
  readonly difference: Points | null;
  /** The other figures of the plan that are not the same on both sides. */
  readonly others: readonly OverallMove[];
  /** False where the plan was rolled up otherwise: then no row gives points of the difference. */
  readonly isSameMethod: boolean;
  /** The rows that moved, those that explain the difference most first. */
  readonly moves: readonly RowMove[];
  /** Points of the difference that come of rows which did not move: others joined or left the mean. */
  readonly rest: Points | null;
}

/** One of the figures that stand beside the attainment of the plan. */
export interface OverallMove {
  readonly of: 'expected' | 'lag' | 'verified';
  readonly before: Percent | null;
  readonly after: Percent | null;
  readonly difference: Points | null;
}

export interface RowMove {
  readonly id: string;
  readonly kind: 'changed' | 'came' | 'went';
  /** Null of a row that came. */
  readonly before: FrozenRow | null;
  /** Null of a row that went. */
  readonly after: FrozenRow | null;
  /** Points of its capped attainment; null where it has none on one side. */
  readonly attainment: Points | null;
  /** Points of the overall difference that it explains. */
  readonly points: Points | null;
  readonly hasOtherClass: boolean;
  readonly values: readonly ValueMove[];
}

/** What was said of a period on each side. */
export interface ValueMove {
  readonly period: PeriodId;
  readonly before: Report;
  readonly after: Report;
}

type Side = 'before' | 'after';
type Differs = (before: FrozenRow, after: FrozenRow) => boolean;

/**
 * Compares two sets of figures, sealed or of today. Days go by between two cuts, so a state or a lag alone moves no
 * row; its attainment, verified or not, its class, target, exclusion and what was reported do.
 */
export function compareCuts(before: FrozenFigures, after: FrozenFigures): CutComparison {
  return compareBy(before, after, hasMoved);
}

/** The same of two sets of figures of one date: there a state, a pace or a lag that is another is a difference too. */
export function compareOnOneDate(before: FrozenFigures, after: FrozenFigures): CutComparison {
  return compareBy(
    before,
    after,
    (a, b) => hasMoved(a, b) || [a.state, a.pace, a.lag].some(isNot([b.state, b.pace, b.lag])),
  );
}

function compareBy(before: FrozenFigures, after: FrozenFigures, differs: Differs): CutComparison {
  const isSameMethod = methodText(before.overall) === methodText(after.overall);
  const difference = minus(after.overall.value, before.overall.value);
  const pairs = pairsOf(before.rows, after.rows);
  const moves = pairs.filter((pair) => !pair.before || !pair.after || differs(pair.before, pair.after));
  const isExplained = isSameMethod && difference !== null;
  const explained = sumExact(moves.map(pointsOf));
  return {
    before: before.overall.value,
    after: after.overall.value,
    difference,
    others: otherMoves(before.overall, after.overall),
    isSameMethod,
    moves: moves.map((pair) => moveOf(pair, isExplained)).sort(byWeight),
    rest: isExplained ? whatIsLeft(difference - explained) : null,
  };
}

function otherMoves(before: FrozenOverall, after: FrozenOverall): readonly OverallMove[] {
  return (['expected', 'lag', 'verified'] as const)
    .map((of) => ({
      of,
      before: before[of],
      after: after[of],
      difference: minus(after[of], before[of]),
    }))
    .filter((move) => move.before !== move.after);
}

interface Pair extends Readonly<Record<Side, FrozenRow | null>> {
  readonly id: string;
}

/** The rows of both sides, in the order of the later one; those that went come last. */
function pairsOf(before: readonly FrozenRow[], after: readonly FrozenRow[]): readonly Pair[] {
  const known = new Map(before.map((row) => [row.id, row]));
  const still = new Set(after.map(({ id }) => id));
  return [
    ...after.map((row) => ({ id: row.id, before: known.get(row.id) ?? null, after: row })),
    ...before.filter(({ id }) => !still.has(id)).map((row) => ({ id: row.id, before: row, after: null })),
  ];
}

function moveOf(pair: Pair, isExplained: boolean): RowMove {
  const { id, before, after } = pair;
  return {
    id,
    kind: kindOf(pair),
    before,
    after,
    attainment: minus(cappedIn(after), cappedIn(before)),
    points: isExplained ? roundPercent(pointsOf(pair)) : null,
    hasOtherClass: (before?.class ?? null) !== (after?.class ?? null),
    values: valueMoves(before, after),
  };
}

function kindOf({ before, after }: Pair): RowMove['kind'] {
  if (before === null) return 'came';
  return after === null ? 'went' : 'changed';
}

function cappedIn(row: FrozenRow | null): Percent | null {
  return row?.capped ?? null;
}

function pointsOf({ before, after }: Pair): Points {
  return roundPercent((after?.points ?? 0) - (before?.points ?? 0));
}

function valueMoves(before: FrozenRow | null, after: FrozenRow | null): readonly ValueMove[] {
  const [was, is] = [reportsOf(before), reportsOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .sort()
    .map((period) => ({
      period,
      before: was.get(period) ?? NOT_REPORTED,
      after: is.get(period) ?? NOT_REPORTED,
    }))
    .filter((move) => !isSameReport(move.before, move.after));
}

function reportsOf(row: FrozenRow | null): ReadonlyMap<PeriodId, Report> {
  return new Map(row?.reports.map(({ period, report }) => [period, report]));
}

function isSameReport(a: Report, b: Report): boolean {
  return a.k === b.k && (a.k !== 'value' || b.k !== 'value' || a.v === b.v);
}

function hasMoved(before: FrozenRow, after: FrozenRow): boolean {
  const told = ({ raw, class: its, target, exclusion }: FrozenRow) => [raw, its, target, exclusion];
  const isToldOtherwise = told(before).some(isNot(told(after))) || hasOtherVerified(before, after);
  return isToldOtherwise || valueMoves(before, after).length > 0;
}

/** An older cut does not say what was verified of a row. */
export function hasOtherVerified(before: FrozenRow, after: FrozenRow): boolean {
  return before.verified !== null && after.verified !== null && before.verified !== after.verified;
}

function isNot(others: readonly unknown[]): (one: unknown, place: number) => boolean {
  return (one, place) => one !== others[place];
}

function byWeight(a: RowMove, b: RowMove): number {
  const [points, attainment] = (['points', 'attainment'] as const).map(
    (of) => Math.abs(b[of] ?? 0) - Math.abs(a[of] ?? 0),
  );
  return points || attainment || 0;
}

function minus(one: Percent | null, other: Percent | null): Points | null {
  return one === null || other === null ? null : roundPercent(one - other);
}

/** Each row is rounded to nine decimals: many of them leave a trace that is no difference. */
function whatIsLeft(points: Points): Points {
  return Math.abs(points) < TRACE ? 0 : roundPercent(points);
}

const TRACE = 1e-4;

function methodText({ method, by }: FrozenOverall): string {
  return method === 'groupMean' ? `${method} ${groupingText(by)}` : method;
}
