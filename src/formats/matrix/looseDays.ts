import { isoDay } from '../../domain/isoDay';
import type { IsoDay } from '../../domain/isoDay';
import { cleanText } from '../cells';
import { monthOf } from '../days';
import { namedParts } from '../namedParts';

/** One that has every day, for asking only whether a text is one. */
export const ANY_YEAR = 2024;

const DAY_OF_MONTH = /^(?<day>\d{1,2})(?:[º°]|ero|ro)?(?:\s*[-/.]\s*|\s+de\s+|\s+)(?<month>[a-z]+)\.?$/;
const RUN_TOGETHER = /^(?<year>20\d\d)(?<month>\d\d)(?<day>\d\d)$/;

/** A day of a year that is told elsewhere, as `15 de julio`, or in figures run together, as `20241231`; null for others. */
export function readLooseDay(text: string, year: number | null): IsoDay | null {
  const plain = cleanText(text).toLowerCase();
  const together = namedParts(RUN_TOGETHER, plain);
  if (together) return isoDay(Number(together('year')), Number(together('month')), Number(together('day')));
  const part = namedParts(DAY_OF_MONTH, plain);
  const month = part && monthOf(part('month'));
  return month && year !== null ? isoDay(year, month, Number(part('day'))) : null;
}
