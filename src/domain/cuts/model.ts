import type { BandScheme, ProgressClass } from '../bands';
import type { PeriodId } from '../calendar';
import type { ExclusionReason, Pace, ScheduleState } from '../codes';
import type { IsoDay } from '../isoDay';
import type { Percent, Points } from '../percent';
import type { Report, TargetUnit } from '../report';
import type { Grouping, RollupMethod } from '../ways';

/** Spanish *corte cerrado*: what a period came to, with the seal of all that was known then (merge.md 2). */
export interface ClosedCut extends Seal {
  readonly period: PeriodId;
  readonly date: IsoDay;
  readonly frozen: FrozenFigures;
}

/** Spanish *sello*: the commits that a cut was closed over. */
export interface Seal {
  /** The last commits of every device: the members are these and all that they follow. */
  readonly heads: readonly string[];
  /** Commits that some member follows and that had not arrived. */
  readonly without: readonly string[];
  readonly n: number;
  /** SHA-256 of the sorted ids of the members, as hex. */
  readonly seal: string;
}

/** The figures of a plan at a cut as plain JSON: whatever changes afterwards, they can be read and compared. */
export interface FrozenFigures {
  readonly overall: FrozenOverall;
  readonly scheme: Pick<BandScheme, 'id' | 'rounding'>;
  readonly classes: Readonly<Record<ProgressClass, number>>;
  readonly states: Readonly<Record<ScheduleState, number>>;
  /** What owed a report, with its periods, in the order of the plan. */
  readonly missing: readonly FrozenMissing[];
  /** In the order of the plan. */
  readonly rows: readonly FrozenRow[];
  readonly groups: Readonly<Record<FrozenGrouping, readonly FrozenGroup[]>>;
}

export interface FrozenOverall {
  readonly method: RollupMethod;
  readonly by: Grouping;
  /** Null when nothing was left to average. */
  readonly value: Percent | null;
  readonly n: number;
  readonly expected: Percent | null;
  readonly lag: Points | null;
  readonly verified: Percent | null;
}

export interface FrozenMissing {
  readonly id: string;
  readonly periods: readonly PeriodId[];
}

export type FrozenGrouping = 'item' | 'phva' | 'responsible';

export interface FrozenGroup {
  readonly id: string;
  /** As it was printed then: the number of an item, the name of a team; empty for what belonged to none. */
  readonly name: string;
  readonly value: Percent | null;
  readonly n: number;
}

/** One indicator as it stood at a cut. */
export interface FrozenRow {
  readonly id: string;
  /** The number and the name of its activity, and its deliverable. */
  readonly number: string;
  readonly name: string;
  readonly deliverable: string;
  readonly target: number | null;
  readonly targetUnit: TargetUnit;
  /** As it came out, and from 0 to 100; null where it was left out of N. */
  readonly raw: Percent | null;
  readonly capped: Percent | null;
  /** From verified values only; null where it was left out of N, and where an older cut did not keep it. */
  readonly verified: Percent | null;
  readonly class: ProgressClass | null;
  readonly state: ScheduleState | null;
  readonly pace: Pace | null;
  readonly lag: Points | null;
  readonly exclusion: ExclusionReason | null;
  /** The points of the overall figure that it gave: those of all rows add up to it. */
  readonly points: Points;
  /** What was said in each period up to the cut; nothing said is not kept. */
  readonly reports: readonly FrozenReport[];
}

export interface FrozenReport {
  readonly period: PeriodId;
  readonly report: Report;
}
