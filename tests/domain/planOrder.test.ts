import { describe, expect, it } from 'vitest';
import { activitiesIn, itemsIn } from '../../src/domain/parents';
import { planFrom as read } from '../support/entities';

describe('the parts of a plan', () => {
  it('are shown also where their parents are missing', () => {
    const plan = read({
      'ind:1': { activity: 'act:gone', name: 'Huérfano' },
      'ind:2': {},
      'act:2': { item: 'itm:x' },
    });
    expect(plan.indicators.map(({ id, activity, item }) => [id, activity.id, item.id])).toEqual([
      ['ind:1', 'act:gone', ''],
      ['ind:2', '', ''],
    ]);
    expect(plan.activities.map(({ id }) => id)).toEqual(['act:gone', '', 'act:2']);
    expect([...plan.missingParents].sort()).toEqual(['', 'act:gone']);
    expect(activitiesIn(plan).map(({ id }) => id)).toEqual(['act:2']);
    expect(itemsIn(plan)).toEqual([]);
  });

  it('go by place, then by id, and last what has no place', () => {
    const plan = read({ 'ind:1': {}, 'ind:4': { pos: 'b' }, 'ind:3': { pos: 'b' }, 'ind:2': { pos: 'Z' } });
    expect(plan.indicators.map(({ id }) => id)).toEqual(['ind:2', 'ind:3', 'ind:4', 'ind:1']);
  });

  it('go by their parents first: what two tablets moved apart does not interleave', () => {
    const plan = read({
      'itm:2': { pos: 'a' },
      'itm:1': { pos: 'b' },
      'act:1': { item: 'itm:1', pos: 'a' },
      'act:3': { item: 'itm:2', pos: 'c' },
      'act:2': { item: 'itm:2', pos: 'b' },
      'ind:1': { activity: 'act:1', pos: 'b' },
      'ind:2': { activity: 'act:2', pos: 'a' },
      'ind:3': { activity: 'act:3', pos: 'c' },
      'ind:4': { activity: 'act:2', pos: 'd' },
      'ind:5': { activity: 'act:3', pos: 'a' },
      'ind:6': { activity: 'act:gone', pos: 'a' },
    });
    expect(plan.activities.map(({ id }) => id)).toEqual(['act:2', 'act:3', 'act:1', 'act:gone']);
    const rows = ['ind:2', 'ind:4', 'ind:5', 'ind:3', 'ind:1', 'ind:6'];
    expect(plan.indicators.map(({ id }) => id)).toEqual(rows);
  });
});
