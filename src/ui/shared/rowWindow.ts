// The arithmetic of a list that draws only the rows near what is in sight. Lengths in CSS pixels.

/** A row in the page. One that is parked answers no more, and waits unseen for the next to take its place. */
export interface DrawnRow<T> {
  readonly slot: number;
  readonly row: number;
  /** Of how many rows. */
  readonly of: number;
  /** The room above it of rows that are not drawn, in pixels. */
  readonly gap: number;
  readonly shown: T;
  readonly isParked: boolean;
}

/** A span of the list, from its own top. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Where each row begins, and after the last one where the list ends. NaN is a height that nobody has measured. */
export function topsOf(heights: Float64Array, typical: number): Float64Array {
  const tops = new Float64Array(heights.length + 1);
  for (let row = 0; row < heights.length; row++) {
    const height = heights[row]!;
    tops[row + 1] = tops[row]! + (Number.isNaN(height) ? typical : height);
  }
  return tops;
}

/** The row that lies at a height; the first above the list, the last below it. -1 in an empty list. */
export function rowAt(tops: Float64Array, height: number): number {
  let low = 0;
  let high = tops.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (tops[middle]! <= height) low = middle;
    else high = middle - 1;
  }
  return high < 0 ? -1 : low;
}

/**
 * The rows to draw, in order: those within a span, and the one that holds the keyboard with its neighbours,
 * which must be there when the keyboard moves on. `gapsOf` tells where they stand.
 */
export function rowsWithin(tops: Float64Array, { from, to }: Span, held: number): readonly number[] {
  const [first, last] = [rowAt(tops, from), rowAt(tops, to)];
  if (last < 0) return [];
  const rows = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const around =
    held < 0 ? [] : [held - 1, held, held + 1].filter((row) => row >= 0 && row < tops.length - 1);
  return [...around.filter((row) => row < first), ...rows, ...around.filter((row) => row > last)];
}

/** The room to leave before each drawn row, and after the last, in place of the rows that are not drawn. */
export function gapsOf(tops: Float64Array, rows: readonly number[]): readonly number[] {
  const ends = [0, ...rows.map((row) => tops[row + 1]!)];
  const begins = [...rows.map((row) => tops[row]!), tops[tops.length - 1]!];
  return begins.map((begin, at) => begin - ends[at]!);
}

/**
 * The slot that each key is drawn in: one that had a slot keeps it, the others take those that were left, and then
 * new ones. No two share one.
 */
export function slotsFor(
  keys: readonly string[],
  before: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const kept = new Map(
    keys.flatMap((key) => {
      const slot = before.get(key);
      return slot === undefined ? [] : [[key, slot] as const];
    }),
  );
  const taken = new Set(kept.values());
  const free = Array.from({ length: keys.length + taken.size }, (_, slot) => slot).filter(
    (slot) => !taken.has(slot),
  );
  return new Map(keys.map((key) => [key, kept.get(key) ?? free.shift()!]));
}
