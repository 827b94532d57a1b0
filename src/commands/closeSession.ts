import { minutesFactsOf } from '../documents/minutesFacts';
import type { MinutesContext } from '../documents/minutesFacts';
import { measurementId } from '../domain/entities';
import { minutesId } from '../domain/meetings/ids';
import type { WorkshopSession } from '../domain/meetings/model';
import type { ClockTime } from '../domain/meetings/words';
import type { MeetingCount } from '../domain/meetings/counts';
import { failure } from '../domain/problem';
import type { Result } from '../domain/problem';
import type { Commit } from '../log/commit';
import { sha256Hex } from '../log/hash';
import { canonicalJson } from '../log/json';
import type { Json } from '../log/json';
import type { SeenOf } from './attendance';
import { changeSession } from './changeSession';
import type { FieldEdit } from './save';

export interface Closing {
  readonly copy: string;
  readonly session: WorkshopSession;
  readonly context: MinutesContext;
  readonly end: ClockTime;
  /** The counts that a person accepts, of those that the meetings give. */
  readonly accepted: readonly MeetingCount[];
  /** Why this is another version; empty for the first. */
  readonly reason: string;
  readonly seen: SeenOf;
}

/**
 * Closes a session: freezes its acta as another version, with its hash, and records the counts that were accepted.
 * One commit, all or nothing. Refuses an end before the start, and a correction without a reason.
 */
export async function closeSession(closing: Closing): Promise<Result<readonly Commit[]>> {
  const { copy, session, end, context, accepted, reason, seen } = closing;
  if (session.start !== null && end < session.start) {
    return failure({ code: 'endBeforeStart', start: session.start, end });
  }
  const version = (session.minutes.at(-1)?.version ?? 0) + 1;
  if (version > 1 && reason.trim() === '') return failure({ code: 'reasonNeeded' });
  const facts = minutesFactsOf({ ...session, end }, context);
  const frozen = { facts: plain(facts), sha256: sha256Hex(canonicalJson(facts)), reason: reason.trim() };
  const edit = (entity: string, field: string, value: Json): FieldEdit => ({
    entity,
    field,
    value,
    seen: seen(entity, field),
  });
  const counted = accepted.map(({ indicator, period, sessions }) =>
    edit(measurementId(indicator.id, period.id), 'report', { k: 'value', v: sessions.length }),
  );
  return changeSession(
    copy,
    session.id,
    [
      edit(minutesId(session.id, version), 'frozen', frozen),
      edit(session.id, 'state', 'closed'),
      ...(session.end === end ? [] : [edit(session.id, 'end', end)]),
      ...counted,
    ],
    reason.trim() || undefined,
  );
}

/** Opens a closed session again, to correct its acta: the version that stands stays, and closing makes another. */
export function correctMinutes(
  copy: string,
  session: WorkshopSession,
  reason: string,
  seen: SeenOf,
): Promise<Result<readonly Commit[]>> {
  const edit = (field: string, value: Json) => ({
    entity: session.id,
    field,
    value,
    seen: seen(session.id, field),
  });
  return changeSession(
    copy,
    session.id,
    [edit('state', 'open'), edit('correction', reason.trim())],
    reason.trim(),
  );
}

function plain(value: unknown): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}
