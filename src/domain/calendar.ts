import { addDays, dayNumber, isIsoDay, isoDay } from './isoDay';
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
  let start: IsoDay | null = calendar.start;
  while (start !== null && start <= calendar.end) {
    const last = lastDayFrom(start, calendar);
    const end: IsoDay = last < calendar.end ? last : calendar.end;
    periods.push({ id: periodId(start, end), start, end, ordinal: periods.length + 1 });
    start = end < calendar.end ? addDays(end, 1) : null;
  }
  return periods;
}

/** More than these is a date mistyped, and no plan. */
export const MAX_PERIODS = 600;

/** Why a plan cannot report by a calendar. */
export type CalendarFlaw =
  | { readonly code: 'endBeforeStart' }
  | { readonly code: 'tooManyPeriods'; readonly periods: number; readonly most: number };

/** What is wrong with a calendar; null when a plan can report by it. */
export function calendarFlaw(calendar: Calendar): CalendarFlaw | null {
  const periods = countPeriods(calendar);
  if (periods === 0) return { code: 'endBeforeStart' };
  return periods > MAX_PERIODS ? { code: 'tooManyPeriods', periods, most: MAX_PERIODS } : null;
}

/** How many periods a calendar comes to, without making them; 0 when it ends before it starts. */
export function countPeriods({ start, end, monthsPerPeriod, cuts = [] }: Calendar): number {
  if (end < start) return 0;
  if (cuts.length > 0) return new Set(cuts.filter((cut) => cut >= start && cut < end)).size + 1;
  return Math.ceil((monthIndex(end) - monthIndex(start) + 1) / Math.max(1, monthsPerPeriod));
}

/** A whole month, quarter, semester... of a civil year. */
export interface CivilSpan {
  readonly year: number;
  readonly months: number;
  /** 1 for the first of its kind in the civil year. */
  readonly ordinal: number;
}

/** The civil quarter, semester, month... that a period is, or null when it only happens to be as long. */
export function civilSpan({ start, end }: ReportingPeriod, { monthsPerPeriod }: Calendar): CivilSpan | null {
  const [year = 0, month = 1, dayOfMonth = 1] = start.split('-').map(Number);
  const isWhole = 12 % monthsPerPeriod === 0 && dayOfMonth === 1 && (month - 1) % monthsPerPeriod === 0;
  const next = isWhole ? firstDayAfterMonths(start, monthsPerPeriod) : null;
  if (next === null || addDays(next, -1) !== end) return null;
  return { year, months: monthsPerPeriod, ordinal: (month - 1) / monthsPerPeriod + 1 };
}

/** The last day of the period that begins on a day. */
function lastDayFrom(start: IsoDay, { end, monthsPerPeriod, cuts = [] }: Calendar): IsoDay {
  if (cuts.length === 0) {
    const next = firstDayAfterMonths(start, monthsPerPeriod);
    return next === null ? end : addDays(next, -1);
  }
  return cuts.reduce((nearest, cut) => (cut >= start && cut < nearest ? cut : nearest), end);
}

/** The id that every tablet gives to the same days. */
function periodId(start: IsoDay, end: IsoDay): PeriodId {
  return `${compact(start)}-${compact(end)}` as PeriodId;
}

/** The days that an id says, also of a period that the plan does not have; null where it says none. */
export function periodDays(id: PeriodId): Pick<ReportingPeriod, 'start' | 'end'> | null {
  const [start, end] = id.split('-').map((day) => day.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3'));
  return isIsoDay(start) && isIsoDay(end) ? { start, end } : null;
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

/** Null beyond the days that can be written. */
function firstDayAfterMonths(day: IsoDay, months: number): IsoDay | null {
  const index = monthIndex(day) + Math.max(1, months);
  return isoDay(Math.floor(index / 12), (index % 12) + 1, 1);
}

/** Months since January of year 0. */
function monthIndex(day: IsoDay): number {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return year * 12 + (month - 1);
}

function compact(day: IsoDay): string {
  return day.replaceAll('-', '');
}
