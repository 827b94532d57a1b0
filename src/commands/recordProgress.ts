import type { PeriodId } from '../domain/calendar';
import { measurementId } from '../domain/entities';
import type { Report } from '../domain/report';
import type { Result } from '../domain/problem';
import type { Commit, SeenHead } from '../log/commit';
import { save } from './save';
import type { About } from './save';

/** Where a report goes, and the heads the person saw there. */
export interface ReportPlace {
  readonly copy: string;
  readonly indicatorId: string;
  readonly period: PeriodId;
  readonly seen: readonly SeenHead[];
  /** The session in which it is reported; none outside of one. */
  readonly meeting?: string | undefined;
}

/** Records what was achieved in a period, or the kind of empty it is. `why` explains a decrease. */
export function recordProgress(
  { copy, indicatorId, period, seen, meeting }: ReportPlace,
  report: Report,
  why?: string,
): Promise<Result<readonly Commit[]>> {
  const edit = { entity: measurementId(indicatorId, period), field: 'report', value: { ...report }, seen };
  return save(copy, [edit], { ...inMeeting(meeting), ...(why ? { why } : {}) });
}

/** Records what is said about a period: its remark, or why it is late or what it waits for. */
export function recordNote(
  { copy, indicatorId, period, seen, meeting }: ReportPlace,
  field: 'remark' | 'delayCause',
  text: string,
): Promise<Result<readonly Commit[]>> {
  return save(
    copy,
    [{ entity: measurementId(indicatorId, period), field, value: text, seen }],
    inMeeting(meeting),
  );
}

function inMeeting(meeting: string | undefined): About {
  return meeting ? { in: meeting } : {};
}
