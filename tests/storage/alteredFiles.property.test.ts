import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeSnapshotBytes, previewSnapshotBytes } from '../../src/commands/snapshotWork';
import { encodeSnapshot } from '../../src/formats/snapshot';
import type { Commit } from '../../src/log/commit';
import { canonicalState } from '../../src/log/bucketText';
import { foldAll } from '../../src/log/fold';
import { canonicalJson } from '../../src/log/json';
import { listCopies } from '../../src/storage/copies';
import { db, openDatabase } from '../../src/storage/database';
import { readState } from '../../src/storage/stateStore';
import { aWriter } from '../support/commits';
import { histories, PATIENCE_MS, PLAN, SAMPLED } from '../support/histories';
import { mergeAll } from '../support/oracle';
import { commitsIn, rowsOf, unsoundIn } from '../support/soundness';

const STORED = { ...SAMPLED, numRuns: Math.ceil(SAMPLED.numRuns / 2) };
/** What is here before: changes that no file brings. */
const OWN = aWriter('here');
const HELD = [OWN.set('act:1', { status: 7 }), OWN.set('own:1', { name: 'Aquí' })];

let opened = 0;

function bytesOf(commits: readonly Commit[]): Uint8Array {
  const exportedBy = { device: 'far', person: '' };
  const about = { plan: PLAN, exportedAt: '2026-04-01T00:00:00.000Z', exportedBy, quarantine: [] };
  return new TextEncoder().encode(encodeSnapshot({ ...about, commits, state: foldAll(commits) }));
}

/** A device that holds the plan; gives its copy. */
async function aDevice(): Promise<string> {
  opened += 1;
  await openDatabase(`altered-${opened}`);
  const merged = await mergeSnapshotBytes(bytesOf(HELD), 'plan.json');
  if (!merged.ok) throw new Error(merged.problem.code);
  return merged.value.copy;
}

type Alter = (bytes: Uint8Array) => Uint8Array;

const at = fc.nat(1_000_000);
const flips: fc.Arbitrary<Alter> = fc
  .array(fc.record({ at, bit: fc.nat(7) }), { minLength: 1, maxLength: 4 })
  .map((all) => (bytes) => {
    const altered = bytes.slice();
    for (const { at, bit } of all) {
      const place = at % altered.length;
      altered[place] = (altered[place] ?? 0) ^ (1 << bit);
    }
    return altered;
  });
const cut: fc.Arbitrary<Alter> = at.map((at) => (bytes) => bytes.slice(0, at % bytes.length));
const taken: fc.Arbitrary<Alter> = fc
  .tuple(at, fc.integer({ min: 1, max: 300 }))
  .map(([at, n]) => (bytes) => {
    const place = at % bytes.length;
    return joined(bytes.slice(0, place), bytes.slice(place + n));
  });
const doubled: fc.Arbitrary<Alter> = fc
  .tuple(at, fc.integer({ min: 1, max: 300 }))
  .map(([at, n]) => (bytes) => {
    const place = at % bytes.length;
    return joined(bytes.slice(0, place + n), bytes.slice(place));
  });
const strewn: fc.Arbitrary<Alter> = fc.tuple(at, fc.uint8Array({ minLength: 1, maxLength: 20 })).map(
  ([at, some]) =>
    (bytes) =>
      joined(bytes.slice(0, at % bytes.length), some, bytes.slice(at % bytes.length)),
);
/** A whole line of the file in another place, or gone. */
const lines: fc.Arbitrary<Alter> = fc.tuple(at, at).map(([from, to]) => (bytes) => {
  const all = new TextDecoder().decode(bytes).split('\n');
  const moved = all.splice(from % all.length, 1);
  if (to % 3 > 0) all.splice(to % all.length, 0, ...moved);
  return new TextEncoder().encode(all.join('\n'));
});

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

const harmless: fc.Arbitrary<Alter> = fc.constantFrom<Alter>(
  (bytes) => joined(Uint8Array.of(0xef, 0xbb, 0xbf), bytes),
  (bytes) => new TextEncoder().encode(new TextDecoder().decode(bytes).replaceAll('\n', '\r\n')),
  (bytes) => new TextEncoder().encode(`\ufeff${new TextDecoder().decode(bytes).replaceAll('\n', '\r')}\r\n`),
);

async function everything(): Promise<string> {
  return JSON.stringify([...(await rowsOf(db()))]);
}

describe('a file that is not as it was made', { timeout: PATIENCE_MS * 4 }, () => {
  test('invariant 19: is refused and changes no byte, or brings changes as they were written and no other', async () => {
    const altered = fc.oneof(flips, cut, taken, doubled, strewn, lines);
    await fc.assert(
      fc.asyncProperty(histories, altered, async (world, alter) => {
        const copy = await aDevice();
        const [before, held] = [await everything(), commitsIn(await rowsOf(db()), copy)];
        const bytes = alter(bytesOf(world.written));
        const foreseen = await previewSnapshotBytes(bytes, 'plan.json');
        expect(await everything()).toBe(before);
        const merged = await mergeSnapshotBytes(bytes, 'plan.json');
        expect(merged.ok).toBe(foreseen.ok);
        if (!merged.ok) expect(await everything()).toBe(before);

        const rows = await rowsOf(db());
        expect(unsoundIn(rows)).toEqual([]);
        const after = commitsIn(rows, copy).map((commit) => JSON.stringify(commit));
        const known = held.map((commit) => JSON.stringify(commit));
        expect(after.slice(0, known.length)).toEqual(known);
        const genuine = new Set(world.written.map(canonicalJson));
        expect(
          commitsIn(rows, copy)
            .slice(known.length)
            .filter((commit) => !genuine.has(canonicalJson(commit))),
        ).toEqual([]);
        db().close();
      }),
      STORED,
    );
  });

  test('invariant 19: with a byte order mark or other line ends it brings all that it brought', async () => {
    await fc.assert(
      fc.asyncProperty(histories, harmless, async (world, alter) => {
        const copy = await aDevice();
        const merged = await mergeSnapshotBytes(alter(bytesOf(world.written)), 'plan.json');
        expect(merged).toMatchObject({ ok: true, value: { added: world.written.length, quarantined: 0 } });
        expect(await listCopies()).toHaveLength(1);
        const all = [...HELD, ...mergeAll(world).commits.values()];
        expect(canonicalState(await readState(copy))).toBe(canonicalState(foldAll(all)));
        db().close();
      }),
      { ...STORED, numRuns: Math.ceil(STORED.numRuns / 3) },
    );
  });
});
