import { civilSpan, periodDays } from '../domain/calendar';
import type { Calendar, PeriodId, ReportingPeriod } from '../domain/calendar';
import { toTenths } from '../domain/decimal';
import type { IsoDay } from '../domain/isoDay';
import type { StatedValue } from '../domain/model';
import type { Percent, Points } from '../domain/percent';
import { MONTHS, ORDINAL_MASCULINE, SPANS } from './words';

/** Keeps a number and its unit on one line. */
const NO_BREAK_SPACE = '\u00a0';
/** Decimals that a figure is rounded to before anything else (domain.md A6.12). */
const EXACT_DECIMALS = 9;
const LOCALE = 'es-CO';
const TIME_ZONE = 'America/Bogota';
/** Characters of an instant such as `2026-06-14T09:21:07.123Z`. */
const ISO_INSTANT = 24;

const oneDecimal = new Intl.NumberFormat(LOCALE, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const upToNine = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: EXACT_DECIMALS });
const ungrouped = new Intl.NumberFormat(LOCALE, {
  maximumFractionDigits: EXACT_DECIMALS,
  useGrouping: false,
});
const bogotaClock = new Intl.DateTimeFormat('en-CA', {
  timeZone: TIME_ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: 'numeric',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** A computed percent with one decimal, half up: 40.9 is "40,9 %" (domain.md A6.1, A6.12). */
export function formatPercent(percent: Percent): string {
  return `${oneDecimal.format(toTenths(percent))}${NO_BREAK_SPACE}%`;
}

/** A difference between percents with its sign: "+23,8 puntos", "-10,8 puntos", "0,0 puntos". */
export function formatPoints(points: Points): string {
  const rounded = toTenths(points);
  return `${rounded > 0 ? '+' : ''}${oneDecimal.format(rounded)}${NO_BREAK_SPACE}puntos`;
}

/** The size of a difference, for a sentence that says its direction: "10,8 puntos" por debajo. */
export function formatGap(points: Points): string {
  return `${oneDecimal.format(Math.abs(toTenths(points)))}${NO_BREAK_SPACE}puntos`;
}

/** A result exactly as its source printed it; only its spaces are kept from breaking. */
export function formatStated(stated: StatedValue): string {
  return stated.text.trim().replace(/\s+/g, NO_BREAK_SPACE);
}

/** A quantity with decimal comma and thousands dot, and no needless decimals: "1.234,5". */
export function formatNumber(value: number): string {
  return upToNine.format(withoutMinusZero(roundExact(value)));
}

/** Pesos, with cents only where there are some: "$ 1.015.000.000". */
export function formatPesos(pesos: number): string {
  return `$${NO_BREAK_SPACE}${formatNumber(Math.round(pesos * 100) / 100)}`;
}

/** The same quantity as a person would type it: no thousands dots to trip over. */
export function formatForTyping(value: number): string {
  return ungrouped.format(withoutMinusZero(roundExact(value)));
}

/** "1 cambio", "3 cambios"; the number and its noun stay together. */
export function count(howMany: number, one: string, many: string): string {
  return `${formatNumber(howMany)}${NO_BREAK_SPACE}${howMany === 1 ? one : many}`;
}

/**
 * Reads a number as a person types it, or null when it is none (domain.md A6.7). The comma is the decimal
 * sign; a dot or a space before exactly three digits groups thousands, any other dot is a decimal sign.
 */
export function parseDecimal(text: string): number | null {
  const typed = text.trim().replace('\u2212', '-');
  const grouped = /^(-?)([1-9]\d{0,2}(?:[.\s]\d{3})+)(?:,(\d*))?$/.exec(typed);
  if (grouped) return assemble(grouped[1], grouped[2]?.replace(/\D/g, ''), grouped[3]);
  const plain = /^(-?)(\d*)(?:[.,](\d*))?$/.exec(typed);
  return plain ? assemble(plain[1], plain[2], plain[3]) : null;
}

/** "31 de marzo de 2023". */
export function formatDay(day: IsoDay): string {
  const { year, month, dayOfMonth } = partsOf(day);
  return `${dayOfMonth} de ${month.name} de ${year}`;
}

/** "31 mar 2023". */
export function formatShortDay(day: IsoDay): string {
  const { year, month, dayOfMonth } = partsOf(day);
  return [dayOfMonth, month.short, year].join(NO_BREAK_SPACE);
}

/** "31 de marzo", where the year is plain from what stands around it. */
export function formatDayMonth(day: IsoDay): string {
  const { month, dayOfMonth } = partsOf(day);
  return `${dayOfMonth} de ${month.name}`;
}

/** "31 de diciembre", and with its year where it is not that of the plan or of the cut. */
export function formatDayIn(day: IsoDay, planYear: number, cut: IsoDay): string {
  const year = day.slice(0, 4);
  return year === String(planYear) && year === cut.slice(0, 4) ? formatDayMonth(day) : formatDay(day);
}

/** How far the last day is: "vence en 12 días", "vence hoy", "venció hace 3 días". Takes whole days left. */
export function formatDue(daysLeft: number): string {
  if (daysLeft === 0) return 'vence hoy';
  const days = count(Math.abs(daysLeft), 'día', 'días');
  return daysLeft > 0 ? `vence en ${days}` : `venció hace ${days}`;
}

/**
 * An instant on Bogotá's clock: "14 jun 2023, 9:21"; when its day is `today`, "hoy, 9:21". A stamp of the
 * change log is an instant and sometimes a counter, which nobody needs to read.
 */
export function formatInstant(iso: string, today?: IsoDay): string {
  const parts = new Map(
    bogotaClock.formatToParts(new Date(iso.slice(0, ISO_INSTANT))).map(({ type, value }) => [type, value]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? '';
  const day = `${part('year')}-${part('month')}-${part('day')}` as IsoDay;
  const time = `${Number(part('hour'))}:${part('minute')}`;
  return `${day === today ? 'hoy' : formatShortDay(day)}, ${time}`;
}

/** An instant as told, where a sentence says of when: "de hoy, 9:21", "del 14 jun 2023, 9:21". */
export function ofInstant(told: string): string {
  return `${startsWithDay(told) ? 'del' : 'de'} ${told}`;
}

/** The same at the beginning of a sentence: "Hoy, 9:21", "El 14 jun 2023, 9:21". */
export function atInstant(told: string): string {
  return startsWithDay(told) ? `El ${told}` : `${told.slice(0, 1).toUpperCase()}${told.slice(1)}`;
}

/** The beginning of a sentence as it stands inside another one; what is written in capitals, as "NIT", stays so. */
export function insideSentence(text: string): string {
  return /^\p{Lu}\p{Lu}/u.test(text) ? text : `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`;
}

function startsWithDay(told: string): boolean {
  return /^\d/.test(told);
}

/**
 * The name of a period: "2.º trimestre de 2023", "1.er semestre de 2023", "marzo de 2023", "2023".
 * One that is not a whole span of the civil year goes by its days: "1 abr a 30 sep 2023".
 */
export function periodName(period: ReportingPeriod, calendar: Calendar): string {
  const span = civilSpan(period, calendar);
  if (!span) return fromDayToDay(period);
  const { year, month } = partsOf(period.start);
  if (span.months === 1) return `${month.name} de ${year}`;
  if (span.months === 12) return `${year}`;
  const name = SPANS[span.months]?.name ?? '';
  return `${ORDINAL_MASCULINE[span.ordinal] ?? span.ordinal}${NO_BREAK_SPACE}${name} de ${year}`;
}

/** The name of a period that is known by its own days alone, as an acta keeps it. */
export function ownPeriodName(period: ReportingPeriod): string {
  const { start, end } = period;
  const [first, last] = [partsOf(start), partsOf(end)];
  const monthsPerPeriod = (last.year - first.year) * 12 + last.monthNumber - first.monthNumber + 1;
  return periodName(period, { start, end, monthsPerPeriod });
}

/** The name of a period in the least room: "T2", "S1", "mar", "2023", "1 abr a 30 sep"; with the year where a plan has several. */
export function shortPeriodName(period: ReportingPeriod, calendar: Calendar): string {
  const span = civilSpan(period, calendar);
  const { year, month } = partsOf(period.start);
  const end = partsOf(period.end);
  if (span?.months === 12) return `${year}`;
  const name = !span
    ? `${daysApart(period)} a ${end.dayOfMonth}${NO_BREAK_SPACE}${end.month.short}`
    : span.months === 1
      ? month.short
      : `${SPANS[span.months]?.initial ?? ''}${span.ordinal}`;
  const isOneYear = calendar.start.slice(0, 4) === calendar.end.slice(0, 4);
  return isOneYear ? name : `${name}${NO_BREAK_SPACE}${end.year}`;
}

/** A period that the plan does not have goes by its days, for it is of another calendar: "1 ene a 31 mar 2023". */
export function daysOfPeriod(id: PeriodId): string {
  const days = periodDays(id);
  return days ? fromDayToDay(days) : id;
}

type Days = Pick<ReportingPeriod, 'start' | 'end'>;

function fromDayToDay(days: Days): string {
  return `${daysApart(days)} a ${formatShortDay(days.end)}`;
}

function daysApart(period: Days): string {
  const start = partsOf(period.start);
  const isOneYear = start.year === partsOf(period.end).year;
  return isOneYear
    ? `${start.dayOfMonth}${NO_BREAK_SPACE}${start.month.short}`
    : formatShortDay(period.start);
}

function partsOf(day: IsoDay) {
  const [year = 0, monthNumber = 1, dayOfMonth = 1] = day.split('-').map(Number);
  const month = MONTHS[monthNumber - 1] ?? { name: '', short: '' };
  return { year, monthNumber, month, dayOfMonth };
}

function assemble(sign = '', whole = '', decimals = ''): number | null {
  if (whole === '' && decimals === '') return null;
  return withoutMinusZero(Number(`${sign}${whole || '0'}.${decimals || '0'}`));
}

function roundExact(value: number): number {
  return Number(value.toFixed(EXACT_DECIMALS));
}

/** "-0,0" is nothing that a person would say. */
function withoutMinusZero(value: number): number {
  return value === 0 ? 0 : value;
}
