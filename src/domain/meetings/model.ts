import type { IsoDay } from '../isoDay';
import type { PeriodId } from '../calendar';
import type { Evidence, Report, ResponsibleParty } from '../report';
import { pointId } from './ids';
import type { MinutesFacts } from './minutes';
import type { AttendanceRole, ClockTime, SessionKind, SessionState, Signature } from './words';

/** Spanish *serie de mesas*: the sessions of one purpose, and the departments that they are to reach. */
export interface WorkshopSeries {
  readonly id: string;
  readonly name: string;
  readonly kind: SessionKind;
  readonly start: IsoDay | null;
  readonly end: IsoDay | null;
  readonly objective: string;
  readonly departments: readonly ResponsibleParty[];
  /** What every session of it talks about, in order: most departments answer for no row of the plan. */
  readonly topics: readonly Topic[];
  /** In order of day. */
  readonly sessions: readonly WorkshopSession[];
}

export interface Topic {
  readonly id: string;
  readonly name: string;
  /** What is looked for under it, such as the products that the policy asks for. */
  readonly guide: string;
}

export interface WorkshopSession {
  readonly id: string;
  readonly seriesId: string;
  readonly kind: SessionKind;
  /** As printed: a label, never a key. */
  readonly number: string;
  readonly department: ResponsibleParty | null;
  readonly state: SessionState;
  /** Somebody removed it while somebody else wrote in it: it stands until it is settled (merge.md 2.6). */
  readonly wasRemoved: boolean;
  readonly day: IsoDay | null;
  readonly start: ClockTime | null;
  readonly end: ClockTime | null;
  /** What is reported in it, chosen by a person; null while nobody has. */
  readonly period: PeriodId | null;
  readonly place: string;
  readonly objective: string;
  /** Spanish *convocatoria*: when and where one meets again. */
  readonly nextMeeting: string;
  /** What was written about points of the agenda, by their keys. */
  readonly points: ReadonlyMap<string, PointFields>;
  readonly attendance: readonly Attendance[];
  readonly commitments: readonly Commitment[];
  /** Photos and files of the session itself. */
  readonly evidence: readonly Evidence[];
  /** Why its acta is being corrected; empty while it is not. */
  readonly correction: string;
  /** Its actas, the first version first; a correction is another version. */
  readonly minutes: readonly Minutes[];
}

/** What is kept of a point of the agenda. Its key says what it is about: an indicator, a topic, or its own title. */
export interface PointFields {
  readonly pos: string;
  /** Of a point that somebody added; what another was about when it was opened, for when that is removed. */
  readonly title: string;
  /** Spanish *desarrollo*. */
  readonly discussion: string;
  readonly isDone: boolean;
  readonly isRemoved: boolean;
  /** What was reported of its row in this session, whatever is reported later; null where nothing was. */
  readonly said: SaidHere | null;
}

export interface SaidHere {
  readonly period: PeriodId;
  readonly report: Report;
}

export interface Attendance {
  readonly id: string;
  readonly person: Person;
  readonly role: AttendanceRole;
  readonly signature: Signature | null;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  /** Spanish *cargo*. */
  readonly role: string;
  readonly department: string;
}

/** What somebody will do by when (domain.md J4). */
export interface Commitment {
  readonly id: string;
  readonly sessionId: string;
  readonly what: string;
  readonly who: string;
  readonly due: IsoDay | null;
  /** The key of the point of the agenda that it comes from; empty where it comes from none. */
  readonly about: string;
  readonly outcome: Outcome | null;
  /** The session in which it was closed; empty where it was closed elsewhere. */
  readonly closedIn: string;
  /** The day on which it was closed; null where it is open, and where nobody kept it. */
  readonly closedOn: IsoDay | null;
  readonly evidence: readonly Evidence[];
}

/** A commitment that goes on from the plan of an earlier year. */
export interface CarriedCommitment extends Commitment {
  /** The series of this plan in which it is looked at; empty where any is. */
  readonly seriesId: string;
}

/** How a commitment was closed: with evidence, or with a justification. */
export type Outcome = { readonly k: 'fulfilled' } | { readonly k: 'justified'; readonly reason: string };

/** Spanish *acta*: what was frozen when the session closed. */
export interface Minutes {
  readonly id: string;
  readonly version: number;
  /** Why there is another version after the first. */
  readonly reason: string;
  /** False once it was opened again, to be corrected by another. */
  readonly isInForce: boolean;
  /** SHA-256 of the session, the version, its reason and the facts: what a signature of the acta signs. */
  readonly sha256: string;
  readonly facts: MinutesFacts;
  readonly signatures: readonly MinutesSignature[];
}

export interface MinutesSignature {
  readonly id: string;
  readonly personId: string;
  /** As they were when they signed. */
  readonly name: string;
  readonly position: string;
  readonly department: string;
  readonly signature: Signature;
  /** The hash of the version that was on the screen; another one is not signed by it. */
  readonly signedSha256: string;
}

/** All that is known of the meetings of a plan. */
export interface Meetings {
  readonly series: readonly WorkshopSeries[];
  /** Sessions whose series is not there: it was removed while somebody added them, or it did not arrive yet. */
  readonly strays: readonly WorkshopSession[];
  /** What was promised in the year before and is still to be kept: of no session of this plan. */
  readonly carried: readonly CarriedCommitment[];
  /** Everybody who was ever at one, by name. */
  readonly people: readonly Person[];
}

export const NO_MEETINGS: Meetings = { series: [], strays: [], carried: [], people: [] };

/** Every session, in order of day within its series. */
export function sessionsOf({ series, strays }: Meetings): readonly WorkshopSession[] {
  return [...series.flatMap(({ sessions }) => sessions), ...strays];
}

/** The ids of a session and of what was written in it: what is removed with it, and comes back with it. */
export function everythingOf({ id, points, attendance, commitments }: WorkshopSession): readonly string[] {
  const parts = [...attendance, ...commitments].map((part) => part.id);
  return [id, ...[...points.keys()].map((key) => pointId(id, key)), ...parts];
}

/** A session by its id; null for any other id. */
export function sessionOf(meetings: Meetings, id: string): WorkshopSession | null {
  return sessionsOf(meetings).find((session) => session.id === id) ?? null;
}

/** The series of a session. */
export function seriesOf({ series }: Meetings, { seriesId }: WorkshopSession): WorkshopSeries | null {
  return series.find(({ id }) => id === seriesId) ?? null;
}

/** The acta that stands: the last in force, else the last that was. Null where there is none yet. */
export function standingMinutes({ minutes }: WorkshopSession): Minutes | null {
  return minutes.findLast(({ isInForce }) => isInForce) ?? minutes.at(-1) ?? null;
}
