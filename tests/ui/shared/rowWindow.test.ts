import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gapsOf, rowAt, rowsWithin, slotsFor, topsOf } from '../../../src/ui/shared/rowWindow';

const tops = topsOf(Float64Array.of(10, 30, 20, 40, 10), 7);
const none = topsOf(new Float64Array(0), 7);

describe('a list that draws only what is near', () => {
  it('knows where each row begins and the list ends', () => {
    expect([...tops]).toEqual([0, 10, 40, 60, 100, 110]);
    expect([...none]).toEqual([0]);
    expect([...topsOf(Float64Array.of(10, NaN, 20, NaN), 7)]).toEqual([0, 10, 17, 37, 44]);
  });

  it('knows the row at a height, its first and last beyond its ends', () => {
    expect([-50, 0, 9, 10, 39, 40, 109, 110, 900].map((height) => rowAt(tops, height))).toEqual([
      0, 0, 0, 1, 1, 2, 4, 4, 4,
    ]);
    expect(rowAt(none, 3)).toBe(-1);
  });

  it('draws what lies within a span, and what holds the keyboard with its neighbours', () => {
    expect(rowsWithin(tops, { from: 12, to: 55 }, -1)).toEqual([1, 2]);
    expect(rowsWithin(tops, { from: 12, to: 55 }, 1)).toEqual([0, 1, 2]);
    expect(rowsWithin(tops, { from: 12, to: 55 }, 2)).toEqual([1, 2, 3]);
    expect(rowsWithin(tops, { from: 105, to: 109 }, 0)).toEqual([0, 1, 4]);
    expect(rowsWithin(tops, { from: 0, to: 5 }, 4)).toEqual([0, 3, 4]);
    expect(rowsWithin(none, { from: 0, to: 9 }, 0)).toEqual([]);
  });

  it('leaves the room of the rows that are not drawn', () => {
    expect(gapsOf(tops, [0, 2])).toEqual([0, 30, 50]);
    expect(gapsOf(tops, [0, 1, 2, 3, 4])).toEqual([0, 0, 0, 0, 0, 0]);
    expect(gapsOf(none, [])).toEqual([0]);
  });

  it('is as tall as all its rows, whatever is drawn of them', () => {
    const heights = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 40 });
    const height = fc.integer({ min: -500, max: 12_000 });
    fc.assert(
      fc.property(
        heights,
        height,
        fc.nat(2000),
        fc.integer({ min: -1, max: 45 }),
        (given, from, length, kept) => {
          const all = topsOf(Float64Array.from(given), 0);
          const rows = rowsWithin(all, { from, to: from + length }, kept);
          const drawn = rows.reduce((sum, row) => sum + (given[row] ?? 0), 0);
          const gaps = gapsOf(all, rows);
          expect(gaps.every((gap) => gap >= 0)).toBe(true);
          expect(drawn + gaps.reduce((sum, gap) => sum + gap, 0)).toBe(all.at(-1));
          const inSight = given
            .map((_, row) => row)
            .filter((row) => all[row + 1]! > from && all[row]! <= from + length);
          expect(rows).toEqual(expect.arrayContaining(inSight));
          expect([...rows].sort((a, b) => a - b)).toEqual(rows);
        },
      ),
    );
  });

  it('draws a row that comes in the place of one that went, and leaves the others where they are', () => {
    const first = slotsFor(['a', 'b', 'c'], new Map());
    expect([...first]).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 2],
    ]);
    const second = slotsFor(['b', 'd', 'c', 'e'], first);
    expect([...second]).toEqual([
      ['b', 1],
      ['d', 0],
      ['c', 2],
      ['e', 3],
    ]);
    const lists = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 20 }).map(String)), { minLength: 1 });
    fc.assert(
      fc.property(lists, (keys) => {
        let slots: ReadonlyMap<string, number> = new Map();
        for (const some of keys) {
          const next = slotsFor(some, slots);
          expect(new Set(next.values()).size).toBe(some.length);
          for (const key of some) if (slots.has(key)) expect(next.get(key)).toBe(slots.get(key));
          slots = next;
        }
        expect(Math.max(-1, ...slots.values())).toBeLessThan(
          Math.max(...keys.map(({ length }) => length)) * 2 + 1,
        );
      }),
    );
  });
});
