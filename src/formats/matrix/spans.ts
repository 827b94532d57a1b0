import { addDays, isoDay } from '../../domain/isoDay';
import type { IsoDay } from '../../domain/isoDay';
import { cleanText } from '../cells';
import { fullYear, monthOf, readDay } from '../days';
import type { ReadDay } from '../days';
import { namedParts } from '../namedParts';
import { readPeriodHeader } from './periods';

/** The first and the last day of a stretch of time. */
export interface DaySpan {
  readonly first: IsoDay;
  readonly last: IsoDay;
}

const YEARS = /^(?<from>20\d\d)(?:\s*(?:[-–—/]|al?|y)\s*(?<to>20\d\d))?$/;
const MONTH = /^(?<name>[a-z]+)\.?(?:\s*[-–—/.,]\s*|\s+del?\s+|\s+)(?<year>20\d\d|\d{2})$/;
const MONTH_IN_FIGURES = /^(?<month>0?[1-9]|1[0-2])[-/](?<year>20\d\d)$/;
// `1er`, `2do`: the ordinal of a period with its ending.
const ENDING = /(?<=\d)(?:er|ero|do|ro|ra|da|to|ta|o|°|º|ª)\.?(?=\s)/g;
const BETWEEN_DAYS =
  /\s*[\n;]\s*|\s+(?:-|–|a|al|hasta|hasta el|y)\s+|(?<=\/(?:\d\d|\d{4}))\s*[-–]\s*(?=\d{1,2}\/)/;
const BEFORE_DAYS = /^(?:del?|desde|desde el)\s+/i;

/**
 * What a text in a date column stands for when it is a stretch of time and no day: `1º semestre 2025`,
 * `I trimestre 2024`, `dic-24`, `2025-2026`. Null for anything else.
 */
export function readSpan(text: string): DaySpan | null {
  const plain = cleanText(text).toLowerCase();
  return readYears(plain) ?? readMonth(plain) ?? readPeriod(plain);
}

/** The days of a cell that has several, in their order: `1/01/24` and `31/12/24` in two lines. Empty for one day or none. */
export function readDays(text: string): readonly ReadDay[] {
  const parts = partsBetween(text);
  const days = parts.map(readDay).filter((day) => day !== null);
  return parts.length > 1 && days.length === parts.length ? days : [];
}

/** The texts on both sides of what stands between two days; the text itself where nothing does. */
export function partsBetween(text: string): readonly string[] {
  return cleanText(text).replace(BEFORE_DAYS, '').split(BETWEEN_DAYS);
}

function readYears(text: string): DaySpan | null {
  const part = namedParts(YEARS, text);
  return part && monthsOf(Number(part('from')), 1, Number(part('to') || part('from')), 12);
}

function readMonth(text: string): DaySpan | null {
  const named = namedParts(MONTH, text);
  const part = named ?? namedParts(MONTH_IN_FIGURES, text);
  const month = named ? monthOf(named('name')) : Number(part?.('month'));
  if (!part || !month) return null;
  const year = fullYear(part('year'));
  return monthsOf(year, month, year, month);
}

function readPeriod(text: string): DaySpan | null {
  const period = readPeriodHeader(text.replaceAll(ENDING, ''));
  if (!period?.year || period.aspect !== 'value' || period.monthsPerPeriod === 0) return null;
  const last = period.ordinal * period.monthsPerPeriod;
  return monthsOf(period.year, last - period.monthsPerPeriod + 1, period.year, last);
}

function monthsOf(fromYear: number, fromMonth: number, toYear: number, toMonth: number): DaySpan | null {
  const first = isoDay(fromYear, fromMonth, 1);
  const next = toMonth === 12 ? isoDay(toYear + 1, 1, 1) : isoDay(toYear, toMonth + 1, 1);
  return first && next && first < next ? { first, last: addDays(next, -1) } : null;
}
