/**
 * A hybrid clock's reading: an ISO instant in milliseconds, then a counter when several steps fall in one
 * millisecond. `2026-06-14T09:21:07.123Z` or `2026-06-14T09:21:07.123Z+12`. One reading has one text.
 */
export type Stamp = string;

export interface StampParts {
  readonly ms: number;
  readonly counter: number;
}

const STAMP =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z(?:\+[1-9]\d{0,14})?$/;
const ISO_LENGTH = 24;
/** Every month has it. */
const LAST_SURE_DAY = '28';
const LAST_MS = Date.UTC(9999, 11, 31, 23, 59, 59, 999);
const LAST_COUNTER = 999_999_999_999_999;

/** Whether a text is a stamp: no other one is (also none of days that do not exist, `+0`, `+01`). */
export function isStamp(text: string): boolean {
  return STAMP.test(text) && (text.slice(8, 10) <= LAST_SURE_DAY || isDay(text.slice(0, 10)));
}

/** A day that does not exist is read as one of the next month. */
function isDay(date: string): boolean {
  return new Date(date).getUTCDate() === Number(date.slice(8));
}

/** The reading of a stamp, or null for any other text. */
export function parseStamp(text: string): StampParts | null {
  return isStamp(text) ? { ms: Date.parse(text.slice(0, ISO_LENGTH)), counter: counterOf(text) } : null;
}

export function formatStamp({ ms, counter }: StampParts): Stamp {
  const iso = new Date(ms).toISOString();
  return counter === 0 ? iso : `${iso}+${counter}`;
}

/** Earlier is negative. By (instant, counter): as bare text `+9` would come after `+10`. */
export function compareStamps(a: Stamp, b: Stamp): number {
  const isoA = a.slice(0, ISO_LENGTH);
  const isoB = b.slice(0, ISO_LENGTH);
  if (isoA !== isoB) return isoA < isoB ? -1 : 1;
  return counterOf(a) - counterOf(b);
}

function counterOf(stamp: Stamp): number {
  return stamp.length > ISO_LENGTH ? Number(stamp.slice(ISO_LENGTH + 1)) : 0;
}

/**
 * The stamp of a change: the wall clock, or one step after the latest value that it overwrites, whichever is
 * later (merge.md 1). Stamps of values that it does not overwrite have no say, so one wrong clock cannot spread.
 *
 * `wallMs` is clamped to the years 1970 to 9999. At the very end of the scale the stamp stays there: order
 * among changes never rests on it. Throws on a wall clock that is not a number or a stamp that is none.
 */
export function nextStamp(wallMs: number, overwritten: readonly Stamp[]): Stamp {
  if (Number.isNaN(wallMs)) throw new RangeError('The clock gave no number');
  const wall = { ms: Math.trunc(Math.min(Math.max(wallMs, 0), LAST_MS)), counter: 0 };
  const latest = overwritten.reduce<Stamp | null>(
    (best, one) => (best === null || compareStamps(one, best) > 0 ? one : best),
    null,
  );
  if (latest === null) return formatStamp(wall);
  const parts = parseStamp(latest);
  if (!parts) throw new RangeError(`Not a stamp: ${latest}`);
  return formatStamp(wall.ms > parts.ms ? wall : stepAfter(parts));
}

function stepAfter({ ms, counter }: StampParts): StampParts {
  if (counter < LAST_COUNTER) return { ms, counter: counter + 1 };
  return ms < LAST_MS ? { ms: ms + 1, counter: 0 } : { ms, counter };
}
