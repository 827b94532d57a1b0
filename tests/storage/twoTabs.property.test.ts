import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { encodeSnapshot } from '../../src/formats/snapshot';
import { parseCommitId } from '../../src/log/commit';
import { EMPTY_STATE } from '../../src/log/state';
import { emptyCopy } from '../../src/storage/copies';
import { aWriter } from '../support/commits';
import { PATIENCE_MS, PLAN, SAMPLED } from '../support/histories';
import { commitsIn, rowsOf, unsoundIn } from '../support/soundness';

const COPY = 'copy';
const FACTS = { title: '', entityName: '', planYear: 2026, isExample: false };
const INTERLEAVED = { ...SAMPLED, numRuns: Math.ceil(SAMPLED.numRuns / 12) };

let opened = 0;

/** The modules of another page. */
async function aPage() {
  vi.resetModules();
  const { openDatabase } = await import('../../src/storage/database');
  const { append } = await import('../../src/storage/append');
  const { mergeSnapshotBytes } = await import('../../src/commands/snapshotWork');
  const { deviceId } = await import('../../src/storage/settings');
  return { openDatabase, append, mergeSnapshotBytes, deviceId };
}

const pages = [await aPage(), await aPage()] as const;

/** A page of one browser: modules and a connection of its own, over the same database. */
async function aTab({ openDatabase, append, mergeSnapshotBytes, deviceId }: Page, name: string) {
  const database = await openDatabase(name);
  const save = async (field: string, value: number): Promise<string> => {
    const saved = await append(COPY, async ({ read }) => {
      const over = (await read('act:1'))?.get(field)?.heads ?? [];
      const ops = [{ e: 'act:1', fields: { [field]: { value, over } } }];
      return { commits: [{ wall: Date.UTC(2026, 3, 1) + value, by: 'per:ana', ops }] };
    });
    if (!saved.ok) throw new Error(saved.problem.code);
    return saved.value[0]?.id ?? '';
  };
  return { database, save, deviceId, merge: (bytes: Uint8Array) => mergeSnapshotBytes(bytes, 'plan.json') };
}

type Page = (typeof pages)[number];
type Tab = Awaited<ReturnType<typeof aTab>>;

async function twoTabs(): Promise<{ readonly tabs: readonly [Tab, Tab]; readonly close: () => void }> {
  opened += 1;
  const name = `two-tabs-${opened}`;
  const tabs = [await aTab(pages[0], name), await aTab(pages[1], name)] as const;
  // Both ask for the id of the device at once, as two tabs restored by a browser do.
  const ids = await Promise.all(tabs.map(({ deviceId }, at) => deviceId(() => `tab0000${at}`)));
  expect(new Set(ids).size).toBe(1);
  const createdAt = '2026-01-01T00:00:00.000Z';
  const device = ids[0] ?? '';
  await tabs[0].database.copies.add(emptyCopy({ ...FACTS, copy: COPY, plan: PLAN, device, createdAt }));
  return { tabs, close: () => tabs.forEach(({ database }) => database.close()) };
}

/** A file with changes of another tablet. */
function aFile(changes: number): Uint8Array {
  const writer = aWriter('far');
  const commits = Array.from({ length: changes }, (_, at) => writer.set('act:1', { far: at }));
  const exportedBy = { device: 'far', person: '' };
  const about = { plan: PLAN, exportedAt: '2026-04-01T00:00:00.000Z', exportedBy, quarantine: [] };
  return new TextEncoder().encode(encodeSnapshot({ ...about, commits, state: EMPTY_STATE }));
}

const tab = fc.constantFrom(0 as const, 1 as const);
/** What the tabs do: each at once behind the one before, or after it is done. */
const deeds = fc.array(
  fc.record({
    tab,
    field: fc.constantFrom('status', 'name'),
    merges: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(20) }),
    waits: fc.boolean(),
  }),
  { minLength: 2, maxLength: 20, size: 'max' },
);

describe('two tabs of one browser', { timeout: PATIENCE_MS * 2 }, () => {
  test('invariant 18: writing and merging at once they keep one chain: no fork, no gap, nothing lost', async () => {
    await fc.assert(
      fc.asyncProperty(deeds, async (all) => {
        const { tabs, close } = await twoTabs();
        const saves: Promise<string>[] = [];
        const merges: Promise<{ readonly ok: boolean }>[] = [];
        for (const [at, deed] of all.entries()) {
          if (deed.merges > 0) merges.push(tabs[deed.tab].merge(aFile(deed.merges)));
          else saves.push(tabs[deed.tab].save(deed.field, at));
          if (deed.waits) await Promise.all([...saves, ...merges]);
        }
        const ids = await Promise.all(saves);
        expect((await Promise.all(merges)).every(({ ok }) => ok)).toBe(true);

        const rows = await rowsOf(tabs[0].database);
        expect(unsoundIn(rows)).toEqual([]);
        const held = new Set(commitsIn(rows, COPY).map(({ id }) => id));
        expect(ids.filter((id) => !held.has(id))).toEqual([]);
        const numbers = ids.map((id) => parseCommitId(id)?.seq ?? 0).sort((a, b) => a - b);
        expect(numbers).toEqual(ids.map((_, at) => at + 1));
        const longest = Math.max(0, ...all.map((deed) => deed.merges));
        expect(held.size).toBe(ids.length + longest);
        close();
      }),
      INTERLEAVED,
    );
  });
});
