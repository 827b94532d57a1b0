// What stands only on this device is never counted as being elsewhere, and nothing large happens without a good copy.
import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { backupOf } from '../../src/commands/backup';
import { keepGiven, prepareSnapshot } from '../../src/commands/exportSnapshot';
import { makeBackup } from '../../src/commands/makeBackup';
import { restoreBackup, uniteCopy } from '../../src/commands/restoreWork';
import { mergeSnapshotBytes } from '../../src/commands/snapshotWork';
import { recoverFromBackups } from '../../src/commands/verifyWork';
import { keepBackup, listBackups } from '../../src/storage/backups';
import { readCopy, unsharedCommits } from '../../src/storage/copies';
import { db } from '../../src/storage/database';
import { listExchanges } from '../../src/storage/exchanges';
import { readCommits } from '../../src/storage/commitStore';
import { damageLine } from '../support/damage';
import { desks, fileOf, merge, report } from '../support/desks';
import type { Desk } from '../support/desks';
import { aTablet, valueOf } from '../support/tablets';

async function onlyHere({ tablet, copy }: Desk): Promise<number> {
  tablet.use();
  return unsharedCommits((await readCopy(copy))!);
}

/** A tablet with the very same storage, as when its disk is copied. */
async function twinOf({ tablet, copy }: Desk): Promise<Desk> {
  tablet.use();
  const rows = await Promise.all(db().tables.map((table) => table.toArray()));
  const names = db().tables.map(({ name }) => name);
  const twin = await aTablet();
  twin.use();
  for (const [at, name] of names.entries()) {
    await db().table(name).clear();
    await db()
      .table(name)
      .bulkPut(rows[at] ?? []);
  }
  return { tablet: twin, copy };
}

test('what a copied tablet wrote under the same name says nothing of what was written here', async () => {
  const [ana] = await desks('Ana');
  await fileOf(ana);
  const twin = await twinOf(ana);
  for (const row of [4, 5, 6]) await report(ana, 3, row);
  await report(twin, 1, 7);
  expect((await merge(ana, await fileOf(twin))).isDeviceCopied).toBe(true);
  const before = await onlyHere(ana);
  expect(before).toBe(3);
  for (const row of [8, 9, 10]) await report(twin, 1, row);
  await merge(ana, await fileOf(twin));
  expect(await onlyHere(ana)).toBe(before);
});

describe('recovering', () => {
  test('keeps what stood before, also when the newest copy cannot be read', async () => {
    const [ana] = await desks('Ana');
    ana.tablet.use();
    valueOf(await makeBackup(ana.copy));
    const newest = valueOf(await makeBackup(ana.copy));
    await damageLine(ana.copy, 0, 400);
    const row = (await db().backups.get([ana.copy, newest.madeAt]))!;
    await db().backups.put({ ...row, snapshot: new Uint8Array([1, 2, 3]).buffer });
    valueOf(await recoverFromBackups(ana.copy));
    expect((await listBackups(ana.copy)).filter(({ reason }) => reason === 'recovery')).toHaveLength(1);
  });

  test('has a way out where what is shown cannot be read either', async () => {
    const [ana] = await desks('Ana');
    ana.tablet.use();
    const whole = valueOf(await prepareSnapshot(ana.copy)).file.bytes;
    valueOf(await makeBackup(ana.copy));
    await damageLine(ana.copy, 0, 400);
    const state = (await db().state.where('[copy+bucket]').between([ana.copy, 0], [ana.copy, 999]).first())!;
    await db().state.put({ ...state, entities: '{"cut' });
    expect((await prepareSnapshot(ana.copy)).ok).toBe(true);
    valueOf(await mergeSnapshotBytes(whole, 'plan.json'));
    expect(valueOf(await recoverFromBackups(ana.copy)).damaged).toEqual([]);
  });
});

test('merges, however many, never push out what stood before an import', async () => {
  const [ana] = await desks('Ana');
  ana.tablet.use();
  const row = (await readCopy(ana.copy))!;
  await keepBackup(await backupOf(row, 'import'));
  for (let time = 0; time < 8; time += 1) await keepBackup(await backupOf(row, 'merge'));
  const kept = (await listBackups(ana.copy)).map(({ reason }) => reason);
  expect(kept.filter((reason) => reason === 'import')).toHaveLength(1);
  expect(kept.filter((reason) => reason === 'merge')).toHaveLength(5);
});

test('two that open a new plan at the same time hold one copy of it', async () => {
  const [ana] = await desks('Ana');
  const bytes = await fileOf(ana);
  (await aTablet()).use();
  const opened = await Promise.all([
    mergeSnapshotBytes(bytes, 'a.json'),
    mergeSnapshotBytes(bytes, 'b.json'),
  ]);
  expect(new Set(opened.map((one) => valueOf(one).copy)).size).toBe(1);
  expect(await db().copies.count()).toBe(1);
});

describe('uniting a restored copy', () => {
  async function restored(): Promise<{ readonly kept: Desk; readonly other: Desk }> {
    const [ana] = await desks('Ana');
    await fileOf(ana);
    const { madeAt } = valueOf(await makeBackup(ana.copy));
    const { copy } = valueOf(await restoreBackup(ana.copy, madeAt));
    const other = { tablet: ana.tablet, copy };
    await report(other, 3, 4);
    return { kept: ana, other };
  }

  test('is nobody’s receipt, and what was only in it is then only in the plan', async () => {
    const { kept, other } = await restored();
    const only = await onlyHere(other);
    const receipts = (await listExchanges(kept.copy)).length;
    valueOf(await uniteCopy(other.copy));
    expect(await listExchanges(kept.copy)).toHaveLength(receipts);
    expect(await onlyHere(kept)).toBe(only);
    expect(await onlyHere(other)).toBe(0);
    expect((await readCommits(kept.copy)).length).toBe((await readCommits(other.copy)).length);
  });

  test('is not in a file that was made before', async () => {
    const { kept, other } = await restored();
    const only = await onlyHere(other);
    const prepared = valueOf(await prepareSnapshot(kept.copy));
    valueOf(await uniteCopy(other.copy));
    await keepGiven(kept.copy, prepared, 'shared');
    expect(await onlyHere(kept)).toBe(only);
  });
});
