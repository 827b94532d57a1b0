import { isIsoDay } from './isoDay';
import type { IsoDay } from './isoDay';

/** The folded fields of one entity. Another program, or a later version, may have written anything in them. */
export type Fields = ReadonlyMap<string, unknown>;

/** The text of a field; empty when it holds anything else. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A finite number; null when it is anything else. */
export function numberOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** A day of the calendar; null when it is anything else. */
export function dayOf(value: unknown): IsoDay | null {
  return isIsoDay(value) ? value : null;
}

/** One of the words of a list; null when it is none of them. */
export function wordIn<T extends string>(words: readonly T[], value: unknown): T | null {
  return words.find((word) => word === value) ?? null;
}

/** The keys of a JSON object; none when it is anything else. */
export function keysOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** What stands after the prefix in the fields of a set that are true: `resp/pty:1` gives `pty:1`. */
export function elementsOf(fields: Fields, prefix: string): readonly string[] {
  const elements: string[] = [];
  for (const [field, value] of fields) {
    if (value === true && field.startsWith(prefix) && field.length > prefix.length) {
      elements.push(field.slice(prefix.length));
    }
  }
  return elements.sort();
}

/** Reads each entity once for as long as its fields are the same object. */
export function oncePerEntity<T>(read: (id: string, fields: Fields) => T): (id: string, fields: Fields) => T {
  const known = new WeakMap<Fields, { readonly id: string; readonly read: T }>();
  return (id, fields) => {
    const before = known.get(fields);
    if (before?.id === id) return before.read;
    const after = { id, read: read(id, fields) };
    known.set(fields, after);
    return after.read;
  };
}

/** Makes a thing anew only when one of the parts that its owner is put together with is another. */
export function sameFromSameParts<T>(): (owner: object, parts: readonly unknown[], make: () => T) => T {
  const made = new WeakMap<object, { readonly parts: readonly unknown[]; readonly thing: T }>();
  return (owner, parts, make) => {
    const before = made.get(owner);
    if (before && areSame(before.parts, parts)) return before.thing;
    const thing = make();
    made.set(owner, { parts, thing });
    return thing;
  };
}

function areSame(some: readonly unknown[], others: readonly unknown[]): boolean {
  if (some.length !== others.length) return false;
  for (let place = 0; place < some.length; place++) if (some[place] !== others[place]) return false;
  return true;
}
