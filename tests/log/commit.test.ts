import { describe, expect, test } from 'vitest';
import { composeCommit, parseCommitId, verifyCommit } from '../../src/log/commit';
import type { CommitDraft } from '../../src/log/commit';
import { MAX_DEPTH } from '../../src/log/json';
import { idOf, JUNK } from '../support/forgeries';
import { PLAN } from '../support/histories';

const WALL = Date.UTC(2026, 5, 14, 9, 21, 7, 123);
const SEEN = { id: 'p0x2.31.AAAAAAAAAAAAAAAA', at: '2026-06-01T00:00:00.000Z' };

function aDraft(part: Partial<CommitDraft> = {}): CommitDraft {
  const ops = [{ e: 'act:7f3kd', fields: { name: { value: 'Mesas', over: [] } } }];
  return { device: 'k3f9a2mt', seq: 1, after: PLAN, wall: WALL, by: 'p:ana', ops, ...part };
}

/** A commit with a true hash, whatever else is wrong with it. */
function signed(part: object, device = 'k3f9a2mt', seq = 1): unknown {
  const content = {
    after: PLAN,
    device,
    at: '2026-06-14T09:21:07.123Z',
    by: 'p:ana',
    sv: 1,
    ops: [],
    ...part,
  };
  return { id: idOf(device, seq, content), ...content };
}

function reasonOf(raw: unknown): string {
  const verdict = verifyCommit(raw);
  return verdict.ok ? 'ok' : verdict.reason;
}

describe('composeCommit', () => {
  test('writes what merge.md 1 shows', () => {
    const commit = composeCommit(
      aDraft({
        ops: [
          {
            e: 'act:7f3kd',
            fields: { status: { value: 'delayed', over: [SEEN, SEEN] }, name: { value: 'Mesas', over: [] } },
          },
        ],
        in: 'mtg:7c2',
        why: 'import',
        src: { name: 'plan.xlsx' },
      }),
    );
    expect(commit).toEqual({
      id: commit.id,
      after: PLAN,
      device: 'k3f9a2mt',
      at: '2026-06-14T09:21:07.123Z',
      by: 'p:ana',
      in: 'mtg:7c2',
      why: 'import',
      src: { name: 'plan.xlsx' },
      sv: 1,
      ops: [{ e: 'act:7f3kd', set: { status: 'delayed', name: 'Mesas' }, was: { status: [SEEN.id] } }],
    });
    const { id, ...content } = commit;
    expect(id).toBe(idOf('k3f9a2mt', 1, content));
    expect(JSON.parse(JSON.stringify(commit))).toEqual(commit);
  });

  test('gives one text to one save, in whatever order the form gives the heads', () => {
    const other = { id: 'a0x2.1.AAAAAAAAAAAAAAAA', at: '2026-06-02T00:00:00.000Z' };
    const over = (heads: (typeof SEEN)[]) =>
      composeCommit(aDraft({ ops: [{ e: 'x', fields: { f: { value: 1, over: heads } } }] }));
    expect(over([SEEN, other])).toEqual(over([other, SEEN]));
  });

  test.each([
    [60_000, undefined],
    [60_001, '2026-06-14T09:21:07.123Z'],
  ])('says what the wall clock read when the stamp is more than a minute off (%i ms)', (ahead, wall) => {
    const at = new Date(WALL + ahead).toISOString();
    const commit = composeCommit(
      aDraft({ ops: [{ e: 'x', fields: { f: { value: 1, over: [{ ...SEEN, at }] } } }] }),
    );
    expect(commit.at).toBe(`${at}+1`);
    expect(commit.wall).toBe(wall);
  });

  test('follows the plan first, then the own last commit', () => {
    const first = composeCommit(aDraft());
    expect(composeCommit(aDraft({ seq: 2, after: first.id })).after).toBe(first.id);
    const stranger = 'p0x2.1.AAAAAAAAAAAAAAAA';
    for (const link of [
      { seq: 1, after: first.id },
      { seq: 2, after: PLAN },
      { seq: 3, after: first.id },
    ]) {
      expect(() => composeCommit(aDraft(link))).toThrow(TypeError);
    }
    expect(() => composeCommit(aDraft({ seq: 2, after: stranger }))).toThrow(TypeError);
    expect(() => composeCommit(aDraft({ after: '' }))).toThrow(TypeError);
  });

  test('refuses one field of one entity twice, and a save of nothing', () => {
    const op = { e: 'x', fields: { f: { value: 1, over: [] } } };
    expect(() => composeCommit(aDraft({ ops: [op, { e: 'y', fields: op.fields }, op] }))).toThrow(TypeError);
    expect(() =>
      composeCommit(aDraft({ ops: [op, { e: 'x', fields: { g: { value: 1, over: [] } } }] })),
    ).not.toThrow();
    expect(() => composeCommit(aDraft({ ops: [] }))).toThrow(TypeError);
    expect(() => composeCommit(aDraft({ ops: [{ e: 'x', fields: {} }] }))).toThrow(TypeError);
  });

  test.each(['__proto__', 'constructor', 'prototype'])('refuses the name %s wherever it stands', (name) => {
    const field = { value: 1, over: [] };
    const named = (value: unknown) => Object.fromEntries([[name, value]]);
    const drafts = [
      [{ e: name, fields: { f: field } }],
      [{ e: 'x', fields: named(field) as typeof field extends never ? never : Record<string, typeof field> }],
      [{ e: 'x', fields: { f: { value: [{ a: named(1) as Record<string, number> }], over: [] } } }],
    ];
    for (const ops of drafts) expect(() => composeCommit(aDraft({ ops }))).toThrow('forbiddenName');
    const mentioned = `{"${name}":1}`;
    expect(() =>
      composeCommit(aDraft({ ops: [{ e: 'x', fields: { f: { ...field, value: mentioned } } }] })),
    ).not.toThrow();
    expect(() =>
      composeCommit(aDraft({ ops: [{ e: 'x', fields: { [`extra/${name}`]: field } }] })),
    ).not.toThrow();
  });

  test('refuses values that JSON would change, and device ids of another make', () => {
    const ops = (value: unknown) => [{ e: 'x', fields: { f: { value: value as number, over: [] } } }];
    expect(() => composeCommit(aDraft({ ops: ops(Number.NaN) }))).toThrow(TypeError);
    expect(() => composeCommit(aDraft({ ops: ops(undefined) }))).toThrow(TypeError);
    for (const device of ['', 'A', 'a.b', 'a b'])
      expect(() => composeCommit(aDraft({ device }))).toThrow(TypeError);
  });

  test('takes a field by a name that every object has', () => {
    const commit = composeCommit(
      aDraft({ ops: [{ e: 'x', fields: { valueOf: { value: 1, over: [SEEN] } } }] }),
    );
    expect(commit.ops[0]?.was).toEqual({ valueOf: [SEEN.id] });
  });
});

describe('verifyCommit', () => {
  test('takes unknown keys at every level, and hashes them', () => {
    const raw = signed({ sv: 7, ops: [{ e: 'x', set: {}, note: [1] }], place: { lat: 4.6 } });
    const verdict = verifyCommit(raw);
    expect(verdict).toEqual({ ok: true, commit: raw });
    expect(reasonOf({ ...(raw as object), place: { lat: 4.7 } })).toBe('altered');
    expect(reasonOf(JSON.parse(JSON.stringify(raw)))).toBe('ok');
  });

  test('does not mind the order of keys', () => {
    const commit = composeCommit(aDraft());
    expect(reasonOf(Object.fromEntries(Object.entries(commit).reverse()))).toBe('ok');
  });

  test.each(JUNK.map((thing) => [JSON.stringify(thing), thing]))('refuses %s', (_, thing) => {
    expect(verifyCommit(thing).ok).toBe(false);
  });

  test.each<[string, object]>([
    ['no author', { by: 5 }],
    ['no schema version', { sv: '1' }],
    ['a fraction of a version', { sv: 1.5 }],
    ['no stamp', { at: 'today' }],
    ['no predecessor', { after: 7 }],
    ['no operations', { ops: { e: 'x' } }],
    ['an operation that is none', { ops: [[]] }],
    ['no entity', { ops: [{ e: 5, set: {} }] }],
    ['no fields', { ops: [{ e: 'x', set: [] }] }],
    ['an overwritten list that is none', { ops: [{ e: 'x', set: {}, was: { f: 'id' } }] }],
    ['overwritten names that are none', { ops: [{ e: 'x', set: {}, was: { f: [5] } }] }],
    ['overwriting that is no object', { ops: [{ e: 'x', set: {}, was: [] }] }],
    [
      'one field twice',
      {
        ops: [
          { e: 'x', set: { f: 1 } },
          { e: 'x', set: { f: 2 } },
        ],
      },
    ],
    ['no link', { after: 'k3f9a2mt.3.AAAAAAAAAAAAAAAA' }],
  ])('refuses a true hash over a wrong shape: %s', (_, part) => {
    expect(reasonOf(signed({ ops: [{ e: 'x', set: {} }] }))).toBe('ok');
    expect(reasonOf(signed(part))).toBe('malformed');
  });

  test('refuses forbidden names in what others made, with a true hash', () => {
    const trap = JSON.parse('{"__proto__":{"by":"x"}}') as object;
    expect(reasonOf(signed({ ops: [{ e: 'x', set: trap }] }))).toBe('forbiddenName');
    expect(reasonOf(signed({ ops: [{ e: 'constructor', set: {} }] }))).toBe('forbiddenName');
    expect(reasonOf(signed({ more: [{ prototype: 1 }] }))).toBe('forbiddenName');
  });

  test('refuses, without running out of stack, what is nested too deep or is no number', () => {
    let deep: unknown = 1;
    for (let i = 0; i <= MAX_DEPTH; i += 1) deep = [deep];
    const { id } = composeCommit(aDraft());
    const base = { id, after: PLAN, device: 'k3f9a2mt', at: '2026-06-14T09:21:07.123Z', by: '', sv: 1 };
    expect(reasonOf({ ...base, ops: [{ e: 'x', set: { f: deep } }] })).toBe('malformed');
    expect(reasonOf({ ...base, ops: [{ e: 'x', set: { f: Infinity } }] })).toBe('malformed');
  });

  test('refuses a commit under another device, number or hash', () => {
    const first = composeCommit(aDraft());
    const { hash } = parseCommitId(first.id) ?? { hash: '' };
    const second = composeCommit(aDraft({ seq: 2, after: first.id }));
    expect(second).not.toHaveProperty('device');
    expect(reasonOf({ ...first, id: `other.1.${hash}` })).toBe('malformed');
    expect(reasonOf({ ...first, id: `other.1.${hash}`, device: 'other' })).toBe('altered');
    expect(reasonOf({ ...second, id: `other.2.${parseCommitId(second.id)?.hash}` })).toBe('malformed');
    expect(reasonOf({ ...second, id: `k3f9a2mt.3.${parseCommitId(second.id)?.hash}` })).toBe('malformed');
    expect(reasonOf({ ...second, id: `k3f9a2mt.2.${hash}` })).toBe('altered');
  });
});

test('parseCommitId reads device, number and hash, and nothing else', () => {
  expect(parseCommitId('k3f9a2mt.214.Ab3xQ9-d_w1ZkL4p')).toEqual({
    device: 'k3f9a2mt',
    seq: 214,
    hash: 'Ab3xQ9-d_w1ZkL4p',
  });
  const none = [
    '',
    PLAN,
    'a.0.AAAAAAAAAAAAAAAA',
    'a.01.AAAAAAAAAAAAAAAA',
    'a.1.AAAA',
    'a.1.AAAAAAAAAAAAAAA!',
    'A.1.AAAAAAAAAAAAAAAA',
    'a.1.AAAAAAAAAAAAAAAA.x',
  ];
  expect(none.map(parseCommitId)).toEqual(none.map(() => null));
});
