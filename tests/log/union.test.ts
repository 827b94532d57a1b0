import { describe, expect, test } from 'vitest';
import type { Commit } from '../../src/log/commit';
import { EMPTY_LOG, mergeCommits } from '../../src/log/union';
import { aWriter } from '../support/commits';

const commit = aWriter('ana').set('act:1', { status: 40 });
const forgery = { ...commit, ops: [{ e: 'act:1', set: { status: 90 } }] };
const trusting = (raw: unknown) => ({ ok: true as const, commit: raw as Commit });

describe('mergeCommits', () => {
  test('says what was new, known and refused', () => {
    const first = mergeCommits(EMPTY_LOG, [commit, commit, forgery, forgery, 7]);
    expect(first.added).toEqual([commit]);
    expect(first.known).toBe(1);
    expect(first.quarantined.map(({ reason, raw }) => [reason, raw])).toEqual([
      ['altered', forgery],
      ['malformed', 7],
    ]);
    expect(first.collided).toEqual([]);
    expect(EMPTY_LOG.commits.size).toBe(0);
    const second = mergeCommits(first.log, [forgery, commit]);
    expect([second.added, second.known, second.quarantined]).toEqual([[], 1, []]);
  });

  test.each([
    ['before', [forgery, commit]],
    ['after', [commit, forgery]],
  ])('keeps the true value when a forged copy comes %s', (_, order) => {
    const { commits, quarantine } = order.reduce((log, one) => mergeCommits(log, [one]).log, EMPTY_LOG);
    expect([...commits.values()]).toEqual([commit]);
    expect(quarantine.map(({ raw }) => raw)).toEqual([forgery]);
  });

  test('knows a commit whose keys come in another order', () => {
    const { log } = mergeCommits(EMPTY_LOG, [commit]);
    const turned = Object.fromEntries(Object.entries(commit).reverse());
    expect(mergeCommits(log, [turned]).known).toBe(1);
  });

  test('of two valid commits with one id keeps neither, and says that the state must be folded afresh', () => {
    const held = mergeCommits(EMPTY_LOG, [commit]).log;
    const merged = mergeCommits(held, [forgery], trusting);
    expect(merged.collided).toEqual([commit.id]);
    expect(merged.added).toEqual([]);
    expect(merged.log.commits.size).toBe(0);
    expect(merged.log.quarantine.map(({ reason }) => reason)).toEqual(['collision', 'collision']);
    const later = mergeCommits(merged.log, [commit, forgery, { ...commit, by: 'p:z' }], trusting);
    expect(later.log.commits.size).toBe(0);
    expect(later.log.quarantine).toHaveLength(3);
    expect([later.added, later.collided]).toEqual([[], []]);
  });

  test('a collision within one file adds neither', () => {
    const merged = mergeCommits(EMPTY_LOG, [commit, forgery], trusting);
    expect([merged.added, merged.log.commits.size]).toEqual([[], 0]);
  });

  test('refuses to be given what is not JSON', () => {
    expect(() => mergeCommits(EMPTY_LOG, [() => 1])).toThrow(TypeError);
  });
});
