import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { csvOf } from '../../../src/commands/exportCsv';
import { importMatrix } from '../../../src/commands/importMatrix';
import { readMatrixBytes } from '../../../src/commands/matrixWork';
import type { MatrixRead } from '../../../src/commands/matrixWork';
import { NOTHING_DECIDED, previewUpdate, updatePlan } from '../../../src/commands/updatePlan';
import type { Plan } from '../../../src/domain/model';
import { anyPlan } from '../../formats/anyPlan';
import { aTablet, choicesFor, planOn, valueOf } from '../../support/tablets';

beforeEach(async () => (await aTablet()).use());

const CUT = '2024-06-30';

const readCsv = async (plan: Plan): Promise<MatrixRead> =>
  valueOf(await readMatrixBytes(csvOf(plan, plan.calendar.end).bytes, 'plan.csv'));

async function loaded(read: MatrixRead): Promise<string> {
  const { title } = read.reading.facts;
  return valueOf(await importMatrix(read, choicesFor(read, { title, cut: CUT, zerosAfterCut: 'zero' })));
}

const previewOn = async (copy: string, read: MatrixRead) =>
  valueOf(await previewUpdate(copy, read, { ...NOTHING_DECIDED, cut: CUT, zerosAfterCut: 'zero' }));

const told = ({ head, rows }: Awaited<ReturnType<typeof previewOn>>) =>
  [...head, ...rows.flatMap(({ changes }) => changes)].map(({ key, before, after, hold }) => ({
    key,
    before,
    after,
    hold,
  }));

test('any plan: the same table again is no change, and neither is the table that it exports', async () => {
  await fc.assert(
    fc.asyncProperty(anyPlan, async (plan) => {
      const read = await readCsv(plan);
      const copy = await loaded(read);
      const again = await previewOn(copy, read);
      expect(told(again)).toEqual([]);
      expect([again.edits, again.lateEdits]).toEqual([[], []]);
      const back = await previewOn(copy, await readCsv(await planOn(copy)));
      expect(told(back)).toEqual([]);
      expect([back.edits, back.lateEdits]).toEqual([[], []]);
    }),
    { numRuns: 40 },
  );
});

test('any other table of the same plan: what it changes is written, and then nothing is left', async () => {
  await fc.assert(
    fc.asyncProperty(anyPlan, anyPlan, async (one, other) => {
      const copy = await loaded(await readCsv(one));
      const read = await readCsv(other);
      const first = await previewOn(copy, read);
      valueOf(await updatePlan(first));
      const second = await previewOn(copy, read);
      const open = told(second).filter(({ hold }) => hold === null);
      expect(open).toEqual([]);
      expect(second.edits).toEqual([]);
    }),
    { numRuns: 40 },
  );
});
