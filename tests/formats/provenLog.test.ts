import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { provenBackwards } from '../../src/formats/provenLog';
import type { Prover } from '../../src/formats/provenLog';
import { decodeSnapshot, decodeSnapshotWith, encodeSnapshot } from '../../src/formats/snapshot';
import { logIn } from '../../src/formats/snapshotLines';
import { verifyCommit } from '../../src/log/commit';
import { foldAll } from '../../src/log/fold';
import { EMPTY_LOG, mergeCommits } from '../../src/log/union';
import type { Log } from '../../src/log/union';
import { aWriter } from '../support/commits';
import { histories, PATIENCE_MS, PLAN, SAMPLED } from '../support/histories';

const FILE = 'plan.json';
const NOTHING = EMPTY_LOG.commits;

function exported({ commits, quarantine }: Log): Uint8Array {
  const exportedBy = { device: 'k3f9a2mt', person: 'per:ana' };
  const all = [...commits.values()];
  const content = {
    plan: PLAN,
    exportedAt: '2026-06-14T12:00:00.000Z',
    exportedBy,
    commits: all,
    quarantine,
  };
  return new TextEncoder().encode(encodeSnapshot({ ...content, state: foldAll(all) }));
}

/** Says of some lines more each time it is asked, and nothing any more when the portions are over. */
function slowProver(bytes: Uint8Array, portions: readonly number[]): Prover {
  const found = [...provenBackwards(logIn(bytes) ?? new Uint8Array())].flatMap((some) => [...some]);
  const left = [...portions];
  return { heard: () => Promise.resolve([Uint8Array.from(found.splice(0, left.shift() ?? 0))]) };
}

/** A log of many lines, of which every tenth was altered. */
function longFile(lines: number): Uint8Array {
  const ana = aWriter('ana');
  const commits = Array.from({ length: lines }, (_, at) => ana.set('act:1', { name: `Mesa ${at}` }));
  const text = new TextDecoder().decode(exported(mergeCommits(EMPTY_LOG, commits).log));
  return new TextEncoder().encode(
    text.replaceAll(/(\{"id":"ana\.\d*0\..*"Mesa )(\d+"\}.*)/g, (_, a: string, b: string) => `${a}x${b}`),
  );
}

describe('a log that somebody else helps to prove', { timeout: PATIENCE_MS }, () => {
  test('is what it is without them, however much they say and whenever', async () => {
    const portions = fc.array(fc.nat(30), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(histories, fc.nat(), fc.nat(255), portions, async (world, where, byte, some) => {
        const log = mergeCommits(EMPTY_LOG, [...world.written, ...world.bad]).log;
        const bytes = exported(log);
        const altered = Uint8Array.from(bytes);
        altered[where % bytes.length] = byte;
        for (const file of [bytes, altered]) {
          for (const held of [NOTHING, log.commits]) {
            const alone = decodeSnapshot(file, FILE, held);
            expect(await decodeSnapshotWith(slowProver(file, some), file, FILE, { held })).toEqual(alone);
          }
        }
      }),
      SAMPLED,
    );
  });

  test.each([
    ['nothing', []],
    ['a little', [3, 0, 150]],
    ['much, late', [0, 0, 900]],
    ['all at once', [5000]],
    ['all, in many parts', Array.from({ length: 60 }, () => 37)],
  ])('is judged line by line as each would be by itself: %s is said', async (_, portions) => {
    const bytes = longFile(1200);
    const shares: number[] = [];
    const onshare = (share: number) => void shares.push(share);
    const read = await decodeSnapshotWith(slowProver(bytes, portions), bytes, FILE, { onshare });
    if (!read.ok) throw new Error(read.problem.code);
    const { log, sound } = read.value;
    expect(sound).toEqual(log.map((one) => verifyCommit(one).ok));
    expect(sound.filter((one) => !one)).toHaveLength(120);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  test('believes nobody who says that a line is proven of which no commit was read', async () => {
    const odd = { id: 'ana.1.AAAAAAAAAAAAAAAA', ops: 'none' };
    const text = new TextDecoder()
      .decode(longFile(1))
      .replace('"log":[\n', `"log":[\n${JSON.stringify(odd)},\n`);
    const bytes = new TextEncoder().encode(text);
    const liar: Prover = { heard: () => Promise.resolve([Uint8Array.of(1, 1)]) };
    const read = await decodeSnapshotWith(liar, bytes, FILE);
    expect(read.ok && read.value.sound).toEqual([false, true]);
  });

  test('cannot be told again where a number on one of its lines is beyond all numbers', async () => {
    const text = new TextDecoder().decode(longFile(3)).replace('"sv":1}', '"sv":1e999}');
    const bytes = new TextEncoder().encode(text);
    const broken = { ok: false, problem: { code: 'snapshotBroken', file: FILE } };
    for (const portions of [[], [1], [3]]) {
      expect(await decodeSnapshotWith(slowProver(bytes, portions), bytes, FILE)).toEqual(broken);
    }
    expect(decodeSnapshot(bytes, FILE)).toEqual(broken);
  });
});
