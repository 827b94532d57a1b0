import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawnNumber, sampleOf } from '../../src/domain/sample';

const anyIds = fc.uniqueArray(fc.string({ maxLength: 12 }), { maxLength: 40 });
const anySeed = fc.string({ maxLength: 12 });

describe('a sample', () => {
  test('is as large as asked, or all there is, each once and of the ids', () => {
    fc.assert(
      fc.property(anyIds, fc.nat(50), anySeed, (ids, size, seed) => {
        const sample = sampleOf([...ids, ...ids], size, seed);
        expect(sample).toHaveLength(Math.min(size, ids.length));
        expect(new Set(sample).size).toBe(sample.length);
        expect(sample.every((id) => ids.includes(id))).toBe(true);
      }),
    );
  });

  test('is the same for a seed, in whatever order the ids are given', () => {
    const shuffled = anyIds.chain((ids) =>
      fc.tuple(fc.constant(ids), fc.shuffledSubarray(ids, { minLength: ids.length })),
    );
    fc.assert(
      fc.property(shuffled, fc.nat(50), anySeed, ([ids, others], size, seed) => {
        expect(sampleOf(others, size, seed)).toEqual(sampleOf(ids, size, seed));
      }),
    );
  });

  test('grows with its size, and an id that leaves moves at most one of the others', () => {
    fc.assert(
      fc.property(anyIds, fc.nat(40), anySeed, (ids, size, seed) => {
        const sample = sampleOf(ids, size, seed);
        expect(sampleOf(ids, size + 1, seed).slice(0, sample.length)).toEqual(sample);
        const without = sampleOf(ids.slice(1), size, seed);
        expect(sample.filter((id) => id !== ids[0] && !without.includes(id))).toEqual([]);
      }),
    );
  });

  test('is none for a size below one', () => {
    expect([sampleOf(['a', 'b'], 0, 's'), sampleOf(['a', 'b'], -1, 's')]).toEqual([[], []]);
  });

  test('is of nobody in particular: each id and each pair of them is drawn as often as the others', () => {
    const ids = Array.from({ length: 20 }, (_, place) => `meas:${place}:20230101-20230331`);
    const [seeds, size] = [4000, 5];
    const times = new Map<string, number>();
    const add = (key: string) => times.set(key, (times.get(key) ?? 0) + 1);
    for (let seed = 0; seed < seeds; seed += 1) {
      const sample = [...sampleOf(ids, size, `corte ${seed}`)].sort();
      sample.forEach((id, place) => {
        add(id);
        for (const other of sample.slice(place + 1)) add(`${id} ${other}`);
      });
    }
    // Five deviations of what chance alone gives: 1 in 4 are drawn, and 1 in 19 pairs.
    const isNear = (found: number, chance: number) =>
      Math.abs(found - seeds * chance) < 5 * Math.sqrt(seeds * chance * (1 - chance));
    expect(times.size).toBe(20 + 190);
    for (const [key, found] of times) expect(isNear(found, key.includes(' ') ? 1 / 19 : 1 / 4)).toBe(true);
  });
});

describe('the number that a text draws', () => {
  test('changes half of its bits when one letter does', () => {
    const bitsOf = (value: number) => value.toString(2).replaceAll('0', '').length;
    const changed = Array.from({ length: 2000 }, (_, place) =>
      bitsOf((drawnNumber(`a${place}x`) ^ drawnNumber(`a${place}y`)) >>> 0),
    );
    const mean = changed.reduce((sum, bits) => sum + bits, 0) / changed.length;
    expect(Math.abs(mean - 16)).toBeLessThan(0.5);
    expect(Math.min(...changed)).toBeGreaterThan(2);
  });
});
