import { addDays, dayNumber, isoDay } from '../isoDay';
import type { IsoDay } from '../isoDay';

/** Month and day of the holidays that stay where they fall (Ley 51 de 1983). */
const FIXED = [
  [1, 1],
  [5, 1],
  [7, 20],
  [8, 7],
  [12, 8],
  [12, 25],
] as const;
/** Those that move to the Monday after. */
const MOVED = [
  [1, 6],
  [3, 19],
  [6, 29],
  [8, 15],
  [10, 12],
  [11, 1],
  [11, 11],
] as const;
/** Days from Easter Sunday; the last three are on Mondays already. */
const FROM_EASTER = [-3, -2, 43, 64, 71] as const;

/** The holidays of Colombia in a year, as Ley 51 de 1983 sets them. */
export function holidaysOf(year: number): ReadonlySet<IsoDay> {
  const easter = easterOf(year);
  return new Set([
    ...FIXED.map(([month, day]) => dayOf(year, month, day)),
    ...MOVED.map(([month, day]) => mondayFrom(dayOf(year, month, day))),
    ...FROM_EASTER.map((days) => addDays(easter, days)),
  ]);
}

/** True for a day on which offices open: neither a weekend nor a holiday. */
export function isWorkingDay(day: IsoDay): boolean {
  return weekdayOf(day) < 5 && !holidaysOf(Number(day.slice(0, 4))).has(day);
}

/** 0 is Monday. */
function weekdayOf(day: IsoDay): number {
  // The day that days are counted from was a Thursday.
  return (((dayNumber(day) + 3) % 7) + 7) % 7;
}

function mondayFrom(day: IsoDay): IsoDay {
  return addDays(day, (7 - weekdayOf(day)) % 7);
}

/** Easter Sunday by the Gregorian computus (Meeus, Jones, Butcher). */
function easterOf(year: number): IsoDay {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const skipped = century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25);
  const epact = (19 * golden + skipped + 15) % 30;
  const moon =
    epact - Math.floor(epact / 28) * (1 - Math.floor(29 / (epact + 1)) * Math.floor((21 - golden) / 11));
  const weekday = (year + Math.floor(year / 4) + moon + 2 - century + Math.floor(century / 4)) % 7;
  const offset = moon - weekday;
  const month = 3 + Math.floor((offset + 40) / 44);
  return dayOf(year, month, offset + 28 - 31 * Math.floor(month / 4));
}

function dayOf(year: number, month: number, day: number): IsoDay {
  return isoDay(year, month, day) ?? '1970-01-01';
}
