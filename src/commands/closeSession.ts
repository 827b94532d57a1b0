import { minutesFactsOf } from '../documents/minutesFacts';
import type { MinutesContext } from '../documents/minutesFacts';
import type { PeriodId } from '../domain/calendar';
import { measurementId } from '../domain/entities';
import type { MeetingCount } from '../domain/meetings/counts';
import { minutesEvidenceId, minutesId, pointId, reopenedField } from '../domain/meetings/ids';
import type { WorkshopSession } from '../domain/meetings/model';
import type { ClockTime } from '../domain/meetings/words';
import type { Plan } from '../domain/model';
import { failure } from '../domain/problem';
import type { Result } from '../domain/problem';
import { NOTHING_SAID } from '../domain/report';
import type { Report } from '../domain/report';
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
  readonly end: ClockTime;
  readonly context: MinutesContext;
  /** The counts that a person accepts, of those that the meetings give. */
  readonly accepted: readonly MeetingCount[];
  /** What the acta is called where it is cited as evidence of what it counts. */
  readonly citedAs: string;
  /** Why this is another version; empty for the first. */
  readonly reason: string;
  /** Why counts of a closed period come after its cut, where a person was asked. */
  readonly lateReason?: string | undefined;
  readonly seen: SeenOf;
}

/**
 * Closes a session: freezes its acta as another version, with its hash, records the counts that were accepted, and
 * cites the acta as their evidence. One commit, all or nothing. Refuses a session without a day, an end before the
 * start, and a correction without a reason.
 */
export async function closeSession(closing: Closing): Promise<Result<readonly Commit[]>> {
  const { copy, session, end, reason, seen } = closing;
  if (session.day === null) return failure({ code: 'dayNeeded' });
  if (session.start !== null && end < session.start) {
    return failure({ code: 'endBeforeStart', start: session.start, end });
  }
  const version = Math.max(0, ...session.minutes.map((one) => one.version)) + 1;
  if (version > 1 && reason.trim() === '') return failure({ code: 'reasonNeeded' });
  const edits = closingEdits(closing, version, (entity, field, value) => ({
    entity,
    field,
    value,
    seen: seen(entity, field),
  }));
  return changeSession(copy, session.id, edits, reason.trim() || closing.lateReason);
}

type MakeEdit = (entity: string, field: string, value: Json) => FieldEdit;

function closingEdits(closing: Closing, version: number, edit: MakeEdit): readonly FieldEdit[] {
  const { session, end, context, accepted, citedAs } = closing;
  const said = accepted.map(({ indicator, period, sessions }) => ({
    indicator: indicator.id,
    measurement: measurementId(indicator.id, period.id),
    period: period.id,
    report: { k: 'value', v: sessions.length } as const,
  }));
  const points = new Map(session.points);
  for (const { indicator, period, report } of said) {
    const written = points.get(indicator);
    if (written) points.set(indicator, { ...written, said: { period, report } });
  }
  const plan = said.reduce(withReport, context.plan);
  const facts = minutesFactsOf({ ...session, end, points }, { ...context, plan });
  const reason = closing.reason.trim();
  // The hash is of all that the acta is, and not of its facts alone: what signs it signs its version and its reason.
  const sha256 = sha256Hex(canonicalJson({ session: session.id, version, reason, facts }));
  const evidence = minutesEvidenceId(session.id, version);
  const serves = said.map(({ measurement }) => edit(evidence, `serves/${measurement}`, true));
  return [
    edit(minutesId(session.id, version, sha256), 'frozen', { facts: plain(facts), sha256, reason }),
    ...(session.end === end ? [] : [edit(session.id, 'end', end)]),
    ...said.map(({ measurement, report }) => edit(measurement, 'report', report)),
    ...said
      .filter(({ indicator }) => session.points.has(indicator))
      .map(({ indicator, period, report }) =>
        edit(pointId(session.id, indicator), 'said', { period, report }),
      ),
    ...(serves.length > 0 ? [edit(evidence, 'name', citedAs), ...serves] : []),
  ];
}

/** The plan with a report in it, as it will be once the session is closed. */
function withReport(
  plan: Plan,
  {
    indicator,
    period,
    report,
  }: { readonly indicator: string; readonly period: PeriodId; readonly report: Report },
): Plan {
  return {
    ...plan,
    indicators: plan.indicators.map((one) => {
      if (one.id !== indicator) return one;
      const there = one.reports.get(period) ?? NOTHING_SAID;
      const reports = new Map(one.reports).set(period, { ...there, report });
      return { ...one, reports };
    }),
  };
}

/** Opens a closed session again, to correct its acta: what stands stays, and closing makes another version. */
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
  const standing = session.minutes.filter(({ isInForce }) => isInForce);
  return changeSession(
    copy,
    session.id,
    [...standing.map(({ sha256 }) => edit(reopenedField(sha256), true)), edit('correction', reason.trim())],
    reason.trim(),
  );
}

/** Leaves an acta as it was before somebody began to correct it; what was written meanwhile stays written. */
export function leaveAsItWas(
  copy: string,
  session: WorkshopSession,
  seen: SeenOf,
): Promise<Result<readonly Commit[]>> {
  const last = Math.max(0, ...session.minutes.map(({ version }) => version));
  const edits = session.minutes
    .filter(({ version }) => version === last)
    .map(({ sha256 }) => reopenedField(sha256))
    .map((field) => ({ entity: session.id, field, value: false, seen: seen(session.id, field) }));
  const correction = {
    entity: session.id,
    field: 'correction',
    value: '',
    seen: seen(session.id, 'correction'),
  };
  return changeSession(copy, session.id, [...edits, correction]);
}

function plain(value: unknown): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}
