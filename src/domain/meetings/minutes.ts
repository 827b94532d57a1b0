import type { ReportingPeriod } from '../calendar';
import type { IsoDay } from '../isoDay';
import type { Percent } from '../percent';
import type { Report, TargetUnit } from '../report';
import type { AttendanceRole, ClockTime, CommitmentState, SessionKind, Signature } from './words';

/**
 * What an acta says, frozen when the session closes: its documents are made from this and from nothing else, so that
 * what changes in the plan afterwards never changes it. In the order of GTC 185 (domain.md B).
 */
export interface MinutesFacts {
  readonly entityName: string;
  readonly nit: string;
  readonly planTitle: string;
  readonly form: { readonly code: string; readonly version: string };
  readonly logo: string | null;
  readonly kind: SessionKind;
  readonly seriesName: string;
  readonly number: string;
  readonly department: string;
  readonly day: IsoDay | null;
  readonly start: ClockTime | null;
  readonly end: ClockTime | null;
  readonly place: string;
  readonly objective: string;
  readonly people: readonly MinutesPerson[];
  readonly points: readonly MinutesPoint[];
  readonly commitments: readonly MinutesCommitment[];
  readonly nextMeeting: string;
  readonly annexes: readonly MinutesAnnex[];
  /** Spanish *transcriptor*: who wrote it. */
  readonly writtenBy: string;
}

export interface MinutesPerson {
  readonly id: string;
  readonly role: AttendanceRole;
  readonly name: string;
  readonly position: string;
  readonly department: string;
  /** Under the attendance, not under the acta. */
  readonly signature: Signature | null;
}

export interface MinutesPoint {
  /** What it is about, so that the same point of another version is found. */
  readonly key: string;
  readonly title: string;
  readonly discussion: string;
  readonly progress: MinutesProgress | null;
  /** Commitments of before that were looked at, and how they stand. */
  readonly reviewed: readonly (MinutesCommitment & {
    readonly state: CommitmentState;
    readonly reason: string;
  })[];
}

/** What was reported of an indicator, and what it did to its result. */
export interface MinutesProgress {
  readonly period: ReportingPeriod;
  readonly report: Report;
  /** False where it had been reported before, and this session only looked at it. */
  readonly isSaidHere: boolean;
  readonly unit: TargetUnit;
  readonly unitName: string;
  readonly target: number | null;
  readonly before: Percent | null;
  readonly after: Percent | null;
  readonly remark: string;
  readonly delayCause: string;
  readonly evidence: readonly string[];
}

export interface MinutesCommitment {
  readonly what: string;
  readonly who: string;
  readonly due: IsoDay | null;
  /** The key of the point that it comes from; empty where it comes from none. */
  readonly about: string;
}

export interface MinutesAnnex {
  readonly name: string;
  /** Of the file's bytes; null where a document was only cited. */
  readonly sha256: string | null;
}
