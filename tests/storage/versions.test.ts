import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { expect, test } from 'vitest';
import { db, openDatabase } from '../../src/storage/database';
import type { VersionTrouble } from '../../src/storage/database';
import { storageProblem } from '../../src/storage/failures';

/** What a newer version of the app makes of a database. */
async function renew(name: string): Promise<Dexie> {
  const newer = new Dexie(name);
  newer.version(99).stores({ later: 'id', meta: 'key' });
  await newer.open();
  return newer;
}

test('a database that a newer version wrote is refused, and left as it is', async () => {
  await openDatabase('newer');
  await db().meta.put({ key: 'kept', value: 1 });
  db().close();
  const newer = await renew('newer');
  await newer.table('later').add({ id: 'x' });
  newer.close();
  const refused = await openDatabase('newer').catch(storageProblem);
  expect(refused).toEqual({ code: 'storedByNewer' });
  const again = await new Dexie('newer').open();
  expect(again.verno).toBe(99);
  expect(again.tables.map(({ name }) => name)).toContain('later');
  expect(await again.table('later').count()).toBe(1);
  expect(await again.table('meta').count()).toBe(1);
});

test('asking for the version of a database that is not there leaves no trace of it', async () => {
  await openDatabase('fresh');
  db().close();
  expect((await indexedDB.databases()).find(({ name }) => name === 'fresh')?.version).toBe(20);
});

test('before an old tab lets go for a newer version it writes what is open, and then no more', async () => {
  const troubles: VersionTrouble[] = [];
  await openDatabase('old-tab', {
    onTrouble: (trouble) => troubles.push(trouble),
    beforeLettingGo: () => db().meta.put({ key: 'typed', value: 'unsaved' }),
  });
  const newer = await renew('old-tab');
  expect(await newer.table('meta').get('typed')).toEqual({ key: 'typed', value: 'unsaved' });
  expect(troubles).toEqual(['newerVersionOpen']);
  await expect(db().meta.put({ key: 'late', value: 1 })).rejects.toThrow(/closed/i);
  expect(await newer.table('meta').count()).toBe(1);
  newer.close();
});

test('an old tab that cannot write any more still lets go', async () => {
  await openDatabase('stuck', { beforeLettingGo: () => new Promise(() => undefined) });
  const newer = await renew('stuck');
  expect(newer.verno).toBe(99);
  newer.close();
});
