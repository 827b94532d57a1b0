import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { undoCommit } from '../../src/commands/undo';
import { conflictsOf } from '../../src/storage/planView';
import { readCopyState } from '../../src/storage/stateStore';
import { attend, open, remove, sessionOn, signOnPaper, startSeries, write } from '../support/sessions';
import { aTablet, loadExample, valueOf } from '../support/tablets';

let copy: string;
let id: string;

beforeEach(async () => {
  (await aTablet()).use();
  copy = await loadExample();
  const { sessions } = await startSeries(copy);
  id = sessions[0]!;
  await open(copy, id, '2023-02-10');
});

async function conflictsIn(): Promise<readonly string[]> {
  return conflictsOf((await readCopyState(copy))!.log).map(({ field }) => field);
}

async function listed() {
  return (await sessionOn(copy, id)).attendance.map(({ person, signature }) => [person.role, signature]);
}

test('who is put on the list without a position keeps the one that is known', async () => {
  await attend(copy, id, 'Ana Pérez', { role: 'Jefe de oficina' });
  await attend(copy, id, 'Ana Pérez', { role: '' });
  expect(await listed()).toEqual([['Jefe de oficina', null]]);
  await attend(copy, id, 'ANA PÉREZ', { role: 'Jefe de oficina', department: 'hacienda' });
  expect(await listed()).toEqual([['Jefe de oficina', null]]);
  expect(await conflictsIn()).toEqual([]);
});

test('another position of a known person is asked about: whoever typed it had not seen the first', async () => {
  await attend(copy, id, 'Ana Pérez', { role: 'Jefe de oficina' });
  await attend(copy, id, 'Ana Pérez', { role: 'Secretaria' });
  expect(await conflictsIn()).toEqual(['role']);
});

test('a position is written where there was none', async () => {
  await attend(copy, id, 'Ana Pérez', { role: '' });
  await attend(copy, id, 'Ana Pérez', { role: 'Jefe de oficina' });
  expect(await listed()).toEqual([['Jefe de oficina', null]]);
});

test('who was taken off the list and put on it again is there without a signature, and nobody is asked', async () => {
  const entity = await attend(copy, id, 'Ana Pérez');
  await signOnPaper(copy, id, entity);
  await write(copy, id, entity, 'isSuppressed', true);
  await remove(copy, id, entity);
  expect(await listed()).toEqual([]);
  await attend(copy, id, 'Ana Pérez');
  expect(await listed()).toEqual([['Enlace', null]]);
  expect(await conflictsIn()).toEqual([]);
  await signOnPaper(copy, id, entity);
  expect((await sessionOn(copy, id)).attendance[0]?.signature).toEqual({ k: 'paper' });
});

test('a removal that is taken back brings the signature with it', async () => {
  const entity = await attend(copy, id, 'Ana Pérez');
  await signOnPaper(copy, id, entity);
  const [commit] = await remove(copy, id, entity);
  valueOf(await undoCommit(copy, commit!.id));
  expect(await listed()).toEqual([['Enlace', { k: 'paper' }]]);
});
