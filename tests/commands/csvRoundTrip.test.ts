import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { csvOf } from '../../src/commands/exportCsv';
import { previewMatrix } from '../../src/commands/importMatrix';
import { readMatrixBytes } from '../../src/commands/matrixWork';
import type { Plan } from '../../src/domain/model';
import { aPlan } from '../support/builders';
import { choicesFor, valueOf } from '../support/tablets';

const bytesOf = (plan: Plan) => csvOf(plan, plan.calendar.end).bytes;

/** The plan that an import of the table makes, by the import's own way. */
async function imported(bytes: Uint8Array): Promise<Plan> {
  const read = valueOf(await readMatrixBytes(bytes, 'plan.csv'));
  const { title } = read.reading.facts;
  return previewMatrix(read.reading, choicesFor(read, { title, zerosAfterCut: 'zero' })).plan;
}

test('an item and an activity that nothing hangs from come back as they are', async () => {
  const item = { id: 'itm:1', number: '1', differentialCriterion: 'Sola', statedValue: null };
  const plan = { ...aPlan(), items: [item] };
  const after = await imported(bytesOf(plan));
  expect([after.items, after.activities, after.indicators]).toEqual([[item], [], []]);
});
