import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import { prepareSnapshot } from '../../src/commands/exportSnapshot';
import { mergeCopyFile, previewCopyFile } from '../../src/commands/packageWork';
import { hearProgress, stopWork } from '../../src/commands/workProgress';
import { composeCommit } from '../../src/log/commit';
import type { Commit } from '../../src/log/commit';
import { canonicalState } from '../../src/log/bucketText';
import { entityOf } from '../../src/log/state';
import { readCopy } from '../../src/storage/copies';
import { db } from '../../src/storage/database';
import { readCopyState } from '../../src/storage/stateStore';
import { forged, FORGERIES, JUNK } from '../support/forgeries';
import { aTablet, loadExample, valueOf } from '../support/tablets';

const NAME = 'plan.json';
const DEPTH = 10_000;

let copy = '';
let plan = '';
let text = '';

beforeEach(async () => {
  (await aTablet()).use();
  copy = await loadExample();
  plan = (await readCopy(copy))!.plan;
  text = new TextDecoder().decode(valueOf(await prepareSnapshot(copy)).file.bytes);
});

function fileOf(content: string | Uint8Array): File {
  return new File([content as BlobPart], NAME);
}

/** The plan's own file with some things more in its log, each on a line as the app writes them. */
function withLines(...lines: readonly string[]): string {
  return text.replace('"log":[\n', `"log":[\n${lines.map((line) => `${line},\n`).join('')}`);
}

/** A true commit of somebody who was never heard of. */
function strangerIn(planId: string, value: string): Commit {
  return composeCommit({
    device: 'stranger',
    seq: 1,
    after: planId,
    wall: Date.UTC(2023, 3, 3),
    by: 'p:stranger',
    ops: [{ e: 'act:stranger', fields: { name: { value, over: [] } } }],
  });
}

/** Every row of every table, byte for byte: what files are must not change any of them. */
async function storedRows(): Promise<string> {
  const tables = await Promise.all(db().tables.map(async (table) => [table.name, await table.toArray()]));
  return createHash('sha256').update(JSON.stringify(tables)).digest('hex');
}

/** What was written in the log, and what it comes to. */
async function storedPlan(): Promise<string> {
  const rows = await Promise.all([db().segments.toArray(), db().tail.toArray(), db().conflicts.toArray()]);
  return JSON.stringify([rows, canonicalState((await readCopyState(copy))!.log)]);
}

/** Looked at and merged, a file gets the sentence, and no row of any table is another afterwards. */
async function expectRefused(file: File, code: string): Promise<void> {
  const before = await storedRows();
  for (const open of [previewCopyFile, mergeCopyFile]) {
    expect(await open(file)).toMatchObject({ ok: false, problem: { code, file: NAME } });
  }
  expect(await storedRows()).toBe(before);
}

/** What cannot be verified is kept aside; log, state and conflicts stay as they were. */
async function expectKeptAside(content: string, count: number): Promise<void> {
  const before = await storedPlan();
  expect(valueOf(await mergeCopyFile(fileOf(content)))).toMatchObject({ added: 0, quarantined: count });
  expect(await storedPlan()).toBe(before);
  expect(await db().quarantine.count()).toBe(count);
}

/** A gzip that unpacks to so many million spaces, made of one member that was deflated once. */
function spaces(megabytes: number): Uint8Array {
  return new Uint8Array(gzipSync(Buffer.alloc(megabytes * 1_000_000, 32), { level: 1 }));
}

describe('a file that cannot be read is refused with a sentence, and no stored row changes', () => {
  test('absent, unreadable and empty are three answers', async () => {
    const failing = (name: string) =>
      Object.assign(fileOf('x'), {
        slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException('', name)) }),
      });
    await expectRefused(failing('NotFoundError'), 'snapshotGone');
    await expectRefused(failing('NotReadableError'), 'snapshotWithheld');
    await expectRefused(fileOf(''), 'fileEmpty');
    await expectRefused(fileOf(' \r\n\t'), 'fileEmpty');
    await expectRefused(fileOf(new Uint8Array(gzipSync(''))), 'fileEmpty');
  });

  test('cut short, plain or packed, and altered where it counts', async () => {
    const packed = new Uint8Array(gzipSync(text));
    const flipped = packed.slice();
    flipped[packed.length >> 1]! ^= 4;
    await expectRefused(fileOf(text.slice(0, text.length / 2)), 'snapshotBroken');
    await expectRefused(fileOf(packed.slice(0, packed.length / 2)), 'snapshotBroken');
    await expectRefused(fileOf(flipped), 'snapshotBroken');
    await expectRefused(fileOf(text.replace(`"plan":"${plan}"`, '"plan":"pl_unknown"')), 'snapshotBroken');
    await expectRefused(fileOf(text.replace('"minReader":1', '"minReader":2')), 'snapshotNewer');
    await expectRefused(fileOf(new Uint8Array(gzipSync('name;value\n1;2'))), 'snapshotForeign');
  });

  test('packed to unpack without an end', { timeout: 120_000 }, async () => {
    await expectRefused(fileOf(spaces(600)), 'snapshotTooLarge');
  });

  test('nested 10,000 deep: in a change, around the changes, in the values for people', async () => {
    const deep = `${'['.repeat(DEPTH)}1${']'.repeat(DEPTH)}`;
    const deepRecord = `${'{"a":'.repeat(DEPTH)}1${'}'.repeat(DEPTH)}`;
    const id = 'stranger.1.AAAAAAAAAAAAAAAA';
    await expectRefused(fileOf(withLines(deep)), 'snapshotBroken');
    await expectRefused(fileOf(withLines(`{"id":"${id}","ops":${deepRecord}}`)), 'snapshotBroken');
    await expectRefused(fileOf(text.replace('"heads":{', `"heads":{"a":${deep},`)), 'snapshotBroken');
    await expectRefused(fileOf(withLines('['.repeat(3_000_000))), 'snapshotBroken');
  });

  test('with more changes than any plan has', { timeout: 120_000 }, async () => {
    await expectRefused(
      fileOf(withLines(Array<string>(1_000_001).fill('0').join(',\n'))),
      'snapshotTooManyChanges',
    );
    await expectRefused(
      fileOf(`{"format":"plan-log","log":[${'0,'.repeat(31_000_000)}0]}`),
      'snapshotBroken',
    );
  });
});

describe('what does not verify is kept aside and counts for nothing', () => {
  test('forged in every way, and things that are no changes at all', async () => {
    const original = strangerIn(plan, 'Verdadera');
    const lines = [...FORGERIES.map((forgery) => forged(original, forgery)), ...JUNK].map((one) =>
      JSON.stringify(one),
    );
    await expectKeptAside(withLines(...lines), new Set(lines).size);
    expect(({} as { by?: unknown }).by).toBeUndefined();
  });

  test('true changes of another plan', async () => {
    await expectKeptAside(withLines(JSON.stringify(strangerIn('pl_other', 'Ajena'))), 1);
  });

  test('one bit flipped in a change: the others count, and that one does not', async () => {
    const commit = JSON.stringify(strangerIn(plan, 'Verdadera'));
    await expectKeptAside(withLines(commit.replace('Verdadera', 'Verdadura')), 1);
  });

  test('up to 16 MB in all', { timeout: 120_000 }, async () => {
    const filler = 'x'.repeat(1_000_000);
    const lines = Array.from({ length: 20 }, (_, at) => JSON.stringify({ at, filler }));
    const before = await storedPlan();
    valueOf(await mergeCopyFile(fileOf(withLines(...lines))));
    valueOf(await mergeCopyFile(fileOf(withLines(...lines.map((line) => line.replace('"at"', '"no"'))))));
    const kept = (await db().quarantine.toArray()).reduce((sum, { text: held }) => sum + held.length, 0);
    expect(kept).toBeGreaterThan(14_000_000);
    expect(kept).toBeLessThanOrEqual(16_000_000);
    expect(await storedPlan()).toBe(before);
  });
});

describe('an odd file that is whole is taken', () => {
  test('packed, with a byte order mark, with other line ends, in one line', async () => {
    const commit = JSON.stringify(strangerIn(plan, 'Nueva'));
    const whole = withLines(commit);
    const forms = [
      new Uint8Array(gzipSync(whole)),
      `\uFEFF${whole}`,
      whole.replaceAll('\n', '\r\n'),
      JSON.stringify(JSON.parse(whole)),
    ];
    for (const form of forms) {
      expect(valueOf(await previewCopyFile(fileOf(form)))).toMatchObject({ added: 1, quarantined: 0 });
    }
  });

  test('with a text of a million characters', async () => {
    const long = 'ñ'.repeat(1_000_000);
    const merged = valueOf(await mergeCopyFile(fileOf(withLines(JSON.stringify(strangerIn(plan, long))))));
    expect(merged).toMatchObject({ added: 1, quarantined: 0 });
    const state = (await readCopyState(copy))!.log;
    expect(entityOf(state, 'act:stranger')?.get('name')?.heads[0]?.value).toBe(long);
  });
});

test('a merge tells how far it is and never goes back; one that is stopped writes nothing', async () => {
  const told: number[] = [];
  hearProgress((done, total) => told.push(done / total));
  const file = fileOf(withLines(JSON.stringify(strangerIn(plan, 'Nueva'))));
  valueOf(await mergeCopyFile(file));
  expect(told.at(-1)).toBe(1);
  expect([...told].sort((a, b) => a - b)).toEqual(told);
  const before = await storedRows();
  stopWork();
  expect(await mergeCopyFile(file)).toMatchObject({ ok: false, problem: { code: 'mergeStopped' } });
  expect(await storedRows()).toBe(before);
});
