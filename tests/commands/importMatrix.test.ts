import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import expected from '../fixtures/expectedFigures.json';
import { csvOf } from '../../src/commands/exportCsv';
import { readMatrixBytes } from '../../src/commands/matrixWork';
import { findLoadedMatrix, importMatrix, previewMatrix } from '../../src/commands/importMatrix';
import { boardFacts } from '../../src/domain/board';
import { evaluate } from '../../src/domain/evaluate';
import { findingsOf } from '../../src/domain/findings';
import { figureOf } from '../../src/domain/figure';
import { groupsBy } from '../../src/domain/groups';
import type { IsoDay } from '../../src/domain/isoDay';
import type { Plan } from '../../src/domain/model';
import { planTableOf } from '../../src/domain/planTable';
import { aggregate } from '../../src/domain/rollup';
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

const seed = expected.cartagena2023;

function figuresAt(plan: Plan, cut: IsoDay) {
  const evaluation = evaluate(planTableOf(plan), cut);
  const facts = boardFacts(plan, evaluation);
  const rowsOf = (keep: (figure: (typeof facts.figures)[number]) => boolean) =>
    facts.figures
      .filter(keep)
      .map(({ index }) => index + 1)
      .sort((a, b) => a - b);
  return { evaluation, facts, rowsOf };
}

beforeEach(async () => (await aTablet()).use());

describe("the entity's own matrix becomes a plan", () => {
  test('with every figure of the seed at its first cut', async () => {
    const plan = await planOn(await loadExample());
    const { evaluation, facts, rowsOf } = figuresAt(plan, '2023-03-31');
    const { atCut } = seed;
    expect(facts.overall.value).toBeCloseTo(atCut.flatMean, 4);
    expect(facts.overall.alternatives.methods[1]?.value).toBeCloseTo(atCut.itemMean, 4);
    expect(facts.overall.expected.value).toBeCloseTo(atCut.expectedMean, 4);
    expect(facts.overall.lag.value).toBeCloseTo(atCut.lag, 4);
    expect(facts.overall.alternatives.verified.value).toBe(seed.evidence.verifiedMean);
    plan.indicators.forEach((_, row) => {
      const figure = figureOf(evaluation, row);
      expect(figure.expected).toBeCloseTo(atCut.expectedByRow[row] ?? NaN, 4);
      expect(figure.lag).toBeCloseTo(atCut.lagByRow[row] ?? NaN, 4);
      expect(figure.raw).toBeCloseTo(seed.rows[row]?.computed ?? NaN, 4);
    });
    expect(rowsOf(({ progressClass }) => progressClass === 'critical')).toEqual(atCut.critical);
    expect(rowsOf(({ progressClass }) => progressClass === 'inProgress')).toEqual(atCut.inProgress);
    expect(rowsOf(({ progressClass }) => progressClass === 'finished')).toEqual(atCut.finished);
    expect(rowsOf(({ scheduleState }) => scheduleState === 'notStarted')).toEqual(atCut.notStarted);
    expect(rowsOf(({ scheduleState }) => scheduleState === 'overdue')).toEqual(atCut.overdue);
    expect(rowsOf(({ pace }) => pace === 'behind')).toEqual(atCut.pace.behind);
    expect(rowsOf(({ pace }) => pace === 'onTrack')).toEqual(atCut.pace.onTrack);
    expect([facts.reported, facts.due]).toEqual([12, 12]);
  });

  test('with the roll-ups of the seed by item and by PHVA', async () => {
    const plan = await planOn(await loadExample());
    const { evaluation } = figuresAt(plan, '2023-03-31');
    const meanOf = (rows: readonly number[]) =>
      aggregate({ plan, evaluation, rows, method: 'flatMean' }).value;
    const byItem = groupsBy(plan, 'item').map((group) =>
      group.by === 'item' ? [group.item.number, meanOf(group.rows)] : [],
    );
    expect(byItem).toHaveLength(8);
    for (const [number, mean] of byItem) {
      expect(mean).toBeCloseTo(seed.atCut.items[String(number) as keyof typeof seed.atCut.items], 4);
    }
    const stages = { plan: 'P', do: 'H', check: 'V', act: 'A' } as const;
    for (const group of groupsBy(plan, 'phva')) {
      if (group.by !== 'phva' || !group.stage) throw new Error('every row has a stage');
      expect(meanOf(group.rows)).toBeCloseTo(seed.atCut.phva[stages[group.stage]], 3);
    }
  });

  test('keeps what the matrix printed beside what is computed, and cites 8 annexes in 11 rows', async () => {
    const plan = await planOn(await loadExample());
    expect(plan.indicators.map(({ statedValue }) => statedValue?.percent)).toEqual(
      seed.rows.map(({ printed }) => printed),
    );
    const evidenceOf = plan.indicators.map(({ reports }) =>
      [...reports.values()].flatMap(({ evidence }) => evidence),
    );
    expect(evidenceOf.filter((list) => list.length > 0)).toHaveLength(seed.evidence.rowsCitingAnAnnex);
    expect(new Set(evidenceOf.flat().map(({ id }) => id)).size).toBe(seed.evidence.annexesCited);
    expect(evidenceOf.flat().filter(({ status }) => status !== 'cited')).toHaveLength(
      seed.evidence.attachedOnImport,
    );
  });

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

test('a matrix that is here already is found, by its bytes or by its plan', async () => {
  const read = await readExampleMatrix();
  const choices = choicesFor(read);
  expect(await findLoadedMatrix(read, choices)).toBeNull();
  const copy = valueOf(await importMatrix(read, choices));
  expect((await findLoadedMatrix(read, choices))?.copy).toBe(copy);
  expect((await findLoadedMatrix({ ...read, sha256: 'other' }, choices))?.copy).toBe(copy);
  expect(await findLoadedMatrix({ ...read, sha256: 'other' }, { ...choices, title: 'Otro plan' })).toBeNull();
});

describe('the same matrix as text, with a row shifted by one column', () => {
  const FILE = 'cartagena-2023-plan-accion.csv';
  const MOVED = ['shiftedRow:9'];

  test('comes to the plan of the spreadsheet, figure by figure, once the row is moved', async () => {
    const read = await readFixtureMatrix(FILE);
    const plan = await planOn(valueOf(await importMatrix(read, choicesFor(read, { repairs: MOVED }))));
    const published = await planOn(await loadExample());
    const figures = (one: Plan) => {
      const { evaluation, facts } = figuresAt(one, '2023-03-31');
      const { value, expected: due, lag, alternatives } = facts.overall;
      const rows = one.indicators.map((_, row) => ({ ...figureOf(evaluation, row), indicator: null }));
      return {
        value,
        due,
        lag,
        methods: alternatives.methods.map((one) => one.value),
        rows,
      };
    };
    expect(figures(plan).value).toBeCloseTo(seed.atCut.flatMean, 4);
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

  test('and the item printed twice is told from the one that continues', async () => {
    const { reading } = await readFixtureMatrix(FILE);
    const { plan, findings } = previewMatrix(reading, choicesFor({ reading, sha256: '' }));
    const repeated = findings.filter(({ code }) => code === 'repeatedItem');
    expect(repeated).toMatchObject([
      { item: '8', indicators: [plan.indicators[10]?.id, plan.indicators[11]?.id] },
    ]);
  });
});

describe('a follow-up of percents by domain', () => {
  const { domains, plan: ofPlan } = expected.cartago2024;
  const CUT = '2024-07-31';
  const choices = { cut: CUT, rollupMethod: 'groupMean', repairs: ['continuationRow:4'] } as const;

  test('comes to the figures of its rows, beside the printed ones', async () => {
    const read = await readFixtureMatrix('cartago-2024-peti.csv');
    const plan = await planOn(valueOf(await importMatrix(read, choicesFor(read, choices))));
    const { evaluation } = figuresAt(plan, CUT);
    const meanBy = (method: 'flatMean' | 'groupMean', rows?: readonly number[]) =>
      aggregate({ plan, evaluation, method, ...(rows ? { rows } : {}) }).value;
    expect(meanBy('groupMean')).toBeCloseTo(ofPlan.groupMean, 4);
    expect(meanBy('flatMean')).toBeCloseTo(ofPlan.flatMean, 4);
    expect(plan.rollupMethod).toBe('groupMean');
    expect(plan.statedValue?.percent).toBe(ofPlan.printed);
    const byDomain = groupsBy(plan, 'item').flatMap((group) =>
      group.by === 'item'
        ? [
            {
              name: group.item.differentialCriterion,
              printed: group.item.statedValue?.percent,
              computed: meanBy('flatMean', group.rows),
            },
          ]
        : [],
    );
    expect(byDomain).toEqual(domains);
  });

  test('each initiative is one percent of its own, of 100 %, the latest of them, without dates', async () => {
    const read = await readFixtureMatrix('cartago-2024-peti.csv');
    const { plan, findings } = previewMatrix(read.reading, choicesFor(read, choices));
    expect([plan.indicators.length, plan.activities.length, plan.items.length]).toEqual([11, 11, 4]);
    for (const one of plan.indicators) {
      expect(one).toMatchObject({ target: 1, targetUnit: 'percent', accumulation: 'latest', start: null });
    }
    expect(plan.periods.map(({ end }) => end)).toEqual([CUT, '2024-12-31']);
    expect(plan.indicators[0]?.reports.get('20240101-20240731')?.remark).toMatch(/seguro de la tecnología/);
    const listed = expected.findings.cartago2024.filter(({ code }) => code === 'statedDiffers');
    const differing = findings.flatMap((one) =>
      one.code === 'statedDiffers' ? [{ stated: one.stated, computed: one.computed }] : [],
    );
    expect(differing).toEqual(listed.map(({ stated, computed }) => ({ stated, computed })));
  });
});

describe('a plan of three horizons, with nothing reported yet', () => {
  const FILE = 'cartagena-peti-plan-accion.csv';
  const parts = ({ plan, findings }: ReturnType<typeof previewMatrix>) => ({ plan, findings });

  test('is 20 activities and 29 indicators, each in its year', async () => {
    const read = await readFixtureMatrix(FILE);
    const plan = await planOn(valueOf(await importMatrix(read, choicesFor(read))));
    expect([plan.items.length, plan.activities.length, plan.indicators.length]).toEqual([3, 20, 29]);
    const years = plan.indicators.map(({ start }) => start?.slice(0, 4));
    expect(['2024', '2025', '2026'].map((year) => years.filter((one) => one === year).length)).toEqual([
      20, 4, 5,
    ]);
    expect(plan.periods).toHaveLength(12);
    expect(plan.activities.filter(({ responsibleParties }) => responsibleParties.length === 0)).toEqual([]);
  });

  test('has the findings that its rows give, and no other', async () => {
    const { reading } = await readFixtureMatrix(FILE);
    const { plan, findings } = parts(previewMatrix(reading, choicesFor({ reading, sha256: '' })));
    const rowOf = new Map(plan.indicators.map(({ id }, at) => [id, at + 1]));
    const found = findings.map(({ code, entity }) => `${code} ${rowOf.get(entity)}`).sort();
    const ofData = expected.findings.cartagenaPeti.filter(
      // These two are of the cells, and are found by the reader of the file.
      ({ code }) => code !== 'ambiguousDate' && code !== 'spreadsheetNumber',
    );
    const listed = ofData.flatMap(({ code, row, rows }) => (rows ?? [row]).map((one) => `${code} ${one}`));
    expect(found).toEqual(listed.sort());
  });

  test('the month goes first only where the person says so', async () => {
    const { reading } = await readFixtureMatrix(FILE);
    const startsWith = (repairs: readonly string[]) =>
      previewMatrix(reading, choicesFor({ reading, sha256: '' }, { repairs })).plan.activities[14]?.start;
    expect(startsWith([])).toBe('2024-01-12');
    expect(startsWith(['ambiguousDate:C'])).toBe('2024-12-01');
  });
});
