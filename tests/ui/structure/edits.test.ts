import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { changePlan } from '../../../src/commands/changePlan';
import { openPlan } from '../../../src/state/openPlan.svelte';
import { toUnit } from '../../../src/ui/structure/edits';
import { aTablet, loadExample, planOn, valueOf } from '../../support/tablets';

const T1 = '20230101-20230331';

beforeEach(async () => (await aTablet()).use());

test.each([
  ['asSeen', 0.21, 0.02],
  ['asKept', 21, 2],
] as const)('in another unit the numbers are %s', async (numbers, target, reported) => {
  const copy = await loadExample();
  await openPlan.open(copy);
  // "# Actas": 2 of 21.
  const indicator = openPlan.plan?.indicators[3];
  if (!indicator) throw new Error('the seed has twelve rows');
  valueOf(await changePlan(copy, toUnit(indicator, 'percent', numbers)));
  const after = (await planOn(copy)).indicators[3];
  expect(after).toMatchObject({ targetUnit: 'percent', target });
  expect(after?.reports.get(T1)?.report).toEqual({ k: 'value', v: reported });
});
