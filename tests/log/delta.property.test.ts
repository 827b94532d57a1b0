// A delta against what somebody showed to hold: only what is new there, and with it the same state as the whole.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalState } from '../../src/log/bucketText';
import { chainHeads, gapsIn } from '../../src/log/chains';
import { commitsBeyond, holdingOf } from '../../src/log/delta';
import { foldAll } from '../../src/log/fold';
import { mergeCommits } from '../../src/log/union';
import type { Log } from '../../src/log/union';
import { histories, PATIENCE_MS, SAMPLED } from '../support/histories';
import type { World } from '../support/histories';

/** Two tablets of a random life. */
function twoOf({ tablets }: World, from: number, to: number): readonly [Log, Log] {
  const at = (index: number) => tablets[index % tablets.length]!.log;
  return [at(from), at(to)];
}

function stateOf(log: Log): string {
  return canonicalState(foldAll(log.commits.values()));
}

const pair = [fc.nat(20), fc.nat(20)] as const;

describe('a delta', () => {
  test(
    'once its maker holds all that the other showed, it is exactly what the other has not',
    () =>
      void fc.assert(
        fc.property(histories, ...pair, (world, from, to) => {
          const [mine, theirs] = twoOf(world, from, to);
          const shown = holdingOf(theirs.commits);
          const merged = mergeCommits(mine, [...theirs.commits.values()]).log;
          const delta = commitsBeyond(merged.commits, shown);
          const lacking = [...merged.commits.keys()].filter((id) => !theirs.commits.has(id));
          expect(delta.map(({ id }) => id)).toEqual(lacking);
        }),
        SAMPLED,
      ),
    PATIENCE_MS,
  );

  test(
    'brings whoever it was made for to the state that the whole brings, whatever else came to them since',
    () =>
      void fc.assert(
        fc.property(histories, ...pair, fc.nat(20), (world, from, to, other) => {
          const [mine, theirs] = twoOf(world, from, to);
          const [since] = twoOf(world, other, other);
          const delta = commitsBeyond(mine.commits, holdingOf(theirs.commits));
          const later = mergeCommits(theirs, [...since.commits.values()]).log;
          const byDelta = mergeCommits(later, delta).log;
          const byWhole = mergeCommits(later, [...mine.commits.values()]).log;
          expect([...byDelta.commits.keys()].sort()).toEqual([...byWhole.commits.keys()].sort());
          expect(stateOf(byDelta)).toBe(stateOf(byWhole));
        }),
        SAMPLED,
      ),
    PATIENCE_MS,
  );

  test(
    'shows what it rests on to whoever lacks it, as a gap',
    () =>
      void fc.assert(
        fc.property(histories, ...pair, fc.nat(20), (world, from, to, other) => {
          const [mine, theirs] = twoOf(world, from, to);
          const [stranger] = twoOf(world, other, other);
          const delta = commitsBeyond(mine.commits, holdingOf(theirs.commits));
          const arrived = mergeCommits(stranger, delta).log.commits;
          const lacksSome = [...mine.commits.keys()].some((id) => !arrived.has(id));
          const gaps = gapsIn(arrived, chainHeads(mine.commits.values()));
          const ofMine = new Set([...mine.commits.keys()].map((id) => id.split('.')[0]));
          if (lacksSome) expect(gaps.filter(({ device }) => ofMine.has(device))).not.toEqual([]);
        }),
        SAMPLED,
      ),
    PATIENCE_MS,
  );
});
