import { kindOf } from '../../domain/entities';
import { typedFrom, valueFrom } from '../../domain/entry';
import { isIsoDay } from '../../domain/isoDay';
import { formatForTyping, parseDecimal } from '../../text/format';
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

const percent: Codec = {
  write: (value) => (typeof value === 'number' ? number.write(typedFrom(value, 'percent')) : ''),
  read: (typed) => {
    const read = number.read(typed.replace(/%\s*$/, ''));
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

/** A percent as somebody printed it: kept with its very text (domain.md A6.6). */
const stated: Codec = {
  write: (value) => (isStated(value) ? value.text : ''),
  read: (typed) => {
    const read = number.read(typed.replace(/%\s*$/, ''));
    if (typeof read !== 'number') return read;
    return { text: typed.includes('%') ? typed.trim() : `${typed.trim()} %`, percent: read };
  },
};

function isStated(value: Value): value is { readonly text: string } {
  return typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string';
}

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
  date: day,
  time: hour,
  stated,
  cause,
} as const satisfies Readonly<Record<string, Codec>>;
export type FieldKind = keyof typeof CODECS;
