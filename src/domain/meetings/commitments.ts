import { compare } from '../compare';
import type { IsoDay } from '../isoDay';
import { seriesOf, sessionsOf } from './model';
import type { Commitment, Meetings, Outcome, WorkshopSession } from './model';
import type { CommitmentState } from './words';

/** How a commitment stands on a day (domain.md J4). */
export function commitmentState({ outcome, due }: Commitment, today: IsoDay): CommitmentState {
  if (outcome) return outcome.k;
  return due !== null && due < today ? 'overdue' : 'open';
}

/** What was promised in a session. Somebody who began one and did not say what promised nothing. */
export function madeIn({ commitments }: Pick<WorkshopSession, 'commitments'>): readonly Commitment[] {
  return commitments.filter(({ what }) => what.trim() !== '');
}

/** Every commitment of a plan, as it needs attention: overdue first, then by their day, and what is closed last. */
export function allCommitments(meetings: Meetings, today: IsoDay): readonly Commitment[] {
  return [...everyCommitment(meetings)].sort(byUrgency(today));
}

/** Those of every session, and those that go on from an earlier year. */
export function everyCommitment(meetings: Meetings): readonly Commitment[] {
  return [...sessionsOf(meetings).flatMap(madeIn), ...madeIn({ commitments: meetings.carried })];
}

/** What a session looks at of an earlier year: what its own series goes on with, and what is of none that does. */
function carriedInto({ carried, series }: Meetings, { seriesId }: WorkshopSession): readonly Commitment[] {
  const known = new Set(series.map(({ id }) => id));
  return madeIn({
    commitments: carried.filter((one) => !known.has(one.seriesId) || one.seriesId === seriesId),
  });
}

/**
 * What is written when a commitment is closed: how, on what day, and in what session. One that is closed outside of
 * any is stamped with none.
 */
export function outcomeOf(outcome: Outcome, closing: string, on: IsoDay): Readonly<Record<string, string>> {
  return { ...outcome, ...(closing === '' ? {} : { in: closing }), on };
}

/**
 * What a session has to look at first: what earlier sessions of its series left open, that of its own department
 * before the rest. It returns until it is closed.
 */
export function commitmentsToReview(
  meetings: Meetings,
  session: WorkshopSession,
  today: IsoDay,
): readonly Commitment[] {
  const earlier = earlierThan(session, meetings);
  const isOwn = ({ sessionId, who }: Commitment) =>
    earlier.some(({ id, department }) => id === sessionId && department?.id === session.department?.id) ||
    (session.department !== null && who === session.department.name);
  return [...earlier.flatMap(madeIn), ...carriedInto(meetings, session)]
    .filter(({ outcome }) => outcome === null)
    .sort(byUrgency(today))
    .sort((a, b) => Number(isOwn(b)) - Number(isOwn(a)));
}

/** What a session looked at of before: what it closed, what was closed since the one before it, and what goes on. */
export function reviewedIn(
  meetings: Meetings,
  session: WorkshopSession,
  today: IsoDay,
): readonly Commitment[] {
  const closedHere = everyCommitment(meetings).filter(
    ({ closedIn, sessionId }) => closedIn === session.id && sessionId !== session.id,
  );
  return [
    ...closedHere,
    ...closedSince(meetings, session, today),
    ...commitmentsToReview(meetings, session, today),
  ];
}

/** What was closed outside of any session from the day of the one before: nobody has told it in a session yet. */
function closedSince(meetings: Meetings, session: WorkshopSession, today: IsoDay): readonly Commitment[] {
  const earlier = earlierThan(session, meetings);
  const from = earlier.map(({ day }) => day ?? '').reduce((last, day) => (day > last ? day : last), '');
  const to = session.state === 'prepared' ? today : (session.day ?? today);
  return [...earlier.flatMap(madeIn), ...carriedInto(meetings, session)].filter(
    ({ outcome, closedIn, closedOn }) =>
      outcome !== null && closedIn === '' && closedOn !== null && from <= closedOn && closedOn <= to,
  );
}

function earlierThan(session: WorkshopSession, meetings: Meetings): readonly WorkshopSession[] {
  return (seriesOf(meetings, session)?.sessions ?? []).filter((one) => isBefore(one, session));
}

/** What is prepared comes after all that met; the rest by day and, on one day, by hour. */
function isBefore(one: WorkshopSession, session: WorkshopSession): boolean {
  if (one.state === 'prepared') return false;
  return session.state === 'prepared' || compare(momentOf(one), momentOf(session)) < 0;
}

function momentOf({ day, start }: WorkshopSession): string {
  return `${day ?? ''} ${start ?? ''}`;
}

const TURN: Readonly<Record<CommitmentState, number>> = { overdue: 0, open: 1, fulfilled: 2, justified: 2 };

function byUrgency(today: IsoDay) {
  return (a: Commitment, b: Commitment): number =>
    TURN[commitmentState(a, today)] - TURN[commitmentState(b, today)] ||
    compare(a.due ?? '9', b.due ?? '9') ||
    compare(a.id, b.id);
}
