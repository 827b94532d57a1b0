import { addDays, dayNumber, isoDay } from './isoDay';
import type { IsoDay } from './isoDay';

/** A period is its days, never its label: `20230401-20230630` (merge.md 1). */
export type PeriodId = `${number}-${number}`;

/**
 * The reporting periods of a plan, from its first day to its last: spans of whole months, or, where `cuts`
 * has some, from one cut to the next. A plan of several years has the periods of all of them.
 */
export interface Calendar {
  readonly start: IsoDay;
  readonly end: IsoDay;
  readonly monthsPerPeriod: number;
  /** Last day of each period ("corte a 31 de julio"); what is left after the last one is a period too. */
  readonly cuts?: readonly IsoDay[];
}

export interface ReportingPeriod {
  readonly id: PeriodId;
  readonly start: IsoDay;
  readonly end: IsoDay;
  /** 1 for the first period of the calendar. */
  readonly ordinal: number;
}

/** The four quarters of a calendar year. */
export function quartersOf(year: number): Calendar {
  return yearsOf(year, year, 3);
}

/** From the first day of a year to the last of another, in periods of so many months. */
export function yearsOf(first: number, last: number, monthsPerPeriod: number): Calendar {
  return { start: `${first}-01-01`, end: `${last}-12-31`, monthsPerPeriod };
}

/** The periods in order; the last one is cut at the calendar's end. */
export function periodsOf(calendar: Calendar): readonly ReportingPeriod[] {
  const periods: ReportingPeriod[] = [];
  let start = calendar.start;
  while (start <= calendar.end) {
    const last = lastDayFrom(start, calendar);
    const end = last < calendar.end ? last : calendar.end;
    periods.push({ id: periodId(start, end), start, end, ordinal: periods.length + 1 });
    start = addDays(end, 1);
  }
  return periods;
}

/** The last day of the period that begins on a day. */
function lastDayFrom(start: IsoDay, { end, monthsPerPeriod, cuts = [] }: Calendar): IsoDay {
  if (cuts.length === 0) return addDays(firstDayAfterMonths(start, monthsPerPeriod), -1);
  return cuts.reduce((nearest, cut) => (cut >= start && cut < nearest ? cut : nearest), end);
}

/** The id that every tablet gives to the same days. */
function periodId(start: IsoDay, end: IsoDay): PeriodId {
  return `${compact(start)}-${compact(end)}` as PeriodId;
}

/** The period that holds a day; before the first it is the first, after the last the last. */
export function periodAt(periods: readonly ReportingPeriod[], day: IsoDay): ReportingPeriod | null {
  const started = periods.filter((period) => period.start <= day);
  return started.at(-1) ?? periods[0] ?? null;
}

/** How many of the periods count at a cut: those that begin on or before it (domain.md A6.9). */
export function periodsCounted(periods: readonly ReportingPeriod[], cut: IsoDay): number {
  return periods.filter((period) => dayNumber(period.start) <= dayNumber(cut)).length;
}

function firstDayAfterMonths(day: IsoDay, months: number): IsoDay {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const index = year * 12 + (month - 1) + Math.max(1, months);
  return isoDay(Math.floor(index / 12), (index % 12) + 1, 1) ?? day;
}

function compact(day: IsoDay): string {
  return day.replaceAll('-', '');
}
