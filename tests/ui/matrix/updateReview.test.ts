import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { MatrixReview } from '../../../src/ui/matrix/matrixReview.svelte';
import { ReadingRun } from '../../../src/ui/matrix/readingRun.svelte';
import { copyCounts } from '../../../src/state/copyCounts.svelte';
import { notices } from '../../../src/state/notices.svelte';
import { db } from '../../../src/storage/database';
import { update as updateWords } from '../../../src/text/matrixUpdate';
import { edited, loadRows, textOf, updateRows } from '../../support/matrixRows';
import { MatrixWorkerInProcess } from '../../support/matrixWorker';
import { aTablet } from '../../support/tablets';

beforeEach(async () => {
  (await aTablet()).use();
  vi.stubGlobal('Worker', MatrixWorkerInProcess);
  vi.stubGlobal('document', { baseURI: 'http://localhost/' });
});
afterEach(() => vi.unstubAllGlobals());

/** A newer matrix of the rows, with one remark that says more, as it is reviewed against a plan. */
async function reviewInto(copy: string): Promise<MatrixReview> {
  return (await reviewAndRun(copy)).review;
}

async function reviewAndRun(copy: string) {
  const run = new ReadingRun();
  const rows = edited(0, 'Se formuló', 'Se formuló y aprobó');
  await run.open({ kind: 'file', file: new File([textOf(rows)], 'matriz.csv') });
  const matrix = () => {
    if (run.phase.at !== 'review') throw new Error('it was not read');
    return run.phase;
  };
  return { run, review: new MatrixReview(run, matrix, copy) };
}

const compared = (review: MatrixReview) => vi.waitFor(() => expect(review.isComparing).toBe(false));

test('nothing is written while what was chosen last is not in what is shown', async () => {
  const copy = await loadRows();
  const review = await reviewInto(copy);
  review.compare();
  await compared(review);
  expect(review.offReason).toBeNull();
  const keys = review.update?.rows.flatMap(({ changes }) => changes.map(({ key }) => key)) ?? [];
  review.decide({ left: keys });
  review.compare();
  expect(review.offReason).not.toBeNull();
  await compared(review);
  expect(review.update?.edits).toBe(0);
});

test('what it would change in one plan is not offered for another', async () => {
  const [one, other] = [await loadRows(), await loadRows()];
  const review = await reviewInto(one);
  review.compare();
  await compared(review);
  review.into = other;
  review.compare();
  expect([review.update, review.offReason === null]).toEqual([null, false]);
  await compared(review);
  expect(review.update?.copy).toBe(other);
});

test('a plan that grew since is compared anew, and what was compared before is not written into it', async () => {
  const copy = await loadRows();
  const review = await reviewInto(copy);
  review.compare();
  await compared(review);
  const before = review.update;
  await updateRows(copy, edited(2, 'Primer taller', 'Dos talleres'));
  expect(copyCounts.of(copy)).toBeGreaterThan(before?.count ?? Infinity);
  expect(await review.write()).toBeNull();
  expect(notices.tells({ code: 'planChangedSince' })).toBe(true);
  review.compare();
  await compared(review);
  expect(await review.write()).toBe(copy);
});

test('what is decided of the rows of one table decides nothing of those of another', async () => {
  const copy = await loadRows();
  const { run, review } = await reviewAndRun(copy);
  review.say({ repairs: ['targetInWords:2'] });
  review.decide({ matches: { 2: 'new' }, restore: [3], blanks: 'clear' });
  expect(review.updateChoices.matches).toEqual({ 2: 'new' });
  await run.again(() => ({ headerRows: { first: 1, last: 2 } }));
  const { matches, restore, repairs, blanks } = review.updateChoices;
  expect([matches, restore, repairs, blanks]).toEqual([{}, [], [], 'clear']);
});

test('nothing is written of a plan that grew until what it changes there now is shown', async () => {
  const copy = await loadRows();
  const review = await reviewInto(copy);
  review.compare();
  await compared(review);
  await updateRows(copy, edited(2, 'Primer taller', 'Dos talleres'));
  const before = await db().copies.get(copy);
  review.compare();
  expect(await review.write()).toBeNull();
  expect(await db().copies.get(copy)).toEqual(before);
});

test('a plan that is gone is updated by no other one, and is asked about again or left', async () => {
  const copy = await loadRows();
  const kept = await db().copies.get(copy);
  const review = await reviewInto(copy);
  await db().copies.delete(copy);
  review.compare();
  await compared(review);
  expect([review.problem?.code, review.offReason]).toEqual(['planNotFound', updateWords.notCompared]);
  expect([await review.write(), await db().copies.count()]).toEqual([null, 0]);
  await db().copies.add(kept!);
  review.askAgain();
  await compared(review);
  expect([review.problem, review.offReason, review.update?.copy]).toEqual([null, null, copy]);
});

test('what cannot be compared stops nobody who loads it as another plan', async () => {
  const copy = await loadRows();
  const review = await reviewInto(copy);
  await db().copies.delete(copy);
  review.compare();
  await compared(review);
  review.into = null;
  review.compare();
  expect([review.problem, review.offReason]).toEqual([null, null]);
  expect(await review.write()).not.toBeNull();
});
