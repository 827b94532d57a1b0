import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import process from 'node:process';
import { conflictsIn } from '../../src/log/conflicts';
import { deletionOf } from '../../src/log/deletes';
import { clockWarnings, commitsOfPlan, forksIn, gapsIn } from '../../src/log/chains';
import { foldAll } from '../../src/log/fold';
import { parseStamp } from '../../src/log/stamp';
import type { StampParts } from '../../src/log/stamp';
import { parseCommitId, verifyCommit } from '../../src/log/commit';
import { entitiesOf, entityOf } from '../../src/log/state';
import type { Head } from '../../src/log/state';
import { mergeCommits } from '../../src/log/union';
import { FORGERIES, forged } from '../support/forgeries';
import { classOf, histories, PATIENCE_MS, PLAN, SAMPLED, save, settling } from '../support/histories';
import { everyField, mergeAll, standing, viewOf } from '../support/oracle';
import type { Tablet, World } from '../support/histories';

const DELETED = '_deleted';

function isDelete(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function readingOf(commit: { readonly at: string } | undefined): StampParts {
  const reading = parseStamp(commit?.at ?? '');
  if (!reading) throw new Error('No stamp');
  return reading;
}

function byReading(a: StampParts, b: StampParts): number {
  return a.ms - b.ms || a.counter - b.counter;
}

function headOf({ id, at, by, ops }: World['written'][number], entity: string, field: string): Head {
  const value = ops.find(({ e }) => e === entity)?.set[field];
  if (value === undefined) throw new Error('Such a field was not set');
  return { id, at, by, value };
}

function byId(a: Head, b: Head): number {
  return a.id < b.id ? -1 : 1;
}

/** The wall clock, or one step after the latest value written over, whichever is later. */
function expectedReading(wall: number, over: readonly StampParts[]): StampParts {
  const latest = [...over].sort(byReading).at(-1);
  if (!latest || latest.ms < wall) return { ms: wall, counter: 0 };
  return { ms: latest.ms, counter: latest.counter + 1 };
}

/** Rule 6 of merge.md 2, from what people had in sight alone. */
function expectedDeletion(world: World, entity: string): string {
  const standingMarks = standing(world, entity, DELETED);
  const valueOf = (commit: World['written'][number]) =>
    commit.ops.find(({ e }) => e === entity)?.set[DELETED];
  const deletes = standingMarks.filter((commit) => isDelete(valueOf(commit)));
  if (deletes.length === 0) return 'live';
  if (deletes.length < standingMarks.length) return 'contested';
  const fields = everyField(world).filter(([e, f]) => e === entity && f !== DELETED);
  const values = fields.flatMap(([e, f]) => standing(world, e, f));
  const isSeen = (id: string) => deletes.some((commit) => world.past.get(commit.id)?.has(id));
  return values.every(({ id }) => isSeen(id)) ? 'deleted' : 'contested';
}

describe('what people saw decides', { timeout: PATIENCE_MS }, () => {
  test('invariant 4: the heads of a field are the changes that nobody had in sight, whatever the clocks say', () => {
    fc.assert(
      fc.property(histories, (world) => {
        const state = foldAll(mergeAll(world).commits.values());
        for (const [e, f] of everyField(world)) {
          const heads = entityOf(state, e)?.get(f)?.heads ?? [];
          const want = standing(world, e, f).map((commit) => headOf(commit, e, f));
          expect([...heads].sort(byId)).toEqual(want.sort(byId));
        }
      }),
      SAMPLED,
    );
  });

  test('rule 4: the value shown is the one with the highest (instant, counter), then id', () => {
    fc.assert(
      fc.property(histories, (world) => {
        const state = foldAll(mergeAll(world).commits.values());
        for (const [, entity] of entitiesOf(state)) {
          for (const { heads } of entity.values()) {
            const ranked = [...heads].sort(
              (a, b) => byReading(readingOf(b), readingOf(a)) || (a.id < b.id ? 1 : -1),
            );
            expect(heads).toEqual(ranked);
          }
        }
      }),
      SAMPLED,
    );
  });

  test('conflicts are exactly the human fields where different values stand, of what is not hidden', () => {
    fc.assert(
      fc.property(histories, (world) => {
        const found = conflictsIn(foldAll(world.written), classOf).map(
          ({ entityId, field }) => `${entityId} ${field}`,
        );
        const want = everyField(world).filter(([e, f]) => {
          const deletion = expectedDeletion(world, e);
          if (f === DELETED) return deletion === 'contested';
          const values = standing(world, e, f).map(({ ops }) =>
            JSON.stringify(ops.find((op) => op.e === e)?.set[f]),
          );
          return deletion !== 'deleted' && classOf(e, f) === 'human' && new Set(values).size > 1;
        });
        expect(found.sort()).toEqual(want.map((pair) => pair.join(' ')).sort());
      }),
      SAMPLED,
    );
  });

  test('invariant 5: hidden exactly when a standing delete saw each current value', () => {
    fc.assert(
      fc.property(histories, (world) => {
        for (const [id, entity] of entitiesOf(foldAll(world.written))) {
          expect(`${id} ${deletionOf(entity)}`).toBe(`${id} ${expectedDeletion(world, id)}`);
        }
      }),
      SAMPLED,
    );
  });

  test('invariant 6: a stamp is the wall clock, or one step after the latest value written over', () => {
    fc.assert(
      fc.property(histories, (world) => {
        const commits = new Map(world.written.map((commit) => [commit.id, commit]));
        for (const commit of world.written) {
          const mine = readingOf(commit);
          const over = commit.ops
            .flatMap(({ was }) => Object.values(was ?? {}).flat())
            .map((id) => readingOf(commits.get(id)));
          for (const before of over) expect(byReading(before, mine)).toBeLessThan(0);
          const wall = world.wall.get(commit.id);
          if (wall === undefined) continue;
          expect(mine).toEqual(expectedReading(wall, over));
          const isApart = Math.abs(mine.ms - wall) > 60_000;
          expect(commit.wall).toBe(isApart ? new Date(wall).toISOString() : undefined);
        }
      }),
      SAMPLED,
    );
  });

  test('invariant 9: deciding all that is shown leaves no conflict, on any tablet', () => {
    fc.assert(
      fc.property(histories, (world) => {
        const state = foldAll(world.written);
        const conflicts = conflictsIn(state, classOf);
        if (conflicts.length === 0) return;
        const boss: Tablet = {
          device: 'boss',
          seq: 0,
          after: 'pl_9f3kq2',
          log: mergeAll(world),
          state,
          forms: new Map(),
        };
        const decision = save(
          { ...world, written: [], past: new Map(), wall: new Map() },
          boss,
          settling(conflicts),
        );
        expect(conflictsIn(boss.state, classOf)).toEqual([]);
        for (const { log } of world.tablets) {
          const all = mergeCommits(log, [decision, ...[...world.written].reverse()]).log;
          expect(conflictsIn(foldAll(all.commits.values()), classOf)).toEqual([]);
        }
      }),
      SAMPLED,
    );
  });
});

describe('chains', { timeout: PATIENCE_MS }, () => {
  test('invariant 7: copied tablets never make one id twice, both keep their changes, and the fork is told', () => {
    fc.assert(
      fc.property(histories, (world) => {
        expect(new Set(world.written.map(({ id }) => id)).size).toBe(world.written.length);
        expect(new Set(forksIn(world.written).map(({ device }) => device))).toEqual(world.copied);
      }),
      SAMPLED,
    );
  });

  test('rule 7: a whole log has no gap; without one commit that others follow, exactly it is awaited', () => {
    fc.assert(
      fc.property(histories, fc.nat(), (world, pick) => {
        const log = mergeAll(world);
        expect(gapsIn(log.commits)).toEqual([]);
        const followed = world.written.filter(({ id }) => world.written.some(({ after }) => after === id));
        const lost = followed[pick % Math.max(1, followed.length)];
        if (!lost) return;
        const rest = new Map(log.commits);
        rest.delete(lost.id);
        const { device, seq } = parseCommitId(lost.id) ?? { device: '', seq: 0 };
        expect(gapsIn(rest)).toEqual([{ device, from: seq, to: seq }]);
      }),
      SAMPLED,
    );
  });

  test('invariant 8: changing the value, author, time, order or anything else of a commit is detected', () => {
    fc.assert(
      fc.property(histories, (world) => {
        for (const commit of world.written) {
          expect(verifyCommit(commit).ok).toBe(true);
          for (const kind of FORGERIES) expect(verifyCommit(forged(commit, kind)).ok).toBe(false);
        }
      }),
      SAMPLED,
    );
  });
});

describe('the local clock', { timeout: PATIENCE_MS }, () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  test('invariant 11: neither it nor the time zone has a part in a merge', () => {
    const moments = ['1971-01-01T00:00:00Z', '2026-04-01T00:00:20Z', '2090-12-31T23:59:59Z'];
    const zones = ['America/Bogota', 'Pacific/Kiritimati', 'UTC'];
    fc.assert(
      fc.property(histories, (world) => {
        const views = moments.map((moment, index) => {
          vi.useFakeTimers({ now: new Date(moment) });
          process.env['TZ'] = zones[index];
          const log = mergeAll(world);
          return [viewOf(log.commits.values()), [...log.commits.keys()], log.quarantine, gapsIn(log.commits)];
        });
        expect(views[1]).toEqual(views[0]);
        expect(views[2]).toEqual(views[0]);
      }),
      SAMPLED,
    );
  });

  test('invariant 11: nothing of a merge asks for the time', () => {
    fc.assert(
      fc.property(histories, (world) => {
        const before = viewOf(mergeAll(world).commits.values());
        vi.stubGlobal('Date', dateWithoutNow());
        expect(() => Date.now()).toThrow(ASKED);
        const { commits } = mergeAll(world);
        const after = viewOf(commits.values());
        clockWarnings(commits, '2026-04-01T00:00:00.000Z');
        gapsIn(commits);
        forksIn(commits.values());
        commitsOfPlan(PLAN, commits);
        vi.unstubAllGlobals();
        expect(after).toBe(before);
      }),
      SAMPLED,
    );
  });
});

const ASKED = 'Somebody asked for the time';

/** Dates can be read and written as ever; what time it is cannot be asked. */
function dateWithoutNow(): DateConstructor {
  const refuse = (): never => {
    throw new Error(ASKED);
  };
  return new Proxy(Date, {
    construct: (target, given: unknown[]) =>
      given.length === 0 ? refuse() : (Reflect.construct(target, given) as Date),
    get: (target, name) => (name === 'now' ? refuse() : (Reflect.get(target, name) as unknown)),
  });
}
