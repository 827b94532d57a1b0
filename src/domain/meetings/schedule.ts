import { addDays, dayNumber } from '../isoDay';
import type { IsoDay } from '../isoDay';
import type { ResponsibleParty } from '../report';
import { isWorkingDay } from './holidays';
import type { WorkshopSeries, WorkshopSession } from './model';

/** How far a series has come, and what it still needs. */
export interface SeriesPace {
  readonly planned: number;
  readonly closed: number;
  readonly remaining: number;
  /** Whole weeks from a day to the end of the series, counting the one that has begun; null without an end. */
  readonly weeksLeft: number | null;
  /** Departments that the series is to reach and that have no session in it. */
  readonly without: readonly ResponsibleParty[];
}

/**
 * Days for so many sessions, in order, spread evenly over the working days from one day to another. Where there
 * are more sessions than days, some share one. None when there is no working day.
 */
export function proposeDays(from: IsoDay, to: IsoDay, howMany: number): readonly IsoDay[] {
  const days: IsoDay[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) days.push(day);
  if (days.length === 0) return [];
  return Array.from({ length: howMany }, (_, nth) => days[Math.floor((nth * days.length) / howMany)]!);
}

/** The pace of a series as of a day: "faltan 14 en 17 semanas", "4 dependencias sin mesa". */
export function paceOf({ sessions, departments, end }: WorkshopSeries, today: IsoDay): SeriesPace {
  const closed = sessions.filter(({ state }) => state === 'closed').length;
  const reached = new Set(sessions.map(({ department }) => department?.id));
  return {
    planned: sessions.length,
    closed,
    remaining: sessions.length - closed,
    weeksLeft: end === null ? null : Math.max(0, Math.ceil((dayNumber(end) - dayNumber(today) + 1) / 7)),
    without: departments.filter(({ id }) => !reached.has(id)),
  };
}

/** Whether another session of the series has the number of a session: two tablets that add one give both the next. */
export function repeatedNumbers({ sessions }: WorkshopSeries): (session: WorkshopSession) => boolean {
  const given = sessions.map(({ number }) => number.trim());
  const repeated = new Set(given.filter((number, at) => number !== '' && given.indexOf(number) < at));
  return ({ number }) => repeated.has(number.trim());
}
