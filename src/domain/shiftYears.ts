import type { Calendar } from './calendar';
import { isoDay } from './isoDay';
import type { IsoDay } from './isoDay';

/** The same day so many years later; the 29th of February is the 28th where the year has none. */
export function shiftDay(day: IsoDay, years: number): IsoDay {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number);
  return isoDay(year + years, month, dayOfMonth) ?? isoDay(year + years, month, dayOfMonth - 1) ?? day;
}

/** The same periods so many years later. One that ends with February ends with it there too. */
export function shiftCalendar(calendar: Calendar, years: number): Calendar {
  const { start, end, cuts } = calendar;
  return {
    ...calendar,
    start: shiftDay(start, years),
    end: shiftEnd(end, years),
    ...(cuts && { cuts: cuts.map((cut) => shiftEnd(cut, years)) }),
  };
}

/** The last day of a period: the last of February stays the last. */
function shiftEnd(day: IsoDay, years: number): IsoDay {
  if (!day.endsWith('-02-28')) return shiftDay(day, years);
  const year = Number(day.slice(0, 4));
  if (isoDay(year, 2, 29) !== null) return shiftDay(day, years);
  return isoDay(year + years, 2, 29) ?? shiftDay(day, years);
}

/** A text in which a year stands, of another year. */
export function renameYear(text: string, year: number, next: number): string {
  return text.replace(new RegExp(`(?<!\\d)${year}(?!\\d)`, 'g'), String(next));
}
