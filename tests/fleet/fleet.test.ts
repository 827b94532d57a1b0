import { createHash } from 'node:crypto';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { fieldClassOf } from '../../src/domain/entities';
import { canonicalState } from '../../src/log/bucketText';
import { chainHeads, forksIn, gapsIn } from '../../src/log/chains';
import type { Commit } from '../../src/log/commit';
import { conflictsIn } from '../../src/log/conflicts';
import { foldAll } from '../../src/log/fold';
import { canonicalJson } from '../../src/log/json';
import type { LogState } from '../../src/log/state';
import { Fleet } from './life';
import type { FleetSize } from './life';
import type { FleetTablet } from './tablet';
import type { Witness } from './witness';

const SMALL = { tablets: 8, activities: 60, changes: 3000, burst: 12, wander: 0.5 };
const FULL = { tablets: 50, activities: 5000, changes: 100_000, burst: 100, wander: 0.03 };
const isFull = process.env['FLEET'] === 'full';
const SIZES: readonly FleetSize[] = isFull
  ? [{ ...FULL, seed: Number(process.env['FC_SEED'] ?? 7) }]
  : [
      { ...SMALL, seed: 1 },
      { ...SMALL, changes: 1500, seed: 2 },
    ];

function conflictLines(state: LogState): string[] {
  return conflictsIn(state, fieldClassOf)
    .map(({ entityId, field, heads }) => [entityId, field, ...heads.map(({ id }) => id).sort()].join(' '))
    .sort();
}

/** All that two tablets compare: values, conflicts, the last commits of every chain. */
function endOf({ log, state }: FleetTablet): string {
  const heads = canonicalJson(Object.fromEntries(chainHeads(log.commits.values())));
  const end = [canonicalState(state), ...conflictLines(state), heads].join('\n');
  return createHash('sha256').update(end).digest('hex');
}

/** What a log lacks of what was written, or holds otherwise. Tablets share commits: each is compared once. */
function missingIn({ log }: FleetTablet, written: Witness['written'], asWritten: WeakSet<Commit>): string[] {
  const isHeld = ({ id, text }: (typeof written)[number]) => {
    const commit = log.commits.get(id);
    if (!commit) return false;
    if (asWritten.has(commit)) return true;
    if (canonicalJson(commit) !== canonicalJson(JSON.parse(text))) return false;
    asWritten.add(commit);
    return true;
  };
  return written.filter((one) => !isHeld(one)).map(({ id }) => id);
}

function tell(fleet: Fleet, size: FleetSize, startedAt: number): void {
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  const memoryMb = Math.round(process.memoryUsage().rss / 1e6);
  const { witness, seen } = fleet;
  const found = { commits: witness.written.length, conflicts: witness.conflicts().length, ...seen };
  console.log(
    JSON.stringify({
      ...size,
      ...found,
      hidden: witness.hidden(),
      takenBack: witness.takenBack(),
      seconds,
      memoryMb,
    }),
  );
}

describe.each(SIZES)('$tablets tablets, $changes changes, seed $seed', (size) => {
  test('end equal, nothing is missing, conflicts are what people did not see of each other', () => {
    const startedAt = performance.now();
    const fleet = new Fleet(size);
    fleet.live();
    fleet.close();
    const { tablets, witness } = fleet;

    const [first] = tablets;
    if (!first) throw new Error('No tablet');
    expect(new Set(tablets.map(endOf)).size).toBe(1);
    expect(conflictLines(first.state)).toEqual(witness.conflicts());
    const asWritten = new WeakSet<Commit>();
    for (const tablet of tablets) {
      expect(missingIn(tablet, witness.written, asWritten)).toEqual([]);
      expect(tablet.log.commits.size).toBe(witness.written.length);
    }
    expect(fleet.reader.size).toBe(witness.written.length);
    expect(gapsIn(first.log.commits)).toEqual([]);
    expect(canonicalState(first.state)).toBe(canonicalState(foldAll(first.log.commits.values())));

    // The story came about.
    expect(new Set(forksIn(first.log.commits.values()).map(({ device }) => device))).toEqual(
      new Set([fleet.copiedDevice]),
    );
    expect(new Set(tablets.map(({ device }) => device)).size).toBe(tablets.length);
    expect(witness.conflicts().length).toBeGreaterThan(0);
    expect(witness.conflicts().some((line) => line.includes(' _deleted '))).toBe(true);
    expect(witness.hidden()).toBeGreaterThan(0);
    expect(witness.takenBack()).toBeGreaterThan(0);
    // One merge brought nearly all.
    expect(fleet.seen.most).toBeGreaterThan(size.changes / 3);
    for (const times of Object.values(fleet.seen)) expect(times).toBeGreaterThan(0);
    if (isFull) tell(fleet, size, startedAt);
  });
});
