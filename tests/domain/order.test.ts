import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placesBefore, positionsBetween } from '../../src/domain/order';
import type { Placed } from '../../src/domain/order';

const inOrder = (texts: readonly string[]) => texts.every((text, at) => at === 0 || texts[at - 1]! < text);

describe('places in a list', () => {
  it('come in order between two others, however often one goes between the last two', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 4 })), { maxLength: 40 }),
        (steps) => {
          let places: string[] = ['n00000', 'n00001', 'n00002'];
          for (const [where, howMany] of steps) {
            const at = where % (places.length + 1);
            const added = positionsBetween(places[at - 1] ?? '', places[at] ?? '', howMany);
            places = [...places.slice(0, at), ...added, ...places.slice(at)];
          }
          expect(inOrder(places)).toBe(true);
        },
      ),
    );
  });

  it('stay short where everything is added at the end', () => {
    let last = 'n00011';
    for (let n = 0; n < 100; n++) [last = ''] = positionsBetween(last, '', 1);
    expect(last.length).toBeLessThan(40);
  });

  it('come after the first where two are the same', () => {
    const [place = ''] = positionsBetween('n1', 'n1', 1);
    expect(place > 'n1').toBe(true);
  });
});

/** The list as it stands after the change. */
function after(pos: ReadonlyMap<string, string>, placed: readonly Placed[]): readonly string[] {
  const now = new Map(pos);
  for (const one of placed) now.set(one.entity, one.pos);
  return [...now].sort(([, a], [, b]) => (a < b ? -1 : 1)).map(([id]) => id);
}

it('a list without places, or with one place twice, gets new ones where something has to go between', () => {
  const ids = ['a', 'b', 'c', 'd'];
  for (const places of [{}, { a: 'n1', b: 'n2', c: 'n2', d: 'n3' }, { a: 'n1', b: 'n2' }]) {
    const pos = new Map(Object.entries(places));
    const placed = placesBefore(ids, 'd', 'c', (id) => pos.get(id) ?? '');
    expect(after(new Map(ids.map((id) => [id, pos.get(id) ?? ''])), placed)).toEqual(['a', 'b', 'd', 'c']);
  }
});
