import { describe, expect, test } from 'vitest';
import { canonicalState, decodeBucket, encodeBucket } from '../../src/log/bucketText';
import { fold, foldAll, touchedBuckets } from '../../src/log/fold';
import { BUCKETS, bucketOf, EMPTY_STATE, entitiesOf, entityOf } from '../../src/log/state';
import type { LogState } from '../../src/log/state';
import { aWriter } from '../support/commits';

function valuesOf(state: LogState, e: string, f: string): unknown[] {
  return (entityOf(state, e)?.get(f)?.heads ?? []).map(({ value }) => value);
}

describe('fold', () => {
  test('what somebody wrote over is gone, what nobody saw stands beside', () => {
    const [ana, luis] = [aWriter('ana'), aWriter('luis')];
    const first = ana.set('act:1', { name: 'a' });
    const second = ana.set('act:1', { name: 'b' }, [first]);
    const apart = luis.set('act:1', { name: 'c' }, [first]);
    expect(valuesOf(foldAll([first, second]), 'act:1', 'name')).toEqual(['b']);
    expect(valuesOf(foldAll([first, second, apart]), 'act:1', 'name').sort()).toEqual(['b', 'c']);
    const settled = luis.set('act:1', { name: 'd' }, [second, apart]);
    expect(valuesOf(foldAll([settled, apart, first, second]), 'act:1', 'name')).toEqual(['d']);
  });

  test('a value that comes after the one that overwrote it stays overwritten, and what it overwrote does too', () => {
    const ana = aWriter('ana');
    const first = ana.set('act:1', { name: 'a' });
    const second = ana.set('act:1', { name: 'b' }, [first]);
    const third = ana.set('act:1', { name: 'c' }, [second]);
    const late = fold(fold(foldAll([third]), [first]), []);
    // Without the one in between there may be a conflict too many, never a value too few.
    expect(valuesOf(late, 'act:1', 'name')).toEqual(['c', 'a']);
    expect(valuesOf(fold(late, [second]), 'act:1', 'name')).toEqual(['c']);
    expect(canonicalState(fold(late, [second]))).toBe(canonicalState(foldAll([first, second, third])));
  });

  test('an overwritten value does not come back when it is given again, also after storage', () => {
    const ana = aWriter('ana');
    const first = ana.set('act:1', { name: 'a' });
    const second = ana.set('act:1', { name: 'b' }, [first]);
    const state = foldAll([first, second]).map((bucket) => decodeBucket(encodeBucket(bucket)));
    expect(fold(state, [first, second])).toBe(state);
  });

  test('overwriting goes field by field, and entity by entity', () => {
    const ana = aWriter('ana');
    const first = ana.set('act:1', { name: 'a', status: 'x' });
    const second = ana.set('act:1', { name: 'b' }, [first]);
    const other = ana.set('act:2', { status: 'y' }, [first]);
    const state = foldAll([first, second, other]);
    expect(valuesOf(state, 'act:1', 'name')).toEqual(['b']);
    expect(valuesOf(state, 'act:1', 'status')).toEqual(['x']);
    expect(valuesOf(state, 'act:2', 'status')).toEqual(['y']);
    // One save of two fields, of which the person had seen one.
    const fields = { name: { value: 'c', over: [first] }, status: { value: 'z', over: [] } };
    const half = fold(state, [ana.write([{ e: 'act:1', fields }])]);
    expect(valuesOf(half, 'act:1', 'name')).toEqual(['c', 'b']);
    expect(valuesOf(half, 'act:1', 'status')).toEqual(['z', 'x']);
  });

  test('fields may bear names that every object has', () => {
    const ana = aWriter('ana');
    const first = ana.set('toString', { toString: 1, hasOwnProperty: 2 });
    const second = ana.set('toString', { toString: 3 }, [first]);
    const state = foldAll([first, second]);
    expect(valuesOf(state, 'toString', 'toString')).toEqual([3]);
    expect(valuesOf(state, 'toString', 'hasOwnProperty')).toEqual([2]);
    const fields = { toString: { value: 4, over: [second] }, valueOf: { value: 5, over: [] } };
    const next = fold(state, [ana.write([{ e: 'toString', fields }])]);
    expect(valuesOf(next, 'toString', 'toString')).toEqual([4]);
    expect(valuesOf(next, 'toString', 'valueOf')).toEqual([5]);
  });

  test('the best head is the latest, then the highest id; ten comes after nine', () => {
    const [ana, luis] = [aWriter('ana'), aWriter('luis')];
    const level = [ana.set('act:1', { name: 'a' }, [], 5), luis.set('act:1', { name: 'l' }, [], 5)];
    expect(valuesOf(foldAll(level), 'act:1', 'name')).toEqual(['l', 'a']);
    expect(valuesOf(foldAll([...level].reverse()), 'act:1', 'name')).toEqual(['l', 'a']);

    const steps = [ana.set('act:2', { name: 0 }, [], 9)];
    for (let i = 1; i <= 10; i += 1) steps.push(ana.set('act:2', { name: i }, steps.slice(-1), 0));
    const [nine, ten] = steps.slice(-2);
    if (!nine || !ten) throw new Error('Eleven steps were made');
    expect([nine.at.slice(-2), ten.at.slice(-3)]).toEqual(['+9', '+10']);
    const apart = { ...nine, id: 'zoe.9.AAAAAAAAAAAAAAAA' };
    expect(valuesOf(foldAll([apart, ten]), 'act:2', 'name')).toEqual([10, 9]);
  });

  test('replaces what changed and nothing else', () => {
    const ana = aWriter('ana');
    const ids = Array.from({ length: 400 }, (_, i) => `act:${i}`);
    const state = foldAll(ids.map((id) => ana.set(id, { name: 'a', status: 1 })));
    const text = canonicalState(state);
    const next = fold(state, [ana.set('act:7', { name: 'b' })]);
    expect(canonicalState(state)).toBe(text);
    const touched = bucketOf('act:7');
    next.forEach((bucket, index) => expect(bucket === state[index]).toBe(index !== touched));
    for (const id of ids) expect(entityOf(next, id) === entityOf(state, id)).toBe(id !== 'act:7');
    const [before, after] = [entityOf(state, 'act:7'), entityOf(next, 'act:7')];
    expect(after?.get('status')).toBe(before?.get('status'));
    expect(after?.get('name')).not.toBe(before?.get('name'));
  });

  test('gives the very same state when there is nothing new', () => {
    expect(fold(EMPTY_STATE, [])).toBe(EMPTY_STATE);
  });
});

describe('the parts of the state', () => {
  test('an entity lives in one part for ever', () => {
    // Stored states depend on these numbers.
    expect(['plan', 'act:1', 'meas:x:20230101-20230331', 'é'].map(bucketOf)).toEqual([18, 86, 127, 68]);
    const used = new Set(Array.from({ length: 5000 }, (_, i) => bucketOf(`ind:${i}`)));
    expect(used.size).toBe(BUCKETS);
  });

  test('touchedBuckets names what a fold may replace', () => {
    const ana = aWriter('ana');
    const field = { name: { value: 1, over: [] } };
    const both = ana.write([
      { e: 'plan', fields: field },
      { e: 'act:1', fields: field },
    ]);
    expect(touchedBuckets([both, ana.set('plan', { title: 'x' })])).toEqual([18, 86]);
    expect(touchedBuckets([])).toEqual([]);
  });

  test('entitiesOf walks all, or those of a kind, in an order that arrival has no part in', () => {
    const ana = aWriter('ana');
    const commits = ['act:2', 'ind:1', 'act:1', 'plan'].map((id) => ana.set(id, { name: id, b: 1, a: 2 }));
    const walked = (state: LogState) =>
      Array.from(entitiesOf(state), ([id, entity]) => [id, [...entity.keys()]]);
    expect(walked(foldAll(commits))).toEqual(walked(foldAll([...commits].reverse())));
    expect(walked(foldAll(commits))).toHaveLength(4);
    expect(Array.from(entitiesOf(foldAll(commits), 'act:'), ([id]) => id).sort()).toEqual(['act:1', 'act:2']);
  });

  test('a stored part is read back whole; a damaged one is refused', () => {
    const ana = aWriter('ana');
    const first = ana.set('act:1', { name: { z: 1, a: [null, 'ñ'] }, pos: 'a' });
    const bucket = foldAll([first, ana.set('act:1', { pos: 'b' }, [first])])[bucketOf('act:1')];
    if (!bucket) throw new Error('No such part');
    expect(decodeBucket(encodeBucket(bucket))).toEqual(bucket);
    expect(encodeBucket(decodeBucket(encodeBucket(bucket)))).toBe(encodeBucket(bucket));
    expect(() => decodeBucket('{"sources":[],"covered":[],"entities":[["x",[["f",[[0,1]],[]]]]]}')).toThrow(
      RangeError,
    );
    expect(() => decodeBucket('')).toThrow(SyntaxError);
  });
});
