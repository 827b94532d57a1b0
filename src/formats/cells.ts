import type { StatedValue } from '../domain/model';
import { dayOfSerial, readDay } from './days';
import type { ReadDay } from './days';
import type { Cell } from './grid';
import { decimalText, isPercentFormat, percentOf, readNumber } from './numbers';
import type { DecimalSign, ReadNumber } from './numbers';

// A plain number up to here in a column of results is a fraction of 1; beyond, it already is a percent.
const LARGEST_FRACTION = 1.5;
// Beyond ten times the whole, a percent format was put on something else (a budget, a count).
export const LARGEST_PERCENT_FRACTION = 10;

const SERIAL = /^\s*\d{5}\s*$/;

// Most cells: composed Latin letters and single blanks. Asking first halves the time of a large sheet.
const ALREADY_CLEAN = /^[!-~\u00a1-\u024f]+(?: [!-~\u00a1-\u024f]+)*$/;

// Composed Latin letters do not depend on their neighbours: looked up one by one they take half the time.
const LATIN_KEYS: readonly string[] = Array.from({ length: 0x250 }, (_, code) =>
  keyOf(String.fromCharCode(code)),
);

/** A text without the noise of spreadsheets: one kind of blank, none at the ends, accents composed; line ends stay. */
export function cleanText(text: string): string {
  if (ALREADY_CLEAN.test(text)) return text;
  return text
    .replaceAll('\u200b', '')
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/ *\n */g, '\n')
    .trim();
}

/**
 * A text as somebody wrote it, to be shown and kept: only its accents are composed, its line ends made alike and the
 * blanks at its ends taken off. Whatever compares texts compares them clean. '' where there is nothing but blanks.
 */
export function writtenText(text: string): string {
  if (ALREADY_CLEAN.test(text)) return text;
  return text
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/^[\s\u200b]+|[\s\u200b]+$/g, '');
}

/** For comparing headers and fixed words: without blanks, accents, case and signs (`RES ULT AD O` is `resultado`). */
export function compareKey(text: string): string {
  let key = '';
  for (let at = 0; at < text.length; at++) {
    const letter = LATIN_KEYS[text.charCodeAt(at)];
    if (letter === undefined) return keyOf(text);
    key += letter;
  }
  return key;
}

function keyOf(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');
}

/** The text of a cell, cleaned; blank and error cells give ''. */
export function textOf(cell: Cell): string {
  return cell.kind === 'error' ? '' : cleanText(cell.text);
}

/** The text of a cell as written; blank and error cells give ''. */
export function writtenIn(cell: Cell): string {
  return cell.kind === 'error' ? '' : writtenText(cell.text);
}

/** A cell as a number: its own value, or what its text reads as. Null for anything else. */
export function numberOf(cell: Cell, sign: DecimalSign): ReadNumber | null {
  if (cell.kind === 'number') {
    const isPercent = isPercentFormat(cell.numberFormat) && !isFalsePercent(cell);
    return { value: cell.value, isPercent, isAmbiguous: false };
  }
  return cell.kind === 'text' ? readNumber(cell.text, sign) : null;
}

/** True for a number shown as a percent that cannot be one: its size decides, and not its format. */
export function isFalsePercent(cell: Cell): boolean {
  return (
    cell.kind === 'number' &&
    isPercentFormat(cell.numberFormat) &&
    Math.abs(cell.value) > LARGEST_PERCENT_FRACTION
  );
}

/** A cell of a date column as a day: a real date, a serial number, or what its text reads as. */
export function dayOf(cell: Cell): ReadDay | null {
  if (cell.kind === 'day') return { day: cell.value, isAmbiguous: false };
  const written = cell.kind === 'text' ? readDay(cleanText(cell.text)) : null;
  const day = written ? null : dayOfSerial(serialOf(cell));
  return written ?? (day && { day, isAmbiguous: false });
}

/** True when a cell holds a written day; a bare number is not taken for one here. */
export function looksLikeDay(cell: Cell): boolean {
  return Number.isNaN(serialOf(cell)) && dayOf(cell) !== null;
}

/** In a CSV a serial number is a text. */
function serialOf(cell: Cell): number {
  if (cell.kind === 'number') return cell.value;
  return cell.kind === 'text' && SERIAL.test(cell.text) ? Number(cell.text) : Number.NaN;
}

/**
 * A stated result with the precision it was printed with: `33,3%` is 33.3, whatever the cell holds behind it
 * (domain.md A6.6). Without a percent sign, a number up to 1.5 is a fraction. Null when it is no number.
 */
export function statedValueOf(cell: Cell, sign: DecimalSign): StatedValue | null {
  if (isFalsePercent(cell) && cell.kind === 'number') {
    return { text: decimalText(cell.value), percent: cell.value };
  }
  const text = textOf(cell);
  const printed = readNumber(text, sign);
  if (printed?.isPercent) return { text, percent: percentOf(printed.value) };
  const number = numberOf(cell, sign);
  if (number === null) return null;
  const isFraction = Math.abs(number.value) <= LARGEST_FRACTION;
  return {
    text: text || decimalText(number.value),
    percent: isFraction ? percentOf(number.value) : number.value,
  };
}
