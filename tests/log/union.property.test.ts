import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalState, decodeBucket, encodeBucket } from '../../src/log/bucketText';
import { canonicalJson } from '../../src/log/json';
import { verifyCommit } from '../../src/log/commit';
import type { Commit, Verdict } from '../../src/log/commit';
import { fold, foldAll } from '../../src/log/fold';
import { EMPTY_STATE } from '../../src/log/state';
import { EMPTY_LOG, mergeCommits } from '../../src/log/union';
import type { Log } from '../../src/log/union';
import { idOf } from '../support/forgeries';
import { histories, PATIENCE_MS, SAMPLED, save } from '../support/histories';
import { mergeAll, viewOf, viewOfState } from '../support/oracle';
import type { World } from '../support/histories';

/** A log as text: what is held and what is kept aside, in an order that arrival has no part in. */
function logText({ commits, quarantine }: Log): string {
  return canonicalJson([
    Object.fromEntries(commits),
    quarantine.map(({ key, reason, raw }) => [key, reason, raw]),
  ]);
}

function everything({ written, bad }: World): unknown[] {
  return [...written, ...bad];
}

/** The history, and all that was ever sent in some other order, part of it twice. */
const shuffled = histories.chain((world) => {
  const all = everything(world);
  const again = fc.subarray(all);
  const order = again.chain((twice) =>
    fc.shuffledSubarray([...all, ...twice], { minLength: all.length + twice.length }),
  );
  return fc.record({ world: fc.constant(world), order, size: fc.integer({ min: 1, max: 7 }) });
});

function inFiles(order: readonly unknown[], size: number): unknown[][] {
  return Array.from({ length: Math.ceil(order.length / size) }, (_, i) =>
    order.slice(i * size, (i + 1) * size),
  );
}

describe('merging', { timeout: PATIENCE_MS }, () => {
  test('invariant 1: any order, any repetition, one by one or in files, gives the same log and the same view', () => {
    fc.assert(
      fc.property(shuffled, ({ world, order, size }) => {
        const want = mergeAll(world);
        let log = EMPTY_LOG;
        let state = EMPTY_STATE;
        for (const file of inFiles(order, size)) {
          const merged = mergeCommits(log, file);
          log = merged.log;
          state = fold(state, merged.added);
        }
        expect(logText(log)).toBe(logText(want));
        expect(viewOfState(state)).toBe(viewOf(want.commits.values()));
      }),
      SAMPLED,
    );
  });

  test('invariant 2: it makes no difference which files were merged first', () => {
    fc.assert(
      fc.property(histories, ({ tablets: [a, b, c] }) => {
        if (!a || !b || !c) throw new Error('Three tablets at least');
        const all = ({ log }: { log: Log }) => [
          ...log.commits.values(),
          ...log.quarantine.map(({ raw }) => raw),
        ];
        const left = mergeCommits(mergeCommits(a.log, all(b)).log, all(c)).log;
        const right = mergeCommits(a.log, all(mergeCommits(b.log, all(c)))).log;
        expect(logText(left)).toBe(logText(right));
        expect(viewOf(left.commits.values())).toBe(viewOf(right.commits.values()));
      }),
      SAMPLED,
    );
  });

  test('invariant 3: every change ever written is in the log as it was written, and nothing else is', () => {
    fc.assert(
      fc.property(histories, (world) => {
        const before = world.written.map((commit) => JSON.stringify(commit));
        const log = mergeAll(world);
        expect(log.commits.size).toBe(world.written.length);
        expect(world.written.map(({ id }) => JSON.stringify(log.commits.get(id)))).toEqual(before);
        const kept = new Set(log.quarantine.map(({ raw }) => canonicalJson(raw)));
        expect(world.bad.map((thing) => kept.has(canonicalJson(thing)))).toEqual(world.bad.map(() => true));
        expect(kept.size).toBe(log.quarantine.length);
      }),
      SAMPLED,
    );
  });

  test('what is known already changes nothing and is counted', () => {
    fc.assert(
      fc.property(histories, (world) => {
        const log = mergeAll(world);
        const again = mergeCommits(log, everything(world));
        expect(again.log).toBe(log);
        expect(again.added).toEqual([]);
        expect(again.quarantined).toEqual([]);
        expect(again.known).toBe(world.written.length);
      }),
      SAMPLED,
    );
  });

  test('invariant 10: a forged copy goes to quarantine, before or after the true one, and changes no figure', () => {
    fc.assert(
      fc.property(histories, (world) => {
        const log = mergeAll(world);
        const backwards = mergeCommits(EMPTY_LOG, [...world.bad, ...world.written]).log;
        expect(logText(backwards)).toBe(logText(log));
        expect(viewOf(log.commits.values())).toBe(viewOf(world.written));
      }),
      SAMPLED,
    );
  });

  test('invariant 10: of valid commits that share an id none counts, in any order, also when more come later', () => {
    const scene = histories
      .filter(({ written }) => written.length > 0)
      .chain((world) =>
        fc.record({
          world: fc.constant(world),
          twins: fc.array(
            fc.record({ of: fc.nat(world.written.length - 1), by: fc.constantFrom('p:x', 'p:y') }),
            {
              minLength: 1,
              maxLength: 4,
            },
          ),
          ranks: fc.infiniteStream(fc.nat()),
        }),
      );
    fc.assert(
      fc.property(scene, ({ world, twins, ranks }) => {
        const made = twins.map(({ of, by }): Commit => ({ ...(world.written[of] as Commit), by }));
        const hit = new Set(made.map(({ id }) => id));
        const all = [...world.written, ...made];
        const mixed = all
          .map((commit) => ({ commit, rank: Number(ranks.next().value) }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ commit }) => commit);
        const oneByOne = mixed.reduce((log, commit) => mergeCommits(log, [commit], trusting).log, EMPTY_LOG);
        const atOnce = mergeCommits(EMPTY_LOG, all, trusting);
        expect(logText(oneByOne)).toBe(logText(atOnce.log));
        expect(new Set(atOnce.collided)).toEqual(hit);
        expect([...oneByOne.commits.keys()].filter((id) => hit.has(id))).toEqual([]);
        expect(new Set(atOnce.added)).toEqual(new Set(world.written.filter(({ id }) => !hit.has(id))));
        expect(oneByOne.quarantine.every(({ reason }) => reason === 'collision')).toBe(true);
      }),
      SAMPLED,
    );
  });
});

/** As if somebody had found a second text for one hash. */
function trusting(raw: unknown): Verdict {
  return { ok: true, commit: raw as Commit };
}

describe('folding', { timeout: PATIENCE_MS }, () => {
  test('invariant 15: folded as it came, out of storage in between, equals folded from nothing', () => {
    fc.assert(
      fc.property(histories, ({ tablets }) => {
        for (const { log, state } of tablets) {
          const fresh = foldAll(log.commits.values());
          expect(canonicalState(state)).toBe(canonicalState(fresh));
          // The maps themselves, their order too: what walks the state walks it alike.
          expect(state.map((bucket) => JSON.stringify(plain(bucket)))).toEqual(
            fresh.map((bucket) => JSON.stringify(plain(bucket))),
          );
        }
      }),
      SAMPLED,
    );
  });

  test('invariant 15: a stored state goes on as the one in memory does', () => {
    fc.assert(
      fc.property(histories, fc.nat(), (world, cut) => {
        const all = world.written;
        const half = cut % (all.length + 1);
        const before = foldAll(all.slice(0, half));
        const stored = before.map((bucket) => decodeBucket(encodeBucket(bucket)));
        expect(stored).toEqual([...before]);
        expect(canonicalState(fold(stored, all.slice(half)))).toBe(canonicalState(foldAll(all)));
      }),
      SAMPLED,
    );
  });

  test('a commit given twice changes nothing, not even the identity of what it set', () => {
    fc.assert(
      fc.property(histories, ({ written }) => {
        const state = foldAll(written);
        expect(fold(state, written)).toBe(state);
      }),
      SAMPLED,
    );
  });

  test('invariant 13: before the last piece no change is missing, after it all is as in one merge', () => {
    const torn = histories.chain((world) =>
      fc.record({ world: fc.constant(world), first: fc.subarray(world.written) }),
    );
    fc.assert(
      fc.property(torn, ({ world, first }) => {
        const part = foldAll(first);
        const overwritten = new Set(
          first.flatMap(({ ops }) => ops.flatMap(({ was }) => Object.values(was ?? {}).flat())),
        );
        const heads = part.flatMap((bucket) =>
          [...bucket.values()].flatMap((entity) =>
            [...entity.values()].flatMap((register) => register.heads),
          ),
        );
        const shown = new Set(heads.map(({ id }) => id));
        for (const { id } of first) expect(shown.has(id) || overwritten.has(id)).toBe(true);
        const missing = world.written.filter((commit) => !first.includes(commit));
        expect(viewOfState(fold(part, missing))).toBe(viewOf(world.written));
      }),
      SAMPLED,
    );
  });
});

function plain(bucket: ReadonlyMap<string, ReadonlyMap<string, unknown>>): unknown {
  return Array.from(bucket, ([id, entity]) => [id, [...entity]]);
}

describe('versions and clocks', { timeout: PATIENCE_MS }, () => {
  test('invariant 14: what a newer version writes passes through unchanged, verifies, and counts once known', () => {
    fc.assert(
      fc.property(histories, (world) => {
        const newer = world.written.filter(({ sv }) => sv === 2);
        const relayed = JSON.parse(JSON.stringify([...mergeAll(world).commits.values()])) as unknown[];
        const { log } = mergeCommits(EMPTY_LOG, relayed);
        const state = foldAll(log.commits.values());
        for (const commit of newer) {
          const kept = log.commits.get(commit.id);
          expect(JSON.stringify(kept)).toBe(JSON.stringify(commit));
          expect(verifyCommit(kept).ok).toBe(true);
          const unknownEntity = commit.ops[1]?.e ?? '';
          expect(canonicalState(state)).toContain(unknownEntity);
        }
      }),
      SAMPLED,
    );
  });

  test('an id is the hash of all the rest, computed apart', () => {
    fc.assert(
      fc.property(histories, ({ written }) => {
        for (const { id, ...content } of written) {
          const [device = '', seq = ''] = id.split('.');
          expect(id).toBe(idOf(device, Number(seq), content));
        }
      }),
      SAMPLED,
    );
  });

  test('a tablet that received stamps from the future goes on with its own clock', () => {
    fc.assert(
      fc.property(histories, (world) => {
        const tablet = world.tablets[0];
        if (!tablet) throw new Error('No tablet');
        const ops = [{ e: 'act:fresh', fields: { name: { value: 'x', over: [] } } }];
        // A copy, since the history belongs to the sample.
        const commit = save({ ...world, written: [], past: new Map(), wall: new Map() }, { ...tablet }, ops);
        expect(commit.at).toBe(new Date(world.now).toISOString());
      }),
      SAMPLED,
    );
  });
});
