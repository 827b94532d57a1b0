/** A civil day such as `2023-03-31`. It carries no clock and no time zone. */
export type IsoDay = `${number}-${number}-${number}`;

const DAY_MS = 86_400_000;
// Asked of every date of a plan, where parsing it as a moment in time would be felt.
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

/** Whole days since 1970-01-01, so that days can be subtracted and kept in typed arrays. */
export function dayNumber(day: IsoDay): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

/** The day that many days after 1970-01-01. */
export function dayFromNumber(days: number): IsoDay {
  return new Date(days * DAY_MS).toISOString().slice(0, 10) as IsoDay;
}

/** The day that many days later, or earlier when negative. */
export function addDays(day: IsoDay, days: number): IsoDay {
  return dayFromNumber(dayNumber(day) + days);
}

/** Builds a day from its parts; null when there is no such day, as 31 February. Month is 1 to 12. */
export function isoDay(year: number, month: number, day: number): IsoDay | null {
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  return isIsoDay(text) ? text : null;
}

/** True for a well-written day that exists in the calendar. */
export function isIsoDay(text: unknown): text is IsoDay {
  if (typeof text !== 'string' || !SHAPE.test(text)) return false;
  const day = Number(text.slice(8));
  return day >= 1 && day <= daysOf(Number(text.slice(0, 4)), Number(text.slice(5, 7)));
}

/** 0 for a month that the calendar does not have. */
function daysOf(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (DAYS[month - 1] ?? 0);
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
