import type { PeriodId } from '../../domain/calendar';
import { measurementId } from '../../domain/entities';
import { pointId } from '../../domain/meetings/ids';
import { reportIn } from '../../domain/model';
import type { Indicator } from '../../domain/model';
import type { Report } from '../../domain/report';
import { recordNote, recordProgress } from '../../commands/recordProgress';
import { openPlan } from '../../state/openPlan.svelte';
import { TypedField } from '../../state/typedField.svelte';
import { draftDoors } from '../plan/draftDoors';

const SEEN_MS = 1000;

/** One indicator in one period of one copy. */
export interface EntryPlace {
  readonly copy: string;
  readonly indicatorId: string;
  readonly period: PeriodId;
  /** The session in which it is reported; none outside of one. */
  readonly meeting?: string | undefined;
}

/** What is asked about a value before it is recorded. */
export interface Questions {
  /** The field shows something that is no value: nothing of it is recorded. */
  readonly isUnreadable: boolean;
  /** The value looks like a running total, or is far beyond the target; leaving takes it as it is. */
  readonly isSuspect: boolean;
  /** The value goes down, or its period is closed: it needs to say why. */
  readonly needsReason: boolean;
  readonly reason: string;
  /** Said to be whole. One that is still being written is taken only on leaving. */
  readonly isReasonGiven: boolean;
}

/** The report of a period being typed. */
export function reportField(place: EntryPlace, ask: (report: Report) => Questions): TypedField<Report> {
  const recorded = (): Report => {
    const indicator = indicatorOf(place);
    return indicator ? reportIn(indicator, place.period) : { k: 'notReported' };
  };
  return new TypedField<Report>({
    ...draftDoors<Report>(placeOf(place, 'report')),
    // In a meeting the room sees it on the wall.
    ...(place.meeting !== undefined && { restMs: SEEN_MS }),
    recorded: () => ({ value: recorded(), seen: seenOf(place, 'report') }),
    mayKeep: (report) => !ask(report).isUnreadable,
    mayCommit: (report, isLeaving) => {
      const asked = ask(report);
      if (asked.isUnreadable || !isAnswered(asked, isLeaving)) return false;
      return isLeaving || !asked.isSuspect;
    },
    // A draft does not hold its reason.
    mayResume: (report) => !ask(report).isUnreadable && !ask(report).needsReason,
    commit: (report, seen) => {
      const { needsReason, reason } = ask(report);
      return recordProgress(
        { ...place, seen, saidSeen: saidSeenOf(place) },
        report,
        needsReason ? reason.trim() : undefined,
      );
    },
  });
}

/** The remark, or the cause of the delay, of a period being typed; it waits while its reason is asked. */
export function noteField(
  place: EntryPlace,
  field: 'remark' | 'delayCause',
  ask: () => Reasoned,
): TypedField<string> {
  return new TypedField<string>({
    ...draftDoors<string>(placeOf(place, field)),
    recorded: () => ({
      value: indicatorOf(place)?.reports.get(place.period)?.[field] ?? '',
      seen: seenOf(place, field),
    }),
    mayKeep: () => true,
    mayCommit: (_text, isLeaving) => isAnswered(ask(), isLeaving),
    mayResume: () => !ask().needsReason,
    commit: (text, seen) => {
      const { needsReason, reason } = ask();
      return recordNote({ ...place, seen }, field, text, needsReason ? reason.trim() : undefined);
    },
  });
}

type Reasoned = Pick<Questions, 'needsReason' | 'reason' | 'isReasonGiven'>;

function isAnswered({ needsReason, reason, isReasonGiven }: Reasoned, isLeaving: boolean): boolean {
  return !needsReason || (reason.trim() !== '' && (isReasonGiven || isLeaving));
}

function placeOf({ copy, indicatorId, period }: EntryPlace, field: string) {
  return { copy, entity: measurementId(indicatorId, period), field };
}

function indicatorOf({ indicatorId }: EntryPlace): Indicator | undefined {
  return openPlan.plan?.indicators.find(({ id }) => id === indicatorId);
}

function seenOf({ indicatorId, period }: EntryPlace, field: string) {
  return openPlan.seen(measurementId(indicatorId, period), field);
}

function saidSeenOf({ meeting, indicatorId }: EntryPlace) {
  return meeting === undefined ? [] : openPlan.seen(pointId(meeting, indicatorId), 'said');
}
