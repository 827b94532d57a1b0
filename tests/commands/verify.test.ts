import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeBackup } from '../../src/commands/makeBackup';
import { prepareSnapshot } from '../../src/commands/exportSnapshot';
import { save } from '../../src/commands/save';
import { mergeSnapshotBytes, previewSnapshotBytes } from '../../src/commands/snapshotWork';
import { recoverFromBackups, verifyCopy } from '../../src/commands/verifyWork';
import { encodeSnapshot } from '../../src/formats/snapshot';
import { canonicalState } from '../../src/log/bucketText';
import { composeCommit } from '../../src/log/commit';
import type { Commit } from '../../src/log/commit';
import { canonicalJson } from '../../src/log/json';
import { inFileOrder } from '../../src/log/order';
import { EMPTY_STATE } from '../../src/log/state';
import { rememberAltered, wholeHashes } from '../../src/storage/blobs';
import { readCommitLines, readCommits } from '../../src/storage/commitStore';
import { readCopy, unsharedCommits } from '../../src/storage/copies';
import { db } from '../../src/storage/database';
import { readCopyState } from '../../src/storage/stateStore';
import { checkCopy } from '../../src/storage/verify';
import { damageLine } from '../support/damage';
import { aSnapshotOf } from '../support/largePlan';
import { aTablet, seenIn, valueOf } from '../support/tablets';
import type { Tablet } from '../support/tablets';

const NAMES = Array.from({ length: 130 }, (_, at) => `Dependencia ${at} con tildes áéí y "comillas"`);

function aPlanFile(parties = NAMES.length): Uint8Array<ArrayBuffer> {
  const entities = NAMES.slice(0, parties).map((name, at) => ({
    e: `pty:${at}`,
    fields: { name: { value: name, over: [] } },
  }));
  const plan = { e: 'plan', fields: { title: { value: 'Plan de prueba', over: [] } } };
  return new TextEncoder().encode(aSnapshotOf('pl_check', [plan, ...entities]));
}

async function rename(copy: string, party: number, value: string): Promise<void> {
  const seen = await seenIn(copy, `pty:${party}`, 'name');
  valueOf(await save(copy, [{ entity: `pty:${party}`, field: 'name', value, seen }]));
}

async function fileOf(copy: string): Promise<Uint8Array> {
  return valueOf(await prepareSnapshot(copy)).file.bytes;
}

async function stateOf(copy: string): Promise<string> {
  return canonicalState((await readCopyState(copy))!.log);
}

async function logOf(copy: string): Promise<string> {
  return canonicalJson(inFileOrder(await readCommits(copy)));
}

/** So many small changes, one after the other. */
function aLongSnapshot(changes: number): string {
  const commits: Commit[] = [];
  for (let seq = 1; seq <= changes; seq += 1) {
    const ops = [{ e: `pty:${seq % 9}`, fields: { [`name${seq}`]: { value: seq, over: [] } } }];
    const after = commits.at(-1)?.id ?? 'pl_long';
    commits.push(composeCommit({ device: 'tablet01', seq, after, wall: seq, by: 'dev:tablet01', ops }));
  }
  const exportedBy = { device: 'tablet01', person: '' };
  const exportedAt = '2026-01-01T00:00:00.000Z';
  return encodeSnapshot({
    plan: 'pl_long',
    exportedAt,
    exportedBy,
    commits,
    quarantine: [],
    state: EMPTY_STATE,
  });
}

/** A plan on two tablets, both of which wrote in it and hold all of it. */
async function twoTablets(): Promise<{ a: Tablet; copyA: string; wholeFile: Uint8Array }> {
  const [a, b] = [await aTablet(), await aTablet()];
  b.use();
  const copyB = valueOf(await mergeSnapshotBytes(aPlanFile(), 'plan.json')).copy;
  await rename(copyB, 1, 'La escribió la otra');
  const fromB = await fileOf(copyB);
  a.use();
  const copyA = valueOf(await mergeSnapshotBytes(fromB, 'plan.json')).copy;
  await rename(copyA, 2, 'La primera de aquí');
  await rename(copyA, 2, 'La segunda de aquí');
  const fromA = await fileOf(copyA);
  b.use();
  valueOf(await mergeSnapshotBytes(fromA, 'plan.json'));
  const wholeFile = await fileOf(copyB);
  a.use();
  return { a, copyA, wholeFile };
}

describe('a check of a plan', () => {
  test('finds nothing wrong with what nobody touched, and remembers when', async () => {
    const { copyA } = await twoTablets();
    const check = valueOf(await verifyCopy(copyA));
    expect(check).toMatchObject({
      damaged: [],
      lost: 0,
      gaps: [],
      forks: 0,
      quarantined: 0,
      isStateTrue: true,
      isRebuilt: false,
    });
    expect(check.lines).toBe((await readCommitLines(copyA)).length);
    expect((await readCopy(copyA))?.checked).toMatchObject({ damaged: 0, alteredFiles: 0 });
  });

  test('makes what is shown anew where it is not what the changes come to', async () => {
    const { copyA } = await twoTablets();
    const whole = await stateOf(copyA);
    const row = (await db().state.toArray()).find(({ entities }) => entities.includes('La segunda de aquí'));
    await db().state.put({ ...row!, entities: row!.entities.replace('La segunda de aquí', 'Otra cosa') });
    await db().conflicts.put({ copy: copyA, entity: 'pty:7', fields: ['name'] });
    expect(await stateOf(copyA)).not.toBe(whole);
    expect(valueOf(await verifyCopy(copyA))).toMatchObject({ isStateTrue: false, isRebuilt: true });
    expect(await stateOf(copyA)).toBe(whole);
    expect(await db().conflicts.count()).toBe(0);
    expect(valueOf(await verifyCopy(copyA))).toMatchObject({ isStateTrue: true, isRebuilt: false });
  });

  test('leaves what is shown alone while a change is damaged, and names its tablet', async () => {
    const { copyA } = await twoTablets();
    const before = await stateOf(copyA);
    const lines = await readCommitLines(copyA);
    const at = lines.findIndex((line) => line.includes('La escribió la otra'));
    await damageLine(copyA, at, lines[at]!.indexOf('La escribió'));
    const check = valueOf(await verifyCopy(copyA));
    const [device, seq] = (JSON.parse(lines[at]!) as { id: string }).id.split('.');
    expect(check.damaged).toEqual([{ at, device, seq: Number(seq) }]);
    expect(check).toMatchObject({ isStateTrue: null, isRebuilt: false });
    expect(await stateOf(copyA)).toBe(before);
    expect((await readCopy(copyA))?.checked).toMatchObject({ damaged: 1 });
  });

  test('recomputes the hash of every file, and what was altered is welcome again', async () => {
    const { a, copyA } = await twoTablets();
    a.use();
    const sha256 = 'ab'.repeat(32);
    const file = { sha256, size: 3, mime: 'image/png', name: 'foto.png' };
    valueOf(await save(copyA, [{ entity: 'evi:1', field: 'file', value: file, seen: [] }]));
    await db().blobs.put({ sha256, mime: 'image/png', bytes: new Uint8Array([1, 2, 3]).buffer });
    expect(valueOf(await verifyCopy(copyA)).files).toEqual({ held: [sha256], missing: 0, altered: [sha256] });
    expect((await wholeHashes()).has(sha256)).toBe(false);
    await rememberAltered([sha256], []);
    expect((await wholeHashes()).has(sha256)).toBe(true);
  });

  test('says how far it is, and is undefined for a plan that is not here', async () => {
    const { copyA } = await twoTablets();
    const told: number[] = [];
    await checkCopy(copyA, ({ done, total }) => told.push(done / total));
    expect(told.length).toBeGreaterThan(0);
    expect(told.every((part) => part >= 0 && part <= 1)).toBe(true);
    expect(await verifyCopy('nobody')).toMatchObject({ ok: false, problem: { code: 'planNotFound' } });
  });
});

describe('a damaged line', () => {
  test('is found and is made whole by the file of another tablet, wherever the byte was', async () => {
    const { a, copyA, wholeFile } = await twoTablets();
    const [state, log, own] = [await stateOf(copyA), await logOf(copyA), await readCopy(copyA)];
    const device = await db().device.get('id');
    const count = (await readCommitLines(copyA)).length;
    await fc.assert(
      fc.asyncProperty(
        fc.nat(count - 1),
        fc.oneof(fc.nat(100), fc.nat(20_000)),
        fc.constantFrom('#', '7', 'b', '"', '{', ',', ' '),
        async (at, offset, byte) => {
          a.use();
          await damageLine(copyA, at, offset, byte);
          expect((await checkCopy(copyA))?.damaged.map((line) => line.at)).toEqual([at]);
          const preview = valueOf(await previewSnapshotBytes(wholeFile, 'plan.json'));
          expect(preview).toMatchObject({ quarantined: 0, conflicts: 0, isDeviceCopied: false });
          valueOf(await mergeSnapshotBytes(wholeFile, 'plan.json'));
          const check = await checkCopy(copyA);
          expect(check).toMatchObject({ damaged: [], lost: 0, isStateTrue: true, lines: count });
          expect([await stateOf(copyA), await logOf(copyA)]).toEqual([state, log]);
          await db().quarantine.clear();
        },
      ),
      { numRuns: 40 },
    );
    // Nobody took it for a copied tablet, and its own changes are still counted as its own.
    expect(await db().device.get('id')).toEqual(device);
    const after = (await readCopy(copyA))!;
    expect([after.ownSeq, after.ownHead, unsharedCommits(after)]).toEqual([own!.ownSeq, own!.ownHead, 0]);
  });

  test('that a file does not bring stays as it is, and the plan can be handed over all the same', async () => {
    const { copyA } = await twoTablets();
    const lines = await readCommitLines(copyA);
    const at = lines.findIndex((line) => line.includes('La segunda de aquí'));
    await damageLine(copyA, at, 0);
    const damaged = (await readCommitLines(copyA))[at];
    valueOf(await mergeSnapshotBytes(aPlanFile(), 'plan.json'));
    expect((await readCommitLines(copyA))[at]).toBe(damaged);
    expect(valueOf(await verifyCopy(copyA)).damaged).toHaveLength(1);
    expect(await stateOf(copyA)).toContain('La segunda de aquí');
    expect(new TextDecoder().decode(await fileOf(copyA))).toContain('La primera de aquí');
  });

  test('comes back out of the copies that are kept beside the plan', async () => {
    const { copyA } = await twoTablets();
    const [state, log] = [await stateOf(copyA), await logOf(copyA)];
    valueOf(await makeBackup(copyA));
    const lines = await readCommitLines(copyA);
    await damageLine(copyA, lines.length - 1, 40);
    await damageLine(copyA, 0, lines[0]!.length - 1);
    expect(valueOf(await verifyCopy(copyA)).damaged).toHaveLength(2);
    expect(valueOf(await recoverFromBackups(copyA))).toMatchObject({ damaged: [], isStateTrue: true });
    expect([await stateOf(copyA), await logOf(copyA)]).toEqual([state, log]);
  });

  test('in a sealed segment is made whole too, and lines that ran into one', async () => {
    const a = await aTablet();
    a.use();
    const file = new TextEncoder().encode(aLongSnapshot(1_010));
    const { copy } = valueOf(await mergeSnapshotBytes(file, 'plan.json'));
    expect((await readCopy(copy))?.sealed).toBe(1000);
    const state = await stateOf(copy);
    const segment = await db().segments.get([copy, 0]);
    await db().segments.put({ ...segment!, lines: segment!.lines.replace('\n', '#') });
    expect(await checkCopy(copy)).toMatchObject({ damaged: [{ at: 0 }], lost: 1, isStateTrue: null });
    valueOf(await mergeSnapshotBytes(file, 'plan.json'));
    expect(await checkCopy(copy)).toMatchObject({ damaged: [], lost: 0, lines: 1010, isStateTrue: true });
    expect(await stateOf(copy)).toBe(state);
  });
});
