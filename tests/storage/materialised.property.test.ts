import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalState } from '../../src/log/bucketText';
import { foldAll } from '../../src/log/fold';
import { absorb, absorbTables, previewAbsorb } from '../../src/storage/absorb';
import type { Absorption, Incoming } from '../../src/storage/absorb';
import { append } from '../../src/storage/append';
import { emptyCopy, readCopy } from '../../src/storage/copies';
import { db, openDatabase } from '../../src/storage/database';
import type { CopyRow } from '../../src/storage/database';
import { deviceId } from '../../src/storage/settings';
import { readState } from '../../src/storage/stateStore';
import { aWriter } from '../support/commits';
import { histories, PATIENCE_MS, PLAN, SAMPLED } from '../support/histories';
import type { World } from '../support/histories';
import { commitsIn, rowsOf, unsoundIn } from '../support/soundness';

const COPY = 'copy';
const STORED = { ...SAMPLED, numRuns: Math.ceil(SAMPLED.numRuns / 4) };
const FACTS = { title: '', entityName: '', planYear: 2026, isExample: false };

let opened = 0;

/** An empty device that has opened the plan of the histories and written nothing yet. */
async function anEmptyCopy(): Promise<void> {
  opened += 1;
  await openDatabase(`materialised-${opened}`);
  const device = await deviceId(() => 'here0001');
  const createdAt = '2026-01-01T00:00:00.000Z';
  await db().copies.add(emptyCopy({ ...FACTS, copy: COPY, plan: PLAN, device, createdAt }));
}

async function rowOfCopy(): Promise<CopyRow> {
  const row = await readCopy(COPY);
  if (!row) throw new Error('No copy');
  return row;
}

async function take(commits: readonly unknown[]): Promise<Absorption> {
  const incoming: Incoming = {
    commits,
    sound: new Set(),
    heads: new Map(),
    exportedAt: '2026-04-01T00:00:00.000Z',
  };
  const foreseen = await previewAbsorb(await rowOfCopy(), incoming);
  const taken = await db().transaction('rw', absorbTables(), async () =>
    absorb(await rowOfCopy(), incoming, null),
  );
  expect(taken).toEqual(foreseen);
  return taken;
}

/** A change of our own over whatever stands here. */
async function write(entity: string, field: string, value: number, now: number): Promise<void> {
  const saved = await append(COPY, async ({ read }) => {
    const over = (await read(entity))?.get(field)?.heads ?? [];
    const ops = [{ e: entity, fields: { [field]: { value, over } } }];
    return { commits: [{ wall: now, by: 'per:here', ops }] };
  });
  expect(saved.ok).toBe(true);
}

/** Everything of a history in pieces of any size and order, part of it again, with changes of our own in between. */
const arrivals = histories.chain((world) => {
  const all: unknown[] = [...world.written, ...world.bad];
  const order = fc.shuffledSubarray(all, { minLength: all.length });
  const again = fc.subarray(all, { maxLength: Math.min(5, all.length) });
  const own = fc.array(fc.constantFrom('act:1', 'act:2', 'own:1'), { minLength: 1, maxLength: 4 });
  return fc.record({ world: fc.constant(world), order, again, own, size: fc.integer({ min: 1, max: 20 }) });
});

async function live(arrival: {
  readonly world: World;
  readonly order: readonly unknown[];
  readonly again: readonly unknown[];
  readonly own: readonly string[];
  readonly size: number;
}): Promise<void> {
  const { world, order, again, own, size } = arrival;
  await anEmptyCopy();
  const waiting = [...own];
  for (let from = 0; from < order.length; from += size) {
    await take([...order.slice(from, from + size), ...again]);
    const entity = waiting.pop();
    if (entity) await write(entity, 'status', waiting.length, world.now);
    expect(unsoundIn(await rowsOf(db()))).toEqual([]);
  }
}

describe('what is stored of a plan', { timeout: PATIENCE_MS * 4 }, () => {
  test('invariant 15: state and conflicts are those of the log after every save and every merge', async () => {
    await fc.assert(
      fc.asyncProperty(arrivals, async (arrival) => {
        await live(arrival);
        const held = commitsIn(await rowsOf(db()), COPY);
        const ids = new Set(held.map(({ id }) => id));
        expect(arrival.world.written.filter(({ id }) => !ids.has(id))).toEqual([]);
        expect(canonicalState(await readState(COPY))).toBe(canonicalState(foldAll(held)));
        db().close();
      }),
      STORED,
    );
  });

  test('invariant 15: also across sealed segments', async () => {
    await anEmptyCopy();
    const writer = aWriter('far');
    const many = Array.from({ length: 2300 }, (_, at) => writer.set(`act:${at % 7}`, { status: at }));
    for (let from = 0; from < many.length; from += 460) {
      await take(many.slice(from, from + 460));
      await write('act:1', 'status', from, 1);
      expect(unsoundIn(await rowsOf(db()))).toEqual([]);
    }
    expect((await rowOfCopy()).sealed).toBe(2000);
  });
});
