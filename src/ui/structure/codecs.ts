import { kindOf } from '../../domain/entities';
import { typedFrom, valueFrom } from '../../domain/entry';
import { isIsoDay } from '../../domain/isoDay';
import { readStatedValue } from '../../domain/readEntities';
import { formatForTyping, formatNumber, parseDecimal } from '../../text/format';
import type { Value } from './planField';

/** How a field's value is written for typing, and read back: undefined for what is no value of its kind. */
interface Codec {
  readonly write: (value: Value) => string;
  readonly read: (typed: string) => Value | undefined;
}

const text: Codec = {
  write: (value) => (typeof value === 'string' ? value : ''),
  read: (typed) => typed,
};

const number: Codec = {
  write: (value) => (typeof value === 'number' ? formatForTyping(value) : ''),
  read: (typed) => (typed.trim() === '' ? null : (parseDecimal(typed) ?? undefined)),
};

/** Money as people write it: "$ 10.000.000" (domain.md A6.7). */
const pesos: Codec = {
  write: (value) => (typeof value === 'number' ? formatNumber(value) : ''),
  read: (typed) => number.read(typed.replace(/^\s*\$/, '')),
};

/** A percent that is kept as people say it: 50 for 50 %. */
const points: Codec = {
  write: number.write,
  read: (typed) => number.read(typed.replace(/%\s*$/, '')),
};

/** A percent that is kept as a fraction of 1, as those of a target are. */
const percent: Codec = {
  write: (value) => (typeof value === 'number' ? number.write(typedFrom(value, 'percent')) : ''),
  read: (typed) => {
    const read = points.read(typed);
    return typeof read === 'number' ? valueFrom(read, 'percent') : read;
  },
};

const day: Codec = {
  write: text.write,
  read: (typed) => (typed === '' ? null : isIsoDay(typed) ? typed : undefined),
};

const hour: Codec = {
  write: text.write,
  read: (typed) => (typed === '' ? null : typed),
};

/**
 * A percent as somebody printed it: kept with its very text (domain.md A6.6). A text that reads otherwise here, as
 * the fraction `0,333`, is shown as the percent that it is: a digit typed over it must mean what is seen.
 */
const stated: Codec = {
  write: (value) => {
    const said = readStatedValue(value);
    if (!said) return '';
    return points.read(said.text) === said.percent ? said.text : `${points.write(said.percent)} %`;
  },
  read: (typed) => {
    const read = points.read(typed);
    if (typeof read !== 'number') return read;
    return { text: typed.includes('%') ? typed.trim() : `${typed.trim()} %`, percent: read };
  },
};

/** What is waited for from outside: an activity that is waited for is chosen, not typed. */
const cause: Codec = {
  write: (value) => (typeof value === 'string' && kindOf(value) !== 'act' ? value : ''),
  read: (typed) => typed || null,
};

/** By the kind of thing that is typed. */
export const CODECS = {
  text,
  textarea: text,
  number,
  percent,
  points,
  pesos,
  date: day,
  time: hour,
  stated,
  cause,
} as const satisfies Readonly<Record<string, Codec>>;
export type FieldKind = keyof typeof CODECS;
