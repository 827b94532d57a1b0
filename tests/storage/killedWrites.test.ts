import 'fake-indexeddb/auto';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { prepareSnapshot } from '../../src/commands/exportSnapshot';
import { importMatrix } from '../../src/commands/importMatrix';
import { keepDraft } from '../../src/commands/keepDraft';
import { recordProgress } from '../../src/commands/recordProgress';
import { removeCopy } from '../../src/commands/removeCopy';
import { mergeSnapshotBytes } from '../../src/commands/snapshotWork';
import { updatePlan } from '../../src/commands/updatePlan';
import { measurementId } from '../../src/domain/entities';
import type { Result } from '../../src/domain/problem';
import { updateCopy } from '../../src/storage/copies';
import { db, openDatabase } from '../../src/storage/database';
import { dieAtWrite } from '../support/brokenWrites';
import { edited, loadRows, matrixOf, previewRows, ROWS } from '../support/matrixRows';
import { commitsIn, rowsOf, unsoundIn } from '../support/soundness';
import type { StoredRows } from '../support/soundness';
import { aTablet, choicesFor, planOn, seenIn, valueOf } from '../support/tablets';

/** A large deed writes each part of the state: past the first writes some of them do, but all in a soak. */
const ALL_UP_TO = 12;
const STRIDE = process.env['SOAK_RUNS'] ? 1 : 11;

const Q2 = '20230401-20230630';

/** Something that a person does on the tablet in use, and how to see that all of it is there. */
interface Deed {
  readonly act: () => Promise<Result<unknown>>;
  readonly isDone: (rows: StoredRows) => boolean;
}

async function placeOf(copy: string) {
  const indicatorId = (await planOn(copy)).indicators[1]?.id ?? '';
  const entity = measurementId(indicatorId, Q2);
  return { copy, indicatorId, period: Q2, entity, seen: await seenIn(copy, entity, 'report') } as const;
}

async function report(copy: string, v: number): Promise<void> {
  valueOf(await recordProgress(await placeOf(copy), { k: 'value', v }));
}

async function bytesOf(copy: string): Promise<Uint8Array> {
  return valueOf(await prepareSnapshot(copy)).file.bytes;
}

/** Whether a copy has as many commits more than now. */
async function grown(copy: string, by: number): Promise<Deed['isDone']> {
  const held = commitsIn(await rowsOf(db()), copy).length;
  return (rows) => commitsIn(rows, copy).length === held + by;
}

/**
 * A copy of a plan on the tablet in use, and a file of it from another tablet that wrote on apart from this one, with
 * something in it that does not verify.
 */
async function apart(): Promise<{ readonly copy: string; readonly file: Uint8Array }> {
  const [here, there] = [await aTablet(), await aTablet()];
  here.use();
  const copy = await loadRows();
  const first = await bytesOf(copy);
  there.use();
  const theirs = valueOf(await mergeSnapshotBytes(first, 'plan.json')).copy;
  await report(theirs, 3);
  const text = new TextDecoder().decode(await bytesOf(theirs));
  here.use();
  await report(copy, 5);
  const broken = text.replace('"quarantine":[]', '"quarantine":[{"id":"broken"}]');
  return { copy, file: new TextEncoder().encode(broken) };
}

let theirs: ReturnType<typeof apart> | undefined;

const DEEDS: Readonly<Record<string, () => Promise<Deed>>> = {
  'a save that ends a draft': async () => {
    (await aTablet()).use();
    const copy = await loadRows();
    const place = await placeOf(copy);
    const { entity, seen } = place;
    await keepDraft({ copy, entity, field: 'report', value: { k: 'value', v: 4 }, seen, isReady: true });
    const isGrown = await grown(copy, 1);
    return {
      act: () => recordProgress(place, { k: 'value', v: 4 }),
      isDone: (rows) => isGrown(rows) && rows.get('drafts')?.length === 0,
    };
  },
  'a merge that brings a conflict and something broken': async () => {
    const { copy, file } = await apart();
    const isGrown = await grown(copy, 1);
    return {
      act: () => mergeSnapshotBytes(file, 'plan.json'),
      isDone: (rows) =>
        isGrown(rows) &&
        rows.get('conflicts')?.length === 1 &&
        rows.get('quarantine')?.length === 1 &&
        rows.get('backups')?.length === 1,
    };
  },
  'a plan that comes by file': async () => {
    theirs ??= apart();
    const { file } = await theirs;
    (await aTablet()).use();
    return {
      act: () => mergeSnapshotBytes(file, 'plan.json'),
      isDone: (rows) => rows.get('copies')?.length === 1 && rows.get('quarantine')?.length === 1,
    };
  },
  'a matrix loaded': async () => {
    (await aTablet()).use();
    const read = await matrixOf(ROWS);
    return {
      act: () => importMatrix(read, choicesFor(read, { cut: '2023-03-31' })),
      isDone: (rows) => rows.get('copies')?.length === 1,
    };
  },
  'a matrix that updates a plan': async () => {
    (await aTablet()).use();
    const copy = await loadRows();
    const preview = await previewRows(copy, edited(1, ';2;;', ';2;6;Van seis'), { cut: '2023-06-30' });
    const isGrown = await grown(copy, 1);
    return {
      act: () => updatePlan(preview),
      isDone: (rows) => isGrown(rows) && rows.get('backups')?.length === 1,
    };
  },
  'a plan taken off the device': async () => {
    (await aTablet()).use();
    const copy = await loadRows();
    await report(copy, 5);
    await updateCopy(copy, { sharedSeq: 1000, lastCopyAt: '2026-01-01T00:00:00.000Z' });
    return { act: () => removeCopy(copy), isDone: (rows) => rows.get('copies')?.length === 0 };
  },
};

/** All that is stored of plans: the device's own settings are no part of what may be half done. */
function plansIn(rows: StoredRows): string {
  return JSON.stringify([...rows].filter(([name]) => name !== 'meta' && name !== 'device'));
}

/** Does the deed on a device that dies at the n-th write, and starts again. False when it takes fewer writes. */
async function dieAt(n: number, prepare: () => Promise<Deed>): Promise<boolean> {
  const { act, isDone } = await prepare();
  const { name } = db();
  const before = plansIn(await rowsOf(db()));
  const death = dieAtWrite(n);
  const outcome = await act();
  death.revive();
  db().close();

  const rows = await rowsOf(await openDatabase(name));
  expect(unsoundIn(rows)).toEqual([]);
  // What was said to be done is there; what is not there whole is not there at all.
  if (outcome.ok) expect(isDone(rows)).toBe(true);
  if (!isDone(rows)) expect(plansIn(rows)).toBe(before);
  if (!isDone(rows)) valueOf(await act());
  const after = await rowsOf(db());
  expect([isDone(after), unsoundIn(after)]).toEqual([true, []]);
  db().close();
  return death.isDead();
}

describe('invariant 17: killed at any of its writes, nothing or all of it is there, and the next start goes on', () => {
  test.each(Object.keys(DEEDS))('%s', { timeout: 600_000 }, async (name) => {
    const prepare = DEEDS[name];
    if (!prepare) throw new Error(name);
    let last = 0;
    for (let n = 1; await dieAt(n, prepare); n += n < ALL_UP_TO ? 1 : STRIDE) last = n;
    expect(last).toBeGreaterThan(3);
  });
});
