import {
  EMPTY_WORDS,
  OF_NO_RESULT,
  PERCENT_IN_WORDS,
  PERCENT_OF,
  TENS,
  UNITS,
  WRITTEN_NUMBER,
} from './lexicon';
import { folded } from './mentions';

/** A number that somebody wrote in a text. */
export interface WrittenNumber {
  readonly start: number;
  readonly end: number;
  readonly written: string;
  readonly value: number;
  readonly decimals: number;
  readonly isPercent: boolean;
}

/** What in a text is no number of a result: names with numbers in them, and years. */
export interface NoResults {
  readonly names: readonly string[];
  readonly years: ReadonlySet<number>;
}

/** Finds the numbers of a text that may be results; those of days, norms, years and names are left out. */
export function numberFinder({ names, years }: NoResults): (text: string) => readonly WrittenNumber[] {
  const numbered = names.filter((name) => /\d/.test(name)).map(folded);
  const pairs = new Set(numbered.flatMap(pairsIn));
  return (text) => {
    const plain = folded(text);
    const spans = [...spansOf(text, OF_NO_RESULT), ...numbered.flatMap((name) => placesOf(plain, name))];
    const inDigits = [...text.matchAll(WRITTEN_NUMBER)].map(readNumber);
    const inWords = [...text.matchAll(PERCENT_IN_WORDS)].map(readWords);
    return [...inDigits, ...inWords]
      .sort((a, b) => a.start - b.start)
      .filter(({ start, end }) => !spans.some((span) => start < span.end && end > span.start))
      .filter((one) => one.isPercent || !(years.has(one.value) || isInPair(plain, one, pairs)));
  };
}

/** A place in a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

function spansOf(text: string, pattern: RegExp): readonly Span[] {
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
}

function placesOf(text: string, name: string): readonly Span[] {
  const places: Span[] = [];
  for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + name.length))
    places.push({ start, end: start + name.length });
  return places;
}

function readNumber({
  0: written,
  1: digits = '',
  2: unit = '',
  index,
  input,
}: RegExpExecArray): WrittenNumber {
  const grouped = /^\d{1,3}(?:[.\s]\d{3})+(?:,\d+)?$/u.test(digits);
  const plain = grouped ? digits.replace(/[.\s]/gu, '') : digits;
  const text = plain.replace(',', '.');
  const [, decimals = ''] = text.split('.');
  return {
    start: index,
    end: index + written.length,
    written,
    value: Number(text),
    decimals: decimals.length,
    isPercent: unit !== '' || PERCENT_OF.test(input.slice(0, index)),
  };
}

function readWords({ 0: written, 1: tens = '', 2: units = '', index }: RegExpExecArray): WrittenNumber {
  const unit = UNITS.indexOf(units.toLowerCase().replace('uno', 'un'));
  const value = (TENS.get(tens.toLowerCase()) ?? 0) + Math.max(0, unit);
  return { start: index, end: index + written.length, written, value, decimals: 0, isPercent: true };
}

/** "fase 2", "4 informes": a number with the word that it goes by. */
function pairsIn(name: string): readonly string[] {
  const words = name.match(/[\p{L}\d.,]+/gu) ?? [];
  return words.flatMap((word, at) => {
    const next = words[at + 1];
    if (next === undefined || EMPTY_WORDS.has(word) || EMPTY_WORDS.has(next)) return [];
    return /\d/.test(word) !== /\d/.test(next) ? [`${word} ${next}`] : [];
  });
}

function isInPair(text: string, { start, end }: Span, pairs: ReadonlySet<string>): boolean {
  const number = text.slice(start, end);
  const before = /([\p{L}]+)\s*$/u.exec(text.slice(0, start))?.[1] ?? '';
  const after = /^\s*([\p{L}]+)/u.exec(text.slice(end))?.[1] ?? '';
  return pairs.has(`${before} ${number}`) || pairs.has(`${number} ${after}`);
}
