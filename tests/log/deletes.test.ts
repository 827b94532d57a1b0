import { describe, expect, test } from 'vitest';
import type { Commit } from '../../src/log/commit';
import {
  deleteOperation,
  DELETED,
  deletionOf,
  restoreOperation,
  unseenEdits,
  wasDeletedWith,
} from '../../src/log/deletes';
import { foldAll } from '../../src/log/fold';
import { entityOf } from '../../src/log/state';
import type { Entity } from '../../src/log/state';
import { aWriter } from '../support/commits';

function seen(commits: readonly Commit[], id = 'act:1'): Entity {
  const entity = entityOf(foldAll(commits), id);
  if (!entity) throw new Error(`Nothing is known of ${id}`);
  return entity;
}

function fate(commits: readonly Commit[], id = 'act:1'): string {
  return deletionOf(seen(commits, id));
}

describe('a delete (merge.md 2, rule 6)', () => {
  const ana = aWriter('ana');
  const luis = aWriter('luis');
  const made = ana.set('act:1', { name: 'Mesas', status: 'x' });
  const child = ana.set('ind:1', { activity: 'act:1' });
  const removed = ana.write([deleteOperation('act:1', seen([made]))]);
  const edited = luis.set('act:1', { name: 'Mesas nuevas' }, [made]);

  test('lists what the person saw, field by field', () => {
    expect(removed.ops[0]?.set[DELETED]).toEqual({ name: [made.id], status: [made.id] });
  });

  test('hides what nobody else touched, and only that', () => {
    expect(fate([made])).toBe('live');
    expect(fate([made, removed])).toBe('deleted');
    expect(fate([made, child, removed], 'ind:1')).toBe('live');
  });

  test('does not hide a value that the person had not seen, and says which', () => {
    expect(fate([made, removed, edited])).toBe('contested');
    const unseen = unseenEdits(seen([made, removed, edited]));
    expect(unseen.map(({ field, head }) => [field, head.value])).toEqual([['name', 'Mesas nuevas']]);
    expect(unseenEdits(seen([made, removed]))).toEqual([]);
    const added = luis.set('act:1', { newField: 1 });
    expect(fate([made, removed, added])).toBe('contested');
  });

  test('counts a head for its own field alone', () => {
    const both = luis.set('act:2', { name: 'a', status: 'b' });
    const half = ana.write([{ e: 'act:2', fields: { [DELETED]: { value: { name: [both.id] }, over: [] } } }]);
    expect(fate([both, half], 'act:2')).toBe('contested');
  });

  test('hides when several deletes together saw everything', () => {
    const again = luis.write([deleteOperation('act:1', seen([made, edited]))]);
    expect(fate([made, removed, edited, again])).toBe('deleted');
  });

  test('is taken back by a restore, and a later delete stands again', () => {
    const restored = luis.write([restoreOperation('act:1', seen([made, removed]))]);
    expect(fate([made, removed, restored])).toBe('live');
    const again = ana.write([deleteOperation('act:1', seen([made, removed, restored]))]);
    expect(fate([made, removed, restored, again])).toBe('deleted');
  });

  test('of two things in one commit is told from deletes apart, also when one of them was deleted again', () => {
    const both = ana.write([
      deleteOperation('act:1', seen([made, child])),
      deleteOperation('ind:1', seen([made, child], 'ind:1')),
    ]);
    const again = luis.write([deleteOperation('act:1', seen([made, child, edited, both]))]);
    const apart = luis.write([deleteOperation('ind:1', seen([made, child], 'ind:1'))]);
    const restored = luis.write([restoreOperation('ind:1', seen([made, child, both], 'ind:1'))]);
    const isTogether = (...commits: Commit[]) => wasDeletedWith(seen(commits, 'ind:1'), seen(commits));
    expect(isTogether(made, child, both, edited)).toBe(true);
    expect(isTogether(made, child, both, edited, again)).toBe(true);
    expect(isTogether(made, child, removed, apart)).toBe(false);
    expect(isTogether(made, child, both, restored)).toBe(false);
  });

  test('is contested by a restore that had not seen it: the entity stays visible', () => {
    const restored = luis.write([restoreOperation('act:1', seen([made, removed]))]);
    const apart = aWriter('zoe').write([deleteOperation('act:1', seen([made, removed]))]);
    expect(fate([made, removed, restored, apart])).toBe('contested');
  });

  test.each([true, 7, null, 'yes'])('of a form that is not known (%s) hides nothing', (value) => {
    const odd = aWriter('new').write([{ e: 'act:1', fields: { [DELETED]: { value, over: [] } } }]);
    expect(fate([made, odd])).toBe('live');
    expect(fate([made, removed, odd])).toBe('contested');
  });

  test('with lists of a form that is not known hides nothing', () => {
    const value = { name: made.id, status: [7, null] };
    const odd = aWriter('new').write([{ e: 'act:1', fields: { [DELETED]: { value, over: [] } } }]);
    expect(fate([made, odd])).toBe('contested');
  });

  test('copes with a field by the name of what every object has', () => {
    const odd = luis.set('act:3', { toString: 1 });
    const blind = ana.write([{ e: 'act:3', fields: { [DELETED]: { value: {}, over: [] } } }]);
    expect(fate([odd, blind], 'act:3')).toBe('contested');
  });
});
