import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { changePlan } from '../../../src/commands/changePlan';
import { recordProgress } from '../../../src/commands/recordProgress';
import { setIdentity } from '../../../src/commands/thisDevice';
import { openPlan } from '../../../src/state/openPlan.svelte';
import { planFindings } from '../../../src/state/findings.svelte';
import { thisDevice } from '../../../src/state/thisDevice.svelte';
import { undo } from '../../../src/state/undo.svelte';
import { takeBack } from '../../../src/ui/plan/changes';
import { kindsIn } from '../../../src/ui/findings/found';
import type { Found } from '../../../src/ui/findings/found';
import { openCount } from '../../../src/ui/findings/openCount';
import { mend, mendingOf, reopen, review, reviewerOf } from '../../../src/ui/findings/settling';
import { aTablet, loadExample, valueOf } from '../../support/tablets';

const T2 = '20230401-20230630';

beforeEach(async () => (await aTablet()).use());

/** Memory follows storage a moment later. */
async function settle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 20));
  await openPlan.refreshRow();
}

function only(kind: string, shown: 'open' | 'reviewed' = 'open'): Found {
  const plan = openPlan.plan;
  const kinds = plan ? kindsIn(plan, planFindings.all) : [];
  const [found] = kinds.find((one) => one.kind === kind)?.[shown] ?? [];
  if (!found) throw new Error(`no ${shown} ${kind}`);
  return found;
}

test('an indicator that was removed while somebody reported on it comes back with its report, and goes again', async () => {
  const copy = await loadExample();
  await openPlan.open(copy);
  const indicator = openPlan.plan?.indicators[3];
  if (!indicator || !openPlan.plan) throw new Error('the seed has twelve rows');
  const { id } = indicator;
  valueOf(await changePlan(copy, openPlan.removal([id])));
  valueOf(await recordProgress({ copy, indicatorId: id, period: T2, seen: [] }, { k: 'value', v: 5 }));
  await settle();
  const mending = mendingOf(openPlan.plan, only('strayReports'));
  expect(mending?.act).toBe('Devolver al plan');
  if (mending) expect(await mend(copy, mending)).toBe(true);
  await settle();
  expect(openPlan.plan.indicators[3]).toMatchObject({ id });
  expect(openPlan.plan.indicators[3]?.reports.get(T2)?.report).toEqual({ k: 'value', v: 5 });
  expect(openPlan.plan.strayReports).toEqual([]);
  expect(openPlan.conflicts).toEqual([]);
  const done = undo.last(copy);
  if (done) await takeBack(done);
  await settle();
  expect(openPlan.plan.indicators).toHaveLength(11);
});

test('a review is counted at once, under the name that was given with it', async () => {
  await setIdentity({ name: '', role: 'Control interno', department: '' });
  const copy = await loadExample();
  await openPlan.open(copy);
  const count = async () => openPlan.plan && openCount(openPlan.plan);
  expect(await count()).toBe(16);
  const found = only('missingNumber');
  expect(await review(copy, found, 'No corresponde', 'Ana Pérez')).toBe(true);
  await settle();
  expect(await count()).toBe(15);
  expect(reviewerOf(found)).toBeNull();
  expect(reviewerOf(only('missingNumber', 'reviewed'))).toEqual({
    name: 'Ana Pérez',
    at: expect.stringMatching(/^20\d\d-/) as string,
  });
  expect(thisDevice.identity).toMatchObject({ name: 'Ana Pérez', role: 'Control interno' });
  expect(undo.last(copy)?.told).toBe('Hallazgo revisado.');
  expect(await reopen(copy, found)).toBe(true);
  await settle();
  expect(await count()).toBe(16);
});

test('what is counted while the plan changes is given up', async () => {
  const copy = await loadExample();
  await openPlan.open(copy);
  const plan = openPlan.plan;
  if (!plan) throw new Error('it is open');
  const counting = openCount(plan);
  valueOf(await changePlan(copy, [openPlan.edit('plan', 'title', 'Otro')]));
  await settle();
  expect(await counting).toBeNull();
});
