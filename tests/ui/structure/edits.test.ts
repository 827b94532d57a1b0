import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { changePlan } from '../../../src/commands/changePlan';
import { measurementId } from '../../../src/domain/entities';
import type { Plan } from '../../../src/domain/model';
import { openPlan } from '../../../src/state/openPlan.svelte';
import {
  moveTo,
  newActivity,
  newIndicator,
  newItem,
  removalOf,
  step,
  toUnit,
} from '../../../src/ui/structure/edits';
import { aTablet, loadExample, planOn, valueOf } from '../../support/tablets';

type Edits = ReturnType<typeof step>;

let copy = '';

beforeEach(async () => {
  (await aTablet()).use();
  copy = await loadExample();
  openPlan.close();
  await openPlan.open(copy);
});

function shown(): Plan {
  if (!openPlan.plan) throw new Error('nothing is open');
  return openPlan.plan;
}

/** The plan on screen once the edits are in it. */
async function after(edits: Edits): Promise<Plan> {
  const count = openPlan.row?.count ?? 0;
  valueOf(await changePlan(copy, edits));
  await vi.waitFor(() => expect(openPlan.row?.count).toBeGreaterThan(count));
  return shown();
}

const idsOf = (things: readonly { readonly id: string }[]) => things.map(({ id }) => id);
const ofItem = ({ activities }: Plan, item: string) =>
  idsOf(activities.filter(({ itemId }) => itemId === item));
const ofActivity = ({ indicators }: Plan, id: string) =>
  idsOf(indicators.filter(({ activity }) => activity.id === id));

/** The rows one by one under the activities, and those under the items: nothing stands between strangers. */
function expectInOrder(plan: Plan): void {
  expect(idsOf(plan.activities)).toEqual(plan.items.flatMap(({ id }) => ofItem(plan, id)));
  expect(idsOf(plan.indicators)).toEqual(plan.activities.flatMap(({ id }) => ofActivity(plan, id)));
}

describe('moving', () => {
  test('an item takes along what hangs from it, and writes its own place alone', async () => {
    const [first, second, ...rest] = idsOf(shown().items);
    const edits = step(shown(), 'item', second!, -1);
    expect(edits.map(({ entity, field }) => [entity, field])).toEqual([[second, 'pos']]);
    const plan = await after(edits);
    expect(idsOf(plan.items)).toEqual([second, first, ...rest]);
    expectInOrder(plan);
  });

  test('an activity goes among those of its item, or last of another one, with its rows', async () => {
    const item = shown().items.find(({ id }) => ofItem(shown(), id).length > 1)!;
    const [first, second, ...rest] = ofItem(shown(), item.id);
    const moved = await after(step(shown(), 'activity', first!, 1));
    expect(ofItem(moved, item.id)).toEqual([second, first, ...rest]);
    expectInOrder(moved);
    const other = moved.items.find(({ id }) => id !== item.id)!;
    const before = ofItem(moved, other.id);
    const away = await after(moveTo(moved, 'activity', first!, other.id));
    expect(ofItem(away, other.id)).toEqual([...before, first]);
    expectInOrder(away);
  });

  test('nothing past the end of its list', () => {
    const [first] = idsOf(shown().items);
    expect(step(shown(), 'item', first!, -1)).toEqual([]);
  });
});

test('what somebody removed while another wrote under it is no part of any list', async () => {
  const [, removed, third] = idsOf(shown().items);
  const [activity] = ofItem(shown(), third!);
  const plan = await after(openPlan.removal([removed!, activity!]));
  expect([...plan.missingParents].sort()).toEqual(['', activity, removed].sort());
  const last = idsOf(plan.items).findLast((id) => !plan.missingParents.has(id))!;
  expect(step(plan, 'item', last, 1)).toEqual([]);
  expect(step(plan, 'item', removed!, -1)).toEqual([]);
  expect(step(plan, 'activity', activity!, -1)).toEqual([]);
  const { id, edits } = newItem(plan);
  const grown = await after(edits);
  expect(idsOf(grown.items).indexOf(id)).toBe(idsOf(grown.items).indexOf(last) + 1);
  expect(openPlan.conflicts).toEqual([]);
});

test('a removal takes all that was written of a row, and tells how much of it was reported', async () => {
  const { id } = shown().indicators[2]!;
  expect(removalOf(shown(), 'indicator', id)).toMatchObject({ reports: 1 });
  const planned = measurementId(id, '20230401-20230630');
  const plan = await after([openPlan.edit(planned, 'planned', 5)]);
  const removal = removalOf(plan, 'indicator', id);
  expect(removal.edits.map(({ entity }) => entity)).toContain(planned);
  expect(removal.reports).toBe(1);
});

test.each([true, false])(
  'a removal takes along a period that has evidence, reported or not (%s)',
  async (isReported) => {
    const { id } = shown().indicators[2]!;
    const period = '20231001-20231231';
    const report = measurementId(id, period);
    const serving = { entity: 'evi:1', field: `serves/${report}`, value: true, seen: [] };
    const reported = isReported ? [openPlan.edit(report, 'report', { k: 'value', v: 1 })] : [];
    const plan = await after([serving, ...reported]);
    const without = await after(removalOf(plan, 'indicator', id).edits);
    expect(without.indicators.map((one) => one.id)).not.toContain(id);
    expect(without.strayReports).toEqual([]);

    const [removed] = openPlan.removed;
    expect(removed?.entities).toContain(report);
    const back = await after(openPlan.restoration(removed?.entities ?? []));
    expect(back.indicators[2]).toEqual(plan.indicators[2]);
    expect(openPlan.conflicts).toEqual([]);
    // What somebody says of it afterwards is of no indicator, and is told.
    await after(removalOf(back, 'indicator', id).edits);
    const late = await after([...openPlan.restoration([report]), openPlan.edit(report, 'remark', 'Tarde')]);
    expect(late.strayReports).toEqual([{ indicatorId: id, periods: [period] }]);
  },
);

test('what is new stands last of what it belongs to', async () => {
  const [item] = shown().items;
  const activities = ofItem(shown(), item!.id);
  const activity = newActivity(shown(), item!.id);
  const grown = await after(activity.edits);
  expect(ofItem(grown, item!.id)).toEqual([...activities, activity.id]);
  const [only] = ofActivity(grown, activity.id);
  const row = newIndicator(grown, activity.id);
  const plan = await after(row.edits);
  expect(ofActivity(plan, activity.id)).toEqual([only, row.id]);
  expectInOrder(plan);
});

const T1 = '20230101-20230331';

test.each([
  ['asSeen', 0.21, 0.02],
  ['asKept', 21, 2],
] as const)('in another unit the numbers are %s', async (numbers, target, reported) => {
  // "# Actas": 2 of 21.
  const indicator = openPlan.plan?.indicators[3];
  if (!indicator) throw new Error('the seed has twelve rows');
  valueOf(await changePlan(copy, toUnit(indicator, 'percent', numbers)));
  const after = (await planOn(copy)).indicators[3];
  expect(after).toMatchObject({ targetUnit: 'percent', target });
  expect(after?.reports.get(T1)?.report).toEqual({ k: 'value', v: reported });
});
