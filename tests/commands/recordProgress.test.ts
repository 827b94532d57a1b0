import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { commitDrafts, keepDraft } from '../../src/commands/keepDraft';
import { recordNote, recordProgress } from '../../src/commands/recordProgress';
import { setIdentity } from '../../src/commands/thisDevice';
import { measurementId } from '../../src/domain/entities';
import { evaluate } from '../../src/domain/evaluate';
import { figureOf } from '../../src/domain/figure';
import type { IsoDay } from '../../src/domain/isoDay';
import { planTableOf } from '../../src/domain/planTable';
import { readHistory } from '../../src/state/history';
import { planOf } from '../../src/storage/planView';
import { canonicalState } from '../../src/log/bucketText';
import { foldAll } from '../../src/log/fold';
import { append } from '../../src/storage/append';
import { readCommits } from '../../src/storage/commitStore';
import { readCopy, unsharedCommits } from '../../src/storage/copies';
import { db } from '../../src/storage/database';
import { readDrafts } from '../../src/storage/drafts';
import { readCopyState } from '../../src/storage/stateStore';
import { aTablet, loadExample, planOn, seenIn, valueOf } from '../support/tablets';

const T2 = '20230401-20230630';

async function rowFour(copy: string) {
  const indicator = (await planOn(copy)).indicators[3];
  if (!indicator) throw new Error('the seed has 12 rows');
  const entity = measurementId(indicator.id, T2);
  return { indicator, entity, place: { copy, indicatorId: indicator.id, period: T2, seen: [] } as const };
}

beforeEach(async () => (await aTablet()).use());

describe('recording a quarter', () => {
  test('moves the result at its own cut and leaves the earlier cut as it was', async () => {
    const copy = await loadExample();
    valueOf(await recordProgress((await rowFour(copy)).place, { k: 'value', v: 5 }));
    const plan = await planOn(copy);
    const resultAt = (cut: IsoDay) => figureOf(evaluate(planTableOf(plan), cut), 3).raw;
    expect([resultAt('2023-03-31'), resultAt('2023-06-30')]).toEqual([9.523809524, 33.333333333]);
  });

  test('is one commit, signed by whoever uses the tablet, and counts as only here', async () => {
    await setIdentity({ name: 'Facilitadora', role: '', department: 'OAI' });
    const copy = await loadExample();
    const before = await readCopy(copy);
    const { place, entity } = await rowFour(copy);
    const [commit, ...more] = valueOf(await recordProgress(place, { k: 'value', v: 5 }));
    expect(more).toEqual([]);
    expect(commit?.by).toMatch(/^per:/);
    const after = await readCopy(copy);
    expect(unsharedCommits(after!) - unsharedCommits(before!)).toBe(1);
    const [change] = await readHistory(copy, [entity]);
    expect(change).toMatchObject({ field: 'report', value: { k: 'value', v: 5 }, by: commit?.by });
  });

  test('keeps a correction beside what it wrote over', async () => {
    const copy = await loadExample();
    const { place, entity } = await rowFour(copy);
    valueOf(await recordProgress(place, { k: 'value', v: 5 }));
    const seen = await seenIn(copy, entity, 'report');
    valueOf(await recordProgress({ ...place, seen }, { k: 'value', v: 6 }, 'faltaba un acta'));
    valueOf(await recordNote(place, 'remark', 'Seis actas firmadas'));
    const changes = await readHistory(copy, [entity]);
    expect(changes.map(({ field, value, before, why }) => ({ field, value, before, why }))).toEqual([
      { field: 'remark', value: 'Seis actas firmadas', before: undefined, why: '' },
      { field: 'report', value: { k: 'value', v: 6 }, before: { k: 'value', v: 5 }, why: 'faltaba un acta' },
      { field: 'report', value: { k: 'value', v: 5 }, before: undefined, why: '' },
    ]);
  });

  test('is still a draft after a crash, and becomes history at the next start', async () => {
    const copy = await loadExample();
    const { entity, indicator } = await rowFour(copy);
    const draft = {
      copy,
      entity,
      field: 'report',
      value: { k: 'value', v: 5 },
      seen: [],
      isReady: true,
    } as const;
    valueOf(await keepDraft(draft));
    expect(valueOf(await commitDrafts(copy)).recorded).toBe(1);
    const again = (await planOn(copy)).indicators.find(({ id }) => id === indicator.id);
    expect(again?.reports.get(T2)?.report).toEqual({ k: 'value', v: 5 });
    expect(await readDrafts(copy)).toEqual([]);
    expect(valueOf(await commitDrafts(copy)).recorded).toBe(0);
  });

  test('that waits for an answer stays a draft at the next start', async () => {
    const copy = await loadExample();
    const { entity } = await rowFour(copy);
    const draft = { copy, entity, field: 'report', value: { k: 'value', v: 5 }, seen: [] } as const;
    valueOf(await keepDraft({ ...draft, isReady: false }));
    expect(valueOf(await commitDrafts(copy)).recorded).toBe(0);
    expect(await readDrafts(copy)).toHaveLength(1);
  });

  test('in a tab whose database a newer version took is refused, and never "saved"', async () => {
    const copy = await loadExample();
    const { place } = await rowFour(copy);
    const name = db().name;
    const newer = await new Promise<IDBDatabase>((resolve, reject) => {
      const open = indexedDB.open(name, 9990);
      open.onsuccess = () => resolve(open.result);
      open.onerror = () => reject(open.error ?? new Error('not opened'));
    });
    newer.close();
    expect(await recordProgress(place, { k: 'value', v: 5 })).toMatchObject({
      ok: false,
      problem: { code: 'saveFailed' },
    });
  });

  test('that cannot be written says so, and changes nothing', async () => {
    const copy = await loadExample();
    const { place } = await rowFour(copy);
    const before = await readCommits(copy);
    // The write that ends every save fails as it does on a full disk.
    db().copies.hook('updating', () => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const failed = await recordProgress(place, { k: 'value', v: 5 });
    expect(failed).toMatchObject({
      ok: false,
      problem: { code: 'storageFull' },
    });
    expect(await readCommits(copy)).toEqual(before);
    const stored = await readCopyState(copy);
    expect(canonicalState(stored!.log)).toBe(canonicalState(foldAll(before)));
  });
});

test('the materialised state is what the log folds to, over sealed segments too', async () => {
  const copy = await loadExample();
  const { entity } = await rowFour(copy);
  const commits = Array.from({ length: 1005 }, (_, v) => ({
    wall: Date.UTC(2023, 3, 3) + v,
    by: 'dev:test',
    ops: [{ e: entity, fields: { report: { value: { k: 'value', v }, over: [] } } }],
  }));
  valueOf(await append(copy, () => Promise.resolve({ commits })));
  valueOf(await recordNote((await rowFour(copy)).place, 'remark', 'después de sellar'));
  const log = await readCommits(copy);
  const row = await readCopy(copy);
  expect(row).toMatchObject({ count: log.length, sealed: 1000 });
  expect(await readCommits(copy, 998)).toEqual(log.slice(998));
  expect(await readCommits(copy, 1003)).toEqual(log.slice(1003));
  const stored = await readCopyState(copy);
  expect(canonicalState(stored!.log)).toBe(canonicalState(foldAll(log)));
  expect(planOf(row!.plan, stored!.log)).toEqual(planOf(row!.plan, foldAll(log)));
});
