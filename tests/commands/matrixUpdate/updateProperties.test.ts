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
import { loadRows, previewRows } from '../../support/matrixRows';
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
      const open = told(second).filter(({ hold }) => hold === null || hold === 'unchangedInFile');
      expect(open).toEqual([]);
      expect(second.edits).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

/** The columns that say nothing of what a row is, with what may stand in them, never blank. */
const CELLS = [
  { field: 'target', column: 5, values: ['5', '7', '9,5'] },
  { field: 'start', column: 6, values: ['2023-01-01', '2023-02-01', '2023-03-15'] },
  { field: 'responsible', column: 8, values: ['OAI', 'Planeación', 'Hacienda'] },
  { field: 'report', column: 9, values: ['1', '0,5', '3'] },
  { field: 'remark', column: 11, values: ['Se hizo', 'Se aplazó', 'En revisión'] },
] as const;

const someRows = fc
  .array(fc.tuple(...CELLS.map(({ values }) => fc.constantFrom<string>(...values))), {
    minLength: 1,
    maxLength: 12,
  })
  .map((rows) => rows.map((cells, at) => rowOf(at, cells)));

function rowOf(at: number, cells: readonly string[]): readonly string[] {
  const row =
    `${at};Criterio ${at};Hacer la parte ${at};Producto ${at};Indicador ${at};;;2023-12-31;;;;`.split(';');
  CELLS.forEach(({ column }, place) => (row[column] = cells[place] ?? ''));
  return row;
}

const someEdits = fc.array(fc.record({ row: fc.nat(11), cell: fc.nat(CELLS.length - 1), value: fc.nat(2) }), {
  maxLength: 8,
});

test('any cells that change are told, these and no others, wherever their rows stand now', async () => {
  await fc.assert(
    fc.asyncProperty(someRows, someEdits, fc.boolean(), async (rows, edits, isTurned) => {
      const copy = await loadRows(rows.map((row) => row.join(';')));
      const after = rows.map((row) => [...row]);
      for (const { row, cell, value } of edits) {
        const [edited, { column, values }] = [after[row % rows.length], CELLS[cell] ?? CELLS[0]];
        if (edited) edited[column] = values[value] ?? '';
      }
      const expected = rows.flatMap((row, at) =>
        CELLS.filter(({ column }) => row[column] !== after[at]?.[column]).map(
          ({ field }) => `${at} ${field}`,
        ),
      );
      const lines = after.map((row) => row.join(';'));
      const shown = await previewRows(copy, isTurned ? lines.toReversed() : lines);
      const found = shown.rows.flatMap(({ words, changes }) =>
        changes.map(({ field, hold }) => `${words.item} ${field}${hold ?? ''}`),
      );
      expect([...found].sort()).toEqual([...expected].sort());
      valueOf(await updatePlan(shown));
      expect((await previewRows(copy, lines)).counts).toMatchObject({ written: 0, missing: 0 });
    }),
    { numRuns: 40 },
  );
});
