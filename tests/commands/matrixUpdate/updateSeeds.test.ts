import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { csvOf } from '../../../src/commands/exportCsv';
import { importMatrix } from '../../../src/commands/importMatrix';
import { readMatrixBytes } from '../../../src/commands/matrixWork';
import { NOTHING_DECIDED, previewUpdate } from '../../../src/commands/updatePlan';
import type { UpdateChoices } from '../../../src/commands/updatePlan';
import type { MatrixRead } from '../../../src/commands/matrixWork';
import { changesIn, fatesIn } from '../../support/matrixRows';
import { readSeed, SEED_FILES } from '../../support/seeds';
import { aTablet, planOn, valueOf } from '../../support/tablets';

beforeEach(async () => (await aTablet()).use());

const previewOf = async (copy: string, read: MatrixRead, choices: Partial<UpdateChoices>) =>
  valueOf(await previewUpdate(copy, read, { ...NOTHING_DECIDED, cut: '2023-03-31', ...choices }));

describe.each(Object.entries(SEED_FILES))('the published matrix %s', (_name, path) => {
  test('updates its own plan with nothing, and so does the table that this exports', async () => {
    const { read, choices } = await readSeed(path);
    const { cut, repairs, zerosAfterCut } = choices;
    const copy = valueOf(await importMatrix(read, choices));
    const again = await previewOf(copy, read, { cut, repairs, zerosAfterCut });
    expect([changesIn(again), again.head, again.edits, again.missing]).toEqual([[], [], [], []]);
    expect(new Set(fatesIn(again))).toEqual(new Set(['same']));
    const { bytes } = csvOf(await planOn(copy), cut);
    const back = await previewOf(copy, valueOf(await readMatrixBytes(bytes, 'plan.csv')), {
      cut,
      zerosAfterCut,
    });
    expect([changesIn(back), back.head, back.edits, back.missing]).toEqual([[], [], [], []]);
  });
});

test('the text of a matrix finds the rows of its spreadsheet, though it writes them otherwise', async () => {
  const { read, choices } = await readSeed(SEED_FILES.cartagena);
  const copy = valueOf(await importMatrix(read, choices));
  const text = await readSeed(SEED_FILES.cartagenaText);
  const shown = await previewOf(copy, text.read, { cut: choices.cut, repairs: ['shiftedRow:9'] });
  expect([new Set(fatesIn(shown)), shown.missing, shown.edits]).toEqual([new Set(['same']), [], []]);
});
