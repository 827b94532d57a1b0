/** A value as JSON carries it: what commits hold, and all that they may hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Deeper than anything the app writes, and shallow enough that no reader runs out of stack. */
export const MAX_DEPTH = 64;

/**
 * The one text of a value: keys sorted by code unit, no whitespace. Equal values give equal text on every
 * device, so it is what gets hashed and compared.
 *
 * Throws on what JSON would silently change or lose: undefined, NaN, infinities, functions, class instances
 * (a Map would become `{}`), and nesting beyond MAX_DEPTH.
 */
export function canonicalJson(value: unknown): string {
  return isInOrder(value, 0) ? JSON.stringify(value) : textOf(value, 0);
}

/** The same of a record but for one of its keys. Throws on what canonicalJson throws on. */
export function canonicalBeyond(key: string, record: object): string {
  const [first, ...others] = Object.keys(record);
  const isLed = first === key && others.length > 0 && isRecord(record);
  if (!isLed || !isRecordInOrder(record, 0, others)) {
    return canonicalJson(Object.fromEntries(Object.entries(record).filter(([name]) => name !== key)));
  }
  // Where it leads and all else is in order, what the browser's own writer says after it is the text of the rest.
  const lead = `{${JSON.stringify(key)}:${JSON.stringify(record[key])},`;
  return `{${JSON.stringify(record).slice(lead.length)}`;
}

/** Whether the browser's own writer, which is far faster, gives the canonical text: all of it JSON, keys sorted. */
function isInOrder(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return isScalar(value);
  if (depth >= MAX_DEPTH) return false;
  if (Array.isArray(value)) return isEach(value, (one) => isInOrder(one, depth + 1));
  return isRecord(value) && isRecordInOrder(value, depth);
}

function isRecordInOrder(
  value: Readonly<Record<string, unknown>>,
  depth: number,
  keys: readonly string[] = Object.keys(value),
): boolean {
  let before = '';
  for (const key of keys) {
    if (key < before || !isInOrder(value[key], depth + 1)) return false;
    before = key;
  }
  return true;
}

/** By index: the list's own method would skip what a sparse list lacks. */
function isEach(list: readonly unknown[], fits: (one: unknown) => boolean): boolean {
  for (let index = 0; index < list.length; index += 1) if (!fits(list[index])) return false;
  return true;
}

function isScalar(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  return value === null || typeof value === 'string' || typeof value === 'boolean';
}

function textOf(value: unknown, depth: number): string {
  if (value === null || isScalar(value)) return JSON.stringify(value);
  if (typeof value !== 'object') throw new TypeError(`Not a JSON value: ${typeof value}`);
  if (depth >= MAX_DEPTH) throw new TypeError('Nested too deep');
  if (Array.isArray(value)) return `[${Array.from(value, (one) => textOf(one, depth + 1)).join(',')}]`;
  return recordText(value, depth);
}

function recordText(value: object, depth: number): string {
  if (!isRecord(value)) throw new TypeError('Not a plain object');
  const parts: string[] = [];
  for (const key of Object.keys(value).sort()) {
    parts.push(`${JSON.stringify(key)}:${textOf(value[key], depth + 1)}`);
  }
  return `{${parts.join(',')}}`;
}

/** Whether it is a plain object (of any realm), the only kind of object that JSON gives. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Whether canonicalJson would take it. Faster than asking for the text, and never throws. */
export function isJson(value: unknown, depth = 0): value is Json {
  if (typeof value !== 'object' || value === null) return isScalar(value);
  if (depth >= MAX_DEPTH) return false;
  if (Array.isArray(value)) return isEach(value, (one) => isJson(one, depth + 1));
  return isRecord(value) && isEach(Object.keys(value), (key) => isJson(value[key as string], depth + 1));
}

/** Whether two JSON values have the same canonical text; the order of keys says nothing. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((one, index) => sameJson(one, b[index]));
  }
  if (!isRecord(a) || !isRecord(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key], b[key]))
  );
}

/** Order by code unit: the same on every device, whatever its language. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
