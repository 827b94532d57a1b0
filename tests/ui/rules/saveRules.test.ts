import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { changePlan } from '../../../src/commands/changePlan';
import { readCommits } from '../../../src/storage/commitStore';
import { openPlan } from '../../../src/state/openPlan.svelte';
import { drafted } from '../../../src/ui/rules/ruleDraft';
import { saveRules } from '../../../src/ui/rules/saveRules';
import { aTablet, loadExample, seenIn, valueOf } from '../../support/tablets';

let copy = '';

beforeEach(async () => {
  (await aTablet()).use();
  copy = await loadExample();
  openPlan.close();
  await openPlan.open(copy);
});

/** Another tablet's rule arrives, and the screen shows it. */
async function arrives(field: 'paceTolerance' | 'dueSoonDays', value: number): Promise<void> {
  const seen = await seenIn(copy, 'plan', field);
  valueOf(await changePlan(copy, [{ entity: 'plan', field, value, seen }]));
  await vi.waitFor(() => expect(openPlan.value('plan', field)).toBe(value));
}

async function settled(): Promise<void> {
  const { length } = await readCommits(copy);
  await vi.waitFor(() => expect(openPlan.row?.count).toBe(length));
}

test('a rule that changed while it was being written stays beside what was written', async () => {
  const begun = drafted('paceTolerance', 1, null);
  await arrives('paceTolerance', 7);
  expect(await saveRules(copy, { paceTolerance: drafted('paceTolerance', 10, begun) })).toBe(true);
  await settled();
  const [conflict] = openPlan.conflicts;
  expect(conflict).toMatchObject({ entityId: 'plan', field: 'paceTolerance' });
  expect(conflict?.heads.map(({ value }) => value).sort()).toEqual([10, 7]);
});

test('what was seen before it was begun is written over, and a rule that was not touched stays', async () => {
  await arrives('paceTolerance', 7);
  const begun = drafted('paceTolerance', 10, null);
  await arrives('dueSoonDays', 20);
  expect(await saveRules(copy, { paceTolerance: begun })).toBe(true);
  await settled();
  expect(openPlan.conflicts).toEqual([]);
  expect(openPlan.plan).toMatchObject({ paceTolerance: 10, dueSoonDays: 20 });
});
