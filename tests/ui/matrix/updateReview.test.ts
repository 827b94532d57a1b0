import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { MatrixReview } from '../../../src/ui/matrix/matrixReview.svelte';
import { ReadingRun } from '../../../src/ui/matrix/readingRun.svelte';
import { edited, loadRows, matrixOf } from '../../support/matrixRows';
import { aTablet } from '../../support/tablets';

beforeEach(async () => (await aTablet()).use());

const compared = (review: MatrixReview) => vi.waitFor(() => expect(review.isComparing).toBe(false));

test('nothing is written while what was chosen last is not in what is shown', async () => {
  const copy = await loadRows();
  const read = await matrixOf(edited(0, 'Se formuló', 'Se formuló y aprobó'));
  const review = new MatrixReview(new ReadingRun(), () => read, copy);
  review.compare();
  await compared(review);
  expect(review.offReason).toBeNull();
  const keys = review.update?.rows.flatMap(({ changes }) => changes.map(({ key }) => key)) ?? [];
  review.decided = { left: keys };
  review.compare();
  expect(review.offReason).not.toBeNull();
  await compared(review);
  expect(review.update?.edits).toEqual([]);
});

test('what it would change in one plan is not offered for another', async () => {
  const [one, other] = [await loadRows(), await loadRows()];
  const read = await matrixOf(edited(0, 'Se formuló', 'Se formuló y aprobó'));
  const review = new MatrixReview(new ReadingRun(), () => read, one);
  review.compare();
  await compared(review);
  review.into = other;
  review.compare();
  expect([review.update, review.offReason === null]).toEqual([null, false]);
  await compared(review);
  expect(review.update?.copy).toBe(other);
});
