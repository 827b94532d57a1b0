import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { changePlan, newPartId, partyId } from '../../src/commands/changePlan';
import { today } from '../../src/commands/clock';
import { recordProgress } from '../../src/commands/recordProgress';
import type { FieldEdit } from '../../src/commands/save';
import { startPlan } from '../../src/commands/startPlan';
import { setIdentity } from '../../src/commands/thisDevice';
import { undoCommit } from '../../src/commands/undo';
import { quartersOf } from '../../src/domain/calendar';
import { cutOn } from '../../src/domain/cut';
import { measurementId } from '../../src/domain/entities';
import { findingsOf } from '../../src/domain/findings';
import type { Commit, CommitId } from '../../src/log/commit';
import { DELETED, deleteOperation } from '../../src/log/deletes';
import type { Json } from '../../src/log/json';
import { readCommits } from '../../src/storage/commitStore';
import { readCopy } from '../../src/storage/copies';
import { conflictsOf } from '../../src/storage/planView';
import { readCopyState, readEntity } from '../../src/storage/stateStore';
import { aTablet, loadExample, planOn, seenIn, valueOf } from '../support/tablets';

beforeEach(async () => (await aTablet()).use());

const T2 = '20230401-20230630';

async function edit(copy: string, entity: string, field: string, value: Json): Promise<FieldEdit> {
  return { entity, field, value, seen: await seenIn(copy, entity, field) };
}

async function removal(copy: string, entity: string): Promise<FieldEdit> {
  const known = await readEntity(copy, entity);
  const deletion = deleteOperation(entity, known ?? new Map()).fields[DELETED];
  return { entity, field: DELETED, value: deletion?.value ?? null, seen: deletion?.over ?? [] };
}

async function conflictsOn(copy: string) {
  const stored = await readCopyState(copy);
  return stored ? conflictsOf(stored.log) : null;
}

const idOf = (commits: readonly Commit[]): CommitId => commits.at(-1)?.id ?? '';

describe('a plan from nothing', () => {
  test('holds what was said of it, and takes items, activities and indicators', async () => {
    const facts = { title: 'PETI', entityName: 'Concejo', planYear: 2026, calendar: quartersOf(2026) };
    const copy = valueOf(await startPlan(facts));
    expect(await readCopy(copy)).toMatchObject({ title: 'PETI', entityName: 'Concejo', planYear: 2026 });
    expect((await readCopy(copy))?.cut).toBe(cutOn(today(), quartersOf(2026)));
    const [item, activity, indicator] = [newPartId('itm'), newPartId('act'), newPartId('ind')];
    const { id: plan } = await planOn(copy);
    const party = partyId(plan, 'Oficina TIC');
    const added = [
      [item, 'number', '1'],
      [activity, 'item', item],
      [activity, 'name', 'Publicar'],
      [party, 'name', 'Oficina TIC'],
      [activity, `resp/${party}`, true],
      [indicator, 'activity', activity],
      [indicator, 'target', 4],
    ] as const;
    valueOf(
      await changePlan(
        copy,
        added.map(([entity, field, value]) => ({ entity, field, value, seen: [] })),
      ),
    );
    const [row] = (await planOn(copy)).indicators;
    expect(row).toMatchObject({
      target: 4,
      item: { number: '1' },
      activity: { name: 'Publicar', responsibleParties: [{ id: party, name: 'Oficina TIC' }] },
    });
    expect(await readCommits(copy)).toHaveLength(2);
  });

  test('gives one team one id, however its name is written', () => {
    expect(partyId('pl_1', ' oficina  TIC')).toBe(partyId('pl_1', 'Oficina TIC'));
    expect(partyId('pl_1', 'Oficina TIC')).not.toBe(partyId('pl_2', 'Oficina TIC'));
  });
});

test('the list of plans follows the name of the plan, forward and back', async () => {
  const copy = await loadExample();
  const renamed = valueOf(await changePlan(copy, [await edit(copy, 'plan', 'title', 'Otro nombre')]));
  expect((await readCopy(copy))?.title).toBe('Otro nombre');
  valueOf(await undoCommit(copy, idOf(renamed)));
  expect((await readCopy(copy))?.title).toBe('Plan de acción 2023');
});

describe('undo', () => {
  test('gives every field the value it had, and the plan is as it was', async () => {
    const copy = await loadExample();
    const before = await planOn(copy);
    const { activity, id } = before.indicators[3]!;
    const done = valueOf(
      await changePlan(copy, [
        await edit(copy, activity.id, 'end', '2023-12-31'),
        await edit(copy, id, 'target', 30),
        await edit(copy, id, 'weight', 10),
      ]),
    );
    expect((await planOn(copy)).indicators[3]).toMatchObject({ target: 30, end: '2023-12-31', weight: 10 });
    expect(valueOf(await undoCommit(copy, idOf(done))).keptSince).toBe(0);
    expect(await planOn(copy)).toEqual(before);
    expect((await readCommits(copy)).at(-1)?.why).toBe('undo');
  });

  test('takes back what was made, brings back what was removed, and can itself be undone', async () => {
    await setIdentity({ name: 'Ana', role: '', department: '' });
    const copy = await loadExample();
    const before = await planOn(copy);
    const made = valueOf(
      await changePlan(copy, [
        { entity: 'act:new', field: 'name', value: 'Nueva', seen: [] },
        { entity: 'act:new', field: 'item', value: before.items[0]!.id, seen: [] },
      ]),
    );
    const unmade = valueOf(await undoCommit(copy, idOf(made)));
    expect(await planOn(copy)).toEqual(before);
    valueOf(await undoCommit(copy, idOf(unmade.commits)));
    expect((await planOn(copy)).activities.map(({ name }) => name)).toContain('Nueva');

    const gone = before.indicators[0]!;
    const removed = valueOf(await changePlan(copy, [await removal(copy, gone.id)]));
    expect((await planOn(copy)).indicators).toHaveLength(11);
    const restored = valueOf(await undoCommit(copy, idOf(removed)));
    expect((await planOn(copy)).indicators[0]).toEqual(gone);
    valueOf(await undoCommit(copy, idOf(restored.commits)));
    expect((await planOn(copy)).indicators).toHaveLength(11);
  });

  test('leaves alone what somebody wrote since, and says how much', async () => {
    const copy = await loadExample();
    const { id } = (await planOn(copy)).indicators[0]!;
    const done = valueOf(
      await changePlan(copy, [
        await edit(copy, id, 'target', 8),
        await edit(copy, id, 'deliverable', 'Otro'),
      ]),
    );
    valueOf(await changePlan(copy, [await edit(copy, id, 'target', 9)]));
    expect(valueOf(await undoCommit(copy, idOf(done))).keptSince).toBe(1);
    const [row] = (await planOn(copy)).indicators;
    expect([row?.target, row?.deliverable]).not.toContain('Otro');
    expect(row?.target).toBe(9);
  });

  test('of an edit and then of what was edited leaves nothing behind', async () => {
    const copy = await loadExample();
    const before = await planOn(copy);
    const add = (entity: string, field: string, value: Json): FieldEdit => ({
      entity,
      field,
      value,
      seen: [],
    });
    const item = before.items[0]!.id;
    const made = valueOf(
      await changePlan(copy, [
        add('act:new', 'item', item),
        add('ind:new', 'activity', 'act:new'),
        add('act:new', 'pos', 'z'),
      ]),
    );
    const named = valueOf(await changePlan(copy, [await edit(copy, 'act:new', 'name', 'Nueva')]));
    valueOf(await undoCommit(copy, idOf(named)));
    valueOf(await undoCommit(copy, idOf(made)));
    expect(await planOn(copy)).toEqual(before);
    // Asked again, it has nothing to do: what is deleted is not written to.
    expect(valueOf(await undoCommit(copy, idOf(made))).commits).toEqual([]);
    expect(await planOn(copy)).toEqual(before);
    expect(await conflictsOn(copy)).toEqual([]);
  });

  test('of a first value lets the next one be written without asking anybody', async () => {
    const copy = await loadExample();
    const { id } = (await planOn(copy)).indicators[3]!;
    const meas = measurementId(id, T2);
    const planned = valueOf(await changePlan(copy, [await edit(copy, meas, 'planned', 5)]));
    valueOf(await undoCommit(copy, idOf(planned)));
    valueOf(await changePlan(copy, [await edit(copy, meas, 'planned', 6)]));
    expect((await planOn(copy)).indicators[3]?.reports.get(T2)?.planned).toBe(6);
    expect(await conflictsOn(copy)).toEqual([]);
  });

  test('of what is not in the log changes nothing', async () => {
    const copy = await loadExample();
    const before = await readCommits(copy);
    expect(valueOf(await undoCommit(copy, 'nobody00.1.aaaaaaaaaaaaaaaa')).commits).toEqual([]);
    expect(await readCommits(copy)).toEqual(before);
  });
});

test('a report of an indicator that was removed meanwhile is a finding, and comes back with it', async () => {
  const copy = await loadExample();
  const { id } = (await planOn(copy)).indicators[3]!;
  const removed = valueOf(await changePlan(copy, [await removal(copy, id)]));
  valueOf(await recordProgress({ copy, indicatorId: id, period: T2, seen: [] }, { k: 'value', v: 5 }));
  const stray = findingsOf(await planOn(copy)).find(({ code }) => code === 'strayReports');
  expect(stray).toMatchObject({ entity: id });
  valueOf(await undoCommit(copy, idOf(removed)));
  const plan = await planOn(copy);
  expect(plan.strayReports).toEqual([]);
  expect(plan.indicators[3]?.reports.get(T2)?.report).toEqual({ k: 'value', v: 5 });
});
