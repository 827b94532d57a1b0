import 'fake-indexeddb/auto';
import { readFile } from 'node:fs/promises';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { MatrixChoices } from '../../src/commands/matrixEntities';
import type { MatrixSource, OpenedMatrix } from '../../src/commands/openMatrix';
import { NOTHING_DECIDED } from '../../src/commands/updatePlan';
import type { UpdateChoices } from '../../src/commands/updatePlan';
import { onAppended } from '../../src/storage/changes';
import type { Appended } from '../../src/storage/changes';
import { db } from '../../src/storage/database';
import { setViewedOnly } from '../../src/storage/viewOnly';
import { MatrixWorkerInProcess } from '../support/matrixWorker';
import {
  AS_FOUND,
  given,
  MATRIX,
  MATRIX_BYTES,
  MATRIX_CHOICES,
  openedMatrix,
  readAs,
  reviewed,
} from '../support/openedMatrix';
import { aTablet, planOn } from '../support/tablets';

const UPDATE: UpdateChoices = { ...NOTHING_DECIDED, cut: MATRIX_CHOICES.cut };

async function fixture(name: string): Promise<MatrixSource> {
  return { kind: 'file', file: new File([await readFile(`tests/fixtures/matrices/${name}`)], name) };
}

function pasted(...rows: readonly (readonly (string | number)[])[]): MatrixSource {
  const lines = [['ACTIVIDAD', 'INDICADOR', 'META', '2023 RESULTADO TRIMESTRE 1'], ...rows];
  const text = lines.map((cells) => cells.join('\t')).join('\n');
  return { kind: 'pasted', name: 'Tabla pegada', html: null, text };
}

beforeEach(async () => (await aTablet()).use());

describe('what is shown of it', () => {
  test('only the rows that were asked for, with the counts of all of them', async () => {
    const matrix = await openedMatrix(MATRIX);
    const { rows, counts, overall } = await reviewed(matrix, {}, 5);
    const made = { items: 8, indicators: 12, unmeasured: 0 };
    expect([rows.length, counts]).toEqual([5, { rows: 12, statedRows: 12, ...made }]);
    expect(overall.real).toBeCloseTo(40.9047619, 6);
    const more = given(await matrix.ask('rows', { ...AS_FOUND, choices: MATRIX_CHOICES, from: 5, count: 3 }));
    expect(more.map(({ sourceRow }) => sourceRow)).toEqual([15, 16, 17]);
  });

  test('with the activities that nothing measures', async () => {
    const matrix = await openedMatrix(await fixture('cartagena-peti-portafolio.csv'));
    const { counts } = await reviewed(matrix);
    expect(counts).toMatchObject({ rows: 37, items: 1, indicators: 0, unmeasured: 37 });
  });

  test('as the choices settle it, which it names', async () => {
    const matrix = await openedMatrix(MATRIX);
    const early = await reviewed(matrix);
    const late = await reviewed(matrix, { cut: '2023-12-31' });
    expect(late.overall.expected).toBeGreaterThan(early.overall.expected ?? Infinity);
    expect([early.choices.cut, late.choices.cut]).toEqual(['2023-03-31', '2023-12-31']);
  });

  test('its plan is the one of the choices that are asked about, whatever was asked before', async () => {
    const matrix = await openedMatrix(await fixture('cartagena-2023-plan-accion.csv'));
    const { safe } = await reviewed(matrix);
    await reviewed(matrix, { repairs: safe });
    const targetsOf = async (repairs: readonly string[]) =>
      given(
        await matrix.ask('plan', { ...AS_FOUND, choices: { ...MATRIX_CHOICES, repairs } }),
      ).indicators.map(({ target }) => target);
    expect(await targetsOf(safe)).not.toEqual(await targetsOf([]));
    expect((await targetsOf([])).filter((target) => target === null).length).toBe(1);
  });

  test('a table that cannot be read so leaves the one that could', async () => {
    const matrix = await openedMatrix(MATRIX);
    const refused = await readAs(matrix, { sheet: 'Ninguna' });
    expect(refused?.ok).toBe(false);
    expect((await reviewed(matrix)).counts.rows).toBe(12);
  });

  test('of questions of one kind that wait only the last is answered', async () => {
    const matrix = await openedMatrix(MATRIX);
    const ask = (cut: MatrixChoices['cut']) =>
      matrix.ask('review', { ...AS_FOUND, choices: { ...MATRIX_CHOICES, cut }, rows: 1 });
    const answers = await Promise.all([ask('2023-03-31'), ask('2023-06-30'), ask('2023-09-30')]);
    const cuts = answers.map((answer) => answer?.ok && answer.value.choices.cut);
    expect(cuts.at(-1)).toBe('2023-09-30');
    expect(answers.filter((answer) => answer === null).length).toBeGreaterThan(0);
  });
});

describe('what is written of it', () => {
  const load = async (matrix: OpenedMatrix) =>
    given(await matrix.ask('load', { ...AS_FOUND, choices: MATRIX_CHOICES }));
  const corrected = () => openedMatrix(pasted(['Sensibilizar', 'Sensibilizados', 4, 1]));
  const into = (copy: string) => ({ ...AS_FOUND, copy, choices: UPDATE });

  test('a plan of its own, with the file as it came', async () => {
    const matrix = await openedMatrix(MATRIX);
    const copy = await load(matrix);
    expect((await planOn(copy)).indicators.length).toBe(12);
    expect(new Uint8Array((await db().blobs.get(matrix.sha256))!.bytes)).toEqual(MATRIX_BYTES);
  });

  test('to its end, though it is closed meanwhile', async () => {
    const worker = new MatrixWorkerInProcess();
    const matrix = await openedMatrix(MATRIX, worker);
    const loading = load(matrix);
    matrix.close();
    expect((await planOn(await loading)).indicators.length).toBe(12);
    await vi.waitFor(() => expect(worker.isEnded).toBe(true));
  });

  test('also when the plans of this device could not be opened the first time', async () => {
    const worker = new MatrixWorkerInProcess();
    const opening = vi.spyOn(worker, 'openPlans').mockRejectedValueOnce(new Error('blocked'));
    const matrix = await openedMatrix(MATRIX, worker);
    const first = await matrix.ask('load', { ...AS_FOUND, choices: MATRIX_CHOICES });
    expect(first).toMatchObject({ ok: false, problem: { code: 'saveFailed' } });
    expect((await planOn(await load(matrix))).indicators.length).toBe(12);
    expect(opening).toHaveBeenCalledTimes(2);
  });

  test('exactly the update that was compared, told to whoever shows the plan', async () => {
    const copy = await load(await openedMatrix(MATRIX));
    const matrix = await corrected();
    const compared = given(await matrix.ask('compare', into(copy)));
    expect([compared.counts.rows.new, compared.edits > 0]).toEqual([1, true]);
    const heard: Appended[] = [];
    const stop = onAppended((change) => void heard.push(change));
    const written = given(await matrix.ask('update', { ...into(copy), count: compared.count }));
    stop();
    const row = await db().copies.get(copy);
    expect(written).toMatchObject({ copy, count: row?.count });
    expect(heard.some(({ commits }) => commits?.length === written.commits.length)).toBe(true);
    const again = given(await matrix.ask('compare', into(copy)));
    expect(again.edits + again.lateEdits).toBe(0);
  });

  test('of which only what is shown crosses to the page', async () => {
    const copy = await load(await openedMatrix(MATRIX));
    const target = pasted(['Sensibilizar', 'Sensibilizados', 4, 1]);
    const matrix = await openedMatrix(target);
    const { count } = given(await matrix.ask('compare', into(copy)));
    given(await matrix.ask('update', { ...into(copy), count }));
    const edited = await openedMatrix(pasted(['Sensibilizar', 'Sensibilizados', 5, 1]));
    const compared = given(await edited.ask('compare', into(copy)));
    const changes = [...compared.head, ...compared.rows.flatMap((row) => row.changes)];
    expect(changes.map(({ field }) => field)).toContain('target');
    expect(changes.filter((change) => 'edits' in change)).toEqual([]);
  });

  test('with the count that it left, though the plan is taken off this device right after', async () => {
    const copy = await load(await openedMatrix(MATRIX));
    const matrix = await corrected();
    const compared = given(await matrix.ask('compare', into(copy)));
    const removed: Promise<void>[] = [];
    // What was loaded before may be told late.
    const stop = onAppended(({ count }) => {
      if (count > compared.count) removed.push(db().copies.delete(copy));
    });
    const written = given(await matrix.ask('update', { ...into(copy), count: compared.count }));
    stop();
    await Promise.all(removed);
    expect(written.count).toBe(compared.count + written.commits.length);
  });

  test('not what was compared anew, of which nobody saw what it says now', async () => {
    const copy = await load(await openedMatrix(MATRIX));
    const matrix = await corrected();
    const seen = given(await matrix.ask('compare', into(copy)));
    const other = await openedMatrix(pasted(['Capacitar', 'Capacitados', 9, 2]));
    const { count } = given(await other.ask('compare', into(copy)));
    given(await other.ask('update', { ...into(copy), count }));
    const before = await db().copies.get(copy);
    given(await matrix.ask('compare', into(copy)));
    const asked = await matrix.ask('update', { ...into(copy), count: seen.count });
    expect(asked).toMatchObject({ ok: false, problem: { code: 'planChangedSince' } });
    expect(await db().copies.get(copy)).toEqual(before);
  });

  test('no update that was not compared, and none in a copy looked at as it stood once', async () => {
    const copy = await load(await openedMatrix(MATRIX));
    const before = await db().copies.get(copy);
    const matrix = await corrected();
    const asked = { ...into(copy), count: before?.count ?? 0 };
    expect(await matrix.ask('update', asked)).toMatchObject({ problem: { code: 'unexpected' } });
    expect(given(await matrix.ask('compare', into(copy))).edits).toBeGreaterThan(0);
    setViewedOnly(copy);
    const refused = await matrix.ask('update', asked);
    setViewedOnly(null);
    expect(refused).toMatchObject({ ok: false, problem: { code: 'readOnlyView' } });
    expect(await db().copies.get(copy)).toEqual(before);
  });
});
