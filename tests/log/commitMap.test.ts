import { expect, test } from 'vitest';
import type { Commit } from '../../src/log/commit';
import { composeCommit } from '../../src/log/commit';
import { CommitMap } from '../../src/log/commitMap';

const [one, two, three, four] = ['dev1', 'dev2', 'dev3', 'dev4'].map((device) =>
  composeCommit({
    device,
    seq: 1,
    after: 'pl_map',
    wall: 0,
    by: 'p:1',
    ops: [{ e: 'act:1', fields: { name: { value: device, over: [] } } }],
  }),
) as [Commit, Commit, Commit, Commit];

test('what grows from a map leaves it as it was', () => {
  const first = CommitMap.of([one]);
  const second = first.with([two]);
  expect([...first]).toEqual([[one.id, one]]);
  expect(first.has(two.id)).toBe(false);
  expect([...second.values()]).toEqual([one, two]);
  expect(second.get(two.id)).toBe(two);
});

test('two that grow from the same map know nothing of each other', () => {
  const first = CommitMap.of([one]);
  const left = first.with([two, three]);
  const right = first.with([four, three]);
  expect([...left.keys()]).toEqual([one.id, two.id, three.id]);
  expect([...right.keys()]).toEqual([one.id, four.id, three.id]);
  expect([...left.with([four]).values()]).toEqual([one, two, three, four]);
});

test('what is held already is not taken twice', () => {
  const map = CommitMap.of([one, one]).with([one, two]);
  expect([map.size, ...map.values()]).toEqual([2, one, two]);
});
