import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { backupOf } from '../../src/commands/backup';
import { makeBackup } from '../../src/commands/makeBackup';
import { mergeSnapshotBytes } from '../../src/commands/snapshotWork';
import { decodeSnapshot } from '../../src/formats/snapshot';
import { keepBackup, listBackups, readBackup } from '../../src/storage/backups';
import { readCommitLines } from '../../src/storage/commitStore';
import { readCopy } from '../../src/storage/copies';
import { db } from '../../src/storage/database';
import type { BackupRow } from '../../src/storage/database';
import { packText, unpackText } from '../../src/storage/packed';
import { damageLine } from '../support/damage';
import { aSnapshotOf } from '../support/largePlan';
import { aTablet, valueOf } from '../support/tablets';

async function aPlan(): Promise<string> {
  (await aTablet()).use();
  const parties = Array.from({ length: 200 }, (_, at) => ({
    e: `pty:${at}`,
    fields: { name: { value: `Dependencia número ${at}`, over: [] } },
  }));
  const file = new TextEncoder().encode(aSnapshotOf('pl_kept', parties));
  return valueOf(await mergeSnapshotBytes(file, 'plan.json')).copy;
}

describe('a copy that is kept beside the plan', () => {
  test('holds every change, is read back, and takes a fraction of the room', async () => {
    const copy = await aPlan();
    const made = valueOf(await makeBackup(copy));
    const lines = await readCommitLines(copy);
    expect(made).toMatchObject({ commits: lines.length, damaged: 0 });
    const text = (await readBackup(copy, made.madeAt)) ?? '';
    expect(valueOf(decodeSnapshot(text, 'copy')).log).toHaveLength(lines.length);
    const [facts] = await listBackups(copy);
    expect(facts).toMatchObject({ reason: 'asked', commits: lines.length });
    expect(facts!.bytes * 4).toBeLessThan(text.length);
  });

  test('says what was damaged already where it is stored', async () => {
    const copy = await aPlan();
    const [line = ''] = await readCommitLines(copy);
    await damageLine(copy, 0, line.indexOf('Dependencia'));
    expect(valueOf(await makeBackup(copy))).toMatchObject({ damaged: 1 });
  });

  test('is none where what was written is not what is there', async () => {
    const copy = await aPlan();
    const row = (await readCopy(copy))!;
    const backup = await backupOf(row, 'asked');
    db().backups.hook('reading', (stored: BackupRow | undefined) => {
      const read = stored ? { ...stored, snapshot: new ArrayBuffer(9) } : stored;
      return read as BackupRow;
    });
    const refused = db().transaction('rw', db().backups, () => keepBackup(backup));
    await expect(refused).rejects.toMatchObject({ problem: { code: 'copyNotKept' } });
    expect(await db().backups.count()).toBe(0);
    expect(await makeBackup(copy)).toMatchObject({ ok: false, problem: { code: 'copyNotKept' } });
  });

  test('makes room for later ones of its sort only, and two in one instant both stand', async () => {
    const copy = await aPlan();
    const backup = await backupOf((await readCopy(copy))!, 'merge');
    await db().transaction('rw', db().backups, () => keepBackup({ ...backup, reason: 'asked' }));
    for (let nth = 0; nth < 7; nth += 1) {
      await db().transaction('rw', db().backups, () => keepBackup(backup));
    }
    const reasons = (await listBackups(copy)).map(({ reason }) => reason);
    expect(reasons.filter((reason) => reason === 'merge')).toHaveLength(5);
    expect(reasons.filter((reason) => reason === 'asked')).toHaveLength(1);
  });

  test('of an earlier version is read as it was written', async () => {
    const copy = await aPlan();
    const text = aSnapshotOf('pl_kept', []);
    const old = { copy, madeAt: '2026-01-01T00:00:00.000Z', reason: 'merge' as const, snapshot: text };
    await db().backups.put({ ...old, commits: null, title: '' });
    expect(await readBackup(copy, old.madeAt)).toBe(text);
  });
});

test('a packed text comes out as it went in, and a spoilt one does not come out', async () => {
  const text = 'tildes áéí, 😀 y "comillas"\n'.repeat(500);
  const packed = await packText(text);
  expect(await unpackText(packed)).toBe(text);
  await expect(unpackText(packed.slice(0, packed.byteLength - 9))).rejects.toThrow();
});
