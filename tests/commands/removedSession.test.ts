import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { changeSession } from '../../src/commands/changeSession';
import { prepareSnapshot } from '../../src/commands/exportSnapshot';
import { mergeSnapshotBytes } from '../../src/commands/snapshotWork';
import { undoCommit } from '../../src/commands/undo';
import { pointId } from '../../src/domain/meetings/ids';
import { everythingOf, sessionOf } from '../../src/domain/meetings/model';
import { conflictsOf } from '../../src/storage/planView';
import { readCopyState } from '../../src/storage/stateStore';
import { attend, removalOf, restorationOf, sessionOn, startSeries, write } from '../support/sessions';
import { aTablet, loadExample, planOn, valueOf } from '../support/tablets';
import type { Tablet } from '../support/tablets';

let tablet: Tablet;
let copy: string;
let id: string;

beforeEach(async () => {
  tablet = await aTablet();
  tablet.use();
  copy = await loadExample();
  id = (await startSeries(copy)).sessions[0]!;
  await write(copy, id, pointId(id, 'free:a'), 'title', 'Preparado antes');
});

async function removeSession() {
  const parts = everythingOf(await sessionOn(copy, id));
  return valueOf(await changeSession(copy, id, await removalOf(copy, parts)));
}

async function found() {
  return sessionOf((await planOn(copy)).meetings, id);
}

/** What another tablet writes that has not heard of the removal. */
async function meanwhile(work: (copy: string) => Promise<unknown>): Promise<() => Promise<void>> {
  const here = valueOf(await prepareSnapshot(copy)).file.bytes;
  const b = await aTablet();
  b.use();
  const other = valueOf(await mergeSnapshotBytes(here, 'plan.json')).copy;
  await work(other);
  const there = valueOf(await prepareSnapshot(other)).file.bytes;
  tablet.use();
  return async () => void valueOf(await mergeSnapshotBytes(there, 'plan.json'));
}

test('a prepared session that is removed goes with what was prepared of it, and an undo brings all back', async () => {
  const [commit] = await removeSession();
  expect(await found()).toBeNull();
  valueOf(await undoCommit(copy, commit!.id));
  expect(await found()).toMatchObject({ wasRemoved: false });
  expect((await found())?.points.get('free:a')?.title).toBe('Preparado antes');
});

test('what another tablet prepared meanwhile keeps it in sight, whole, with a way to bring it back', async () => {
  const merge = await meanwhile((other) => attend(other, id, 'Ana Pérez'));
  await removeSession();
  await merge();
  const session = (await found())!;
  expect(session).toMatchObject({
    wasRemoved: true,
    number: '1',
    attendance: [{ person: { name: 'Ana Pérez' } }],
  });
  expect(session.points.get('free:a')?.title).toBe('Preparado antes');
  valueOf(await changeSession(copy, id, await restorationOf(copy, everythingOf(session))));
  expect(await found()).toMatchObject({ wasRemoved: false, number: '1' });
  expect((await found())?.points.get('free:a')?.title).toBe('Preparado antes');
  expect(conflictsOf((await readCopyState(copy))!.log)).toEqual([]);
});

test('removed again by somebody who sees all of it, it goes', async () => {
  const merge = await meanwhile((other) => write(other, id, pointId(id, 'free:b'), 'title', 'Otro'));
  await removeSession();
  await merge();
  expect((await found())?.points.get('free:b')?.title).toBe('Otro');
  await removeSession();
  expect(await found()).toBeNull();
});
