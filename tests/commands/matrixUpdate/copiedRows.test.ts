import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { changePlan } from '../../../src/commands/changePlan';
import { readMatrixBytes } from '../../../src/commands/matrixWork';
import type { UpdatePreview } from '../../../src/commands/matrixUpdate/previewOf';
import { NOTHING_DECIDED, previewUpdate } from '../../../src/commands/updatePlan';
import type { OutCell } from '../../../src/formats/matrix/outCells';
import { standardTable } from '../../../src/formats/matrix/outTable';
import type { StandardKind } from '../../../src/formats/matrix/standardLayouts';
import { bookOfTable } from '../../../src/formats/xlsx/bookOfTable';
import { changesIn, fatesIn, loadRows } from '../../support/matrixRows';
import { aTablet, planOn, seenIn, valueOf } from '../../support/tablets';

beforeEach(async () => (await aTablet()).use());

type Words = Readonly<Record<string, string>>;

/** What is written into the copy of a row. */
const OTHER: Readonly<Record<StandardKind, Words>> = {
  actionPlan: {
    activity: 'Comprar computadores',
    deliverable: 'Equipos',
    indicatorName: 'Equipos comprados',
  },
  petiFollowUp: { activity: 'Comprar computadores', indicatorName: 'Equipos comprados' },
  portfolio: { activity: 'Comprar computadores', deliverable: 'Equipos' },
};
const KINDS: readonly StandardKind[] = ['actionPlan', 'petiFollowUp', 'portfolio'];
const ORIGINAL = 1;

/**
 * The table of a plan of three rows as it left, with its second row once more above or below itself: either of them may
 * have been written over.
 */
async function withCopy(
  copy: string,
  kind: StandardKind,
  { above = {}, below = {} }: { readonly above?: Words; readonly below?: Words },
): Promise<UpdatePreview> {
  const { table } = standardTable(await planOn(copy), kind);
  const written = (words: Words) =>
    (table.rows[ORIGINAL] ?? []).map((cell, at): OutCell => {
      const text = words[table.columns[at]?.field ?? ''];
      return text === undefined ? cell : { k: 'text', text };
    });
  const rows = table.rows.toSpliced(ORIGINAL, 1, written(above), written(below));
  const read = valueOf(await readMatrixBytes(await bookOfTable({ ...table, rows }), 'matriz.xlsx'));
  const choices = { ...NOTHING_DECIDED, cut: '2023-03-31', zerosAfterCut: 'zero' } as const;
  return valueOf(await previewUpdate(copy, read, choices));
}

/** What is written into rows of the plan; what a new one says is all its own. */
const changed = (shown: UpdatePreview) =>
  changesIn({ ...shown, rows: shown.rows.filter(({ fate }) => fate !== 'new') });
const copiesIn = ({ rows }: UpdatePreview) => rows.map(({ isCopied }) => isCopied);

describe.each(KINDS)('a row that was copied in %s and written over', (kind) => {
  test.each([
    ['above', { above: OTHER[kind] }, 1],
    ['below', { below: OTHER[kind] }, 2],
  ])('%s its original is new, and the original stays what it is', async (_, written, at) => {
    const copy = await loadRows();
    const shown = await withCopy(copy, kind, written);
    expect(changed(shown)).toEqual([]);
    expect(fatesIn(shown)).toEqual(['same', 'same', 'same'].toSpliced(at, 0, 'new'));
    expect(copiesIn(shown)).toEqual([false, false, false].toSpliced(at, 0, true));
    expect(shown.missing).toEqual([]);
  });

  test('is the original where neither says what it said: then the first is', async () => {
    const copy = await loadRows();
    const shown = await withCopy(copy, kind, {
      above: { ...OTHER[kind], activity: 'Publicar otros conjuntos' },
      below: OTHER[kind],
    });
    expect(copiesIn(shown)).toEqual([false, false, true, false]);
    expect(shown.missing).toEqual([]);
  });
});

test('the original is known by the words of the file also where the plan says it otherwise since', async () => {
  const copy = await loadRows();
  const id = (await planOn(copy)).indicators[ORIGINAL]?.id ?? '';
  const seen = await seenIn(copy, id, 'name');
  valueOf(await changePlan(copy, [{ entity: id, field: 'name', value: 'Conjuntos abiertos', seen }]));
  const shown = await withCopy(copy, 'actionPlan', {
    above: OTHER.actionPlan,
    below: { indicatorName: 'Conjuntos publicados' },
  });
  expect(copiesIn(shown)).toEqual([false, true, false, false]);
  expect(changed(shown).map(([field]) => field)).toEqual(['name']);
});
