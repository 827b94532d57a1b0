import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { importMatrix } from '../../../src/commands/importMatrix';
import { NOTHING_DECIDED, previewUpdate, updatePlan } from '../../../src/commands/updatePlan';
import type { MatrixRead } from '../../../src/commands/matrixWork';
import { readMatrixBytes } from '../../../src/commands/matrixWork';
import type { Plan } from '../../../src/domain/model';
import { standardTable } from '../../../src/formats/matrix/outTable';
import type { OutTable } from '../../../src/formats/matrix/outTable';
import type { StandardKind } from '../../../src/formats/matrix/standardLayouts';
import { bookOfTable } from '../../../src/formats/xlsx/bookOfTable';
import { changesIn, fatesIn } from '../../support/matrixRows';
import { readSeed, SEED_FILES } from '../../support/seeds';
import { aTablet, planOn, valueOf } from '../../support/tablets';

const KINDS: readonly StandardKind[] = ['actionPlan', 'petiFollowUp'];

beforeEach(async () => (await aTablet()).use());

const tableOf = (plan: Plan, kind: StandardKind) => standardTable(plan, kind).table;

async function bookOf(table: OutTable): Promise<MatrixRead> {
  return valueOf(await readMatrixBytes(await bookOfTable(table), 'matriz.xlsx'));
}

async function loadedSeed(path: string) {
  const { read, choices } = await readSeed(path);
  const copy = valueOf(await importMatrix(read, choices));
  const { cut, zerosAfterCut } = choices;
  const back = async (table: OutTable) =>
    valueOf(await previewUpdate(copy, await bookOf(table), { ...NOTHING_DECIDED, cut, zerosAfterCut }));
  return { copy, plan: await planOn(copy), back };
}

/** The table with another text in the cell of a field. */
function withCell(table: OutTable, at: number, field: string, text: string): OutTable {
  const column = table.columns.findIndex((one) => one.field === field);
  const rows = table.rows.map((row, place) =>
    place === at ? row.map((cell, index) => (index === column ? { k: 'text' as const, text } : cell)) : row,
  );
  return { ...table, rows };
}

const withoutIds = (table: OutTable): OutTable => {
  const isKept = table.columns.map(({ isHidden }) => !isHidden);
  return {
    ...table,
    columns: table.columns.filter(({ isHidden }) => !isHidden),
    rows: table.rows.map((row) => row.filter((_, at) => isKept[at])),
  };
};

describe.each(Object.entries(SEED_FILES))('the published matrix %s', (_name, path) => {
  test.each(KINDS)('comes back unedited as %s and changes nothing', async (kind) => {
    const { plan, back } = await loadedSeed(path);
    const shown = await back(tableOf(plan, kind));
    expect([changesIn(shown), shown.head, shown.edits]).toEqual([[], [], []]);
    expect(new Set(fatesIn(shown))).toEqual(new Set(['same']));
  });
});

describe('a file without a column of items', () => {
  test('moves no activity, and puts a new one where its neighbour stands', async () => {
    const { copy, plan, back } = await loadedSeed(SEED_FILES.cartagena);
    const table = tableOf(plan, 'petiFollowUp');
    const last = table.rows.length - 1;
    const added = withoutIds(withCell(table, last, 'activity', 'Abrir la sede electrónica')).rows[last] ?? [];
    const shown = await back({ ...table, rows: [...table.rows, added] });
    expect(fatesIn(shown).filter((fate) => fate !== 'same')).toEqual(['new']);
    valueOf(await updatePlan(shown));
    const after = await planOn(copy);
    const itemOf = ({ activities }: Plan, at: number) => activities.at(at)?.itemId;
    expect(after.items).toEqual(plan.items);
    expect(after.activities.map(({ itemId }) => itemId).slice(0, -1)).toEqual(
      plan.activities.map(({ itemId }) => itemId),
    );
    expect(itemOf(after, -1)).toBe(itemOf(plan, -1));
  });
});
