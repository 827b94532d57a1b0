// Several things that people write in one cell, told apart by how they are written.

/** A code or a number and the name that it stands before. */
export interface CodeAndName {
  readonly number: string;
  readonly name: string;
}

/** What a target in words counts. */
interface TargetWords {
  /** As written, `2` or `100%`. */
  readonly number: string;
  readonly unit: string;
}

const CODE_IN_ITS_LINE = /^(\d{3,}(?:\.\d+)*)\s*\n\s*(\S.*)$/s;
const NUMBER_BEFORE = /^(\d{1,3}(?:\.\d{1,3})*)\s*(?:[.):]|\s[-–]|\n)\s*(\p{L}.*)$/su;
const A_YEAR = /^(19|20)\d\d$/;
const NUMBER_FIRST = /^(\d[\d.,]*\s?%?)\s+\(?(\p{L}.*)$/su;
const NUMBER_IN_BRACKETS = /^\p{L}+\s*\(\s*(\d[\d.,]*\s?%?)\s*\)\s*(\p{L}.*)$/su;
const END_OF_UNIT = /\s*[(.,;:\n…].*$/s;
const LONGEST_UNIT = 60;
const MARKED_LINE = /^(?:[-–•*▪]|\d{1,2}\s*[.):-]|indicador\s*\d)\s*\S/iu;
const MEASURE =
  /^(?:n[uú]mero|porcentaje|cantidad|tasa|[ií]ndice|nivel|promedio|proporci[oó]n|%|#)(?:\s|$)/iu;

/** `010101` in a line before its name; null for a year, or for any other text. */
export function codeAndName(text: string): CodeAndName | null {
  const [, number = '', name = ''] = CODE_IN_ITS_LINE.exec(text) ?? [];
  return name === '' || A_YEAR.test(number) ? null : { number, name };
}

/** `1. Hoja de ruta` in a column of numbers. */
export function numberAndName(text: string): CodeAndName | null {
  const [, number = '', name = ''] = NUMBER_BEFORE.exec(text) ?? [];
  return codeAndName(text) ?? (name === '' ? null : { number, name });
}

/** The number that a target in words begins with, and what it counts: `2 Estrategias (…)`, `Dos (2) mesas`. */
export function targetWords(text: string): TargetWords | null {
  const [, number, words = ''] = NUMBER_FIRST.exec(text) ?? NUMBER_IN_BRACKETS.exec(text) ?? [];
  if (number === undefined) return null;
  const unit = words.replace(END_OF_UNIT, '');
  return { number, unit: unit.length <= LONGEST_UNIT ? unit : '' };
}

/** How many indicators a cell names, each in a line of its own; 1 where nothing shows more. */
export function indicatorsIn(text: string): number {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const marked = lines.filter((line) => MARKED_LINE.test(line)).length;
  const measures = lines.filter((line) => MEASURE.test(line)).length;
  return Math.max(1, marked, measures);
}
