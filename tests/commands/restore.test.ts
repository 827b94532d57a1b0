import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { prepareSnapshot } from '../../src/commands/exportSnapshot';
import { makeBackup } from '../../src/commands/makeBackup';
import { removeCopy } from '../../src/commands/removeCopy';
import { previewUnion, restoreBackup, restoreFile, uniteCopy } from '../../src/commands/restoreWork';
import { save } from '../../src/commands/save';
import { mergeSnapshotBytes, previewSnapshotBytes } from '../../src/commands/snapshotWork';
import { acknowledgeRenewal } from '../../src/commands/thisDevice';
import { decodeSnapshot } from '../../src/formats/snapshot';
import { canonicalState } from '../../src/log/bucketText';
import { forksIn } from '../../src/log/chains';
import { parseCommitId } from '../../src/log/commit';
import type { Commit } from '../../src/log/commit';
import { lastBackups, listBackups } from '../../src/storage/backups';
import { readCommits } from '../../src/storage/commitStore';
import { readCopy, unsharedCommits, updateCopy } from '../../src/storage/copies';
import { db } from '../../src/storage/database';
import { readRenewal } from '../../src/storage/settings';
import { readCopyState } from '../../src/storage/stateStore';
import { aSnapshotOf } from '../support/largePlan';
import { aTablet, seenIn, valueOf } from '../support/tablets';

function aPlanFile(): Uint8Array<ArrayBuffer> {
  const fields = { title: { value: 'Plan de prueba', over: [] }, planYear: { value: 2026, over: [] } };
  const party = { e: 'pty:1', fields: { name: { value: 'Hacienda', over: [] } } };
  return new TextEncoder().encode(aSnapshotOf('pl_restored', [{ e: 'plan', fields }, party]));
}

async function rename(copy: string, value: string, field = 'name'): Promise<void> {
  const seen = await seenIn(copy, 'pty:1', field);
  valueOf(await save(copy, [{ entity: 'pty:1', field, value, seen }]));
}

async function fileOf(copy: string): Promise<Uint8Array<ArrayBuffer>> {
  return valueOf(await prepareSnapshot(copy)).file.bytes;
}

async function stateOf(copy: string): Promise<string> {
  return canonicalState((await readCopyState(copy))!.log);
}

async function deviceNow(): Promise<string> {
  return (await db().device.get('id'))?.value as string;
}

/** A tablet whose plan was copied as it stood, and written in since. */
async function aCopiedPlan(): Promise<{ copy: string; madeAt: string; before: string }> {
  (await aTablet()).use();
  const { copy } = valueOf(await mergeSnapshotBytes(aPlanFile(), 'plan.json'));
  await rename(copy, 'Secretaría de Hacienda');
  const before = await stateOf(copy);
  const { madeAt } = valueOf(await makeBackup(copy));
  await rename(copy, 'Un error grande');
  return { copy, madeAt, before };
}

describe('a kept copy', () => {
  test('is brought back beside the plan, which stays as it is', async () => {
    const { copy, madeAt, before } = await aCopiedPlan();
    const [row, state] = [await readCopy(copy), await stateOf(copy)];
    const restored = valueOf(await restoreBackup(copy, madeAt));
    expect(await stateOf(restored.copy)).toBe(before);
    expect([await readCopy(copy), await stateOf(copy)]).toEqual([row, state]);
    const beside = await readCopy(restored.copy);
    expect(beside).toMatchObject({ kind: 'restored', title: 'Plan de prueba', plan: row?.plan });
    expect(beside?.restoredFrom?.slice(0, 16)).toBe(madeAt.slice(0, 16));
    expect(beside?.ownDevice).not.toBe(await deviceNow());
  });

  test('and its original never fork one chain, whatever is written in both', async () => {
    const { copy, madeAt } = await aCopiedPlan();
    const restored = valueOf(await restoreBackup(copy, madeAt)).copy;
    const files = [await fileOf(copy)];
    await rename(restored, 'Desde la restaurada');
    await rename(copy, 'Desde la de siempre');
    await rename(restored, 'Otra vez la restaurada');
    files.push(await fileOf(restored), await fileOf(copy));
    const commits = new Map<string, Commit>();
    for (const file of files) {
      for (const raw of valueOf(decodeSnapshot(file, 'plan.json')).log as Commit[]) commits.set(raw.id, raw);
    }
    expect(forksIn(commits.values())).toEqual([]);
    (await aTablet()).use();
    for (const file of files) {
      const merged = valueOf(await mergeSnapshotBytes(file, 'plan.json'));
      expect(merged).toMatchObject({ gaps: [], quarantined: 0, isDeviceCopied: false });
    }
  });

  test('gives what the plan lacks to it, after saying what that is', async () => {
    const { copy, madeAt } = await aCopiedPlan();
    const restored = valueOf(await restoreBackup(copy, madeAt)).copy;
    await rename(restored, 'Solo en la restaurada', 'remark');
    const stood = await stateOf(copy);
    // Its name on the first save, and the remark.
    expect(valueOf(await previewUnion(restored))).toMatchObject({ copy, added: 1, conflicts: 0 });
    expect(await stateOf(copy)).toBe(stood);
    const unshared = unsharedCommits((await readCopy(copy))!);
    const own = unsharedCommits((await readCopy(restored))!);
    valueOf(await uniteCopy(restored));
    expect(await stateOf(copy)).toContain('Solo en la restaurada');
    expect(await stateOf(copy)).toContain('Un error grande');
    // What had left in no file is still counted, once.
    expect(unsharedCommits((await readCopy(copy))!)).toBe(unshared + own);
    valueOf(await uniteCopy(restored));
    expect(unsharedCommits((await readCopy(copy))!)).toBe(unshared + own);
    expect(valueOf(await removeCopy(restored))).toBeNull();
  });

  test('that is gone says so, and so does one of which nothing verifies', async () => {
    const { copy, madeAt } = await aCopiedPlan();
    expect(await restoreBackup(copy, 'never')).toMatchObject({ ok: false, problem: { code: 'copyGone' } });
    const forged = new TextDecoder().decode(aPlanFile()).replaceAll('Hacienda', 'Hacienda!');
    const copies = await db().copies.count();
    const refused = await restoreFile(new File([forged], 'plan.json'));
    expect(refused).toMatchObject({ ok: false, problem: { code: 'snapshotAltered' } });
    expect(await db().copies.count()).toBe(copies);
    expect(valueOf(await restoreBackup(copy, madeAt)).quarantined).toBe(0);
  });
});

describe('a file', () => {
  test('is brought back beside the plan, and takes its place when that one is taken off', async () => {
    const { copy } = await aCopiedPlan();
    const file = await fileOf(copy);
    await rename(copy, 'Después de la copia');
    const restored = valueOf(await restoreFile(new File([file], 'plan.json'))).copy;
    expect(await readCopy(restored)).toMatchObject({ kind: 'restored' });
    const row = (await readCopy(copy))!;
    await updateCopy(copy, { sharedSeq: row.ownSeq, carried: 0, lastCopyAt: '2026-06-14T10:00:00.000Z' });
    valueOf(await removeCopy(copy));
    expect(await readCopy(restored)).toMatchObject({ kind: 'kept' });
    await rename(restored, 'Sigue aquí');
    const merged = valueOf(await mergeSnapshotBytes(file, 'plan.json'));
    expect(merged).toMatchObject({ copy: restored, added: 0, isDeviceCopied: false });
  });

  test('of a plan that is not here is the one to keep', async () => {
    const { copy } = await aCopiedPlan();
    const file = await fileOf(copy);
    const device = await deviceNow();
    (await aTablet()).use();
    const restored = valueOf(await restoreFile(new File([file], 'plan.json'))).copy;
    await rename(restored, 'En la otra');
    const row = await readCopy(restored);
    expect(row).toMatchObject({ kind: 'kept', ownSeq: 1 });
    expect(row?.device).toBe(row?.ownDevice);
    expect(row?.device).not.toBe(device);
  });
});

describe('a plan that is taken off', () => {
  test('leaves a last copy, with which it comes back', async () => {
    const { copy } = await aCopiedPlan();
    const state = await stateOf(copy);
    const row = (await readCopy(copy))!;
    await updateCopy(copy, { sharedSeq: row.ownSeq, carried: 0, lastCopyAt: '2026-06-14T10:00:00.000Z' });
    valueOf(await removeCopy(copy));
    const [last] = await lastBackups();
    expect(last).toMatchObject({ copy, reason: 'removal', title: 'Plan de prueba', commits: row.count });
    expect(await listBackups(copy)).toHaveLength(1);
    const restored = valueOf(await restoreBackup(copy, last!.madeAt)).copy;
    expect(await stateOf(restored)).toBe(state);
    expect(await readCopy(restored)).toMatchObject({ kind: 'kept' });
  });
});

describe('a copied tablet', () => {
  test('is noticed at the first file, in the plan it holds, and what it had not shared still counts', async () => {
    const { copy } = await aCopiedPlan();
    const device = await deviceNow();
    const old = { row: await readCopy(copy), tables: await Promise.all(db().tables.map((t) => t.toArray())) };
    const names = db().tables.map(({ name }) => name);
    await rename(copy, 'Escrito en la primera');
    const fromFirst = await fileOf(copy);
    const twin = await aTablet();
    twin.use();
    for (const [at, name] of names.entries()) {
      await db().table(name).clear();
      await db()
        .table(name)
        .bulkPut(old.tables[at] ?? []);
    }
    await rename(copy, 'Escrito en la copiada', 'remark');
    const before = unsharedCommits((await readCopy(copy))!);
    expect(valueOf(await previewSnapshotBytes(fromFirst, 'a.json')).isDeviceCopied).toBe(true);
    expect(await readRenewal()).toBeNull();
    expect(valueOf(await mergeSnapshotBytes(fromFirst, 'a.json')).isDeviceCopied).toBe(true);
    expect(await deviceNow()).not.toBe(device);
    expect(await readRenewal()).not.toBeNull();
    await acknowledgeRenewal();
    expect(await readRenewal()).toBeNull();
    await rename(copy, 'Ya con otra identidad', 'remark');
    expect(unsharedCommits((await readCopy(copy))!)).toBe(before + 1);
    expect((await readCommits(copy)).at(-1)?.id.split('.')[0]).toBe(await deviceNow());
    expect(valueOf(await mergeSnapshotBytes(fromFirst, 'a.json')).isDeviceCopied).toBe(false);
  });

  test('renews the id of the copy, where it is that one which is written elsewhere', async () => {
    const { copy, madeAt } = await aCopiedPlan();
    const device = await deviceNow();
    const restored = valueOf(await restoreBackup(copy, madeAt)).copy;
    await rename(restored, 'Desde la restaurada');
    const old = await Promise.all(db().tables.map((table) => table.toArray()));
    const names = db().tables.map(({ name }) => name);
    await rename(restored, 'En la primera tableta');
    const elsewhere = await fileOf(restored);
    (await aTablet()).use();
    for (const [at, name] of names.entries()) {
      await db().table(name).clear();
      await db()
        .table(name)
        .bulkPut(old[at] ?? []);
    }
    const ownDevice = (await readCopy(restored))?.ownDevice;
    await db().copies.delete(copy);
    expect(valueOf(await mergeSnapshotBytes(elsewhere, 'a.json')).isDeviceCopied).toBe(true);
    expect((await readCopy(restored))?.ownDevice).not.toBe(ownDevice);
    expect(await deviceNow()).toBe(device);
  });

  test('opened for the first time where its own changes are already, takes another id at once', async () => {
    const { copy } = await aCopiedPlan();
    const [file, device] = [await fileOf(copy), await deviceNow()];
    (await aTablet()).use();
    await db().device.put({ key: 'id', value: device });
    const merged = valueOf(await mergeSnapshotBytes(file, 'a.json'));
    expect(merged.isDeviceCopied).toBe(true);
    expect(await deviceNow()).not.toBe(device);
    await rename(merged.copy, 'Con la nueva');
    expect(parseCommitId((await readCopy(merged.copy))?.ownHead ?? '')).toMatchObject({ seq: 1 });
    expect(forksIn(await readCommits(merged.copy))).toEqual([]);
  });
});
