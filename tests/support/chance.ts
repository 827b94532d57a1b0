/** Chance that comes out the same for the same seed, on every machine. */
export interface Chance {
  /** A whole number from 0 up to, but not, `limit`. */
  readonly below: (limit: number) => number;
  /** True as often as `share` of the times. */
  readonly is: (share: number) => boolean;
  readonly pick: <T>(items: readonly T[]) => T;
}

/** Mulberry32: small, and good enough to mix things up. */
export function aChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const pick = <T>(items: readonly T[]): T => {
    const found = items[below(items.length)];
    if (found === undefined) throw new RangeError('Nothing to pick from');
    return found;
  };
  return { below, is: (share) => next() < share, pick };
}
