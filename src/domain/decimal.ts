import type { Percent } from './percent';

/** Beyond this many decimals a number is the trace of a division, not something that a person typed. */
const MAX_DECIMALS = 15;
const POWERS = Array.from({ length: MAX_DECIMALS + 1 }, (_, decimals) => Number(`1e${decimals}`));
const NINE_DECIMALS = 1e9;
/** From here on a double has no ninth decimal to round to. */
const COARSE = 4e6;

/** How many decimals the shortest text of a number has: 0 for 21, 1 for 0.3; at most 15. */
export function decimalsOf(value: number): number {
  if (Number.isInteger(value) || !Number.isFinite(value)) return 0;
  for (let decimals = 1; decimals < MAX_DECIMALS; decimals++) {
    const power = powerOfTen(decimals);
    if (Math.round(value * power) / power === value) return decimals;
  }
  return MAX_DECIMALS;
}

/**
 * The decimals at which the numbers from one place to another, and two more, become integers whose sum is
 * still exact (domain.md A6.12); null when they do not fit in 53 bits together, as the third of something
 * does not.
 */
export function exactScale(
  values: ArrayLike<number>,
  from = 0,
  to = values.length,
  another = 0,
  yetAnother = 0,
): number | null {
  let scale = Math.max(decimalsOf(another), decimalsOf(yetAnother));
  let magnitude = Math.abs(another) + Math.abs(yetAnother);
  for (let place = from; place < to; place++) {
    const value = values[place]!;
    if (!Number.isInteger(value)) scale = Math.max(scale, decimalsOf(value));
    magnitude += Math.abs(value);
  }
  return magnitude * powerOfTen(scale) > Number.MAX_SAFE_INTEGER ? null : scale;
}

/** The number as an integer of that many decimals: 0.3 with 1 decimal is 3. */
export function toScaled(value: number, scale: number): number {
  return Math.round(value * powerOfTen(scale));
}

/** 10 to the number of decimals, 0 to 15. */
export function powerOfTen(decimals: number): number {
  return POWERS[decimals] ?? 1;
}

/** The exact decimal sum: 0.1 and 0.2 give 0.3. Numbers too long for that are added as they are. */
export function sumExact(values: readonly number[]): number {
  const scale = exactScale(values);
  if (scale === null) return values.reduce((sum, value) => sum + value, 0);
  const total = values.reduce((sum, value) => sum + toScaled(value, scale), 0);
  return total / powerOfTen(scale);
}

/** A percent at 9 decimals, half up, as it is banded, compared and printed (domain.md A6.12). */
export function roundPercent(percent: Percent): Percent {
  if (Math.abs(percent) > COARSE) return percent;
  // Adding 0 turns the -0 that rounding leaves into 0.
  return Math.round(percent * NINE_DECIMALS) / NINE_DECIMALS + 0;
}

/** A percent or points with the one decimal that is printed, half up and away from 0 (domain.md A6.1, A6.12). */
export function toTenths(percent: Percent): Percent {
  const size = Math.round(Math.abs(percent) * NINE_DECIMALS);
  const unit = NINE_DECIMALS / 10;
  const tenths = Math.floor((size + unit / 2) / unit) / 10;
  return (percent < 0 ? -tenths : tenths) + 0;
}
