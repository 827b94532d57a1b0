import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { changePlan } from '../../src/commands/changePlan';
import { closeCut } from '../../src/commands/closeCut';
import { recordProgress } from '../../src/commands/recordProgress';
import { setIdentity } from '../../src/commands/thisDevice';
import { snapshotText } from '../../src/commands/exportSnapshot';
import { mergeSnapshotBytes, previewSnapshotBytes } from '../../src/commands/snapshotWork';
import { CLOSED, closedCutOf, cutId } from '../../src/domain/cuts/closedCuts';
import { hasFiguresOf } from '../../src/domain/cuts/rectification';
import { measurementId } from '../../src/domain/entities';
import type { Json } from '../../src/log/json';
import { changesOfRow, changesSince, checkSeal } from '../../src/state/cuts';
import { readCopy } from '../../src/storage/copies';
import { db } from '../../src/storage/database';
import { T1, T2 } from '../support/builders';
import { aTablet, loadExample, planOn, seenIn, valueOf } from '../support/tablets';

const MARCH = '2023-03-31';

const ANA = { name: 'Ana Pérez', role: '', department: '' };

beforeEach(async () => {
  (await aTablet()).use();
  await setIdentity(ANA);
});

async function closeMarch(copy: string): Promise<void> {
  const seen = await seenIn(copy, cutId(T1), CLOSED);
  valueOf(await closeCut({ copy, period: T1, date: MARCH, seen }));
}

async function cutOn(copy: string) {
  const cut = closedCutOf(await planOn(copy), T1);
  const [head] = await seenIn(copy, cutId(T1), CLOSED);
  if (!cut || !head) throw new Error('the period is open');
  return { cut, closing: head.id };
}

/** Row 4 of the plan in its first quarter. */
async function rowFour(copy: string) {
  const id = (await planOn(copy)).indicators[3]?.id ?? '';
  const seen = await seenIn(copy, measurementId(id, T1), 'report');
  return { copy, indicatorId: id, period: T1, seen };
}

async function alter(holding: string, from: string, to: string): Promise<void> {
  const row = (await db().tail.toArray()).find(({ line }) => line.includes(holding));
  if (!row) throw new Error(`no line with ${holding}`);
  await db().tail.put({ ...row, line: row.line.replace(from, to) });
}

async function snapshotOf(copy: string): Promise<Uint8Array> {
  const row = await readCopy(copy);
  if (!row) throw new Error(`no copy ${copy}`);
  return new TextEncoder().encode(await snapshotText(row));
}

describe('the check of a seal reads what is stored', () => {
  test('and finds it intact', async () => {
    const copy = await loadExample();
    await closeMarch(copy);
    const { cut, closing } = await cutOn(copy);
    expect(await checkSeal(copy, cut, closing)).toEqual({ kind: 'intact' });
  });

  test('and names the change of which one byte is another', async () => {
    const copy = await loadExample();
    const late = await rowFour(copy);
    const [commit] = valueOf(await recordProgress(late, { k: 'value', v: 3 }));
    await closeMarch(copy);
    await alter(commit?.id ?? '', '"v":3', '"v":4');
    const { cut, closing } = await cutOn(copy);
    expect(await checkSeal(copy, cut, closing)).toEqual({ kind: 'altered', ids: [commit?.id] });
  });

  test('and finds that the cut itself is not what was written', async () => {
    const copy = await loadExample();
    await closeMarch(copy);
    const { cut, closing } = await cutOn(copy);
    const overall = { ...cut.frozen.overall, value: 80 };
    const shown = { ...cut, frozen: { ...cut.frozen, overall } };
    expect(await checkSeal(copy, shown, closing)).toEqual({ kind: 'cut', ids: [closing] });
    await alter(closing, '"value":40', '"value":90');
    expect(await checkSeal(copy, cut, closing)).toEqual({ kind: 'cut', ids: [closing] });
  });
});

test('a cut that was written with figures that do not come of what it sealed is found', async () => {
  const copy = await loadExample();
  await closeMarch(copy);
  const { cut } = await cutOn(copy);
  const overall = { ...cut.frozen.overall, value: 80 };
  const written = JSON.parse(JSON.stringify({ ...cut, frozen: { ...cut.frozen, overall } })) as Json;
  const seen = await seenIn(copy, cutId(T1), CLOSED);
  valueOf(await changePlan(copy, [{ entity: cutId(T1), field: CLOSED, value: written, seen }]));
  const shown = await cutOn(copy);
  expect(shown.cut.frozen.overall.value).toBe(80);
  expect(await checkSeal(copy, shown.cut, shown.closing)).toEqual({ kind: 'figures', ids: [shown.closing] });
});

test('an older cut, that kept no verified figure of its rows, has its figures', async () => {
  const copy = await loadExample();
  await closeMarch(copy);
  const { cut } = await cutOn(copy);
  const rows = cut.frozen.rows.map((row) => ({ ...row, verified: null }));
  expect(hasFiguresOf({ ...cut, frozen: { ...cut.frozen, rows } }, await planOn(copy))).toBe(true);
  const [first, ...others] = rows;
  if (!first) throw new Error('no rows');
  const altered = [{ ...first, name: 'Otra' }, ...others];
  expect(hasFiguresOf({ ...cut, frozen: { ...cut.frozen, rows: altered } }, await planOn(copy))).toBe(false);
});

test('the changes since a cut are those of its rows that it does not cover, with their reason', async () => {
  const copy = await loadExample();
  await closeMarch(copy);
  const row = await rowFour(copy);
  valueOf(await recordProgress(row, { k: 'value', v: 5 }, 'Faltaban tres actas'));
  valueOf(await recordProgress({ ...row, period: T2, seen: [] }, { k: 'value', v: 1 }));
  const { cut } = await cutOn(copy);
  const plan = await planOn(copy);
  const changes = await changesSince(copy, plan, cut, { date: MARCH });
  expect(changesOfRow(changes, row.indicatorId)).toMatchObject([
    { value: { k: 'value', v: 5 }, before: { k: 'value', v: 2 }, why: 'Faltaban tres actas' },
  ]);
  expect(changes).toHaveLength(1);
  expect(await changesSince(copy, plan, cut, { date: '2023-06-30' })).toHaveLength(2);
  expect(await changesSince(copy, plan, cut, { date: '2023-06-30', through: cut })).toEqual([]);
});

test('what arrives late is counted before it is united, and united it leaves the seal intact', async () => {
  const ana = await aTablet();
  await setIdentity(ANA);
  const copy = await loadExample();
  const before = await snapshotOf(copy);
  const beto = await aTablet();
  const there = valueOf(await mergeSnapshotBytes(before, 'plan.json')).copy;
  expect((await rowFour(there)).indicatorId).not.toBe('');
  valueOf(await recordProgress(await rowFour(there), { k: 'value', v: 5 }));
  const arriving = await snapshotOf(there);
  ana.use();
  await closeMarch(copy);
  expect(valueOf(await previewSnapshotBytes(arriving, 'plan.json'))).toMatchObject({ late: 1 });
  valueOf(await mergeSnapshotBytes(arriving, 'plan.json'));
  const { cut, closing } = await cutOn(copy);
  expect(await checkSeal(copy, cut, closing)).toEqual({ kind: 'intact' });
  // The other way round nothing is late: the cut and all that it sealed arrive together.
  const whole = await snapshotOf(copy);
  beto.use();
  expect(valueOf(await previewSnapshotBytes(whole, 'plan.json'))).toMatchObject({ late: 0 });
});
