import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { keepEvidence } from '../../src/commands/attachEvidence';
import { prepareEvidence } from '../../src/commands/evidenceWork';
import { prepareSnapshot } from '../../src/commands/exportSnapshot';
import { keepDraft } from '../../src/commands/keepDraft';
import { recordProgress } from '../../src/commands/recordProgress';
import { removeCopy } from '../../src/commands/removeCopy';
import { settleConflict } from '../../src/commands/settleConflict';
import { mergeSnapshotBytes, previewSnapshotBytes } from '../../src/commands/snapshotWork';
import { fieldClassOf, measurementId } from '../../src/domain/entities';
import { composeCommit } from '../../src/log/commit';
import { conflictsIn } from '../../src/log/conflicts';
import { canonicalState } from '../../src/log/bucketText';
import { canonicalJson } from '../../src/log/json';
import { inFileOrder } from '../../src/log/order';
import { readBackup } from '../../src/storage/backups';
import { readCommits } from '../../src/storage/commitStore';
import { readCopy, unsharedCommits, updateCopy } from '../../src/storage/copies';
import { db } from '../../src/storage/database';
import { readCopyState } from '../../src/storage/stateStore';
import { aTablet, loadExample, planOn, seenIn, valueOf } from '../support/tablets';
import type { Tablet } from '../support/tablets';

const T2 = '20230401-20230630';

async function snapshotOf(copy: string): Promise<Uint8Array> {
  return valueOf(await prepareSnapshot(copy)).file.bytes;
}

async function report(copy: string, value: number, row = 3): Promise<string> {
  const indicatorId = (await planOn(copy)).indicators[row]?.id ?? '';
  const entity = measurementId(indicatorId, T2);
  const seen = await seenIn(copy, entity, 'report');
  valueOf(await recordProgress({ copy, indicatorId, period: T2, seen }, { k: 'value', v: value }));
  return entity;
}

/** Everything in the database, so that "nothing changed" means every byte. */
async function everything(): Promise<string> {
  const tables = await Promise.all(db().tables.map(async (table) => [table.name, await table.toArray()]));
  return JSON.stringify(tables);
}

async function stateOf(copy: string): Promise<string> {
  const stored = await readCopyState(copy);
  return canonicalState(stored!.log);
}

/** Two tablets with the same plan: the first loaded the matrix, the second opened the first's copy. */
async function twoTablets(): Promise<{ a: Tablet; b: Tablet; copyA: string; copyB: string }> {
  const a = await aTablet();
  const b = await aTablet();
  a.use();
  const copyA = await loadExample();
  const bytes = await snapshotOf(copyA);
  b.use();
  const { copy: copyB } = valueOf(await mergeSnapshotBytes(bytes, 'plan.json'));
  return { a, b, copyA, copyB };
}

describe('a snapshot opened on another tablet', () => {
  test('gives the same log and the same state, byte for byte', async () => {
    const { a, b, copyA, copyB } = await twoTablets();
    a.use();
    await report(copyA, 5);
    const bytes = await snapshotOf(copyA);
    const [stateA, logA] = [await stateOf(copyA), canonicalJson(inFileOrder(await readCommits(copyA)))];
    b.use();
    valueOf(await mergeSnapshotBytes(bytes, 'plan.json'));
    expect(await stateOf(copyB)).toBe(stateA);
    expect(canonicalJson(inFileOrder(await readCommits(copyB)))).toBe(logA);
    expect(await readCopy(copyB)).toMatchObject({ title: 'Plan de acción 2023', planYear: 2023 });
  });

  test('is previewed without writing anything, and says what it brings', async () => {
    const { a, b, copyA } = await twoTablets();
    a.use();
    await report(copyA, 5);
    const bytes = await snapshotOf(copyA);
    b.use();
    const before = await everything();
    const preview = valueOf(await previewSnapshotBytes(bytes, 'plan.json'));
    expect(preview).toMatchObject({
      added: 1,
      conflicts: 0,
      quarantined: 0,
      gaps: [],
      isDeviceCopied: false,
    });
    expect(preview.known).toBeGreaterThan(0);
    expect(await everything()).toBe(before);
  });

  test('shows a conflict where two people wrote apart, settled by one commit for everybody', async () => {
    const { a, b, copyA, copyB } = await twoTablets();
    a.use();
    const entity = await report(copyA, 6);
    const fromA = await snapshotOf(copyA);
    b.use();
    await report(copyB, 7);
    expect(valueOf(await mergeSnapshotBytes(fromA, 'a.json')).conflicts).toBe(1);
    const stored = await readCopyState(copyB);
    const [conflict] = conflictsIn(stored!.log, fieldClassOf);
    expect(conflict).toMatchObject({ entityId: entity, field: 'report' });
    expect(conflict?.heads.map(({ value }) => value)).toEqual(
      expect.arrayContaining([
        { k: 'value', v: 6 },
        { k: 'value', v: 7 },
      ]),
    );
    valueOf(await settleConflict(copyB, { entity, field: 'report' }, { k: 'value', v: 7 }, conflict!.heads));
    const fromB = await snapshotOf(copyB);
    a.use();
    expect(valueOf(await mergeSnapshotBytes(fromB, 'b.json')).conflicts).toBe(0);
    expect(await stateOf(copyA)).toBe(await (b.use(), stateOf(copyB)));
  });

  test('is merged after a copy of what was here', async () => {
    const { a, b, copyA, copyB } = await twoTablets();
    a.use();
    await report(copyA, 5);
    const bytes = await snapshotOf(copyA);
    b.use();
    const before = await readCommits(copyB);
    valueOf(await mergeSnapshotBytes(bytes, 'plan.json'));
    const [backup] = await db().backups.toArray();
    expect(backup).toMatchObject({ copy: copyB, reason: 'merge' });
    const kept = await readBackup(copyB, backup?.madeAt ?? '');
    for (const { id } of before) expect(kept).toContain(id);
  });

  test('with a change altered on the way keeps it aside and never counts it', async () => {
    const { a, b, copyA, copyB } = await twoTablets();
    a.use();
    await report(copyA, 5);
    const forged = new TextDecoder().decode(await snapshotOf(copyA)).replaceAll('"v":5}', '"v":9}');
    b.use();
    const state = await stateOf(copyB);
    const merged = valueOf(await mergeSnapshotBytes(new TextEncoder().encode(forged), 'plan.json'));
    expect(merged).toMatchObject({ added: 0, quarantined: 1 });
    expect(await stateOf(copyB)).toBe(state);
    expect(await db().quarantine.count()).toBe(1);
  });

  test('with a chain that began in another plan keeps it aside', async () => {
    const { b, copyB } = await twoTablets();
    b.use();
    const stranger = composeCommit({
      device: 'stranger',
      seq: 1,
      after: 'pl_other',
      wall: Date.UTC(2023, 3, 3),
      by: 'dev:stranger',
      ops: [{ e: 'plan', fields: { title: { value: 'Otro plan', over: [] } } }],
    });
    const snapshot = JSON.parse(new TextDecoder().decode(await snapshotOf(copyB))) as { log: unknown[] };
    snapshot.log.push(stranger);
    const state = await stateOf(copyB);
    const bytes = new TextEncoder().encode(JSON.stringify(snapshot));
    expect(valueOf(await mergeSnapshotBytes(bytes, 'plan.json'))).toMatchObject({ added: 0, quarantined: 1 });
    expect(await stateOf(copyB)).toBe(state);
    expect((await db().quarantine.toArray()).map(({ reason }) => reason)).toEqual(['otherPlan']);
  });

  test('of which nothing verifies opens no empty plan', async () => {
    const { a, copyA } = await twoTablets();
    a.use();
    const text = new TextDecoder().decode(await snapshotOf(copyA)).replaceAll('"by":"dev:', '"by":"per:');
    (await aTablet()).use();
    const altered = new TextEncoder().encode(text);
    for (const open of [previewSnapshotBytes, mergeSnapshotBytes]) {
      expect(await open(altered, 'plan.json')).toMatchObject({
        ok: false,
        problem: { code: 'snapshotAltered' },
      });
    }
    expect(await db().copies.count()).toBe(0);
  });

  test('that holds my own changes tells that they are not only here any more', async () => {
    const { a, b, copyA, copyB } = await twoTablets();
    b.use();
    await report(copyB, 7);
    const fromB = await snapshotOf(copyB);
    a.use();
    valueOf(await mergeSnapshotBytes(fromB, 'b.json'));
    const back = await snapshotOf(copyA);
    b.use();
    expect(unsharedCommits((await readCopy(copyB))!)).toBe(1);
    valueOf(await mergeSnapshotBytes(back, 'a.json'));
    expect(unsharedCommits((await readCopy(copyB))!)).toBe(0);
  });

  test('that only claims to hold my changes, or holds them altered, leaves them only here', async () => {
    const { b, copyB } = await twoTablets();
    b.use();
    await report(copyB, 7);
    const mine = (await readCopy(copyB))!;
    const text = new TextDecoder().decode(await snapshotOf(copyB));
    const altered = text.replaceAll('"v":7}', '"v":8}');
    const claims = JSON.stringify({
      ...(JSON.parse(text) as object),
      log: [],
      heads: { [mine.device]: [{ seq: 999, id: `${mine.device}.999.AAAAAAAAAAAAAAAA` }] },
    });
    for (const file of [altered, claims]) {
      await mergeSnapshotBytes(new TextEncoder().encode(file), 'plan.json');
      expect(unsharedCommits((await readCopy(copyB))!)).toBe(unsharedCommits(mine));
    }
  });

  test('keeps the board where the results ended, until somebody moves it', async () => {
    const { b, copyB } = await twoTablets();
    b.use();
    expect((await readCopy(copyB))?.cut).toBe('2023-03-31');
    await report(copyB, 5);
    expect((await readCopy(copyB))?.cut).toBe('2023-03-31');
  });

  test('written elsewhere under my device id gives this device another one', async () => {
    const { a, b, copyA } = await twoTablets();
    a.use();
    const id = (await db().device.get('id'))?.value;
    await report(copyA, 5);
    const bytes = await snapshotOf(copyA);
    b.use();
    await db().device.put({ key: 'id', value: id });
    await db()
      .copies.toCollection()
      .modify({ device: id as string });
    expect(valueOf(await mergeSnapshotBytes(bytes, 'a.json')).isDeviceCopied).toBe(true);
    expect((await db().device.get('id'))?.value).not.toBe(id);
  });
});

describe('a file that is not a snapshot is refused with a sentence and changes nothing', () => {
  const bytesOf = (text: string) => new TextEncoder().encode(text);
  const cases = [
    ['empty', bytesOf(''), 'fileEmpty'],
    [
      'cut short',
      bytesOf('{"format":"plan-log","version":1,"minReader":1,"plan":"pl_1","log":[{"id":"a'),
      'snapshotBroken',
    ],
    ['noise', Uint8Array.from([0, 255, 3, 254, 80, 75]), 'snapshotForeign'],
    ['foreign', bytesOf('{"name":"package","version":"1.0.0"}'), 'snapshotForeign'],
    [
      'newer',
      bytesOf('{"format":"plan-log","version":9,"minReader":9,"plan":"pl_1","heads":{},"state":{},"log":[]}'),
      'snapshotNewer',
    ],
  ] as const;

  test.each(cases)('%s', async (_name, bytes, code) => {
    const { b, copyB } = await twoTablets();
    b.use();
    await report(copyB, 7);
    const before = await everything();
    for (const open of [previewSnapshotBytes, mergeSnapshotBytes]) {
      expect(await open(bytes, 'archivo.json')).toMatchObject({
        ok: false,
        problem: { code, file: 'archivo.json' },
      });
    }
    expect(await everything()).toBe(before);
  });
});

describe('taking a plan off the tablet', () => {
  test('needs a copy first, when something is only here', async () => {
    (await aTablet()).use();
    const copy = await loadExample();
    expect(await removeCopy(copy)).toMatchObject({ ok: false, problem: { code: 'copyNeeded' } });
    const { ownSeq } = valueOf(await prepareSnapshot(copy));
    await updateCopy(copy, { sharedSeq: ownSeq, lastCopyAt: '2023-04-03T10:00:00.000Z' });
    valueOf(await removeCopy(copy));
    expect(await readCopy(copy)).toBeUndefined();
    expect([await db().tail.count(), await db().state.count()]).toEqual([0, 0]);
  });

  test('is refused while something is typed that is no change yet', async () => {
    (await aTablet()).use();
    const copy = await loadExample();
    const { ownSeq } = valueOf(await prepareSnapshot(copy));
    await updateCopy(copy, { sharedSeq: ownSeq, lastCopyAt: '2023-04-03T10:00:00.000Z' });
    const draft = { copy, entity: 'meas:x:20230401-20230630', field: 'remark', value: 'a medias', seen: [] };
    valueOf(await keepDraft({ ...draft, isReady: true }));
    expect(await removeCopy(copy)).toMatchObject({ ok: false, problem: { code: 'copyNeeded', changes: 1 } });
  });

  test('frees the files that no other plan names', async () => {
    (await aTablet()).use();
    const copy = await loadExample({ isExample: true });
    const measurement = measurementId((await planOn(copy)).indicators[3]?.id ?? '', T2);
    const file = new File(['acta'], 'acta.txt', { type: 'text/plain' });
    valueOf(await keepEvidence(copy, measurement, valueOf(await prepareEvidence(file))));
    expect(await db().blobs.count()).toBe(1);
    valueOf(await removeCopy(copy));
    expect(await db().blobs.count()).toBe(0);
  });

  test('is free for an example', async () => {
    (await aTablet()).use();
    const copy = await loadExample({ isExample: true });
    valueOf(await removeCopy(copy));
    expect(await readCopy(copy)).toBeUndefined();
  });
});
