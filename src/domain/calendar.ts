import { addDays, dayNumber, isoDay } from './isoDay';
import type { IsoDay } from './isoDay';

/** A period is its days, never its label: `20230401-20230630` (merge.md 1). */
export type PeriodId = `${number}-${number}`;

/** The reporting periods of a plan: spans of whole months from the first day to the last. */
export interface Calendar {
  readonly start: IsoDay;
  readonly end: IsoDay;
  readonly monthsPerPeriod: number;
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
  return { start: `${year}-01-01`, end: `${year}-12-31`, monthsPerPeriod: 3 };
}

/** The periods in order; the last one is cut at the calendar's end. */
export function periodsOf(calendar: Calendar): readonly ReportingPeriod[] {
  const periods: ReportingPeriod[] = [];
  let start = calendar.start;
  while (start <= calendar.end) {
    const next = firstDayAfterMonths(start, calendar.monthsPerPeriod);
    const last = addDays(next, -1);
    const end = last < calendar.end ? last : calendar.end;
    periods.push({ id: periodId(start, end), start, end, ordinal: periods.length + 1 });
    start = next;
  }
  return periods;
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
