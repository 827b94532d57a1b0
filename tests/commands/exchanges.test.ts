import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { keepEvidence } from '../../src/commands/attachEvidence';
import { prepareEvidence } from '../../src/commands/evidenceWork';
import { keepGiven, prepareSnapshot } from '../../src/commands/exportSnapshot';
import { packCopy, previewCopyFile } from '../../src/commands/packageWork';
import { mergeSnapshotBytes, previewSnapshotBytes } from '../../src/commands/snapshotWork';
import { renewChain } from '../../src/commands/thisDevice';
import { measurementId } from '../../src/domain/entities';
import { ownChain, receiptsByDevice } from '../../src/state/exchanges.svelte';
import { readCopy, unsharedCommits } from '../../src/storage/copies';
import { db } from '../../src/storage/database';
import { listExchanges } from '../../src/storage/exchanges';
import { aTablet, planOn, valueOf } from '../support/tablets';
import { deviceOf, desks, fileOf, idsIn, merge, report, stateOf } from '../support/desks';
import type { Desk } from '../support/desks';

const T2 = '20230401-20230630';

async function receipts({ tablet, copy }: Desk) {
  tablet.use();
  const row = (await readCopy(copy))!;
  return receiptsByDevice(await listExchanges(copy), { device: row.device, chain: await ownChain(row) });
}

function readFile(bytes: Uint8Array): {
  log: { id: string }[];
  delta?: boolean;
  state: Record<string, unknown>;
} {
  return JSON.parse(new TextDecoder().decode(bytes)) as ReturnType<typeof readFile>;
}

describe('a delta after a receipt', () => {
  test('holds only what is new and merges to the state that the whole gives', async () => {
    const [ana, beto, caro] = await desks('Ana', 'Beto', 'Caro');
    await report(beto, 5, 3);
    await merge(ana, await fileOf(beto));
    const before = new Set(await idsIn(beto));
    await report(ana, 7, 4);
    await report(ana, 2, 5);

    const delta = await fileOf(ana, { unseenBy: await deviceOf(beto), opensAt: null });
    const { log, delta: isMarked, state } = readFile(delta);
    expect(log).toHaveLength(2);
    expect(log.every(({ id }) => !before.has(id))).toBe(true);
    expect(isMarked).toBe(true);
    expect(Object.keys(state)).toHaveLength(2);

    const merged = await merge(beto, delta);
    expect([merged.added, merged.known, merged.gaps]).toEqual([2, 0, []]);
    expect(await stateOf(beto)).toBe(await stateOf(ana));
    await merge(caro, await fileOf(ana));
    expect(await stateOf(caro)).toBe(await stateOf(beto));
    expect(await idsIn(caro)).toEqual(await idsIn(beto));
  });

  test('that rests on what did not arrive says so, and is whole once it has', async () => {
    const [ana, beto] = await desks('Ana', 'Beto');
    await report(beto, 5, 3);
    await merge(ana, await fileOf(beto));
    await report(ana, 7, 4);
    const lost = await fileOf(ana);
    await merge(beto, lost);
    await merge(ana, await fileOf(beto));
    await report(ana, 2, 5);
    const delta = await fileOf(ana, { unseenBy: await deviceOf(beto), opensAt: null });

    const dora = { tablet: await aTablet(), copy: '' };
    const plan = await fileOfFirst(ana);
    const { copy } = await merge(dora, plan);
    const held = { ...dora, copy };
    held.tablet.use();
    const preview = valueOf(await previewSnapshotBytes(delta, 'plan.json'));
    const device = await deviceOf(ana);
    held.tablet.use();
    expect(preview.gaps.map((gap) => gap.device)).toContain(device);
    expect(preview.devices.get(device)).toEqual({ name: 'Ana', short: device.slice(0, 4), isShared: false });
    await merge(held, delta);
    await merge(held, lost);
    expect(await stateOf(held)).toBe(await stateOf(ana));
  });

  test('is refused with a sentence where the plan is not, and nothing is written', async () => {
    const [ana, beto] = await desks('Ana', 'Beto');
    await report(beto, 5, 3);
    await merge(ana, await fileOf(beto));
    await report(ana, 7, 4);
    const delta = await fileOf(ana, { unseenBy: await deviceOf(beto), opensAt: null });
    const stranger = await aTablet();
    stranger.use();
    for (const work of [previewSnapshotBytes, mergeSnapshotBytes]) {
      const answer = await work(delta, 'nuevo.json');
      expect(answer).toEqual({ ok: false, problem: { code: 'deltaWithoutPlan', file: 'nuevo.json' } });
    }
    expect(await db().copies.count()).toBe(0);
    expect(await db().exchanges.count()).toBe(0);
  });

  test('of a device that never sent anything is the whole plan', async () => {
    const [ana] = await desks('Ana');
    const file = readFile(await fileOf(ana, { unseenBy: 'zzzzzzzz', opensAt: null }));
    expect(file.delta).toBeUndefined();
    expect(file.log).toHaveLength((await idsIn(ana)).length);
  });

  test('with evidence carries only the files that its changes name', async () => {
    const [ana, beto] = await desks('Ana', 'Beto');
    await attach(ana, 'primera');
    await merge(beto, await fileOf(ana));
    await merge(ana, await fileOf(beto));
    const second = await attach(ana, 'segunda');
    ana.tablet.use();
    const device = await deviceOf(beto);
    ana.tablet.use();
    const { file, commits } = valueOf(await packCopy(ana.copy, { unseenBy: device, opensAt: null }));
    expect(commits).toBe(1);
    beto.tablet.use();
    const preview = valueOf(await previewCopyFile(new File([file.bytes], 'nuevo.zip')));
    expect(preview.files).toMatchObject({ added: 1, known: 0, altered: 0 });
    expect(second).toMatch(/^[0-9a-f]{64}$/);
  });
});

async function attach({ tablet, copy }: Desk, words: string): Promise<string> {
  tablet.use();
  const file = new File([words], `${words}.txt`, { type: 'text/plain' });
  const prepared = valueOf(await prepareEvidence(file, () => Promise.resolve({ k: 'kept' })));
  const serves = measurementId((await planOn(copy)).indicators[3]?.id ?? '', T2);
  return valueOf(await keepEvidence(copy, serves, prepared)).sha256;
}

/** The plan as it was loaded, before anybody reported: only the first commits of the log. */
async function fileOfFirst(desk: Desk): Promise<Uint8Array> {
  const whole = JSON.parse(new TextDecoder().decode(await fileOf(desk))) as Record<string, unknown>;
  const log = (whole['log'] as { id: string; why?: string }[]).filter(({ why }) => why === 'import');
  return new TextEncoder().encode(JSON.stringify({ ...whole, log, heads: {} }));
}

describe('receipts', () => {
  test('each side sees what it gave, what it received, and what was confirmed', async () => {
    const [ana, beto] = await desks('Ana', 'Beto');
    await report(ana, 7, 4);
    ana.tablet.use();
    const own = (await readCopy(ana.copy))!.ownSeq;
    expect(await receipts(ana)).toEqual([]);

    await merge(ana, await fileOf(beto));
    const [fromBeto] = await receipts(ana);
    expect(fromBeto).toMatchObject({
      device: await deviceOf(beto),
      person: '',
      received: 1,
      confirmed: own - 1,
      given: 0,
    });

    const delta = await fileOf(ana, { unseenBy: await deviceOf(beto), opensAt: null });
    expect(await receipts(ana)).toMatchObject([{ confirmed: own - 1, given: 1 }]);
    await report(beto, 5, 3);
    await merge(beto, delta);
    await merge(ana, await fileOf(beto));
    expect(await receipts(ana)).toMatchObject([{ person: 'Beto', received: 2, confirmed: own }]);
    ana.tablet.use();
    expect(await listExchanges(ana.copy)).toHaveLength(4);
  });

  test('after another id only what is written under it is confirmed', async () => {
    const [ana, beto] = await desks('Ana', 'Beto');
    ana.tablet.use();
    await renewChain({ copy: ana.copy, ownDevice: null });
    await report(ana, 7, 4);
    await merge(beto, await fileOf(ana));
    await merge(ana, await fileOf(beto));
    expect(await receipts(ana)).toMatchObject([{ confirmed: (await readCopy(ana.copy))!.ownSeq }]);
  });

  test('a file with nothing new is a receipt too', async () => {
    const [ana, beto] = await desks('Ana', 'Beto');
    const same = await fileOf(beto);
    expect((await merge(ana, same)).added).toBe(0);
    ana.tablet.use();
    const [last] = await listExchanges(ana.copy);
    expect(last).toMatchObject({ way: 'received', added: 0, how: 'picked', isDelta: false });
    const row = await readCopy(ana.copy);
    expect(unsharedCommits(row!)).toBe(0);
  });

  test('what a folder says over and over is one receipt', async () => {
    const [ana, beto] = await desks('Ana', 'Beto');
    const same = await fileOf(beto);
    ana.tablet.use();
    const before = (await listExchanges(ana.copy)).length;
    for (let time = 0; time < 3; time += 1)
      valueOf(await mergeSnapshotBytes(same, 'b.json', null, { how: 'folder' }));
    expect(await listExchanges(ana.copy)).toHaveLength(before + 1);
  });

  test('what is left in a folder again and again is one receipt, and what is for one device stays', async () => {
    const [ana, beto] = await desks('Ana', 'Beto');
    await merge(ana, await fileOf(beto));
    const opened = { unseenBy: await deviceOf(beto), opensAt: null };
    const leave = async (scope?: typeof opened) => {
      ana.tablet.use();
      const prepared = valueOf(await prepareSnapshot(ana.copy, scope));
      await keepGiven(ana.copy, prepared, 'folder');
    };
    await report(ana, 1, 3);
    await leave(opened);
    for (let value = 2; value < 5; value += 1) {
      await report(ana, value, 3);
      await leave();
    }
    await leave(opened);
    const given = (await listExchanges(ana.copy)).filter(
      ({ way, how }) => way === 'given' && how === 'folder',
    );
    expect(given.map(({ device }) => device).sort()).toEqual(['', opened.unseenBy, opened.unseenBy]);
    expect(given.find(({ device }) => device === '')?.commits).toBe((await idsIn(ana)).length);
  });

  test('a file cut out of the middle shows no more than what is in it', async () => {
    const [ana, beto] = await desks('Ana', 'Beto');
    await report(beto, 5, 3);
    await report(beto, 6, 4);
    await report(beto, 7, 5);
    const whole = readFile(await fileOf(beto));
    const device = await deviceOf(beto);
    const log = whole.log.filter(({ id }) => !id.startsWith(`${device}.2.`));
    await merge(ana, new TextEncoder().encode(JSON.stringify({ ...whole, log })));
    const delta = readFile(await fileOf(ana, { unseenBy: device, opensAt: null }));
    expect(delta.log.every(({ id }) => !id.startsWith(`${device}.1.`))).toBe(true);
    const { without } = delta as unknown as { without: string[] };
    expect(without).toEqual([expect.stringMatching(new RegExp(`^${device}\\.2\\.`))]);
  });
});

describe('what only this device holds', () => {
  test('is counted down by a file that leaves, and by a file that holds it', async () => {
    const [ana, beto] = await desks('Ana', 'Beto');
    const only = async ({ tablet, copy }: Desk) => {
      tablet.use();
      return unsharedCommits((await readCopy(copy))!);
    };
    expect(await only(ana)).toBe(0);
    await report(ana, 7, 4);
    await report(ana, 8, 5);
    expect(await only(ana)).toBe(2);
    ana.tablet.use();
    const prepared = valueOf(await prepareSnapshot(ana.copy));
    expect(await only(ana)).toBe(2);
    await merge(beto, prepared.file.bytes);
    await merge(ana, await fileOf(beto));
    expect(await only(ana)).toBe(0);
  });

  test('is not counted down by a file that was made before this device took another id', async () => {
    const [ana] = await desks('Ana');
    await report(ana, 7, 4);
    ana.tablet.use();
    const prepared = valueOf(await prepareSnapshot(ana.copy));
    await renewChain({ copy: ana.copy, ownDevice: null });
    await report(ana, 8, 5);
    ana.tablet.use();
    await keepGiven(ana.copy, prepared, 'shared');
    expect(unsharedCommits((await readCopy(ana.copy))!)).toBeGreaterThanOrEqual(1);
  });
});
