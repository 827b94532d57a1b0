import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placesBefore, positionsBetween } from '../../src/domain/order';
import type { Chance, Placed } from '../../src/domain/order';

const inOrder = (texts: readonly string[]) => texts.every((text, at) => at === 0 || texts[at - 1]! < text);

/** Chance that a test can repeat: each seed gives the same numbers. */
function seeded(seed: number): Chance {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
const chances = fc.oneof(
  fc.nat().map(seeded),
  fc.constantFrom(
    () => 0,
    () => 0.999999,
  ),
);

describe('places in a list', () => {
  it('come in order between two others, however often one goes between the last two', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 4 })), { maxLength: 40 }),
        chances,
        (steps, chance) => {
          let places: string[] = ['n00000', 'n00001', 'n00002'];
          for (const [where, howMany] of steps) {
            const at = where % (places.length + 1);
            const added = positionsBetween(places[at - 1] ?? '', places[at] ?? '', howMany, chance);
            places = [...places.slice(0, at), ...added, ...places.slice(at)];
          }
          expect(inOrder(places)).toBe(true);
        },
      ),
    );
  });

  it('stay short where everything is added at the end', () => {
    for (let seed = 0; seed < 50; seed++) {
      const chance = seeded(seed);
      let last = 'n00011';
      for (let n = 0; n < 100; n++) [last = ''] = positionsBetween(last, '', 1, chance);
      expect(last.length).toBeLessThan(40);
    }
  });

  it('are others on each tablet, also where both put something in the same place', () => {
    const [one, other] = [7, 8].map((seed) => positionsBetween('n00001', 'n00002', 3, seeded(seed)));
    expect(new Set([...(one ?? []), ...(other ?? [])]).size).toBe(6);
  });
});

/** The list as it stands after the change: by place, then by id, and last what has no place. */
function after(pos: ReadonlyMap<string, string>, placed: readonly Placed[]): readonly string[] {
  const now = new Map(pos);
  for (const one of placed) now.set(one.entity, one.pos);
  const keyOf = ([id, place]: readonly [string, string]) => `${place === '' ? '~' : place} ${id}`;
  return [...now].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)).map(([id]) => id);
}

describe('something put before another one of its list', () => {
  // Few places, so that many are equal; none is like two tablets that placed apart.
  const lists = fc.array(fc.constantFrom('', 'n1', 'n2', 'n3'), { minLength: 1, maxLength: 8 });

  it('stands there, and leaves the others in their order', () => {
    fc.assert(
      fc.property(lists, fc.nat(), fc.nat(), chances, (places, from, to, chance) => {
        const pos = new Map(places.map((place, at) => [`id${at}`, place]));
        const ids = after(pos, []);
        const moved = ids[from % ids.length]!;
        const others = ids.filter((id) => id !== moved);
        const before = others[to % (others.length + 1)] ?? null;
        const posOf = (id: string) => pos.get(id) ?? '';
        const placed = placesBefore(ids, moved, before, { posOf, chance });
        const at = before === null ? others.length : others.indexOf(before);
        expect(after(pos, placed)).toEqual(others.toSpliced(at, 0, moved));
      }),
    );
  });

  it.each([
    ['alone, where there is room', ['n1', 'n2', 'n3', 'n4'], ['e']],
    ['with what has the same place as the one before', ['n1', 'n2', 'n2', 'n3'], ['e', 'c']],
    ['alone, before what has no place', ['n1', 'n2', '', ''], ['e']],
    ['with those before it that have no place', ['n1', '', '', ''], ['b', 'e']],
  ])('gets a place %s', (_what, places, expected) => {
    const ids = ['a', 'b', 'c', 'd'];
    const posOf = (id: string) => places[ids.indexOf(id)] ?? '';
    const placed = placesBefore(ids, 'e', 'c', { posOf, chance: seeded(1) });
    expect(placed.map(({ entity }) => entity)).toEqual(expected);
  });
});
