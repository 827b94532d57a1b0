import { periodsOf } from '../../domain/calendar';
import type { Calendar } from '../../domain/calendar';
import type { IsoDay } from '../../domain/isoDay';
import { readDay } from '../days';
import type { MatrixReading } from './reading';

const AFTER_CUT = /\bcorte\s+(?:(?:al?|de|del|el)\s+)*/i;
const DAY_FIRST = /^\d{1,2}(?:\s+de\s+|[-/. ])[a-z\d]+(?:\s+del?\s+|[-/., ]+)\d{2,4}/i;
const MONTH_FIRST = /^([a-z]+)\s+(\d{1,2})(?:\s+del?\s+|[, ]+)(\d{4})/i;

/** The day after the word "corte", as in "con corte a Julio 31 de 2024"; null when there is none. */
export function cutIn(text: string): IsoDay | null {
  const found = AFTER_CUT.exec(text);
  if (!found) return null;
  const rest = text.slice(found.index + found[0].length);
  const [, month, day, year] = MONTH_FIRST.exec(rest) ?? [];
  return readDay(month ? `${day} de ${month} de ${year}` : (DAY_FIRST.exec(rest)?.[0] ?? ''))?.day ?? null;
}

/** The year of a plan as one period up to the cut, and one of what is left; as one whole while no cut is known. */
export function calendarAt(planYear: number, cut: IsoDay | null): Calendar {
  const first = Math.min(planYear, yearOf(cut) ?? planYear);
  const last = Math.max(planYear, yearOf(cut) ?? planYear);
  const year: Calendar = { start: `${first}-01-01`, end: `${last}-12-31`, monthsPerPeriod: 12 };
  return cut === null || cut === year.end ? year : { ...year, cuts: [cut] };
}

/** A reading of percents with its calendar at the cut they were reported for; any other reading stays as it is. */
export function readAtCut(reading: MatrixReading, cut: IsoDay): MatrixReading {
  if (!reading.isDirect) return reading;
  const calendar = calendarAt(reading.facts.planYear, cut);
  const periods = periodsOf(calendar);
  const at = Math.max(
    0,
    periods.findLastIndex(({ start }) => start <= cut),
  );
  const rows = reading.rows.map((row) => {
    const [report = null] = row.values;
    return { ...row, values: periods.map((_, index) => (index === at ? report : null)) };
  });
  return { ...reading, calendar, periods, rows };
}

function yearOf(day: IsoDay | null): number | null {
  return day === null ? null : Number(day.slice(0, 4));
}
