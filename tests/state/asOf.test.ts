import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { changePlan } from '../../src/commands/changePlan';
import { undoCommit } from '../../src/commands/undo';
import { canonicalState } from '../../src/log/bucketText';
import type { Commit } from '../../src/log/commit';
import { foldAll } from '../../src/log/fold';
import { parseStamp } from '../../src/log/stamp';
import { endOfMinute, stateAsOf } from '../../src/state/asOf';
import { openPlan } from '../../src/state/openPlan.svelte';
import { readCommits, storeCommits } from '../../src/storage/commitStore';
import { emptyCopy } from '../../src/storage/copies';
import { db } from '../../src/storage/database';
import { readCopyState } from '../../src/storage/stateStore';
import { aWriter } from '../support/commits';
import { histories, PATIENCE_MS, SAMPLED } from '../support/histories';
import { aTablet, loadExample, planOn, valueOf } from '../support/tablets';

beforeAll(async () => (await aTablet()).use());

let made = 0;

/** A copy that holds these commits, in this order of arrival. */
async function copyOf(commits: readonly Commit[]): Promise<string> {
  made += 1;
  const facts = { title: '', entityName: '', planYear: 0, isExample: false, createdAt: '' };
  const row = emptyCopy({ copy: `copy${made}`, plan: 'pl', device: 'd', ...facts });
  await db().transaction('rw', [db().copies, db().segments, db().tail], async () => {
    await db().copies.put({ ...row, ...(await storeCommits(row, commits)) });
  });
  return row.copy;
}

/** Milliseconds and counter of a stamp, as one number to compare by. */
function orderOf(at: string): readonly [number, number] {
  const { ms, counter } = parseStamp(at) ?? { ms: NaN, counter: NaN };
  return [ms, counter];
}

function isUntil(at: string, moment: string): boolean {
  const [a, b] = [orderOf(at), orderOf(moment)];
  return a[0] < b[0] || (a[0] === b[0] && a[1] <= b[1]);
}

describe('a plan as it stood', () => {
  test(
    'is the fold of what was written until then, and at the last stamp it is the plan of now',
    async () => {
      await fc.assert(
        fc.asyncProperty(histories, fc.nat(), async ({ tablets }, pick) => {
          const commits = [...(tablets[0]?.log.commits.values() ?? [])];
          const stamps = commits.map(({ at }) => at);
          if (stamps.length === 0) return;
          const copy = await copyOf(commits);
          const moment = stamps[pick % stamps.length] ?? '';
          const prefix = commits.filter(({ at }) => isUntil(at, moment));
          expect(canonicalState((await stateAsOf(copy, moment)) ?? [])).toBe(canonicalState(foldAll(prefix)));
          const last = stamps.reduce((best, one) => (isUntil(best, one) ? one : best));
          expect(canonicalState((await stateAsOf(copy, last)) ?? [])).toBe(canonicalState(foldAll(commits)));
        }),
        { ...SAMPLED, numRuns: Math.ceil(SAMPLED.numRuns / 4) },
      );
    },
    PATIENCE_MS,
  );

  test('is read whole from a log of several segments, and is nothing before the first change', async () => {
    const ana = aWriter('ana');
    const commits = Array.from({ length: 2500 }, (_, at) => ana.set(`act:${at}`, { name: at }));
    const copy = await copyOf(commits);
    const state = await stateAsOf(copy, commits[2100]?.at ?? '');
    expect(canonicalState(state ?? [])).toBe(canonicalState(foldAll(commits.slice(0, 2101))));
    expect(await stateAsOf(copy, '2020-01-01T00:00:00.000Z')).toBeNull();
  });

  test('of a minute takes in all of it, on the clock of Bogotá', () => {
    const end = endOfMinute('2026-06-14', '09:21') ?? '';
    expect(isUntil('2026-06-14T14:21:59.999Z+40', end)).toBe(true);
    expect(isUntil('2026-06-14T14:22:00.000Z', end)).toBe(false);
    expect(endOfMinute('2026-06-14', '')).toBeNull();
  });
});

describe('the open plan', () => {
  async function rename(copy: string, name: string): Promise<Commit> {
    const edit = openPlan.edit(openPlan.plan?.activities[0]?.id ?? '', 'name', name);
    const commit = valueOf(await changePlan(copy, [edit])).at(-1);
    await openPlan.caughtUp();
    if (!commit) throw new Error('nothing was written');
    return commit;
  }
  const name = () => openPlan.plan?.activities[0]?.name;

  test('is shown as it stood, refuses every write meanwhile, and comes back as it is', async () => {
    const copy = await loadExample();
    await openPlan.open(copy);
    const first = await rename(copy, 'Primero');
    const second = await rename(copy, 'Segundo');
    const now = await planOn(copy);

    expect(await openPlan.showAsOf(first.at)).toBe(true);
    expect([openPlan.asOf, openPlan.readOnly?.code, name()]).toEqual([first.at, 'readOnlyView', 'Primero']);
    const count = (await readCommits(copy)).length;
    const refused = { ok: false, problem: { code: 'readOnlyView' } };
    expect(await changePlan(copy, [openPlan.edit('plan', 'title', 'Otro')])).toEqual(refused);
    expect(await undoCommit(copy, second.id)).toEqual(refused);
    expect((await readCommits(copy)).length).toBe(count);

    openPlan.showToday();
    expect([openPlan.asOf, openPlan.readOnly, name()]).toEqual([null, null, 'Segundo']);
    expect(openPlan.plan).toEqual(now);
    await rename(copy, 'Tercero');
    expect(name()).toBe('Tercero');
  });

  test('stays as it is where nothing had been written, and another plan opens as it is', async () => {
    const copy = await loadExample();
    await openPlan.open(copy);
    expect(await openPlan.showAsOf('2001-01-01T00:00:00.000Z')).toBe(false);
    expect(openPlan.asOf).toBeNull();
    expect(await openPlan.showAsOf('9999-01-01T00:00:00.000Z')).toBe(true);
    const other = await loadExample({ title: 'Otro plan' });
    await openPlan.open(other);
    expect(openPlan.asOf).toBeNull();
    expect(openPlan.plan).toEqual(await planOn(other));
    expect((await readCopyState(copy))?.row.count).toBe((await readCommits(copy)).length);
  });
});
