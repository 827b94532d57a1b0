import type { PeriodId } from '../../domain/calendar';
import { measurementId } from '../../domain/entities';
import { reportIn } from '../../domain/model';
import type { Indicator, Report } from '../../domain/model';
import { success } from '../../domain/problem';
import { dropDraft, keepDraft } from '../../commands/keepDraft';
import { recordNote, recordProgress } from '../../commands/recordProgress';
import { openPlan } from '../../state/openPlan.svelte';
import { saveStatus } from '../../state/saveStatus.svelte';
import { TypedField } from '../../state/typedField.svelte';

/** One indicator in one period of one copy. */
export interface EntryPlace {
  readonly copy: string;
  readonly indicatorId: string;
  readonly period: PeriodId;
}

/** The report of a period being typed. `reasonFor` gives why a value goes down; without one it waits. */
export function reportField(
  place: EntryPlace,
  reasonFor: (report: Report) => { readonly isNeeded: boolean; readonly text: string },
): TypedField<Report> {
  const recorded = () => {
    const indicator = indicatorOf(place);
    return indicator ? reportIn(indicator, place.period) : ({ k: 'notReported' } as const);
  };
  return new TypedField<Report>({
    ...draftDoors(place, 'report'),
    recorded: () => ({ value: recorded(), seen: seenOf(place, 'report') }),
    mayCommit: (report) =>
      !isNegative(report) && (!reasonFor(report).isNeeded || reasonFor(report).text.trim() !== ''),
    commit: (report, seen) => {
      const { isNeeded, text } = reasonFor(report);
      const why = isNeeded ? text.trim() : undefined;
      return saveStatus.track(recordProgress({ ...place, seen }, report, why));
    },
  });
}

/** The remark, or the cause of the delay, of a period being typed. */
export function noteField(place: EntryPlace, field: 'remark' | 'delayCause'): TypedField<string> {
  return new TypedField<string>({
    ...draftDoors(place, field),
    recorded: () => ({
      value: indicatorOf(place)?.reports.get(place.period)?.[field] ?? '',
      seen: seenOf(place, field),
    }),
    mayCommit: () => true,
    commit: (text, seen) => saveStatus.track(recordNote({ ...place, seen }, field, text)),
  });
}

function draftDoors(place: EntryPlace, field: string) {
  const key = { copy: place.copy, entity: measurementId(place.indicatorId, place.period), field };
  return {
    keep: (value: Report | string, seen: ReturnType<typeof seenOf>) =>
      isNegative(value)
        ? Promise.resolve(success(null))
        : keepDraft({ ...key, value: typeof value === 'string' ? value : { ...value }, seen }),
    drop: () => dropDraft(key),
  };
}

/** A total below what was reported before: half typed, or wrong, and never to be kept. */
function isNegative(value: Report | string): boolean {
  return typeof value !== 'string' && value.k === 'value' && value.v < 0;
}

function indicatorOf({ indicatorId }: EntryPlace): Indicator | undefined {
  return openPlan.plan?.indicators.find(({ id }) => id === indicatorId);
}

function seenOf({ indicatorId, period }: EntryPlace, field: string) {
  return openPlan.seen(measurementId(indicatorId, period), field);
}
