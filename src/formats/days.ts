import { dayFromNumber, isoDay } from '../domain/isoDay';
import type { IsoDay } from '../domain/isoDay';

/** `isAmbiguous` when day and month could change places and give another day. */
export interface ReadDay {
  readonly day: IsoDay;
  readonly isAmbiguous: boolean;
}

// The first three letters of each month, in Spanish and in English; `sept` is cut to `sep`.
const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    ['ene', 'jan'],
    ['feb'],
    ['mar'],
    ['abr', 'apr'],
    ['may'],
    ['jun'],
    ['jul'],
    ['ago', 'aug'],
    ['sep', 'set'],
    ['oct'],
    ['nov'],
    ['dic', 'dec'],
  ].flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);
const MONTH_WORD =
  /^(ene(ro)?|jan(uary)?|feb(rero|ruary)?|mar(zo|ch)?|abr(il)?|apr(il)?|mayo?|june?|junio|jun|july?|julio|jul|ago(sto)?|aug(ust)?|sept?(iembre|ember)?|set(iembre)?|oct(ubre|ober)?|nov(iembre|ember)?|dic(iembre)?|dec(ember)?)$/;
const FIGURES = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})$/;
const HOUR = /\s+\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]\.?\s?m\.?)?$/;
// Serials of 1954 to 2118: outside of it a number in a date column is no date.
const FIRST_SERIAL = 20_000;
const LAST_SERIAL = 80_000;
const SERIAL_OF_1970 = 25_569;

/**
 * Reads a day as people write it (domain.md A6.8): `01-Jan-23`, `01-ene-23`, `1/01/24`, `31 de julio de 2024`,
 * `julio 31 de 2024`, `2024-07-31`, with an hour that is not looked at. Day before month; a year of two digits is
 * of this century. Null for anything else.
 */
export function readDay(text: string): ReadDay | null {
  const plain = text.trim().toLowerCase().replace(HOUR, '');
  return readYearFirst(plain) ?? readNumeric(plain) ?? readWithMonthName(plain) ?? readMonthFirst(plain);
}

/** What stands first in a day in figures that shows it: the other number is beyond any month. Null for any other text. */
export function firstShown(text: string): 'day' | 'month' | null {
  const [, first, second] = FIGURES.exec(text.trim().toLowerCase().replace(HOUR, '')) ?? [];
  if (Number(first) > 12 && Number(second) <= 12) return 'day';
  return Number(first) <= 12 && Number(second) > 12 ? 'month' : null;
}

/** The number of a month by its name, whole or cut, in Spanish or English: `dic`, `enero`. Null for other words. */
export function monthOf(word: string): number | null {
  return MONTH_WORD.test(word) ? (MONTHS.get(word.slice(0, 3)) ?? null) : null;
}

/** The year of two or four digits, of this century. */
export function fullYear(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

/** The day of a spreadsheet's serial number, in a column that holds dates; null when it is no such number. */
export function dayOfSerial(serial: number): IsoDay | null {
  const isPlausible = serial >= FIRST_SERIAL && serial <= LAST_SERIAL;
  return isPlausible ? dayFromNumber(Math.floor(serial) - SERIAL_OF_1970) : null;
}

function readYearFirst(text: string): ReadDay | null {
  const match = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:t[\d:.]+z?)?$/.exec(text);
  return match && certain(isoDay(Number(match[1]), Number(match[2]), Number(match[3])));
}

function readNumeric(text: string): ReadDay | null {
  const match = FIGURES.exec(text);
  if (!match) return null;
  const [first, second, year] = [Number(match[1]), Number(match[2]), fullYear(match[3] ?? '')];
  // A month beyond 12 can only be a day: written the other way round.
  if (second > 12) return certain(isoDay(year, first, second));
  const day = isoDay(year, second, first);
  return day && { day, isAmbiguous: first <= 12 && first !== second };
}

function readWithMonthName(text: string): ReadDay | null {
  const match = /^(\d{1,2})(?:[-/. ]+|\s+de\s+)([a-z]+)\.?(?:[-/. ,]+|\s+del?\s+)(\d{4}|\d{2})$/.exec(text);
  return dayOfNames(match?.[1], match?.[2], match?.[3]);
}

function readMonthFirst(text: string): ReadDay | null {
  const match = /^([a-z]+)\.?\s+(\d{1,2})(?:\s*,\s*|\s+del?\s+|\s+)(\d{4})$/.exec(text);
  return dayOfNames(match?.[2], match?.[1], match?.[3]);
}

function dayOfNames(day = '', name = '', year = ''): ReadDay | null {
  const month = monthOf(name);
  return month === null ? null : certain(isoDay(fullYear(year), month, Number(day)));
}

function certain(day: IsoDay | null): ReadDay | null {
  return day && { day, isAmbiguous: false };
}
