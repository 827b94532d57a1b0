import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { changePlan } from '../../src/commands/changePlan';
import { undoCommit } from '../../src/commands/undo';
import { measurementId } from '../../src/domain/entities';
import type { Plan } from '../../src/domain/model';
import { openPlan } from '../../src/state/openPlan.svelte';
import type { Removed } from '../../src/state/removed';
import { readCopy } from '../../src/storage/copies';
import { removalOf } from '../../src/ui/structure/edits';
import { aTablet, loadExample, valueOf } from '../support/tablets';

const T2 = '20230401-20230630';
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

/** Saves edits, waits until they are on screen, and gives the commit's id. */
async function save(edits: Parameters<typeof changePlan>[1]): Promise<string> {
  return arrived(valueOf(await changePlan(copy, edits)).at(-1)?.id ?? '');
}

async function undo(commit: string): Promise<string> {
  return arrived(valueOf(await undoCommit(copy, commit)).commits.at(-1)?.id ?? '');
}

async function arrived(commit: string): Promise<string> {
  const stored = await readCopy(copy);
  await vi.waitFor(() => expect(openPlan.row?.count).toBe(stored?.count));
  return commit;
}

async function reopen(): Promise<void> {
  openPlan.close();
  await openPlan.open(copy);
}

function only(): Removed {
  const [removed, ...others] = openPlan.removed;
  if (!removed || others.length > 0) throw new Error(`${others.length + (removed ? 1 : 0)} were removed`);
  return removed;
}

/** An item of several activities, with a report of one of its rows. */
async function anItemWithReports() {
  const item = shown().items.find(
    ({ id }) => shown().activities.filter(({ itemId }) => itemId === id).length > 1,
  );
  if (!item) throw new Error('the example has no such item');
  const row = shown().indicators.find((one) => one.item.id === item.id)!;
  await save([openPlan.edit(measurementId(row.id, T2), 'report', { k: 'value', v: 3 })]);
  return { item, row };
}

describe('what was removed', () => {
  test('is nothing in a plan that is whole', () => {
    expect(openPlan.removed).toEqual([]);
  });

  test('is told after a reload as it went: the item, and what went with it', async () => {
    const { item } = await anItemWithReports();
    const before = shown();
    const removal = removalOf(before, 'item', item.id);
    await save(removal.edits);
    await reopen();
    const removed = only();
    const { activities, indicators, reports } = removal;
    expect(removed).toMatchObject({ kind: 'item', part: item, activities, indicators, reports, lost: null });
    expect(removed.device).toBe(openPlan.row?.device);

    await save(openPlan.restoration(removed.entities));
    expect(shown()).toEqual(before);
    expect(openPlan.removed).toEqual([]);
    expect(openPlan.conflicts).toEqual([]);
  });

  test('that came back goes again when that is undone, and comes back again', async () => {
    const { item } = await anItemWithReports();
    const before = shown();
    await save(removalOf(before, 'item', item.id).edits);
    const gone = shown();
    const returned = await save(openPlan.restoration(only().entities));
    await undo(returned);
    expect(shown()).toEqual(gone);
    await save(openPlan.restoration(only().entities));
    expect(shown()).toEqual(before);
  });

  test('apart comes back apart, and says that what it hangs from is not there', async () => {
    const { item, row } = await anItemWithReports();
    await save(removalOf(shown(), 'indicator', row.id).edits);
    await save(removalOf(shown(), 'item', item.id).edits);
    await reopen();
    const [ofItem, ofRow] = openPlan.removed;
    expect(ofItem).toMatchObject({ kind: 'item', part: { id: item.id } });
    expect(ofRow).toMatchObject({ kind: 'indicator', part: { id: row.id }, reports: row.reports.size + 1 });
    expect(ofRow?.lost).toMatchObject({ id: row.activity.id });
    expect(ofItem?.entities).not.toContain(row.id);

    await save(openPlan.restoration(ofItem?.entities ?? []));
    expect(only()).toMatchObject({ part: { id: row.id }, lost: null });
    await save(openPlan.restoration(only().entities));
    expect(
      shown()
        .indicators.find(({ id }) => id === row.id)
        ?.reports.get(T2)?.report,
    ).toEqual({
      k: 'value',
      v: 3,
    });
  });

  test('leaves where it is what somebody took away before', async () => {
    const { row } = await anItemWithReports();
    const report = measurementId(row.id, T2);
    await save(openPlan.removal([report]));
    await save(removalOf(shown(), 'indicator', row.id).edits);
    expect(only().entities).not.toContain(report);
  });

  test('and is contested is no part of it: that is settled elsewhere', async () => {
    const [row] = shown().indicators;
    const [removal] = openPlan.removal([row!.id]);
    await save([openPlan.edit(row!.id, 'target', 77)]);
    await save([removal!]);
    expect(openPlan.removed).toEqual([]);
  });
});
