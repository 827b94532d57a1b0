import { describe, expect, test } from 'vitest';
import {
  chainHeads,
  clockWarnings,
  commitsOfPlan,
  forksIn,
  gapsIn,
  isForeignTripwire,
} from '../../src/log/chains';
import type { Commit } from '../../src/log/commit';
import { inFileOrder } from '../../src/log/order';
import { aWriter } from '../support/commits';
import { PLAN } from '../support/histories';

function chain(device: string, length: number, plan = PLAN): Commit[] {
  const writer = aWriter(device, plan);
  return Array.from({ length }, (_, i) => writer.set('act:1', { status: i }));
}

function byId(commits: readonly Commit[]): Map<string, Commit> {
  return new Map(commits.map((commit) => [commit.id, commit]));
}

function without(commits: readonly Commit[], ...numbers: number[]): Map<string, Commit> {
  return byId(commits.filter((_, index) => !numbers.includes(index + 1)));
}

/** Two tablets under one device id, that went apart after `common` commits. */
function copiedTablet(common: number): { shared: Commit[]; left: Commit; right: Commit } {
  const [one, twin] = [aWriter('tab'), aWriter('tab')];
  const shared = Array.from({ length: common }, (_, i) => one.set('act:1', { status: i }));
  for (let i = 0; i < common; i += 1) twin.set('act:1', { status: i });
  return { shared, left: one.set('act:1', { status: 'l' }), right: twin.set('act:1', { status: 'r' }) };
}

test('the order in a file is by device, number and id: ten comes after nine', () => {
  const { shared, left, right } = copiedTablet(9);
  const all = [...chain('b', 11), ...chain('a', 2), ...shared, left, right];
  const ids = inFileOrder([...all].reverse()).map(({ id }) => id.split('.').slice(0, 2).join('.'));
  const numbers = (device: string, last: number) =>
    Array.from({ length: last }, (_, i) => `${device}.${i + 1}`);
  expect(ids).toEqual([...numbers('a', 2), ...numbers('b', 11), ...numbers('tab', 10), 'tab.10']);
  expect(inFileOrder([left, right])).toEqual(inFileOrder([right, left]));
});

describe('chainHeads', () => {
  test('is the last commit of each device', () => {
    const [a, b] = [chain('a', 3), chain('b', 12)];
    expect(chainHeads([...b, ...a])).toEqual(
      new Map([
        ['a', [{ seq: 3, id: a[2]?.id }]],
        ['b', [{ seq: 12, id: b[11]?.id }]],
      ]),
    );
    expect(chainHeads([])).toEqual(new Map());
  });

  test('has two of a copied tablet', () => {
    const { shared, left, right } = copiedTablet(2);
    expect(
      chainHeads([...shared, left, right])
        .get('tab')
        ?.map(({ id }) => id),
    ).toEqual([left.id, right.id].sort());
  });
});

describe('gapsIn', () => {
  const commits = chain('tab', 12);

  test('tells which changes of which tablet are awaited', () => {
    expect(gapsIn(byId(commits))).toEqual([]);
    expect(gapsIn(without(commits, 3, 4, 5, 9))).toEqual([
      { device: 'tab', from: 3, to: 5 },
      { device: 'tab', from: 9, to: 9 },
    ]);
    expect(gapsIn(without(commits, 1, 2))).toEqual([{ device: 'tab', from: 1, to: 2 }]);
  });

  test('sees what is missing at the end by the heads that a file claims', () => {
    const heads = chainHeads([...commits, ...chain('other', 2)]);
    expect(gapsIn(without(commits, 4, 11, 12))).toEqual([{ device: 'tab', from: 4, to: 4 }]);
    expect(gapsIn(without(commits, 4, 11, 12), heads)).toEqual([
      { device: 'other', from: 1, to: 2 },
      { device: 'tab', from: 4, to: 4 },
      { device: 'tab', from: 11, to: 12 },
    ]);
    expect(gapsIn(byId(commits), chainHeads(commits))).toEqual([]);
  });

  test('sees the missing branch of a copied tablet though the other has that number', () => {
    const { shared, left, right } = copiedTablet(2);
    expect(gapsIn(byId([...shared, left]), chainHeads([...shared, left, right]))).toEqual([
      { device: 'tab', from: 3, to: 3 },
    ]);
  });

  test('tells overlapping losses as one', () => {
    const claimed = new Map([
      [
        'tab',
        [
          { seq: 5, id: 'tab.5.AAAAAAAAAAAAAAAA' },
          { seq: 7, id: 'tab.7.AAAAAAAAAAAAAAAA' },
        ],
      ],
    ]);
    expect(gapsIn(byId(commits.slice(0, 2)), claimed)).toEqual([{ device: 'tab', from: 3, to: 7 }]);
  });

  test('ignores claims that name no commit', () => {
    expect(gapsIn(byId(commits), new Map([['tab', [{ seq: 99, id: 'nonsense' }]]]))).toEqual([]);
  });
});

describe('forksIn', () => {
  test('tells where a copied tablet went apart, also at its very first commit', () => {
    const { shared, left, right } = copiedTablet(2);
    expect(forksIn([...shared, left])).toEqual([]);
    const ids = [left.id, right.id].sort();
    expect(forksIn([right, ...shared, left])).toEqual([{ device: 'tab', after: shared[1]?.id, ids }]);
    const first = copiedTablet(0);
    expect(forksIn([first.left, first.right]).map(({ after }) => after)).toEqual([PLAN]);
    expect(forksIn([...chain('a', 3), ...chain('b', 3)])).toEqual([]);
  });
});

describe('clockWarnings', () => {
  const writer = aWriter('tab');
  const [early, late, back] = [
    writer.set('act:1', { status: 1 }, [], 0),
    writer.set('act:2', { status: 2 }, [], 60),
    writer.set('act:3', { status: 3 }, [], 30),
  ];
  const all = byId([early, late, back]);

  test('flags a clock more than ten minutes after the file was made, once, by the worst', () => {
    expect(clockWarnings(all, '2026-04-01T00:50:00.000Z').filter(({ kind }) => kind === 'ahead')).toEqual([]);
    expect(clockWarnings(all, '2026-04-01T00:10:00.000Z').filter(({ kind }) => kind === 'ahead')).toEqual([
      { device: 'tab', kind: 'ahead', id: late.id, byMs: 50 * 60_000 },
    ]);
  });

  test('flags a clock that runs backwards along the chain', () => {
    expect(clockWarnings(all, '2026-04-02T00:00:00.000Z')).toEqual([
      { device: 'tab', kind: 'backwards', id: back.id, byMs: 30 * 60_000 },
    ]);
    expect(clockWarnings(byId([early, late]), '2026-04-02T00:00:00.000Z')).toEqual([]);
  });

  test('does not blame a tablet for the stamp of a value that it wrote over', () => {
    const far = aWriter('far').set('act:1', { status: 1 }, [], 10_000);
    const good = aWriter('good');
    const over = good.set('act:1', { status: 2 }, [far], 0);
    const next = good.set('act:2', { status: 2 }, [], 1);
    expect(over.at > far.at).toBe(true);
    const found = clockWarnings(byId([far, over, next]), '2026-04-01T00:05:00.000Z');
    expect(found.map(({ device }) => device)).toEqual(['far']);
  });
});

describe('commitsOfPlan', () => {
  test('parts off chains that begin at another plan, to their end', () => {
    const [own, foreign] = [chain('a', 3), chain('b', 3, 'pl_other')];
    const parted = commitsOfPlan(PLAN, byId([...foreign, ...own]));
    expect(parted.own.map(({ id }) => id)).toEqual(own.map(({ id }) => id));
    expect(parted.foreign.map(({ id }) => id)).toEqual(foreign.map(({ id }) => id));
  });

  test('gives a chain without its beginning the benefit of the doubt', () => {
    expect(commitsOfPlan(PLAN, without(chain('b', 3, 'pl_other'), 1)).foreign).toEqual([]);
  });
});

describe('isForeignTripwire', () => {
  test('trips on a commit with my device id that I do not hold, and on nothing else', () => {
    const { shared, left, right } = copiedTablet(2);
    const own = { device: 'tab', head: left.id };
    const all = byId([...shared, left, right]);
    expect(isForeignTripwire(own, all, chain('other', 2))).toBe(false);
    expect(isForeignTripwire(own, all, [right])).toBe(true);
    expect(isForeignTripwire({ ...own, device: 'other' }, all, [right])).toBe(false);
    expect(isForeignTripwire({ device: 'tab', head: null }, all, shared)).toBe(true);
  });

  test('is no alarm where what was lost of my own chain comes back', () => {
    const { shared, left } = copiedTablet(2);
    const all = byId([...shared, left]);
    expect(isForeignTripwire({ device: 'tab', head: left.id }, all, [...shared, left])).toBe(false);
  });
});
