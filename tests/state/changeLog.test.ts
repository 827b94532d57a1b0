import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { changePlan } from '../../src/commands/changePlan';
import { closeCut } from '../../src/commands/closeCut';
import { changeSession } from '../../src/commands/changeSession';
import { restoreValues } from '../../src/commands/restoreValue';
import { setIdentity } from '../../src/commands/thisDevice';
import { undoCommit } from '../../src/commands/undo';
import { measurementId } from '../../src/domain/entities';
import type { Json } from '../../src/log/json';
import { compareStamps } from '../../src/log/stamp';
import { changeLog } from '../../src/state/changeLog.svelte';
import type { LoggedChange } from '../../src/state/changeLog.svelte';
import { readCommits } from '../../src/storage/commitStore';
import { keepInQuarantine } from '../../src/storage/quarantine';
import { T1 } from '../support/builders';
import { damageLine } from '../support/damage';
import { aTablet, loadExample, planOn, seenIn, valueOf } from '../support/tablets';

let copy = '';
let row = '';

beforeEach(async () => {
  (await aTablet()).use();
  copy = await loadExample();
  row = (await planOn(copy)).indicators[3]?.id ?? '';
});

async function edit(field: string, value: Json) {
  return { entity: row, field, value, seen: await seenIn(copy, row, field) };
}

async function readAll(): Promise<readonly LoggedChange[]> {
  await changeLog.read(copy);
  return changeLog.allOf(copy) ?? [];
}

describe('the history of a whole plan', () => {
  test('has every field of every commit once, the newest first', async () => {
    valueOf(await changePlan(copy, [await edit('target', 30), await edit('weight', 5)]));
    const all = await readAll();
    const written = (await readCommits(copy)).flatMap(({ id, ops }) =>
      ops
        .filter(({ e }) => !/^(?:dev|per|layout|note):/.test(e))
        .flatMap(({ e, set }) => Object.keys(set).map((field) => `${id} ${e} ${field}`)),
    );
    const told = written.filter((key) => !/ (?:pos|sourceKey|sourceRow)$/.test(key));
    expect(all.map(({ key }) => key).toSorted()).toEqual(told.toSorted());
    const stamps = all.map(({ commit }) => commit.at);
    expect(stamps).toEqual(stamps.toSorted((a, b) => compareStamps(b, a)));
  });

  test('says what each wrote over and how it came to be, and goes on when the copy grows', async () => {
    const before = await readAll();
    expect(new Set(before.map(({ commit }) => commit.origin))).toEqual(new Set(['matrix']));
    const written = valueOf(await changePlan(copy, [await edit('target', 30)], 'Acta 3')).at(-1)?.id ?? '';
    valueOf(await undoCommit(copy, written));
    valueOf(await restoreValues(copy, [await edit('target', 30)]));
    valueOf(await changeSession(copy, 'mtg:7', [await edit('weight', 2)]));
    const all = await readAll();
    const later = all.slice(0, all.length - before.length);
    const told = later.map((change) => [
      ...[change.field, changeLog.before(change), change.value],
      ...[change.commit.origin, change.commit.why, change.commit.session],
    ]);
    const target = (await planOn(copy)).indicators[3]?.target;
    expect(target).toBe(30);
    expect(told).toEqual([
      ['weight', [], 2, 'person', '', 'mtg:7'],
      ['target', [21], 30, 'restore', 'restore', ''],
      ['target', [30], 21, 'undo', 'undo', ''],
      ['target', [21], 30, 'person', 'Acta 3', ''],
    ]);
  });

  test('passes over a line that is no commit any more, and tells no change twice when the copy grows', async () => {
    await damageLine(copy, 0, 0);
    valueOf(await changePlan(copy, [await edit('target', 30)]));
    const before = await readAll();
    valueOf(await changePlan(copy, [await edit('target', 31)]));
    const keys = (await readAll()).map(({ key }) => key);
    expect(keys.length).toBe(before.length + 1);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('holds nothing of what was left aside, also once it had been read', async () => {
    const [commit] = valueOf(await changePlan(copy, [await edit('target', 30)]));
    const before = await readAll();
    const raw = JSON.parse(JSON.stringify(commit)) as Json;
    await keepInQuarantine(copy, [{ key: 'k', reason: 'collision', raw }]);
    const all = await readAll();
    expect(all).toEqual(before.filter((change) => change.commit.id !== commit?.id));
    expect(all.length).toBe(before.length - 1);
  });

  test('of one copy is not told of another', async () => {
    await readAll();
    const other = await loadExample({ title: 'Otro' });
    expect(changeLog.allOf(other)).toBeNull();
  });
});

describe('restoring a value', () => {
  test('is an edit like another: over what stands, signed, and taken back by an undo', async () => {
    valueOf(await changePlan(copy, [await edit('target', 30)]));
    const restored = valueOf(await restoreValues(copy, [await edit('target', 21)]));
    const target = async () => (await planOn(copy)).indicators[3]?.target;
    expect(await target()).toBe(21);
    expect(restored.at(-1)).toMatchObject({ why: 'restore', src: 'restore' });
    valueOf(await undoCommit(copy, restored.at(-1)?.id ?? ''));
    expect(await target()).toBe(30);
  });

  test('in a closed period asks for a reason, and keeps it', async () => {
    await setIdentity({ name: 'Ana Pérez', role: '', department: '' });
    valueOf(await closeCut({ copy, period: T1, date: '2023-03-31', seen: [] }));
    const entity = measurementId(row, T1);
    const seen = await seenIn(copy, entity, 'remark');
    const again = { entity, field: 'remark', value: 'Como antes', seen };
    const count = (await readCommits(copy)).length;
    expect(await restoreValues(copy, [again])).toMatchObject({ problem: { code: 'closedPeriod' } });
    expect((await readCommits(copy)).length).toBe(count);
    const [commit] = valueOf(await restoreValues(copy, [again], ' Lo pidió control interno '));
    expect(commit).toMatchObject({ why: 'Lo pidió control interno', src: 'restore' });
  });
});
