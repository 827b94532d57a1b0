import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { mergeSnapshotBytes } from '../../src/commands/snapshotWork';
import { findCommits, readCommits } from '../../src/storage/commitStore';
import { aPlanWithChanges } from '../support/largePlan';
import { aTablet, valueOf } from '../support/tablets';

/** Two sealed segments, and some that are not sealed. */
const CHANGES = 2100;
let copy = '';

beforeEach(async () => {
  (await aTablet()).use();
  const { held } = aPlanWithChanges(10, CHANGES);
  copy = valueOf(await mergeSnapshotBytes(new TextEncoder().encode(held), 'plan.json')).copy;
});

test('finds what holds any of the words wherever it is stored, once, in order of arrival', async () => {
  const words = ['"Nota 5 de ', '"Nota 1500 de ', `"Nota ${CHANGES - 1} de `, 'tableta1.6.'];
  const all = await readCommits(copy);
  const holding = all.filter((commit) => words.some((word) => JSON.stringify(commit).includes(word)));
  expect(holding.length).toBeGreaterThanOrEqual(4);
  expect(await findCommits(copy, words)).toEqual(holding);
  expect(await findCommits(copy, ['no such word'])).toEqual([]);
});
