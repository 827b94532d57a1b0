import type { Calendar, ReportingPeriod } from '../../domain/calendar';
import { compareKey } from '../cells';
import { remembered } from '../remembered';
import { monthAtEnd, namesSeveral, periodWords, withJanuary } from './periodWords';
import type { PeriodAspect } from './periodWords';

export type { PeriodAspect } from './periodWords';

/** A header such as `2023 RESULTADO TRIMESTRE 1`. */
export interface PeriodHeader {
  readonly aspect: PeriodAspect;
  /** Null when neither the header nor the one above it names a year. */
  readonly year: number | null;
  /** 0 for `PERIODO n`, whose length only the title band can tell. */
  readonly monthsPerPeriod: number;
  /** 1 for the first period of the year. */
  readonly ordinal: number;
}

const ASPECT_WORDS: readonly (readonly [PeriodAspect, string])[] = [
  ['value', 'RESULTADO'],
  ['planned', 'PROGRAMADO'],
  ['remark', 'OBSERVACIONES'],
  ['delayCause', 'CAUSA'],
  ['evidence', 'EVIDENCIAS'],
];
/** How many months a period has, and what it is called. */
export const SPAN_WORDS: readonly (readonly [number, string])[] = [
  [3, 'TRIMESTRE'],
  [6, 'SEMESTRE'],
  [1, 'MES'],
  [2, 'BIMESTRE'],
  [4, 'CUATRIMESTRE'],
  [0, 'PERIODO'],
];
/** The last days of each month, as they stand behind it in a cut: MARZO 31. */
const LAST_DAYS = ['31', '28 29', '31', '30', '31', '30', '31', '31', '30', '31', '30', '31'];
const MOST_PERIODS = 240;
// Further apart, a year is a mistake and no horizon of a plan.
const MOST_YEARS = 10;

/** Reads the header of a period's column, blanks and accents aside: `RES ULT AD O TRI ME STR E 1`. Null for others. */
export const readPeriodHeader = remembered((written): PeriodHeader | null => {
  const header = withJanuary(written);
  const words = fitting(periodWords(compareKey(header))) ?? fitting(periodWords(withCentury(header)));
  return words && !namesSeveral(header) ? words : null;
});

/** `T1-24` as `t12024`: two digits at the end are a year where nothing else can be read, as the day of a cut can. */
function withCentury(header: string): string {
  const [, words = '', year = ''] = /^(.*\D)(\d\d)$/s.exec(header.trim()) ?? [];
  if (year === '') return '';
  const key = compareKey(words);
  const isDay = LAST_DAYS[monthAtEnd(key) - 1]?.includes(year) ?? false;
  return isDay ? '' : `${key}20${year}`;
}

function fitting(words: PeriodHeader | null): PeriodHeader | null {
  return words && words.ordinal >= 1 && words.ordinal * words.monthsPerPeriod <= 12 ? words : null;
}

/** The header of a period's column, one that reads back: years of whole quarters, semesters or months. */
export function writePeriodHeader(period: ReportingPeriod, calendar: Calendar, aspect: PeriodAspect): string {
  const word = ASPECT_WORDS.find(([of]) => of === aspect)?.[1] ?? '';
  const isCivilYear =
    calendar.start.endsWith('-01-01') && calendar.end === `${calendar.start.slice(0, 4)}-12-31`;
  const months = isCivilYear && !calendar.cuts ? calendar.monthsPerPeriod : 0;
  const span = SPAN_WORDS.find(([of]) => of === months)?.[1] ?? 'PERIODO';
  return `${calendar.start.slice(0, 4)} ${word} ${span} ${period.ordinal}`;
}

/** What a period of so many months is called in a header: `TRIMESTRE`; `PERIODO` for any other. */
export function wordOfSpan(months: number): string {
  return SPAN_WORDS.find(([of]) => of === months)?.[1] ?? 'PERIODO';
}

/** The calendar that the headers of a matrix describe: whole civil years, from the first year named to the last. */
export function calendarOf(headers: readonly PeriodHeader[], defaultYear: number): Calendar | null {
  const spans = new Set(headers.map(({ monthsPerPeriod }) => monthsPerPeriod));
  const [monthsPerPeriod] = spans;
  if (spans.size !== 1 || !monthsPerPeriod) return null;
  const years = headers.map(({ year }) => year ?? defaultYear);
  return usableCalendar({
    start: `${Math.min(...years)}-01-01`,
    end: `${Math.max(...years)}-12-31`,
    monthsPerPeriod,
  });
}

/** Periods that each row has in its own year. */
export interface YearlyPeriods {
  readonly firstYear: number;
  readonly perYear: number;
}

/** The calendar of rows that each keep within a year, under headers that name none; null for any other matrix. */
export function yearlyCalendar(
  headers: readonly PeriodHeader[],
  rowYears: readonly number[],
): Calendar | null {
  const [first, last] = [Math.min(...rowYears), Math.max(...rowYears)];
  const isYearly = headers.length > 0 && headers.every(({ year }) => year === null);
  if (!isYearly || rowYears.length === 0 || first === last || last - first > MOST_YEARS) return null;
  const calendar = calendarOf(headers, first);
  return calendar && { ...calendar, end: `${last}-12-31` };
}

/** Refuses a calendar of no periods, or of so many that it is a mistake. */
export function usableCalendar(calendar: Calendar): Calendar | null {
  const years = Number(calendar.end.slice(0, 4)) - Number(calendar.start.slice(0, 4)) + 1;
  const isUsable = calendar.monthsPerPeriod >= 1 && (years * 12) / calendar.monthsPerPeriod <= MOST_PERIODS;
  return isUsable ? calendar : null;
}

/**
 * The headers that tell the calendar: those of what is reported. What was programmed may go by shorter periods,
 * and counts only where nothing is reported yet. Of several lengths, that of most results: beside quarters, a
 * column of a semester is a sum.
 */
export function calendarHeaders(headers: readonly PeriodHeader[]): readonly PeriodHeader[] {
  const reported = headers.filter(({ aspect }) => aspect !== 'planned');
  const telling = reported.length > 0 ? reported : headers;
  const results = telling.filter(({ aspect }) => aspect === 'value');
  const counts = new Map<number, number>();
  for (const { monthsPerPeriod } of results.length > 0 ? results : telling) {
    counts.set(monthsPerPeriod, (counts.get(monthsPerPeriod) ?? 0) + 1);
  }
  const [commonest] = [...counts].toSorted(([a, many], [b, more]) => more - many || a - b)[0] ?? [];
  return telling.filter(({ monthsPerPeriod }) => monthsPerPeriod === commonest);
}

/** The place of a header's period in its calendar, from 0; below 0 for one of another length. */
export function periodIndex(header: PeriodHeader, calendar: Calendar): number {
  const isOfOthers = header.monthsPerPeriod > 0 && header.monthsPerPeriod !== calendar.monthsPerPeriod;
  if (isOfOthers) return -1;
  const perYear = header.monthsPerPeriod > 0 ? 12 / header.monthsPerPeriod : 0;
  const firstYear = Number(calendar.start.slice(0, 4));
  const yearsBefore = header.year === null ? 0 : header.year - firstYear;
  return yearsBefore * perYear + header.ordinal - 1;
}
