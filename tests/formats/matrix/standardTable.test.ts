import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Plan } from '../../../src/domain/model';
import { fillSource } from '../../../src/formats/matrix/fillSource';
import { saidIn } from '../../../src/formats/matrix/outCells';
import { standardTable } from '../../../src/formats/matrix/outTable';
import type { StandardKind } from '../../../src/formats/matrix/standardLayouts';
import { csvOfTable } from '../../../src/formats/matrix/tableCsv';
import { readMatrix } from '../../../src/formats/matrix/readMatrix';
import { readWorkbook } from '../../../src/formats/workbook';
import { bookOfTable } from '../../../src/formats/xlsx/bookOfTable';
import { patchXlsx } from '../../../src/formats/xlsx/patchXlsx';
import { figuresIn, figuresOf, readBytes, somePlan } from './anyMatrix';

const KINDS: readonly StandardKind[] = ['actionPlan', 'petiFollowUp'];

describe('a plan in a standard matrix, read back', () => {
  test.each(KINDS)(
    '%s: every indicator by its id, with its figures, its days and its texts',
    async (kind) => {
      await fc.assert(
        fc.asyncProperty(somePlan, async (plan) => {
          const { table } = standardTable(plan, kind);
          const reading = await readBytes(await bookOfTable(table), 'matriz.xlsx');
          expect(figuresIn(reading, kind)).toEqual(figuresOf(plan, kind));
        }),
        { numRuns: 25 },
      );
    },
    120_000,
  );

  test.each(KINDS)(
    '%s: and the same through CSV',
    async (kind) => {
      await fc.assert(
        fc.asyncProperty(somePlan, async (plan) => {
          const reading = await readBytes(csvOfTable(standardTable(plan, kind).table), 'matriz.csv');
          expect(figuresIn(reading, kind)).toEqual(figuresOf(plan, kind));
        }),
        { numRuns: 25 },
      );
    },
    120_000,
  );
});

test('any matrix that is filled in with any other plan says that one: rows that stood, and rows that came later', async () => {
  await fc.assert(
    fc.asyncProperty(somePlan, somePlan, async (before, other) => {
      const after = inCalendarOf(before, other);
      const file = await bookOfTable(standardTable(before, 'actionPlan').table);
      const filled = await fillIn(file, after);
      const reading = await readBytes(filled, 'matriz.xlsx');
      const standing = new Set(after.indicators.map(({ id }) => id));
      const read = figuresIn(reading, 'actionPlan').filter(({ id }) => standing.has(id));
      expect(read).toEqual(figuresOf(after, 'actionPlan'));
      // Once more, there is nothing left to set.
      expect(await readBytes(await fillIn(filled, after), 'matriz.xlsx')).toEqual(reading);
    }),
    { numRuns: 25 },
  );
}, 120_000);

async function fillIn(file: Uint8Array, plan: Plan): Promise<Uint8Array> {
  const workbook = await readWorkbook(file, 'matriz.xlsx');
  const sheet = workbook.ok ? workbook.value.sheets[0] : undefined;
  const reading = workbook.ok ? readMatrix(workbook.value, 'matriz.xlsx') : workbook;
  if (!sheet || !reading.ok) throw new Error('not read');
  const ours = reading.value.rows.filter(({ indicatorId }) => indicatorId !== '');
  const rows = new Map(ours.map(({ indicatorId, sourceRow }) => [indicatorId, sourceRow]));
  const { patch } = fillSource({ sheet, reading: reading.value, rows, extras: new Map() }, plan);
  const patched = patchXlsx(file, patch);
  if (!patched) throw new Error('not patched');
  return patched;
}

/** A plan as if it reported by the periods of another one. */
function inCalendarOf({ calendar, periods }: Plan, plan: Plan): Plan {
  const indicators = plan.indicators.map((indicator) => ({
    ...indicator,
    reports: new Map(
      periods.flatMap(({ id }, at) => {
        const own = plan.periods[at];
        return own ? [[id, saidIn(indicator, own.id)] as const] : [];
      }),
    ),
  }));
  return { ...plan, calendar, periods, indicators };
}
