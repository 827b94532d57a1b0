import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { expect, test } from 'vitest';
import { emptyCopy, findCopyOfPlan } from '../../src/storage/copies';
import { db, openDatabase } from '../../src/storage/database';

const FACTS = {
  plan: 'pl_1',
  title: 'Plan',
  entityName: '',
  planYear: 2026,
  isExample: false,
  createdAt: '2026-01-01T00:00:00.000Z',
  device: 'tablet01',
};

test('a database of the first version opens with all that it held', async () => {
  const first = new Dexie('first-version');
  first.version(1).stores({
    segments: '[copy+no]',
    tail: '[copy+n]',
    state: '[copy+bucket]',
    conflicts: '[copy+entity]',
    drafts: '[copy+entity+field]',
    blobs: 'sha256',
    quarantine: '[copy+key]',
    backups: '[copy+madeAt]',
    copies: 'copy, plan',
    meta: 'key',
    device: 'key',
  });
  const copy = emptyCopy({ ...FACTS, copy: 'old' });
  await first.table('copies').add({ ...copy, kind: undefined, ownDevice: undefined });
  await first.table('tail').add({ copy: 'old', n: 0, line: '{}' });
  first.close();

  await openDatabase('first-version');
  expect(await db().copies.toArray()).toEqual([copy]);
  expect(await db().tail.toArray()).toEqual([{ copy: 'old', n: 0, line: '{}' }]);
});

test('what comes of a plan goes into the copy that is kept, never into one that is only audited', async () => {
  await openDatabase('several-copies');
  const audited = { ...emptyCopy({ ...FACTS, copy: 'audited' }), kind: 'audited' as const };
  const restored = { ...emptyCopy({ ...FACTS, copy: 'restored' }), kind: 'restored' as const };
  await db().copies.bulkAdd([audited]);
  expect(await findCopyOfPlan('pl_1')).toBeUndefined();
  await db().copies.bulkAdd([restored]);
  expect((await findCopyOfPlan('pl_1'))?.copy).toBe('restored');
  await db().copies.add(emptyCopy({ ...FACTS, copy: 'zz-kept' }));
  expect((await findCopyOfPlan('pl_1'))?.copy).toBe('zz-kept');
});
