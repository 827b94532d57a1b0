import type { PeriodId } from '../domain/calendar';
import type { IsoDay } from '../domain/isoDay';
import type { AgendaPoint } from '../domain/meetings/agenda';
import { pointId } from '../domain/meetings/ids';
import type { WorkshopSession } from '../domain/meetings/model';
import { positionsBetween } from '../domain/order';
import type { Result } from '../domain/problem';
import type { Commit } from '../log/commit';
import type { Json } from '../log/json';
import type { SeenOf } from './attendance';
import { changeSession } from './changeSession';
import { chance, nowTime, today } from './clock';

/** What is said when a session opens. */
export interface Opening {
  readonly day: IsoDay;
  /** What it reports. */
  readonly period: PeriodId | null;
  /** What each point of its agenda is called. */
  readonly titleOf: (point: AgendaPoint) => string;
}

/**
 * Opens a session: it begins now, and its agenda keeps the order it has. Two tablets that open it give every
 * point the same name, so that they go on in one agenda.
 */
export function openSession(
  copy: string,
  session: WorkshopSession,
  agenda: readonly AgendaPoint[],
  { day, period, titleOf }: Opening,
  seen: SeenOf,
): Promise<Result<readonly Commit[]>> {
  const edit = (entity: string, field: string, value: Json) => ({
    entity,
    field,
    value,
    seen: seen(entity, field),
  });
  const places = positionsBetween('', '', agenda.length, chance);
  return changeSession(copy, session.id, [
    edit(session.id, 'state', 'open'),
    ...(session.day === day ? [] : [edit(session.id, 'day', day)]),
    // Of one that is written down on another day, the hour is that of its plan until somebody says otherwise.
    ...(day === today() ? [edit(session.id, 'start', nowTime())] : []),
    ...(session.period === null && period !== null ? [edit(session.id, 'period', period)] : []),
    // A topic or a row may be taken away while one meets: the point keeps its name.
    ...agenda.flatMap((point, at) => [
      edit(pointId(session.id, point.key), 'pos', places[at] ?? ''),
      edit(pointId(session.id, point.key), 'title', titleOf(point)),
    ]),
  ]);
}
