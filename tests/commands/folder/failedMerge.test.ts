import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { exchangeFolder } from '../../../src/commands/folder/exchangeFolder';
import { memoryFolder } from '../../support/folders';
import { partners, PORTS, twoPartners } from '../../support/partners';
import type { Partner } from '../../support/partners';

const FULL = { ok: false, problem: { code: 'storageFull' } } as const;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2023, 3, 3, 12) });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a file of the folder that cannot be merged', () => {
  test('says so, forgets nothing and is tried again', async () => {
    const folder = memoryFolder();
    const [a, b] = await twoPartners();
    await a.report(5);
    await a.exchange(folder);
    b.tablet.use();
    const failing = { ...PORTS, merge: () => Promise.resolve(FULL) };
    const failed = await exchangeFolder(b.copy, folder, b.memory, failing);
    expect(failed.problem).toEqual(FULL.problem);
    expect(failed.memory.lastAt).toBeNull();
    expect(failed.memory.read.map(({ name }) => name)).toEqual([await b.file()]);
    b.memory = failed.memory;
    expect((await b.exchange(folder)).problem).toBeNull();
    expect(await b.state()).toBe(await a.state());
  });

  test('keeps neither the next file nor the own from being exchanged', async () => {
    const folder = memoryFolder();
    const [a, b, c] = (await partners(3)) as [Partner, Partner, Partner];
    await a.report(5);
    await a.exchange(folder);
    await c.report(8, 5);
    folder.put('z.json', await c.bytes());
    await b.report(7, 6);
    const first = await a.file();
    b.tablet.use();
    const failing: typeof PORTS = {
      ...PORTS,
      merge: (file) => (file.name === first ? Promise.resolve(FULL) : PORTS.merge(file)),
    };
    const { memory, problem } = await exchangeFolder(b.copy, folder, b.memory, failing);
    expect(problem).toEqual(FULL.problem);
    expect(memory.arrived).toMatchObject({ at: memory.lastAt, from: [{ changes: 1 }] });
    expect(memory.read.map(({ name }) => name)).toEqual(['z.json', await b.file()]);
    expect(folder.wrote).toContain(await b.file());
  });

  test('is not written over where it is the own file', async () => {
    const folder = memoryFolder();
    const [a, b] = await twoPartners();
    await b.report(6);
    const foreign = await b.bytes();
    folder.put(await a.file(), foreign);
    a.tablet.use();
    const failing = { ...PORTS, merge: () => Promise.resolve(FULL) };
    expect((await exchangeFolder(a.copy, folder, a.memory, failing)).problem).toEqual(FULL.problem);
    expect(folder.files.get(await a.file())!.bytes).toBe(foreign);
  });
});
