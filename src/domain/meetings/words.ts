import { keysOf, textOf } from '../fields';

/** Spanish *mesa*, which ends in an acta, and *sensibilización*, which leaves attendance, a topic and a photo. */
export type SessionKind = 'workshop' | 'awareness';

export type SessionState = 'prepared' | 'open' | 'closed';

/** Hours and minutes of the room's clock: `09:05`. */
export type ClockTime = `${number}:${number}`;

export type AttendanceRole = 'attendee' | 'guest' | 'absentee';

/** Open until it is closed; overdue from the day after its own. */
export type CommitmentState = 'open' | 'overdue' | 'fulfilled' | 'justified';

/** Drawn on the glass, whose strokes are a file known by its hash, or signed on paper. */
export type Signature =
  { readonly k: 'drawn'; readonly sha256: string; readonly isSuppressed: boolean } | { readonly k: 'paper' };

export const SESSION_KINDS: readonly SessionKind[] = ['workshop', 'awareness'];
export const ROLES: readonly AttendanceRole[] = ['attendee', 'guest', 'absentee'];

/** True for an hour of the day as it is written: `09:05`. */
export function isClockTime(value: unknown): value is ClockTime {
  return typeof value === 'string' && /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(value);
}

/** An hour of the day; null when it is anything else. */
export function clockTimeOf(value: unknown): ClockTime | null {
  return isClockTime(value) ? value : null;
}

/** How a signature was made; null where there is none. Its strokes may have been taken away since. */
export function readSignature(value: unknown, isSuppressedSince = false): Signature | null {
  const { k, sha256, isSuppressed } = keysOf(value);
  if (k === 'paper') return { k };
  if (k !== 'drawn' || textOf(sha256) === '') return null;
  return { k, sha256: textOf(sha256), isSuppressed: isSuppressedSince || isSuppressed === true };
}
