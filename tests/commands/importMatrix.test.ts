import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { csvOf } from '../../src/commands/exportCsv';
import { readMatrixBytes } from '../../src/commands/matrixWork';
import { importMatrix, previewMatrix } from '../../src/commands/importMatrix';
import { boardFacts } from '../../src/domain/board';
import { evaluate } from '../../src/domain/evaluate';
import { findingsOf } from '../../src/domain/findings';
import { figureOf } from '../../src/domain/figure';
import type { MatrixChoices } from '../../src/commands/matrixEntities';
import type { Plan } from '../../src/domain/model';
import { planTableOf } from '../../src/domain/planTable';
import { readCommits } from '../../src/storage/commitStore';
import { listCopies } from '../../src/storage/copies';
import {
  aTablet,
  choicesFor,
  loadExample,
  planOn,
  readExampleMatrix,
  readFixtureMatrix,
  valueOf,
} from '../support/tablets';

beforeEach(async () => (await aTablet()).use());

describe("the entity's own matrix becomes a plan", () => {
  test('as 12 indicators of 11 activities in 8 items, all of it in the log', async () => {
    const copy = await loadExample();
    const plan = await planOn(copy);
    expect([plan.indicators.length, plan.activities.length, plan.items.length]).toEqual([12, 11, 8]);
    const commits = await readCommits(copy);
    for (const { ops } of commits) {
      expect(ops.reduce((sum, { set }) => sum + Object.keys(set).length, 0)).toBeLessThanOrEqual(500);
    }
    expect(commits.flatMap(({ ops }) => ops).some(({ e }) => e.startsWith('layout:'))).toBe(true);
  });

  test('with the item number where its own row prints it, so that the repeated one stays known', async () => {
    const plan = await planOn(await loadExample());
    const printed = plan.indicators.map(({ printedItem }) => printedItem);
    expect(printed).toEqual(['1', '', '2', '', '3', '4', '5', '', '6', '7', '8', '8']);
    expect(findingsOf(plan).find(({ code }) => code === 'repeatedItem')).toMatchObject({ item: '8' });
  });

  test('and zeros after the cut are "not reported" only when the person says so', async () => {
    const unsaid = await planOn(await loadExample());
    const kept = await planOn(await loadExample({ zerosAfterCut: 'zero' }));
    const reported = (plan: Plan) =>
      plan.indicators.flatMap(({ reports }) =>
        [...reports.values()].filter(({ report }) => report.k === 'value'),
      ).length;
    expect(reported(unsaid)).toBe(12);
    expect(reported(kept)).toBe(48);
  });
});

test('printed results keep the cut of the file, also where the plan is looked at earlier, and in our own table', async () => {
  const read = await readExampleMatrix();
  const planAt = (cut: MatrixChoices['cut']) => previewMatrix(read.reading, choicesFor(read, { cut })).plan;
  expect(planAt('2023-03-31').statedFor).toMatchObject({ cut: '2023-03-31' });
  expect(planAt('2023-01-31').statedFor).toMatchObject({ cut: '2023-03-31' });
  expect(planAt('2023-06-30').statedFor).toMatchObject({ cut: '2023-06-30' });
  const own = valueOf(await readMatrixBytes(csvOf(planAt('2023-03-31'), '2023-12-31').bytes, 'plan.csv'));
  const again = previewMatrix(own.reading, choicesFor(own, { cut: '2023-12-31' })).plan;
  expect(again.statedFor).toEqual({ cut: '2023-03-31', calendar: again.calendar });
});

test('a row copied in our own table is another indicator, and a foreign id is none of ours', async () => {
  const read = await readExampleMatrix();
  const plan = await planOn(valueOf(await importMatrix(read, choicesFor(read))));
  const own = valueOf(await readMatrixBytes(csvOf(plan, '2023-03-31').bytes, 'plan.csv'));
  const [first, second, ...rest] = own.reading.rows;
  if (!first?.own || !second?.own) throw new Error('our own table has our ids');
  const foreign = { ...second, own: { ...second.own, indicatorId: 'plan' } };
  const rows = [first, { ...first, target: 40 }, foreign, ...rest];
  const preview = previewMatrix({ ...own.reading, rows }, choicesFor(own)).plan;
  expect(preview.indicators).toHaveLength(13);
  expect(new Set(preview.indicators.map(({ id }) => id)).size).toBe(13);
  expect(preview.title).toBe('Plan de acción 2023');
});

test('a table that prints the item on every row, as ours does, repeats none', async () => {
  const plan = await planOn(await loadExample());
  const { reading } = valueOf(await readMatrixBytes(csvOf(plan, '2023-03-31').bytes, 'plan.csv'));
  const { findings } = previewMatrix(reading, choicesFor({ reading, sha256: '' }));
  expect(findings.map(({ code }) => code)).not.toContain('repeatedItem');
});

test('the preview is what the import gives, and writes nothing', async () => {
  const read = await readExampleMatrix();
  const choices = choicesFor(read);
  const preview = previewMatrix(read.reading, choices);
  expect(await listCopies()).toEqual([]);
  const plan = await planOn(valueOf(await importMatrix(read, choices)));
  const facts = (one: Plan) => boardFacts(one, evaluate(planTableOf(one), choices.cut)).overall.value;
  expect(facts(preview.plan)).toBe(facts(plan));
  expect(preview.findings.map(({ code }) => code)).toContain('duplicateNumber');
});

describe('the same matrix as text, with a row shifted by one column', () => {
  const FILE = 'cartagena-2023-plan-accion.csv';
  const MOVED = ['shiftedRow:9'];

  test('comes to the plan of the spreadsheet, figure by figure, once the row is moved', async () => {
    const read = await readFixtureMatrix(FILE);
    const plan = await planOn(valueOf(await importMatrix(read, choicesFor(read, { repairs: MOVED }))));
    const published = await planOn(await loadExample());
    const figures = (one: Plan) => {
      const evaluation = evaluate(planTableOf(one), '2023-03-31');
      const { value, expected, lag, alternatives } = boardFacts(one, evaluation).overall;
      const rows = one.indicators.map((_, row) => ({ ...figureOf(evaluation, row), indicator: null }));
      return { value, expected, lag, alternatives, rows };
    };
    expect(figures(plan)).toEqual(figures(published));
    expect([plan.indicators.length, plan.activities.length, plan.items.length]).toEqual([12, 11, 8]);
  });

  test('and until then the row has no numbers, and says so', async () => {
    const { reading } = await readFixtureMatrix(FILE);
    const choices = choicesFor({ reading, sha256: '' });
    const before = previewMatrix(reading, choices);
    expect(before.plan.indicators[1]?.target).toBeNull();
    expect(before.reading.findings.map(({ code }) => code)).toContain('shiftedRow');
    const after = previewMatrix(reading, { ...choices, repairs: MOVED });
    expect(after.plan.indicators[1]?.target).toBe(4);
    expect(after.reading.findings.map(({ code }) => code)).not.toContain('shiftedRow');
  });
});
