import { quartersOf } from '../../domain/calendar';
import type { Calendar } from '../../domain/calendar';
import type { IsoDay } from '../../domain/isoDay';
import { dayOf } from '../cells';
import { cellAt } from '../grid';
import type { Sheet } from '../grid';
import type { ReadingOptions } from './choices';
import { calendarAt, cutIn } from './directCut';
import { isDirect } from './header';
import type { HeaderColumn } from './header';
import { calendarHeaders, calendarOf, yearlyCalendar } from './periods';
import type { PeriodHeader, YearlyPeriods } from './periods';
import type { PlanFacts } from './reading';
import type { Region } from './regions';
import { viewOf } from './regions';
import { readTitleBand } from './titleBand';
import type { TitleBand } from './titleBand';
import { yearIn } from './years';

/** What a plan says of itself, and its calendar. */
export interface PlanFrame {
  readonly facts: PlanFacts;
  readonly calendar: Calendar;
  readonly yearly: YearlyPeriods | null;
  /** That of the periods whose headers name none; null where they are those of the first year, or of each row's. */
  readonly yearlessYear: number | null;
  readonly isYearGuessed: boolean;
}

/** A table as the year and the calendar are looked for in it. */
interface Source {
  readonly sheet: Sheet;
  /** The whole sheet: over a table under another, the title is that of both. */
  readonly whole: Sheet;
  readonly headerRow: number;
  readonly firstDataRow: number;
  readonly columns: readonly HeaderColumn[];
  readonly file: string;
}

/** What the lines above a table, its headers, its dates and the name of its file tell; null when nothing tells the year. */
export function frameOf(
  region: Region,
  file: string,
  { choices, thisYear }: ReadingOptions,
): PlanFrame | null {
  const source = sourceOf(region, file);
  const { calendar: stated, ...band } = readTitleBand(source.sheet, source.headerRow);
  const told = choices?.planYear ?? yearOf(source, band);
  const planYear = told ?? thisYear;
  if (planYear === undefined) return null;
  const times = timesOf(source, stated, planYear);
  return times && { facts: { ...band, planYear }, ...times, isYearGuessed: told === null };
}

/** The year of a plan that has no other and is not guessed. */
export function onlyYearOf({ facts, calendar, isYearGuessed }: PlanFrame): number | null {
  const isWithin = [calendar.start, calendar.end].every((day) => day.startsWith(`${facts.planYear}-`));
  return isWithin && !isYearGuessed ? facts.planYear : null;
}

type Times = Pick<PlanFrame, 'calendar' | 'yearly' | 'yearlessYear'>;

function timesOf(source: Source, stated: Calendar | null, planYear: number): Times | null {
  if (stated) return { calendar: stated, yearly: null, yearlessYear: null };
  const headers = periodHeaders(source.columns);
  const yearly = yearlyCalendar(headers, rowYears(source));
  if (yearly) return { calendar: yearly, yearly: yearlyPeriods(yearly), yearlessYear: null };
  const calendar = calendarFor(source.columns, headers, planYear);
  return calendar && { calendar, yearly: null, yearlessYear: planYear };
}

/** The cut that the lines above the table or the name of the file tell. */
export function cutNamed(region: Region, file: string): IsoDay | null {
  const { sheet, whole, headerRow } = sourceOf(region, file);
  const inLines = cutIn(textAbove(sheet, headerRow)) ?? cutIn(textAbove(whole, headerRow));
  return inLines ?? cutIn(file.replaceAll('_', ' '));
}

function sourceOf({ bounds, header: { sheet, rows, columns } }: Region, file: string): Source {
  return {
    sheet: viewOf(sheet, bounds),
    whole: sheet,
    headerRow: rows.first,
    firstDataRow: rows.last + 1,
    columns,
    file,
  };
}

/** A plan that reports nothing yet goes by quarters until somebody says otherwise. */
function calendarFor(
  columns: readonly HeaderColumn[],
  headers: readonly PeriodHeader[],
  planYear: number,
): Calendar | null {
  if (isDirect(columns)) return calendarAt(planYear, null);
  return headers.length === 0 ? quartersOf(planYear) : calendarOf(headers, planYear);
}

function periodHeaders(columns: readonly HeaderColumn[]): readonly PeriodHeader[] {
  return calendarHeaders(columns.flatMap(({ period }) => (period ? [period] : [])));
}

/** The plan's year: as labelled, as in the headers, of most start dates, in the title, above the table, in the file's name. */
function yearOf(source: Source, band: Pick<TitleBand, 'planYear' | 'title'>): number | null {
  const inHeaders = periodHeaders(source.columns).flatMap(({ year }) => (year === null ? [] : [year]));
  if (band.planYear !== null) return band.planYear;
  if (inHeaders.length > 0) return Math.min(...inHeaders);
  const { sheet, whole, headerRow, file } = source;
  const inLines = yearIn(textAbove(sheet, headerRow)) ?? yearIn(textAbove(whole, headerRow));
  return yearOfDates(source) ?? yearIn(band.title) ?? inLines ?? yearIn(file);
}

function textAbove(sheet: Sheet, headerRow: number): string {
  const cells = sheet.rows.slice(0, headerRow).flat();
  return cells.map(({ text }) => text).join(' ');
}

/** The years of the dated rows; none as soon as one goes from a year into another. */
function rowYears({ sheet, firstDataRow, columns }: Source): readonly number[] {
  const dated = columns.filter(({ field }) => field === 'start' || field === 'end');
  const years = new Set<number>();
  for (let row = firstDataRow; row < sheet.rows.length; row++) {
    const days = dated.flatMap(({ index }) => dayOf(cellAt(sheet, row, index))?.day ?? []);
    const ofRow = new Set(days.map((day) => Number(day.slice(0, 4))));
    if (ofRow.size > 1) return [];
    for (const year of ofRow) years.add(year);
  }
  return [...years];
}

function yearlyPeriods({ start, monthsPerPeriod }: Calendar): YearlyPeriods {
  return { firstYear: Number(start.slice(0, 4)), perYear: 12 / monthsPerPeriod };
}

function yearOfDates({ sheet, firstDataRow, columns }: Source): number | null {
  const column = columns.find(({ field }) => field === 'start')?.index;
  if (column === undefined) return null;
  const counts = new Map<number, number>();
  for (let row = firstDataRow; row < sheet.rows.length; row++) {
    const day = dayOf(cellAt(sheet, row, column))?.day;
    const year = day ? Number(day.slice(0, 4)) : null;
    if (year !== null) counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}
