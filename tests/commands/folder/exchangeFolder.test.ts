import 'fake-indexeddb/auto';
import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { isPassedOver } from '../../../src/commands/folder/sharedFolder';
import type { SharedFolder } from '../../../src/commands/folder/sharedFolder';
import { mergeSnapshotBytes } from '../../../src/commands/snapshotWork';
import { setIdentity } from '../../../src/commands/thisDevice';
import { unsharedCommits } from '../../../src/storage/copies';
import { db } from '../../../src/storage/database';
import { memoryFolder, realFolder } from '../../support/folders';
import { Partner, partners, twoPartners } from '../../support/partners';
import { aTablet, loadExample, valueOf } from '../../support/tablets';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2023, 3, 3, 12) });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('an exchange through a folder', () => {
  test('brings three devices to the same plan through a real directory, each writing only its own file', async () => {
    const folder = await realFolder();
    const all = await partners(3);
    for (const [index, partner] of all.entries()) await partner.report(index + 1, index + 2);
    for (const partner of [...all, ...all]) expect((await partner.exchange(folder)).problem).toBeNull();
    const states = new Set<string>();
    for (const partner of all) states.add(await partner.state());
    expect(states.size).toBe(1);
    const names = new Set<string>();
    for (const partner of all) names.add(await partner.file());
    expect(new Set((await folder.list()).map(({ name }) => name))).toEqual(names);
    await rm(folder.path, { recursive: true });
  });

  test('tells what came and from whom', async () => {
    const folder = memoryFolder();
    const [a, b] = await twoPartners();
    a.tablet.use();
    await setIdentity({ name: 'Ana', role: '', department: '' });
    await a.report(5);
    await a.exchange(folder);
    const { memory } = await b.exchange(folder);
    expect(memory.arrived).toEqual({ at: '2023-04-03T12:00:00.000Z', from: [{ person: 'Ana', changes: 1 }] });
    vi.setSystemTime(Date.UTC(2023, 3, 3, 12, 1));
    expect((await b.exchange(folder)).memory).toMatchObject({
      lastAt: '2023-04-03T12:01:00.000Z',
      arrived: { at: '2023-04-03T12:00:00.000Z' },
    });
  });

  test('keeps a copy of what was here before it merges', async () => {
    const folder = memoryFolder();
    const [a, b] = await twoPartners();
    await a.report(5);
    await a.exchange(folder);
    await b.exchange(folder);
    expect(await db().backups.toArray()).toMatchObject([{ copy: b.copy, reason: 'merge' }]);
  });
});

describe('the file of this device', () => {
  test('is written only when something is held that the folder does not have', async () => {
    const folder = memoryFolder();
    const [a, b] = await twoPartners();
    await a.exchange(folder);
    await a.exchange(folder);
    expect(folder.wrote).toEqual([await a.file()]);
    await b.exchange(folder);
    await a.report(5);
    await a.exchange(folder);
    folder.wrote.length = 0;
    // What came from the folder is in it already.
    await b.exchange(folder);
    await b.exchange(folder);
    expect(folder.wrote).toEqual([]);
    // Later it is told that it arrived.
    vi.setSystemTime(Date.UTC(2023, 3, 3, 12, 11));
    await b.exchange(folder);
    expect(folder.wrote).toEqual([await b.file()]);
  });

  test('is written again with what came to this device in another way', async () => {
    const folder = memoryFolder();
    const [a, b, c] = (await partners(3)) as [Partner, Partner, Partner];
    await a.exchange(folder);
    await b.exchange(folder);
    await c.report(7);
    const byHand = await c.bytes();
    a.tablet.use();
    valueOf(await mergeSnapshotBytes(byHand, 'c.json'));
    await a.exchange(folder);
    await b.exchange(folder);
    expect(await b.state()).toBe(await c.state());
  });

  test('counts as having left only once it was read back', async () => {
    const folder = memoryFolder();
    const [a] = await twoPartners();
    await a.report(5);
    const before = await a.row();
    expect(unsharedCommits(before)).toBeGreaterThan(0);
    const cut: SharedFolder = {
      ...folder,
      write: (name, bytes) => folder.write(name, bytes.slice(0, -10)),
    };
    expect((await a.exchange(cut)).problem).toMatchObject({ code: 'folderNotWritten' });
    expect(await a.row()).toEqual(before);
    expect((await a.exchange(folder)).problem).toBeNull();
    expect(unsharedCommits(await a.row())).toBe(0);
    expect((await a.row()).lastCopyAt).toBe('2023-04-03T12:00:00.000Z');
  });

  test('comes back when it was taken away or cut short, and stands when it was only touched', async () => {
    const folder = memoryFolder();
    const [a] = await twoPartners();
    await a.exchange(folder);
    const own = await a.file();
    const whole = folder.files.get(own)!.bytes;
    folder.files.delete(own);
    await a.exchange(folder);
    expect(folder.files.has(own)).toBe(true);
    folder.put(own, whole.slice(0, 100));
    await a.exchange(folder);
    expect(folder.files.get(own)!.bytes.length).toBe(whole.length);
    folder.wrote.length = 0;
    folder.put(own, folder.files.get(own)!.bytes);
    await a.exchange(folder);
    expect(folder.wrote).toEqual([]);
  });

  test('is written again where an older one came back, and never over what a copied device wrote', async () => {
    const folder = memoryFolder();
    const [a, b] = await twoPartners();
    await a.exchange(folder);
    const own = await a.file();
    const older = folder.files.get(own)!.bytes;
    await a.report(5);
    await a.exchange(folder);
    folder.put(own, older);
    await a.exchange(folder);
    expect(folder.files.get(own)!.bytes.length).toBeGreaterThan(older.length);

    const id = (await db().device.get('id'))!.value as string;
    b.tablet.use();
    await db().device.put({ key: 'id', value: id });
    await b.report(6);
    const cloned = await b.bytes();
    folder.put(own, cloned);
    await a.report(7, 5);
    const { memory } = await a.exchange(folder);
    expect(memory.waiting.map(({ name }) => name)).toEqual([own]);
    expect(folder.files.get(own)!.bytes).toBe(cloned);
  });
});

describe('what is not clean waits for a person', () => {
  test('a new conflict is not merged, and is once somebody has united it', async () => {
    const folder = memoryFolder();
    const [a, b] = await twoPartners();
    await a.report(5);
    await b.report(6);
    await a.exchange(folder);
    const state = await b.state();
    const { memory } = await b.exchange(folder);
    expect(memory.waiting).toMatchObject([{ name: await a.file() }]);
    expect(await b.state()).toBe(state);
    // Nothing changed: it is not looked at again.
    folder.reads.length = 0;
    await b.exchange(folder);
    expect(folder.reads).toEqual([]);
    valueOf(await mergeSnapshotBytes(folder.files.get(await a.file())!.bytes, (b.tablet.use(), 'a.json')));
    expect((await b.exchange(folder)).memory.waiting).toEqual([]);
  });

  test('an altered change and a clock that is ahead wait, and the rest is merged meanwhile', async () => {
    const folder = memoryFolder();
    const [a, b, c] = (await partners(3)) as [Partner, Partner, Partner];
    await a.report(5);
    const text = new TextDecoder().decode(await a.bytes());
    folder.put('alterado.json', text.replaceAll('"v":5}', '"v":9}'));
    vi.setSystemTime(Date.UTC(2023, 3, 4, 12));
    await c.report(8, 5);
    const ahead = new TextDecoder().decode(await c.bytes());
    folder.put('adelantado.json', ahead.replace('"2023-04-04T12', '"2023-04-03T12'));
    vi.setSystemTime(Date.UTC(2023, 3, 3, 12));
    await a.report(4, 7);
    await a.exchange(folder);
    const { memory } = await b.exchange(folder);
    expect(memory.waiting.map(({ name }) => name).sort()).toEqual(['adelantado.json', 'alterado.json']);
    expect(memory.arrived?.from).toMatchObject([{ changes: 2 }]);
  });
});

describe('a file is what it holds, whatever it is called', () => {
  test.each([
    'plan (1).json',
    'bitacora-conflict-20230403.json',
    'x.sync-conflict-20230403-ABC.json',
    'nota.txt',
  ])('a conflicted copy, «%s», is merged like any other', async (name) => {
    const folder = memoryFolder();
    const [a, b] = await twoPartners();
    await a.report(5);
    folder.put(name, await a.bytes());
    await b.exchange(folder);
    expect(await b.state()).toBe(await a.state());
  });

  test('another plan and other kinds of files are passed over and not read twice', async () => {
    const folder = memoryFolder();
    const [a] = await twoPartners();
    const stranger = await aTablet();
    folder.put('otro.json', await new Partner(stranger, await loadExample()).bytes());
    folder.put('acta.pdf', '%PDF-1.7');
    folder.put('notas.txt', 'Comprar tinta');
    const { memory, problem } = await a.exchange(folder);
    expect(problem).toBeNull();
    expect([memory.waiting, memory.unread, memory.arrived]).toEqual([[], [], null]);
    folder.reads.length = 0;
    await a.exchange(folder);
    expect(folder.reads).toEqual([]);
    a.tablet.use();
    expect(await db().copies.count()).toBe(1);
  });

  test.each([
    '.plan.json.swp',
    '~plan.json',
    'plan.json~',
    'plan.tmp',
    '~syncthing~plan.json.tmp',
    'p.json.crswap',
  ])('what is hidden or being written, «%s», is not looked at', (name) =>
    expect(isPassedOver(name)).toBe(true),
  );

  test.each(['plan.json', 'plan (1).json', 'template.txt', 'bitacora-pl_1-abc.json'])(
    'what is neither, «%s», is',
    (name) => expect(isPassedOver(name)).toBe(false),
  );
});

describe('absent, unreadable and empty are three answers, and none takes anything away', () => {
  test('each is told and tried again, until it is whole', async () => {
    const folder = memoryFolder();
    const [a, b] = await twoPartners();
    await a.report(5);
    const whole = await a.bytes();
    folder.put('vacio.json', '');
    folder.put('cortado.json', whole.slice(0, whole.length / 2));
    folder.put('reservado.json', new Uint8Array(whole.length));
    folder.put('nuevo.json', '{"format":"plan-log","version":9,"minReader":9}');
    const state = await b.state();
    const { memory, problem } = await b.exchange(folder);
    expect(problem).toBeNull();
    expect(memory.unread).toEqual([
      { name: 'vacio.json', why: 'empty' },
      { name: 'cortado.json', why: 'unreadable' },
      { name: 'reservado.json', why: 'unreadable' },
      { name: 'nuevo.json', why: 'newer' },
    ]);
    expect(await b.state()).toBe(state);
    folder.files.get('cortado.json')!.bytes = whole;
    folder.files.delete('nuevo.json');
    folder.files.delete('vacio.json');
    expect((await b.exchange(folder)).memory.unread).toEqual([{ name: 'reservado.json', why: 'unreadable' }]);
    expect(await b.state()).toBe(await a.state());
  });

  test('a file that went away takes nothing with it', async () => {
    const folder = memoryFolder();
    const [a, b] = await twoPartners();
    await a.report(5);
    await a.exchange(folder);
    await b.exchange(folder);
    const state = await b.state();
    folder.files.clear();
    expect((await b.exchange(folder)).problem).toBeNull();
    expect(await b.state()).toBe(state);
  });

  test('one that another program holds is tried again, and the others are read', async () => {
    const folder = memoryFolder();
    const [a, b] = await twoPartners();
    await a.report(5);
    await a.exchange(folder);
    const held: SharedFolder = {
      ...folder,
      list: async () => [{ name: 'tomado.json', size: null }, ...(await folder.list())],
    };
    const { memory } = await b.exchange(held);
    expect(memory.unread).toEqual([{ name: 'tomado.json', why: 'unreadable' }]);
    expect(memory.arrived).not.toBeNull();
  });
});
