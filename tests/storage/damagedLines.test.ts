import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { Commit } from '../../src/log/commit';
import { readCommitsById, sieveCommits } from '../../src/storage/commitSieve';
import { readCommitParts, storeCommits } from '../../src/storage/commitStore';
import { emptyCopy } from '../../src/storage/copies';
import { db } from '../../src/storage/database';
import { aWriter } from '../support/commits';
import { damageLine } from '../support/damage';
import { aTablet } from '../support/tablets';

/** One of a sealed segment and one of those behind it. */
const BROKEN = [7, 1200];

test('a stored line that is no commit any more is passed over by whoever reads the log', async () => {
  (await aTablet()).use();
  const ana = aWriter('ana');
  const commits = Array.from({ length: 1500 }, (_, at) => ana.set(`act:${at}`, { name: at }));
  const facts = { title: '', entityName: '', planYear: 0, isExample: false, createdAt: '' };
  const row = emptyCopy({ copy: 'broken', plan: 'pl', device: 'd', ...facts });
  await db().transaction('rw', [db().copies, db().segments, db().tail], async () => {
    await db().copies.put({ ...row, ...(await storeCommits(row, commits)) });
  });
  for (const at of BROKEN) await damageLine('broken', at, 0);
  const whole = commits.filter((_, at) => !BROKEN.includes(at));

  const read: Commit[] = [];
  for await (const part of readCommitParts('broken')) read.push(...part);
  expect(read).toEqual(whole);
  expect(await sieveCommits('broken', 0, () => true)).toEqual(whole);
  const ids = new Set(commits.map(({ id }) => id));
  expect(await readCommitsById('broken', ids)).toEqual(whole);
});
