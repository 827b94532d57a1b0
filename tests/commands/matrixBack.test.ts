import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { beforeEach, expect, test } from 'vitest';
import { changePlan } from '../../src/commands/changePlan';
import { matrixWays, preparedOf, requestFor } from '../../src/commands/exportMatrix';
import type { MatrixWay } from '../../src/commands/exportMatrix';
import { importMatrix } from '../../src/commands/importMatrix';
import { makeMatrix } from '../../src/commands/matrixOutWork';
import { recordProgress } from '../../src/commands/recordProgress';
import { readMatrixBytes } from '../../src/commands/matrixWork';
import { NOTHING_DECIDED, previewUpdate, updatePlan } from '../../src/commands/updatePlan';
import { measurementId } from '../../src/domain/entities';
import { writePlanCsv } from '../../src/formats/planCsv';
import { patchXlsx } from '../../src/formats/xlsx/patchXlsx';
import { db } from '../../src/storage/database';
import { aTablet, choicesFor, planOn, readExampleMatrix, seenIn, valueOf } from '../support/tablets';

beforeEach(async () => (await aTablet()).use());

const FILE = 'cartagena-2023-plan-accion.xlsx';
const CUT = '2023-03-31';

async function loaded(): Promise<string> {
  const read = await readExampleMatrix();
  const original = new Uint8Array(readFileSync(`public/examples/${FILE}`));
  return valueOf(await importMatrix({ ...read, original }, choicesFor(read)));
}

async function exported(copy: string, pick: (way: MatrixWay) => boolean): Promise<Uint8Array<ArrayBuffer>> {
  const way = (await matrixWays(copy)).find(pick);
  const request = way && (await requestFor(copy, way, 'xlsx'));
  if (!way || !request) throw new Error('no way out');
  return preparedOf(request.plan, way, valueOf(await makeMatrix(request))).file.bytes;
}

async function previewed(copy: string, bytes: Uint8Array<ArrayBuffer>) {
  const read = { ...valueOf(await readMatrixBytes(bytes, FILE)), original: bytes };
  return valueOf(await previewUpdate(copy, read, { ...NOTHING_DECIDED, cut: CUT }));
}

test.each([
  ['its own matrix', (way: MatrixWay) => way.k === 'source'],
  ['the standard one', (way: MatrixWay) => way.k === 'standard' && way.kind === 'actionPlan'],
])('a plan that goes out into %s and comes back as it went changes nothing', async (_, pick) => {
  const copy = await loaded();
  const preview = await previewed(copy, await exported(copy, pick));
  expect(preview.rows.flatMap(({ changes }) => changes)).toEqual([]);
  expect(preview.missing).toEqual([]);
  expect(preview.rows.every(({ matchedBy }) => matchedBy === 'id')).toBe(true);
});

test('the very file that was written last does not take back what was changed here since', async () => {
  const copy = await loaded();
  const edited = patchXlsx(await exported(copy, ({ k }) => k === 'source'), {
    sheet: 'Plan de acción',
    insertion: null,
    looks: [],
    cells: [{ row: 11, column: 12, content: { k: 'number', value: 2 } }],
    settled: [],
    idColumn: null,
    hiddenColumn: null,
  });
  if (!edited) throw new Error('not edited');
  valueOf(await updatePlan(await previewed(copy, edited)));
  const plan = await planOn(copy);
  const [indicatorId, period] = [plan.indicators[1]?.id ?? '', plan.periods[1]?.id ?? '0-0'];
  const seen = await seenIn(copy, measurementId(indicatorId, period), 'report');
  valueOf(await recordProgress({ copy, indicatorId, period, seen }, { k: 'value', v: 3 }));
  const again = await previewed(copy, edited);
  expect(again.rows.flatMap(({ changes }) => changes.map(({ hold }) => hold))).toEqual(['unchangedInFile']);
  expect(again.edits).toEqual([]);
});

test('one who no longer answers is taken out by our own table', async () => {
  const copy = await loaded();
  const [activity] = (await planOn(copy)).activities;
  const seen = await seenIn(copy, activity?.id ?? '', 'resp/pty:otra');
  valueOf(
    await changePlan(copy, [
      { entity: 'pty:otra', field: 'name', value: 'Otra oficina', seen: [] },
      { entity: activity?.id ?? '', field: 'resp/pty:otra', value: true, seen },
    ]),
  );
  const text = new TextDecoder().decode(writePlanCsv(await planOn(copy)));
  const without = text.replace(/ ?[|/;,]? ?Otra oficina/, '');
  expect(without).not.toContain('Otra oficina');
  const preview = await previewed(copy, new TextEncoder().encode(without));
  const changes = preview.rows.flatMap((row) => row.changes);
  expect(changes.map(({ field, hold }) => [field, hold])).toEqual([['responsible', null]]);
});

test('the file of our own table, which no layout names, is not kept', async () => {
  const copy = await loaded();
  const count = await db().blobs.count();
  const text = new TextDecoder().decode(writePlanCsv(await planOn(copy)));
  const bytes = new TextEncoder().encode(text.replace('Plan de acción', 'Plan de acción revisado'));
  const preview = await previewed(copy, bytes);
  expect(preview.edits.length).toBeGreaterThan(0);
  valueOf(await updatePlan(preview));
  expect(await db().blobs.count()).toBe(count);
});

test('what was edited in the matrix meanwhile updates the plan, and goes out again with it', async () => {
  const copy = await loaded();
  const [first, second] = (await planOn(copy)).indicators;
  const seen = await seenIn(copy, first?.id ?? '', 'name');
  valueOf(await changePlan(copy, [{ entity: first?.id ?? '', field: 'name', value: 'Hoja firmada', seen }]));
  const out = await exported(copy, ({ k }) => k === 'source');
  const edited = patchXlsx(out, {
    sheet: 'Plan de acción',
    insertion: null,
    looks: [],
    cells: [{ row: 11, column: 12, content: { k: 'number', value: 2 } }],
    settled: [],
    idColumn: null,
    hiddenColumn: null,
  });
  if (!edited) throw new Error('not edited');
  const preview = await previewed(copy, edited);
  expect(preview.rows.flatMap(({ changes }) => changes)).toHaveLength(1);
  valueOf(await updatePlan(preview));
  const after = (await planOn(copy)).indicators.find(({ id }) => id === second?.id);
  expect([...(after?.reports.values() ?? [])].map(({ report }) => report)).toContainEqual({
    k: 'value',
    v: 2,
  });
  // The file that was edited is the one that goes out from now on.
  const again = await previewed(copy, await exported(copy, ({ k }) => k === 'source'));
  expect(again.rows.flatMap(({ changes }) => changes)).toEqual([]);
});
