import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { rememberedColumns } from '../../../src/commands/rememberMapping';
import { failure } from '../../../src/domain/problem';
import { notices } from '../../../src/state/notices.svelte';
import { matrix as matrixWords } from '../../../src/text/matrix';
import { MatrixReview } from '../../../src/ui/matrix/matrixReview.svelte';
import { ReadingRun } from '../../../src/ui/matrix/readingRun.svelte';
import { HeldMatrixWorker, MatrixWorkerInProcess } from '../../support/matrixWorker';
import { aTablet } from '../../support/tablets';

beforeEach(async () => {
  (await aTablet()).use();
  vi.stubGlobal('Worker', MatrixWorkerInProcess);
  vi.stubGlobal('document', { baseURI: 'http://localhost/' });
});
afterEach(() => vi.unstubAllGlobals());

const HEADER = 'ACTIVIDAD;INDICADOR;META;FECHA INICIO;FECHA FINAL;2023 T1;2023 T2';

/** A matrix of so many rows, half of each done in the first quarter, as it is reviewed. */
async function reviewOfRows(count: number, header = HEADER) {
  const rows = Array.from(
    { length: count },
    (_, at) => `Hacer ${at};Hecho ${at};4;2023-01-01;2023-12-31;2;1`,
  );
  const run = new ReadingRun();
  const text = [header, ...rows].join('\n');
  await run.open({ kind: 'file', file: new File([text], 'matriz.csv') });
  const matrix = () => {
    if (run.phase.at !== 'review') throw new Error('it was not read');
    return run.phase;
  };
  return { run, review: new MatrixReview(run, matrix, null) };
}

const reckoned = async (review: MatrixReview) => {
  const stop = review.reckon();
  await vi.waitFor(() => expect(review.isReckoning).toBe(false));
  return stop;
};

test('nothing is loaded while what was chosen last is not in what is shown', async () => {
  const { review } = await reviewOfRows(3);
  review.reckon();
  expect([review.offReason, review.shown.choices.cut]).toEqual([null, '2023-06-30']);
  review.say({ cut: '2023-03-31' });
  review.reckon();
  expect(review.offReason).not.toBeNull();
  await vi.waitFor(() => expect(review.offReason).toBeNull());
  expect(review.shown.choices.cut).toBe('2023-03-31');
  expect(review.shown.overall.real).toBe(50);
});

test('an answer to what was chosen before comes too late to be shown', async () => {
  const { review } = await reviewOfRows(3);
  review.say({ cut: '2023-03-31' });
  const stop = review.reckon();
  stop();
  review.say({ cut: '2023-06-30' });
  review.reckon();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect([review.shown.choices.cut, review.shown.overall.real]).toEqual(['2023-06-30', 75]);
});

test('the plan behind the figures is that of what is shown, also back at what was proposed', async () => {
  const { review } = await reviewOfRows(3);
  review.say({ zerosAfterCut: 'zero', cut: '2023-03-31' });
  await reckoned(review);
  review.say({ zerosAfterCut: 'notReported', cut: '2023-06-30' });
  await reckoned(review);
  expect((await review.plan())?.plan.indicators.length).toBe(3);
  expect(review.shown.choices.cut).toBe('2023-06-30');
});

test('more rows are added to those that are shown, and stay after another choice', async () => {
  const { review } = await reviewOfRows(250);
  expect([review.rows.length, review.shown.counts.rows]).toEqual([50, 250]);
  review.showMore();
  await vi.waitFor(() => expect(review.rows.length).toBe(100));
  expect(review.rows.map(({ sourceRow }) => sourceRow)).toEqual(
    Array.from({ length: 100 }, (_, at) => at + 2),
  );
  review.say({ cut: '2023-03-31' });
  await reckoned(review);
  await vi.waitFor(() => expect(review.rows.length).toBe(100));
  while (review.rows.length < 250) {
    const before = review.rows.length;
    review.showMore();
    await vi.waitFor(() => expect(review.rows.length).toBe(before + 50));
  }
});

test('asked for more twice at once, it shows both parts', async () => {
  const { review } = await reviewOfRows(250);
  review.showMore();
  review.showMore();
  await vi.waitFor(() => expect(review.rows.length).toBe(150));
});

test('figures are explained at the cut that they were shown at, though another is chosen meanwhile', async () => {
  const { review } = await reviewOfRows(3);
  const asking = review.plan();
  review.say({ cut: '2023-03-31' });
  await reckoned(review);
  expect(review.shown.choices.cut).toBe('2023-03-31');
  expect((await asking)?.cut).toBe('2023-06-30');
});

test('none of the rows shown goes away to come back when the table is read otherwise', async () => {
  const { run, review } = await reviewOfRows(250);
  review.showMore();
  await vi.waitFor(() => expect(review.rows.length).toBe(100));
  await run.again(() => ({ rows: { 90: 'out' } }));
  review.reckon();
  expect(review.rows.length).toBe(100);
  await vi.waitFor(() => expect(review.shown.counts.rows).toBe(249));
  expect(review.rows.length).toBe(100);
  expect(review.rows.map(({ sourceRow }) => sourceRow)).not.toContain(90);
});

test('once the table is read otherwise, its rows are shown and no other ones', async () => {
  const { run, review } = await reviewOfRows(5);
  review.say({ cut: '2023-03-31' });
  await reckoned(review);
  await run.again(() => ({ rows: { 3: 'out', 4: 'out' } }));
  review.reckon();
  expect([review.shown.counts.rows, review.offReason === null]).toEqual([3, false]);
  await vi.waitFor(() => expect(review.offReason).toBeNull());
  expect([review.shown.counts.rows, review.shown.choices.cut]).toEqual([3, '2023-03-31']);
});

test('what is said while the table is read again is read with the rest', async () => {
  const { run, review } = await reviewOfRows(5);
  const first = run.again((table) => ({ ...table, rows: { ...table.rows, 3: 'out' } }));
  const second = run.again((table) => ({ ...table, rows: { ...table.rows, 4: 'out' } }));
  await Promise.all([first, second]);
  review.reckon();
  expect([review.shown.counts.rows, run.table.rows]).toEqual([3, { 3: 'out', 4: 'out' }]);
});

test('a cut that was said is of the periods that it ends, and of no others', async () => {
  const { run, review } = await reviewOfRows(3, HEADER.replaceAll('2023 ', ''));
  await run.again((table) => ({ ...table, planYear: 2023 }));
  review.say({ cut: '2023-03-31' });
  await run.again((table) => ({ ...table, planYear: 2024 }));
  expect([review.choices.cut, review.updateChoices.cut]).toEqual(['2024-06-30', '2024-06-30']);
  await run.again((table) => ({ ...table, planYear: 2023 }));
  expect(review.choices.cut).toBe('2023-03-31');
});

test('what was said of the columns is kept of the file that was written, whatever is opened meanwhile', async () => {
  const { run, review } = await reviewOfRows(3, HEADER.replace('INDICADOR', 'LOGRO'));
  const { read } = run.phase as Extract<typeof run.phase, { at: 'review' }>;
  await run.again((table) => ({ ...table, meanings: { B: { field: 'indicatorName' } } }));
  const writing = review.write();
  await run.open({ kind: 'file', file: new File([`${HEADER}\nOtra;Otra;1;;;1;`], 'otra.csv') });
  expect(await writing).not.toBeNull();
  expect(await rememberedColumns(read)).toEqual({ B: { field: 'indicatorName' } });
});

test('a column that lost its meaning to another is named, and gets it back with it', async () => {
  const { run, review } = await reviewOfRows(3, HEADER.replace('INDICADOR', 'LOGRO'));
  const fields = () =>
    run.phase.at === 'review' ? run.phase.read.columns.slice(0, 2).map(({ field }) => field) : [];
  const toldLast = () => JSON.stringify(notices.list.at(-1)?.content);
  review.sayMeaning('B', { field: 'activity' });
  await vi.waitFor(() => expect(fields()).toEqual([null, 'activity']));
  expect(toldLast()).toContain('la columna A «ACTIVIDAD» dejó de leerse');
  review.sayMeaning('A', { field: 'activity' });
  await vi.waitFor(() => expect(fields()[0]).toBe('activity'));
  expect(toldLast()).toContain('la columna B «LOGRO» dejó de leerse');
});

test('nothing is loaded before it is known whether the plan is here already', async () => {
  const first = await reviewOfRows(3);
  expect(await first.review.write()).not.toBeNull();
  const worker = new HeldMatrixWorker();
  vi.stubGlobal('Worker', function () {
    return worker;
  });
  const { review } = await reviewOfRows(3);
  worker.isHolding = true;
  review.lookForPlan();
  expect(review.offReason).toBe(matrixWords.lookingForPlan);
  expect(await review.write()).toBeNull();
  await vi.waitFor(() => expect(worker.held).toBe('findLoaded'));
  worker.isHolding = false;
  worker.begin();
  await vi.waitFor(() => expect(review.existing.isLooking).toBe(false));
  expect([review.existing.found?.because, review.offReason]).toEqual(['sameFile', null]);
});

test('what could not be reckoned says so, loads nothing, and can be asked again', async () => {
  const { run, review } = await reviewOfRows(3);
  const asking = vi.spyOn(run.opened!, 'ask');
  asking.mockResolvedValueOnce(failure({ code: 'unexpected', detail: 'no memory' }));
  review.say({ cut: '2023-03-31' });
  await reckoned(review);
  expect([review.problem?.code, review.offReason]).toEqual(['unexpected', matrixWords.notReckoned]);
  expect(await review.write()).toBeNull();
  review.askAgain();
  await vi.waitFor(() => expect(review.isReckoning).toBe(false));
  expect([review.problem, review.offReason, review.shown.choices.cut]).toEqual([null, null, '2023-03-31']);
});

test('what is said of the table is read, though another choice is reckoned before its turn comes', async () => {
  const worker = new HeldMatrixWorker();
  vi.stubGlobal('Worker', function () {
    return worker;
  });
  const { run, review } = await reviewOfRows(5);
  worker.isHolding = true;
  const reading = run.again((table) => ({ ...table, rows: { 3: 'out' } }));
  const plan = review.plan();
  await vi.waitFor(() => expect(worker.held).toBe('read'));
  worker.begin();
  await vi.waitFor(() => expect(worker.held).toBe('plan'));
  review.say({ cut: '2023-03-31' });
  review.reckon();
  worker.isHolding = false;
  worker.begin();
  await Promise.all([reading, plan]);
  expect(run.table.rows).toEqual({ 3: 'out' });
});
