import type { ProgressClass } from './bands';
import type { Report } from './report';
import type { Accumulation } from './ways';

/** By date; null when the indicator has no dates or does not count (domain.md A6.4). */
export type ScheduleState = 'notStarted' | 'running' | 'dueSoon' | 'overdue' | 'done';
/** Spanish *ritmo*: lag against the plan's tolerance (domain.md A6.4). */
export type Pace = 'behind' | 'onTrack' | 'ahead';
/** Why an indicator is left out of N; `noWeight` of a weighted mean alone (domain.md A6.1, A6.9, A6.12). */
export type ExclusionReason = 'noTarget' | 'notApplicable' | 'noBaseline' | 'noWeight';

// The words behind the numbers in the typed arrays: a code is a place in its list, and 0 is "none".
export const CLASSES: readonly (ProgressClass | null)[] = [null, 'critical', 'inProgress', 'finished'];
export const STATES: readonly (ScheduleState | null)[] = [
  null,
  'notStarted',
  'running',
  'dueSoon',
  'overdue',
  'done',
];
export const PACES: readonly (Pace | null)[] = [null, 'behind', 'onTrack', 'ahead'];
export const EXCLUSIONS: readonly (ExclusionReason | null)[] = [
  null,
  'noTarget',
  'notApplicable',
  'noBaseline',
];
export const ACCUMULATIONS: readonly Accumulation[] = ['sum', 'latest', 'average', 'capacity', 'reduction'];
export const KINDS: readonly Report['k'][] = ['notReported', 'value', 'notScheduled', 'notApplicable'];

export const VALUE = KINDS.indexOf('value');
export const SUM = ACCUMULATIONS.indexOf('sum');
export const AVERAGE = ACCUMULATIONS.indexOf('average');

export const NOT_REPORTED_KIND = KINDS.indexOf('notReported');
export const NOT_APPLICABLE_KIND = KINDS.indexOf('notApplicable');

export const NOT_STARTED = STATES.indexOf('notStarted');
export const RUNNING = STATES.indexOf('running');
export const DUE_SOON = STATES.indexOf('dueSoon');
export const OVERDUE = STATES.indexOf('overdue');
export const DONE = STATES.indexOf('done');

export const BEHIND = PACES.indexOf('behind');
export const ON_TRACK = PACES.indexOf('onTrack');
export const AHEAD = PACES.indexOf('ahead');

export const NO_TARGET = EXCLUSIONS.indexOf('noTarget');
export const NO_BASELINE = EXCLUSIONS.indexOf('noBaseline');
export const NOT_APPLICABLE = EXCLUSIONS.indexOf('notApplicable');

/** The word behind a code; null for 0 and for a code that no list has. */
export function wordOf<T>(words: readonly (T | null)[], code: number | undefined): T | null {
  return code === undefined ? null : (words[code] ?? null);
}
