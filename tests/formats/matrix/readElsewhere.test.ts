import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayNumber } from '../../../src/domain/isoDay';
import { columnLetter } from '../../../src/formats/grid';
import type { OutCell } from '../../../src/formats/matrix/outCells';
import { firstRowOf, standardTable } from '../../../src/formats/matrix/outTable';
import type { OutTable } from '../../../src/formats/matrix/outTable';
import type { StandardKind } from '../../../src/formats/matrix/standardLayouts';
import { bookOfTable } from '../../../src/formats/xlsx/bookOfTable';
import { cellsElsewhere, openElsewhere } from '../../support/otherReader';
import type { OtherCell } from '../../support/otherReader';
import { somePlan } from './anyMatrix';

const KINDS: readonly StandardKind[] = ['actionPlan', 'petiFollowUp', 'portfolio'];
/** The day of a spreadsheet on which ours are counted from. */
const FIRST_DAY = 25_569;

type Seen = Pick<OtherCell, 'value' | 'formula'>;

/** What a spreadsheet is to see of a cell. */
function seenOf(cell: OutCell): Seen | undefined {
  switch (cell.k) {
    case 'blank':
      return undefined;
    case 'text':
      return { value: cell.text, formula: undefined };
    case 'number':
      return { value: cell.value, formula: undefined };
    case 'day':
      return { value: dayNumber(cell.day) + FIRST_DAY, formula: undefined };
    case 'formula':
      return { value: cell.value, formula: cell.formula };
  }
}

/** The lines above, the header and the rows of a table, by the names of their cells. */
function cellsOf(table: OutTable): ReadonlyMap<string, Seen> {
  const { band, columns, rows } = table;
  const first = firstRowOf(table);
  const cells = new Map<string, Seen>();
  const put = (column: number, row: number, cell: OutCell): void => {
    const seen = seenOf(cell);
    if (seen) cells.set(`${columnLetter(column)}${row}`, seen);
  };
  band.forEach(([label, said], at) => {
    put(0, at + 1, { k: 'text', text: label });
    said.forEach((cell, place) => put(2 + place, at + 1, cell));
  });
  columns.forEach(({ over, header }, at) => {
    const isLone = over === '';
    put(at, isLone ? first - 2 : first - 1, { k: 'text', text: header });
    if (!isLone && columns[at - 1]?.over !== over) put(at, first - 2, { k: 'text', text: over });
  });
  rows.forEach((row, at) => row.forEach((cell, column) => put(column, first + at, cell)));
  return cells;
}

test.each(KINDS)(
  'any plan in a standard table (%s) is read by another library cell by cell as it was written',
  async (kind) => {
    await fc.assert(
      fc.asyncProperty(somePlan, async (plan) => {
        const { table } = standardTable(plan, kind);
        const cells = cellsElsewhere(openElsewhere(await bookOfTable(table)), table.sheet);
        const seen = [...cells].map(([ref, { value, formula }]) => [ref, { value, formula }] as const);
        expect(new Map(seen)).toEqual(cellsOf(table));
      }),
      { numRuns: 40 },
    );
  },
  120_000,
);

test.each(KINDS)('percents, days and results look like what they are in %s', async (kind) => {
  await fc.assert(
    fc.asyncProperty(somePlan, async (plan) => {
      const { table } = standardTable(plan, kind);
      const cells = cellsElsewhere(openElsewhere(await bookOfTable(table)), table.sheet);
      table.rows.forEach((row, at) =>
        row.forEach((cell, column) => {
          const look = cells.get(`${columnLetter(column)}${firstRowOf(table) + at}`)?.format ?? '';
          const isPercent = cell.k === 'formula' || (cell.k === 'number' && cell.look === 'percent');
          expect(look.includes('%')).toBe(isPercent);
          expect(look.includes('yyyy')).toBe(cell.k === 'day');
        }),
      );
    }),
    { numRuns: 20 },
  );
});
