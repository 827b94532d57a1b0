import { describe, expect, test } from 'vitest';
import type { Commit } from '../../src/log/commit';
import { conflictOf, conflictsIn, displayValue, resolve } from '../../src/log/conflicts';
import { deleteOperation, DELETED } from '../../src/log/deletes';
import { foldAll } from '../../src/log/fold';
import type { Json } from '../../src/log/json';
import { entityOf } from '../../src/log/state';
import type { Register } from '../../src/log/state';
import { aWriter } from '../support/commits';
import { classOf } from '../support/histories';

const CLASSES = ['human', 'auto', 'set', 'appendOnly'] as const;

/** Two people write apart, the second one later. */
function apart(field: string, first: Json, second: Json): Commit[] {
  return [
    aWriter('ana').set('act:1', { [field]: first }, [], 1),
    aWriter('luis').set('act:1', { [field]: second }, [], 2),
  ];
}

function registerOf(commits: readonly Commit[], field: string): Register {
  const register = entityOf(foldAll(commits), 'act:1')?.get(field);
  if (!register) throw new Error(`Nothing is known of ${field}`);
  return register;
}

describe('two values written apart', () => {
  const register = registerOf(apart('f', 5, 7), 'f');

  test('are a conflict for a person, with both values, who and when; the latest is shown meanwhile', () => {
    expect(conflictOf('act:1', 'f', register, 'human')).toEqual({
      entityId: 'act:1',
      field: 'f',
      heads: register.heads,
    });
    expect(register.heads.map(({ value, by, at }) => [value, by, at])).toEqual([
      [7, 'p:luis', '2026-04-01T00:02:00.000Z'],
      [5, 'p:ana', '2026-04-01T00:01:00.000Z'],
    ]);
    expect(displayValue(register, 'human')).toBe(7);
  });

  test('settle themselves in fields of class auto and set', () => {
    const found = CLASSES.map((fieldClass) => conflictOf('act:1', 'f', register, fieldClass) !== null);
    expect(found).toEqual([true, false, false, true]);
  });

  test('are none when they are equal, though both stay in history', () => {
    const same = registerOf(apart('f', { k: 'value', v: 5 }, { v: 5, k: 'value' }), 'f');
    expect(same.heads).toHaveLength(2);
    expect(conflictOf('act:1', 'f', same, 'human')).toBeNull();
  });

  test('are one also when only the third differs', () => {
    const three = [...apart('f', 5, 5), aWriter('zoe').set('act:1', { f: 6 }, [], 0)];
    expect(conflictOf('act:1', 'f', registerOf(three, 'f'), 'human')?.heads).toHaveLength(3);
  });

  test('"5" and "no aplica" are one', () => {
    const report = registerOf(apart('report', { k: 'value', v: 5 }, { k: 'notApplicable' }), 'report');
    expect(conflictOf('act:1', 'report', report, 'human')).not.toBeNull();
  });
});

describe('displayValue', () => {
  test('shows an element that anyone has in the set', () => {
    for (const values of [
      [true, false],
      [false, true],
    ]) {
      const [first = null, second = null] = values;
      const register = registerOf(apart('resp/pty:a', first, second), 'resp/pty:a');
      expect(displayValue(register, 'set')).toBe(true);
      expect(displayValue(register, 'human')).toBe(second);
    }
    expect(displayValue(registerOf(apart('f', false, false), 'f'), 'set')).toBe(false);
  });

  test('knows nothing of a field without a value', () => {
    expect(displayValue({ heads: [], covered: [] }, 'human')).toBeUndefined();
  });
});

describe('conflictsIn', () => {
  test('names each field by its class', () => {
    const commits = ['status', 'pos', 'resp/pty:a'].flatMap((field) =>
      [aWriter(`a${field.length}`), aWriter(`b${field.length}`)].map((writer, i) =>
        writer.set('act:1', { [field]: i === 0 }),
      ),
    );
    expect(conflictsIn(foldAll(commits), classOf).map(({ field }) => field)).toEqual(['status']);
  });

  test('asks nothing about what is deleted, and asks about what is deleted and edited', () => {
    const [first, second] = apart('status', 5, 7);
    if (!first || !second) throw new Error('Two commits were made');
    const zoe = aWriter('zoe');
    const entity = entityOf(foldAll([first, second]), 'act:1') ?? new Map();
    const removed = zoe.write([deleteOperation('act:1', entity)]);
    expect(conflictsIn(foldAll([first, second, removed]), classOf)).toEqual([]);
    const edited = aWriter('eva').set('act:1', { name: 'x' });
    const found = conflictsIn(foldAll([first, second, removed, edited]), classOf);
    expect(found.map(({ field }) => field)).toEqual([DELETED, 'status']);
  });

  test('asks nothing about what settles itself and was deleted and edited', () => {
    const made = aWriter('ana').set('act:1', { pos: 'a' });
    const entity = entityOf(foldAll([made]), 'act:1') ?? new Map();
    const removed = aWriter('zoe').write([deleteOperation('act:1', entity)]);
    const edited = aWriter('eva').set('act:1', { pos: 'b' }, [made]);
    const state = foldAll([made, removed, edited]);
    expect(conflictsIn(state, classOf).map(({ field }) => field)).toEqual([DELETED]);
    expect(conflictsIn(state, () => 'auto')).toEqual([]);
  });

  test('two deletes apart are no question, though they saw different things', () => {
    const made = aWriter('ana').set('act:1', { name: 'a' });
    const entity = entityOf(foldAll([made]), 'act:1') ?? new Map();
    const edited = aWriter('eva').set('act:1', { name: 'b' }, [made]);
    const later = entityOf(foldAll([made, edited]), 'act:1') ?? new Map();
    const both = [
      aWriter('x').write([deleteOperation('act:1', entity)]),
      aWriter('y').write([deleteOperation('act:1', later)]),
    ];
    expect(conflictsIn(foldAll([made, edited, ...both]), classOf)).toEqual([]);
  });
});

describe('resolve', () => {
  test('is a change over all that was shown; two decisions apart are a conflict again', () => {
    const commits = apart('status', 5, 7);
    const [conflict] = conflictsIn(foldAll(commits), classOf);
    if (!conflict) throw new Error('There was a conflict');
    const [eva, zoe] = [
      aWriter('eva').write([resolve(conflict, 5)]),
      aWriter('zoe').write([resolve(conflict, 9)]),
    ];
    expect(eva.ops[0]?.was?.['status']).toEqual(commits.map(({ id }) => id).sort());
    expect(conflictsIn(foldAll([...commits, eva]), classOf)).toEqual([]);
    const again = conflictsIn(foldAll([...commits, eva, zoe]), classOf);
    expect(again.map(({ heads }) => heads.map(({ value }) => value).sort())).toEqual([[5, 9]]);
  });
});
