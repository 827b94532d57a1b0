import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactScale, decimalsOf, roundPercent, sumExact, toScaled } from '../../src/domain/decimal';

/** What a person types: an integer with its decimal sign moved. */
const typed = fc
  .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 0, max: 6 }))
  .map(([integer, decimals]) => ({ integer, decimals, value: Number(`${integer}e-${decimals}`) }));

describe('scaled integers', () => {
  it('counts the decimals of the shortest text', () => {
    expect([0, 21, 0.3, 9.52, -1.005, 1e21, 1e-7, NaN].map(decimalsOf)).toEqual([0, 0, 1, 2, 3, 0, 7, 0]);
    fc.assert(
      fc.property(typed, ({ value }) => {
        const [, decimals = ''] = /\.(\d+)$/.exec(value.toFixed(6).replace(/\.?0+$/, '')) ?? [];
        expect(decimalsOf(value)).toBe(decimals.length);
      }),
    );
  });

  it('keeps what a person typed to the digit', () => {
    fc.assert(
      fc.property(typed, ({ integer, decimals, value }) => {
        expect(toScaled(value, decimals) + 0).toBe(integer + 0);
      }),
    );
  });

  it('adds decimals as on paper', () => {
    expect(sumExact([0.1, 0.2])).toBe(0.3);
    expect(sumExact([0.3, -0.2])).toBe(0.1);
    expect(sumExact([])).toBe(0);
    fc.assert(
      fc.property(fc.array(typed, { maxLength: 40 }), (numbers) => {
        const millionths = numbers.reduce(
          (sum, { integer, decimals }) => sum + integer * 10 ** (6 - decimals),
          0,
        );
        expect(sumExact(numbers.map(({ value }) => value))).toBe(millionths / 1e6 + 0);
      }),
    );
  });

  it('gives no scale to numbers too long to be exact together, and still adds them', () => {
    expect(exactScale([0.125, 0.1, 0.25, 0.125], 1, 3, 3)).toBe(2);
    expect(exactScale([1 / 3, 21])).toBeNull();
    expect(sumExact([1 / 3, 1 / 3, 1 / 3])).toBeCloseTo(1, 12);
  });
});

describe('roundPercent', () => {
  it('keeps nine decimals, and no -0', () => {
    expect(roundPercent(100 / 3)).toBe(33.333333333);
    expect(roundPercent(40.49999999996)).toBe(40.5);
    expect(Object.is(roundPercent(-1e-12), 0)).toBe(true);
    expect(roundPercent(1e300)).toBe(1e300);
    expect(roundPercent(NaN)).toBeNaN();
  });
});
