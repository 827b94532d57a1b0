import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Activity, Indicator, Plan, PlanItem } from '../../src/domain/model';
import { placesBefore, positionsBetween } from '../../src/domain/order';
import type { Placed } from '../../src/domain/order';
import { placeActivity, placeIndicator, placeItem } from '../../src/domain/planOrder';
import { anIndicator, aPlan } from '../support/builders';

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

/** Items, activities and indicators as `1`, `1.1`, `1.1.1`, each with the place of its number in its list. */
function planOf(shape: readonly (readonly number[])[]): { plan: Plan; pos: Map<string, string> } {
  const indicators: Indicator[] = [];
  const activities: Activity[] = [];
  const items: PlanItem[] = [];
  shape.forEach((rows, i) => {
    items.push(anIndicator({ item: { id: `itm:${i}` } }).item);
    rows.forEach((many, a) => {
      const of = { item: { id: `itm:${i}` }, activity: { id: `act:${i}.${a}` } };
      activities.push(anIndicator(of).activity);
      for (let k = 0; k < many; k++) indicators.push(anIndicator({ ...of, id: `ind:${i}.${a}.${k}` }));
    });
  });
  const pos = new Map<string, string>();
  for (const list of [items, activities, indicators]) {
    list.forEach(({ id }, at) => pos.set(id, `n0000${at.toString(36)}`));
  }
  return { plan: aPlan({ items, activities, indicators }), pos };
}

const shapes = fc.array(fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 3 }), {
  minLength: 1,
  maxLength: 4,
});

/** The ids of a kind as they stand after the change. */
function after(pos: ReadonlyMap<string, string>, placed: readonly Placed[], kind: string): readonly string[] {
  const now = new Map(pos);
  for (const one of placed) now.set(one.entity, one.pos);
  return [...now]
    .filter(([id]) => id.startsWith(kind))
    .sort(([, a], [, b]) => (a < b ? -1 : 1))
    .map(([id]) => id);
}

it('a list without places, or with one place twice, gets new ones where something has to go between', () => {
  const ids = ['a', 'b', 'c', 'd'];
  for (const places of [{}, { a: 'n1', b: 'n2', c: 'n2', d: 'n3' }, { a: 'n1', b: 'n2' }]) {
    const pos = new Map(Object.entries(places));
    const placed = placesBefore(ids, ['d'], 'c', (id) => pos.get(id) ?? '');
    expect(after(new Map(ids.map((id) => [id, pos.get(id) ?? ''])), placed, '')).toEqual([
      'a',
      'b',
      'd',
      'c',
    ]);
  }
});

describe('moving', () => {
  it('an item takes its activities and their rows along, and disturbs nothing else', () => {
    fc.assert(
      fc.property(shapes, fc.nat(), fc.nat(), (shape, from, to) => {
        const { plan, pos } = planOf(shape);
        const items = plan.items.map(({ id }) => id);
        const moved = items[from % items.length]!;
        const others = items.filter((id) => id !== moved);
        const before = others[to % (others.length + 1)] ?? null;
        const placed = placeItem(plan, moved, before, (id) => pos.get(id) ?? '');
        const order =
          before === null ? [...others, moved] : others.toSpliced(others.indexOf(before), 0, moved);
        expect(after(pos, placed, 'itm')).toEqual(order);
        const activities = order.flatMap((item) => plan.activities.filter((one) => one.itemId === item));
        expect(after(pos, placed, 'act')).toEqual(activities.map(({ id }) => id));
        const rows = activities.flatMap(({ id }) => plan.indicators.filter((one) => one.activity.id === id));
        expect(after(pos, placed, 'ind')).toEqual(rows.map(({ id }) => id));
      }),
    );
  });

  it('an activity goes before another one, or last of its item, with its rows', () => {
    const { plan, pos } = planOf([[2, 1], [1]]);
    const posOf = (id: string) => pos.get(id) ?? '';
    const up = placeActivity(plan, 'act:0.1', { item: 'itm:0', before: 'act:0.0' }, posOf);
    expect(after(pos, up, 'act')).toEqual(['act:0.1', 'act:0.0', 'act:1.0']);
    expect(after(pos, up, 'ind')).toEqual(['ind:0.1.0', 'ind:0.0.0', 'ind:0.0.1', 'ind:1.0.0']);
    const last = placeActivity(plan, 'act:0.0', { item: 'itm:0', before: null }, posOf);
    expect(after(pos, last, 'act')).toEqual(['act:0.1', 'act:0.0', 'act:1.0']);
    expect(after(pos, last, 'ind')).toEqual(['ind:0.1.0', 'ind:0.0.0', 'ind:0.0.1', 'ind:1.0.0']);
    const away = placeActivity(plan, 'act:0.0', { item: 'itm:1', before: null }, posOf);
    expect(after(pos, away, 'act')).toEqual(['act:0.1', 'act:1.0', 'act:0.0']);
    expect(after(pos, away, 'ind')).toEqual(['ind:0.1.0', 'ind:1.0.0', 'ind:0.0.0', 'ind:0.0.1']);
  });

  it('a new activity and a new indicator have their place at the end of what they belong to', () => {
    const { plan, pos } = planOf([[1, 0], [1]]);
    const posOf = (id: string) => pos.get(id) ?? '';
    const activity = placeActivity(plan, 'act:new', { item: 'itm:0', before: null }, posOf, ['ind:row']);
    expect(after(pos, activity, 'act')).toEqual(['act:0.0', 'act:0.1', 'act:new', 'act:1.0']);
    expect(after(pos, activity, 'ind')).toEqual(['ind:0.0.0', 'ind:row', 'ind:1.0.0']);
    for (const [of, order] of [
      ['act:0.0', ['ind:0.0.0', 'ind:new', 'ind:1.0.0']],
      ['act:0.1', ['ind:0.0.0', 'ind:new', 'ind:1.0.0']],
      ['act:1.0', ['ind:0.0.0', 'ind:1.0.0', 'ind:new']],
    ] as const) {
      const placed = placeIndicator(plan, 'ind:new', { activity: of, before: null }, posOf);
      expect(after(pos, placed, 'ind')).toEqual(order);
    }
  });
});
