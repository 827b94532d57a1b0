import type { PeriodId } from '../domain/calendar';
import { measurementId } from '../domain/entities';
import { pointId } from '../domain/meetings/ids';
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
  /** The heads seen of what was said of it in that session. */
  readonly saidSeen?: readonly SeenHead[];
}

/**
 * Records what was achieved in a period, or the kind of empty it is. `why` explains a decrease, or a value that comes after
 * the period was closed, which is refused without it. In a session the point
 * of its agenda keeps what was said there, whatever is reported later.
 */
export function recordProgress(
  { copy, indicatorId, period, seen, meeting, saidSeen = [] }: ReportPlace,
  report: Report,
  why?: string,
): Promise<Result<readonly Commit[]>> {
  const value = { ...report };
  const edit = { entity: measurementId(indicatorId, period), field: 'report', value, seen };
  const said =
    meeting === undefined
      ? []
      : [
          {
            entity: pointId(meeting, indicatorId),
            field: 'said',
            value: { period, report: value },
            seen: saidSeen,
          },
        ];
  return save(copy, [edit, ...said], { ...inMeeting(meeting), ...(why ? { why } : {}) });
}

/** Records what is said about a period: its remark, or why it is late or what it waits for; with `why` once the period is closed. */
export function recordNote(
  { copy, indicatorId, period, seen, meeting }: ReportPlace,
  field: 'remark' | 'delayCause',
  text: string,
  why?: string,
): Promise<Result<readonly Commit[]>> {
  return save(copy, [{ entity: measurementId(indicatorId, period), field, value: text, seen }], {
    ...inMeeting(meeting),
    ...(why ? { why } : {}),
  });
}

function inMeeting(meeting: string | undefined): About {
  return meeting ? { in: meeting } : {};
}
