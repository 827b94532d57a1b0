import type { IsoDay } from '../domain/isoDay';
import { namedParts } from './namedParts';

/** What a text reads as; `isAmbiguous` when a person of another country would read another number. */
export interface ReadNumber {
  readonly value: number;
  /** `28,72%` is 0.2872 and a percent. */
  readonly isPercent: boolean;
  readonly isAmbiguous: boolean;
}

/** The decimal sign that a column uses; Colombia's comma unless the column shows otherwise. */
export type DecimalSign = 'comma' | 'dot';

const ERROR_TEXT =
  /^#(ref!|div\/0!|n\/a|name\?|null!|num!|value!|¡ref!|¡div\/0!|n\/d|¿nombre\?|¡nulo!|¡num!|¡valor!)$/i;
const COMMA_SHOWN = /^\d+,(\d{1,2}|\d{4,})$|^\d{1,3}(\.\d{3})+,\d+$/;
const DOT_SHOWN = /^\d+\.(\d{1,2}|\d{4,})$|^\d{1,3}(,\d{3})+\.\d+$/;
const NUMBER = /^(?<sign>-?\$?|\$-)(?<digits>[\d.,]+(?:e[+-]?\d+)?)(?<percent>%?)$/i;
// As accountants write what is below zero: `(1.200)`, `$ (1.200)`, `($ 1.200)`.
const IN_BRACKETS = /^(\$?)\((\$?[\d.,]+%?)\)$/;
// Blanks part thousands; digits that stand apart in any other way are several numbers in one cell.
const SEVERAL = /\d\s*[\r\n]\s*\d|\d\s+(?!\d{3}(?!\d))\d|\d{4}\s+\d|[.,]\d+\s+\d/;
// The format of a code: `0900` is 900 shown with four digits.
const OF_ZEROS = /^0{2,20}$/;
const SCIENTIFIC = /^\d+([.,]\d+)?e[+-]?\d+$/i;

/** True for what a spreadsheet shows in place of a result, in English or Spanish. */
export function isErrorText(text: string): boolean {
  return ERROR_TEXT.test(text.trim());
}

/** Most texts of a sheet are words, and stop at their first letter. */
function isOfFigures(text: string): boolean {
  return /^[\s$%+()\d.,-]*$/.test(text);
}

/** Decides a column's decimal sign by the texts in it that allow one reading only. */
export function decimalSignOf(texts: readonly string[]): DecimalSign {
  const bare = texts.filter(isOfFigures).map((text) => text.replaceAll(/[\s$%+()-]/g, ''));
  const isDotColumn =
    bare.some((text) => DOT_SHOWN.test(text)) && !bare.some((text) => COMMA_SHOWN.test(text));
  return isDotColumn ? 'dot' : 'comma';
}

/**
 * Reads a number as people write it (domain.md A6.7): `0,3`, `16.00`, `10.000`, `$ 1.015.000.000`, `28,72%`,
 * `(1.200)` for one below zero.
 * A dot before exactly three digits parts thousands; alone, it is ambiguous. Null for anything else, several numbers
 * too.
 */
export function readNumber(text: string, decimalSign: DecimalSign = 'comma'): ReadNumber | null {
  if (SEVERAL.test(text)) return null;
  const bare = text.replaceAll(/\s/g, '').replaceAll('\u2212', '-').replace(IN_BRACKETS, '-$1$2');
  const part = namedParts(NUMBER, bare);
  const plain = part && plainDecimal(part('digits'), decimalSign);
  if (!plain) return null;
  const isPercent = part('percent') === '%';
  const size = Number(isPercent ? shiftPoint(plain.text, -2) : plain.text);
  const sign = part('sign');
  const isAmbiguous = plain.isAmbiguous && !sign.includes('$');
  return Number.isFinite(size)
    ? { value: sign.includes('-') ? 0 - size : size, isPercent, isAmbiguous }
    : null;
}

/** What a number before exactly three digits is when its sign is of the other kind: 1,5 for a `1.500` read as 1500. */
export function otherReading(text: string, read: number): number {
  const partsThousands = Math.abs(read) >= (text.includes('%') ? 10 : 1000);
  return Number(shiftPoint(String(read), partsThousands ? -3 : 3));
}

/** The fraction a percent cell holds, or a number, as written in Colombia: `33,3%`, `0,3`; a code keeps its zeros. */
export function shownNumber(value: number, numberFormat = ''): string {
  if (numberFormat === '') return decimalText(value);
  if (OF_ZEROS.test(numberFormat) && value >= 0 && Number.isInteger(value)) {
    return decimalText(value).padStart(numberFormat.length, '0');
  }
  if (!isPercentFormat(numberFormat)) return decimalText(value);
  const decimals = /\.(0+)%/.exec(numberFormat)?.[1]?.length ?? 0;
  return `${percentOf(value).toFixed(Math.min(decimals, 20)).replace('.', ',')}%`;
}

/** `0.5` as `0,5`; never grouped, so that it reads back as the same number. */
export function decimalText(value: number): string {
  return String(value).replace('.', ',');
}

/** `0.2872` as `28,72%`; exact for numbers of up to 15 digits. */
export function percentText(fraction: number): string {
  return `${decimalText(percentOf(fraction))}%`;
}

/** A fraction of 1 as a percent, with the point moved and nothing multiplied. */
export function percentOf(fraction: number): number {
  return Number(shiftPoint(String(fraction), 2));
}

/** A percent as a fraction of 1, with the point moved and nothing divided. */
export function fractionOf(percent: number): number {
  return Number(shiftPoint(String(percent), -2));
}

export function isPercentFormat(numberFormat: string | undefined): boolean {
  return numberFormat?.replaceAll(/"[^"]*"|\\./g, '').includes('%') ?? false;
}

/** `31/12/2023`. */
export function shownDay(day: IsoDay): string {
  return day.split('-').reverse().join('/');
}

function shiftPoint(text: string, places: number): string {
  const [digits = '0', exponent = '0'] = text.toLowerCase().split('e');
  return `${digits}e${Number(exponent) + places}`;
}

interface PlainDecimal {
  /** With a dot as decimal sign and nothing between thousands. */
  readonly text: string;
  readonly isAmbiguous: boolean;
}

function plainDecimal(digits: string, sign: DecimalSign): PlainDecimal | null {
  const certain = (text: string): PlainDecimal => ({ text, isAmbiguous: false });
  const doubtful = (text: string): PlainDecimal => ({ text, isAmbiguous: true });
  if (SCIENTIFIC.test(digits)) return certain(digits.replace(',', '.'));
  if (/^\d+$/.test(digits)) return certain(digits);
  // Both signs: the last one is the decimal sign. The same sign twice parts thousands.
  if (/^\d{1,3}(\.\d{3})+,\d+$/.test(digits)) return certain(digits.replaceAll('.', '').replace(',', '.'));
  if (/^\d{1,3}(,\d{3})+\.\d+$/.test(digits)) return certain(digits.replaceAll(',', ''));
  if (/^\d{1,3}([.,])\d{3}(\1\d{3})+$/.test(digits)) return certain(digits.replaceAll(/[.,]/g, ''));
  if (/^\d{1,3}\.\d{3}$/.test(digits))
    return digits.startsWith('0') ? certain(digits) : doubtful(digits.replace('.', ''));
  if (/^\d{1,3},\d{3}$/.test(digits)) return commaBeforeThree(digits, sign);
  return /^\d*[.,]\d+$/.test(digits) ? certain(digits.replace(',', '.')) : null;
}

function commaBeforeThree(digits: string, sign: DecimalSign): PlainDecimal {
  const text = sign === 'dot' ? digits.replace(',', '') : digits.replace(',', '.');
  return { text, isAmbiguous: !digits.startsWith('0') };
}
