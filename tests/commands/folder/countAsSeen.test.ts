import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { NOTHING_EXCHANGED } from '../../../src/commands/folder/exchangeFolder';
import { countAsSeen } from '../../../src/commands/folder/useFolder';
import type { FolderRow } from '../../../src/storage/database';
import { keepFolder, readFolder } from '../../../src/storage/folders';
import { aTablet } from '../../support/tablets';

const HANDLE = { kind: 'directory', name: 'Plan' } as unknown as FileSystemDirectoryHandle;
const picked = new File(['cifrado'], 'ana.json', { lastModified: 7 });
const seen = { name: 'ana.json', size: picked.size, modified: 7 };

async function waitingFor(file: typeof seen): Promise<FolderRow> {
  const row = { copy: 'c', handle: HANDLE, ...NOTHING_EXCHANGED, waiting: [{ ...file, held: 3 }] };
  await keepFolder(row);
  return row;
}

beforeEach(async () => {
  (await aTablet()).use();
  const request = (_name: string, work: () => unknown) => work();
  vi.stubGlobal('navigator', { locks: { request } });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test('what a person merged is not asked for again', async () => {
  await waitingFor(seen);
  await countAsSeen('c', picked);
  expect(await readFolder('c')).toMatchObject({ waiting: [], read: [seen] });
});

test('what was written over it since still waits', async () => {
  const row = await waitingFor({ ...seen, modified: 8 });
  await countAsSeen('c', picked);
  expect(await readFolder('c')).toEqual(row);
});
