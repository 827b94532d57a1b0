import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { prepareSnapshot } from '../../src/commands/exportSnapshot';
import { mergeSnapshotBytes } from '../../src/commands/snapshotWork';
import { decodeSnapshot, encodeSnapshot } from '../../src/formats/snapshot';
import { gapsIn } from '../../src/log/chains';
import type { Commit } from '../../src/log/commit';
import { fold, foldAll } from '../../src/log/fold';
import { canonicalJson } from '../../src/log/json';
import { inFileOrder } from '../../src/log/order';
import { EMPTY_STATE, entityOf } from '../../src/log/state';
import type { LogState } from '../../src/log/state';
import { EMPTY_LOG, mergeCommits } from '../../src/log/union';
import { readCommits } from '../../src/storage/commitStore';
import { db, openDatabase } from '../../src/storage/database';
import { readQuarantine } from '../../src/storage/quarantine';
import { readState } from '../../src/storage/stateStore';
import { histories, PATIENCE_MS, PLAN, SAMPLED } from '../support/histories';
import type { World } from '../support/histories';
import { standing, viewOf, viewOfState } from '../support/oracle';
import { valueOf } from '../support/tablets';

const STORED = { ...SAMPLED, numRuns: Math.ceil(SAMPLED.numRuns / 5) };
const EXPORTED_AT = '2026-04-01T00:00:00.000Z';

let opened = 0;

async function aDevice(): Promise<void> {
  opened += 1;
  await openDatabase(`exchange-${opened}`);
}

function bytesOf(commits: readonly Commit[]): Uint8Array {
  const about = { plan: PLAN, exportedAt: EXPORTED_AT, exportedBy: { device: 'far', person: '' } };
  const whole = { ...about, quarantine: [], state: foldAll(commits), commits };
  return new TextEncoder().encode(encodeSnapshot(whole));
}

function isKnownToNobodyHere({ sv }: Commit): boolean {
  return sv > 1;
}

/** A history and files of any subsets of it, which together hold all of it. */
const subsets = histories.chain((world) => {
  const some = fc.array(fc.subarray(world.written), { maxLength: 4 });
  return fc.record({ world: fc.constant(world), files: some, last: fc.shuffledSubarray(world.written) });
});

function filesOf({ world, files, last }: { world: World; files: Commit[][]; last: Commit[] }): Commit[][] {
  const brought = new Set([...files.flat(), ...last]);
  return [...files, world.written.filter((one) => !brought.has(one)), last];
}

describe('exchange by files', { timeout: PATIENCE_MS * 4 }, () => {
  test('invariant 13: files of any subsets: before the last no change is missing, after it all is as in one', () => {
    fc.assert(
      fc.property(subsets, (given) => {
        let [log, state] = [EMPTY_LOG, EMPTY_STATE];
        const arrived = new Set<string>();
        for (const file of filesOf(given)) {
          const read = valueOf(decodeSnapshot(bytesOf(file), 'plan.json'));
          const merged = mergeCommits(log, read.log);
          [log, state] = [merged.log, fold(state, merged.added)];
          for (const { id } of file) arrived.add(id);
          expect(new Set(log.commits.keys())).toEqual(arrived);
          expect(viewOfState(state)).toBe(viewOf(log.commits.values()));
          // What is awaited is told as long as it is: a commit that a held one follows.
          const awaits = [...log.commits.values()].some(({ after }) => after !== PLAN && !arrived.has(after));
          expect(gapsIn(log.commits, read.heads).length > 0).toBe(awaits);
        }
        expect(viewOfState(state)).toBe(viewOf(given.world.written));
      }),
      { ...SAMPLED, numRuns: Math.ceil(SAMPLED.numRuns / 2) },
    );
  });

  test('invariant 14: what an app does not know it stores, hands on unchanged, and folds', async () => {
    await fc.assert(
      fc.asyncProperty(histories.filter(hasNewer), async (world) => {
        await aDevice();
        const older = valueOf(await mergeSnapshotBytes(bytesOf(world.written), 'plan.json'));
        const handedOn = valueOf(await prepareSnapshot(older.copy)).file.bytes;
        db().close();
        await aDevice();
        const newer = valueOf(await mergeSnapshotBytes(handedOn, 'plan.json'));
        const held = inFileOrder(await readCommits(newer.copy));
        expect(canonicalJson(held)).toBe(canonicalJson(inFileOrder(world.written)));
        expect(await readQuarantine(newer.copy)).toEqual([]);
        expectFolded(world, await readState(newer.copy));
        db().close();
      }),
      STORED,
    );
  });
});

/** What the newer app wrote stands by its heads, ready for whoever knows what it means. */
function expectFolded(world: World, state: LogState): void {
  for (const { ops } of world.written.filter(isKnownToNobodyHere)) {
    const [mood, unknown] = ops.map(({ e }) => e);
    if (!mood || !unknown) throw new Error('A newer commit sets two things');
    const heads = entityOf(state, mood)
      ?.get('mood')
      ?.heads.map(({ id }) => id);
    expect([...(heads ?? [])].sort()).toEqual(
      standing(world, mood, 'mood')
        .map(({ id }) => id)
        .sort(),
    );
    expect(entityOf(state, unknown)?.get('form')?.heads[0]?.value).toEqual({ a: [1, null] });
  }
}

function hasNewer({ written }: World): boolean {
  return written.some(isKnownToNobodyHere);
}
