import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { importMatrix } from '../../src/commands/importMatrix';
import { recordProgress } from '../../src/commands/recordProgress';
import { boardFacts } from '../../src/domain/board';
import type { PeriodId } from '../../src/domain/calendar';
import { evaluate } from '../../src/domain/evaluate';
import { figureOf } from '../../src/domain/figure';
import type { IndicatorFigure } from '../../src/domain/figure';
import { findingsOf } from '../../src/domain/findings';
import { groupsBy, untargetedElements } from '../../src/domain/groups';
import type { IsoDay } from '../../src/domain/isoDay';
import type { Plan } from '../../src/domain/model';
import { planTableOf } from '../../src/domain/planTable';
import { aggregate, meanAttainment } from '../../src/domain/rollup';
import { elementsUnder } from '../../src/domain/taxonomies';
import { readNumber } from '../../src/formats/numbers';
import { indicatorTitle } from '../../src/text/explanation';
import { formatPercent } from '../../src/text/format';
import { EXPECTED, fourDecimals } from '../support/expectedFigures';
import { readSeed, SEED_FILES } from '../support/seeds';
import { aTablet, planOn, valueOf } from '../support/tablets';

// Every figure of the published plans, from their own files, read and loaded as the app does. What is computed
// is laid out as the list of expected figures is, and compared with it whole.

beforeEach(async () => (await aTablet()).use());

/** Loads a published matrix and gives the plan as it stands in storage. */
async function load(path: string, changes: Parameters<typeof readSeed>[1] = {}) {
  const { read, choices } = await readSeed(path, changes);
  const copy = valueOf(await importMatrix(read, choices));
  return { copy, cut: choices.cut, plan: await planOn(copy) };
}

function boardAt(plan: Plan, cut: IsoDay) {
  const evaluation = evaluate(planTableOf(plan), cut);
  const figures = plan.indicators.map((_, row) => figureOf(evaluation, row));
  const rowsWhere = (holds: (figure: IndicatorFigure) => boolean) =>
    figures.filter(holds).map(({ index }) => index + 1);
  const meanBy = (method: 'flatMean' | 'groupMean') =>
    fourDecimals(aggregate({ plan, evaluation, method }).value);
  return { figures, rowsWhere, meanBy, evaluation, facts: boardFacts(plan, evaluation) };
}

/** What both cuts of Cartagena's list give. */
function figuresAt(plan: Plan, cut: IsoDay) {
  const { figures, rowsWhere, meanBy, facts } = boardAt(plan, cut);
  const { expected, lag } = facts.overall;
  const paces = (['ahead', 'onTrack', 'behind'] as const).map(
    (pace) => [pace, rowsWhere((one) => one.pace === pace)] as const,
  );
  return {
    cut,
    flatMean: meanBy('flatMean'),
    expectedMean: fourDecimals(expected.value),
    lag: fourDecimals(lag.value),
    lagByRow: figures.map((one) => fourDecimals(one.lag)),
    notStarted: rowsWhere(({ scheduleState }) => scheduleState === 'notStarted'),
    critical: rowsWhere(({ progressClass }) => progressClass === 'critical'),
    inProgress: rowsWhere(({ progressClass }) => progressClass === 'inProgress'),
    finished: rowsWhere(({ progressClass }) => progressClass === 'finished'),
    overdue: rowsWhere(({ scheduleState }) => scheduleState === 'overdue'),
    pace: Object.fromEntries(paces.filter(([, rows]) => rows.length > 0)),
  };
}

/** What only the first cut gives: the groups, and what each row is expected to come to. */
function groupFiguresAt(plan: Plan, cut: IsoDay) {
  const { figures, meanBy, evaluation } = boardAt(plan, cut);
  const meansBy = (by: 'item' | 'phva') =>
    groupsBy(plan, by).map((group) => {
      const stage = { plan: 'P', do: 'H', check: 'V', act: 'A', '': '' }[group.id] ?? '';
      const name = group.by === 'item' ? group.item.number : stage;
      return [name, fourDecimals(meanAttainment(evaluation, group.rows).value)] as const;
    });
  return {
    itemMean: meanBy('groupMean'),
    items: Object.fromEntries(meansBy('item')),
    phva: Object.fromEntries(meansBy('phva')),
    expectedByRow: figures.map(({ expected }) => fourDecimals(expected)),
  };
}

function evidenceOf(plan: Plan, cut: IsoDay) {
  const { overall } = boardAt(plan, cut).facts;
  const cited = plan.indicators.map(({ reports }) => [...reports.values()].flatMap((said) => said.evidence));
  return {
    annexesCited: new Set(cited.flat().map(({ id }) => id)).size,
    rowsCitingAnAnnex: cited.filter(({ length }) => length > 0).length,
    attachedOnImport: cited.flat().filter(({ status }) => status !== 'cited').length,
    reportedMean: fourDecimals(overall.value),
    verifiedMean: overall.alternatives.verified.value,
  };
}

const MOVED = ['shiftedRow:9'];
const CARTAGENA = [
  ['the spreadsheet', SEED_FILES.cartagena, 'notReported', []],
  ['the spreadsheet, its zeros kept', SEED_FILES.cartagena, 'zero', []],
  ['the text, its shifted row moved', SEED_FILES.cartagenaText, 'notReported', MOVED],
  ['the text, its shifted row moved and its zeros kept', SEED_FILES.cartagenaText, 'zero', MOVED],
] as const;

describe.each(CARTAGENA)('Cartagena 2023: %s', (_, path, zerosAfterCut, repairs) => {
  const { rows, atCut, atSecondCut, evidence, paceTolerancePoints, baseline } = EXPECTED.cartagena2023;
  const loaded = () => load(path, { zerosAfterCut, repairs });

  test('gives each row its target, its first quarter, the printed result and the computed one', async () => {
    const { plan, cut } = await loaded();
    const { figures } = boardAt(plan, cut);
    const first = plan.periods[0]!.id;
    const found = figures.map(({ index, raw, indicator: { target, statedValue, reports } }) => {
      const report = reports.get(first)?.report;
      const q1 = report?.k === 'value' ? report.v : null;
      return { row: index + 1, target, q1, printed: statedValue?.percent, computed: fourDecimals(raw) };
    });
    expect(found).toEqual(rows);
    expect([plan.indicators.length, plan.activities.length, plan.items.length]).toEqual([12, 11, 8]);
  });

  test('gives every figure of the cut that it proposes', async () => {
    const { plan, cut } = await loaded();
    expect({ ...figuresAt(plan, cut), ...groupFiguresAt(plan, cut) }).toEqual(atCut);
    expect(plan.paceTolerance).toBe(paceTolerancePoints);
    expect(evidenceOf(plan, cut)).toEqual(evidence);
  });

  test('gives the board its counts, and what is most behind first (J6)', async () => {
    const { plan, cut } = await loaded();
    const { facts } = boardAt(plan, cut);
    expect(facts.overall).toMatchObject({ n: 12, exclusions: [] });
    const { value, leftOut } = facts.overall.alternatives.withoutNotStarted;
    expect([fourDecimals(value), leftOut]).toEqual([44.6234, 1]);
    expect(facts.classes).toEqual({ critical: 7, inProgress: 0, finished: 4 });
    expect(facts.critical).toEqual({ behind: 5, onTrack: 2, ahead: 0, none: 0 });
    expect(facts.states).toMatchObject({ notStarted: 1, overdue: 0, done: 4 });
    expect([facts.reported, facts.due, facts.missing]).toEqual([12, 12, []]);
    expect(facts.attention.map(({ index }) => index + 1)).toEqual([9, 4, 8, 12, 3]);
    // The four others owe nothing in June: they are done.
    const june = boardAt(plan, '2023-06-30').facts;
    expect(june.attention[0]?.index).toBe(8);
    expect([june.reported, june.due]).toEqual(zerosAfterCut === 'zero' ? [12, 12] : [0, 8]);
    const owing = zerosAfterCut === 'zero' ? [] : [2, 3, 4, 8, 9, 10, 11, 12];
    expect(june.missing.map(({ index }) => index + 1)).toEqual(owing);
  });

  test('gives every figure of the second cut once row 4 reports 5, and the first stays as it was', async () => {
    const { copy, plan, cut } = await loaded();
    const [, second] = plan.periods;
    const place = { copy, indicatorId: plan.indicators[3]!.id, period: second!.id, seen: [] };
    valueOf(await recordProgress(place, { k: 'value', v: 5 }));
    const after = await planOn(copy);
    const attainment = fourDecimals(boardAt(after, second!.end).figures[3]?.raw);
    const expected: Record<string, unknown> = { ...atSecondCut };
    delete expected['$comment'];
    expect({ ...figuresAt(after, second!.end), row4: { attainment } }).toEqual(expected);
    expect({ ...figuresAt(after, cut), ...groupFiguresAt(after, cut) }).toEqual(atCut);
  });

  test('tells its baseline in a remark, and a baseline of the plan moves no figure', async () => {
    const { plan, cut } = await loaded();
    const source = plan.indicators[4]?.reports.get(plan.periods[0]!.id)?.remark ?? '';
    const [written = ''] = /[\d,]+%/.exec(source) ?? [];
    expect((readNumber(written)?.value ?? NaN) * 100).toBeCloseTo(baseline, 9);
    const started = { ...plan, baseline: { percent: baseline, source } };
    expect({ ...figuresAt(started, cut), ...groupFiguresAt(started, cut) }).toEqual(atCut);
    expect(findingsOf(started)).toEqual(findingsOf(plan));
  });
});

describe('Cartago 2024', () => {
  const { domains, plan: planFigures, inconsistencies } = EXPECTED.cartago2024;
  const numbersIn = (text: string) => (text.match(/\d+/g) ?? []).map(Number);
  const joined = { repairs: ['continuationRow:4'] };

  /** The mean of the printed results of the domains, which only a result that differs from it makes known. */
  function meanOfPrinted(plan: Plan): number | undefined {
    const wrong = { ...plan, indicators: [], statedValue: { text: '0,000 %', percent: 0 } };
    const [found] = findingsOf(wrong).filter((one) => one.code === 'statedPartsDiffer');
    return found?.mean;
  }

  test.each([[[]], [joined.repairs]])(
    'gives each domain its printed result and its mean, with repairs %j',
    async (repairs) => {
      const { plan, cut } = await load(SEED_FILES.cartago, { repairs });
      const { meanBy, evaluation, facts } = boardAt(plan, cut);
      const ofDomains = plan.items.map(({ id, differentialCriterion: name, statedValue }) => {
        const { rows = [] } = groupsBy(plan, 'item').find((group) => group.id === id) ?? {};
        const computed = meanAttainment(evaluation, rows).value;
        return { name, printed: statedValue?.percent, computed };
      });
      const ofPlan = {
        printed: plan.statedValue?.percent,
        groupMean: meanBy('groupMean'),
        groupMeanOfPrintedDomains: meanOfPrinted(plan),
        flatMean: meanBy('flatMean'),
      };
      expect({ domains: ofDomains, plan: ofPlan }).toEqual({ domains, plan: planFigures });
      expect(facts.overall).toMatchObject({ method: 'groupMean', n: 4, value: planFigures.groupMean });
      const told = facts.overall.alternatives.methods.map(({ value }) => formatPercent(value ?? NaN));
      expect(told.map((one) => one.replace('\u00a0', ' '))).toEqual(['54,5 %', '50,0 %']);
    },
  );

  test('gives the same by the domains of the architecture, two of which it does not target (X-33)', async () => {
    const { plan, cut } = await load(SEED_FILES.cartago);
    const known = elementsUnder('mrae-domains');
    const indicators = plan.indicators.map((one) => {
      const { path = '' } = known.find(({ name }) => name === one.item.differentialCriterion) ?? {};
      return { ...one, activity: { ...one.activity, tags: new Map([['mrae-domains', [path]]]) } };
    });
    const tagged: Plan = { ...plan, indicators, rollupBy: { taxonomy: 'mrae-domains' } };
    const { evaluation, meanBy } = boardAt(tagged, cut);
    const means = groupsBy(tagged, tagged.rollupBy).map(({ rows }) => meanAttainment(evaluation, rows).value);
    expect(means).toEqual(domains.map(({ computed }) => computed));
    expect(meanBy('groupMean')).toBe(planFigures.groupMean);
    expect(untargetedElements(tagged, { taxonomy: 'mrae-domains' }).map(({ name }) => name)).toEqual([
      'Gestión de la Información',
      'Servicios Tecnológicos',
    ]);
  });

  test('is one percent for each initiative, the latest, without dates, state or pace', async () => {
    const { plan, cut } = await load(SEED_FILES.cartago, joined);
    expect([plan.indicators.length, plan.activities.length, plan.items.length]).toEqual([11, 11, 4]);
    for (const one of plan.indicators) {
      expect(one).toMatchObject({ target: 1, targetUnit: 'percent', accumulation: 'latest', start: null });
    }
    const { facts, figures } = boardAt(plan, cut);
    expect(facts.overall.expected).toMatchObject({ value: null, n: 0 });
    expect(figures.every(({ scheduleState, pace }) => scheduleState === null && pace === null)).toBe(true);
    expect(plan.periods.map(({ end }) => end)).toEqual([cut, '2024-12-31']);
    expect(plan.indicators[0]?.reports.get(plan.periods[0]!.id)?.remark).toMatch(/seguro de la tecnología/);
  });

  test('has one number for each initiative, so the two inconsistencies of its document show', async () => {
    const [ofDomain = [], ofContinuity = []] = inconsistencies.map(numbersIn);
    const { plan, cut } = await load(SEED_FILES.cartago, joined);
    const { name, printed, computed } = domains[0]!;
    expect([printed, computed]).toEqual(ofDomain);
    expect(inconsistencies[0]).toContain(name);
    // The table says 40; with the 4 of the prose the plan would be 47, and the printed 51 the flat mean.
    const row = plan.indicators.findIndex(({ activity }) => /continuidad/.test(activity.name));
    const [inTable = NaN, inProse = NaN] = ofContinuity;
    expect(boardAt(plan, cut).figures[row]?.raw).toBe(inTable);
    const asInProse = withValue(plan, row, plan.periods[0]!.id, inProse / 100);
    const { meanBy, evaluation } = boardAt(asInProse, cut);
    expect(meanAttainment(evaluation, [0, 1, 2]).value).toBe(68);
    expect([meanBy('groupMean'), meanBy('flatMean')]).toEqual([47, 51.2727]);
    const differing = findingsOf({ ...asInProse, rollupMethod: 'flatMean' }).filter(
      (one) => one.code === 'statedDiffers' && one.place === 'plan',
    );
    expect(differing).toEqual([]);
  });
});

function withValue(plan: Plan, row: number, period: PeriodId, v: number): Plan {
  const indicators = plan.indicators.map((one, at) => {
    const said = one.reports.get(period);
    if (at !== row || !said) return one;
    return { ...one, reports: new Map(one.reports).set(period, { ...said, report: { k: 'value', v } }) };
  });
  return { ...plan, indicators };
}

test('no two rows of the PETI of Cartagena go by one title', async () => {
  const { plan } = await load(SEED_FILES.cartagenaPeti);
  const titles = plan.indicators.map((_, row) => indicatorTitle(plan, row));
  expect(new Set(titles).size).toBe(titles.length);
});

test('the PETI of Cartagena is 20 activities and 29 indicators, each in its year, all at 0', async () => {
  const { plan } = await load(SEED_FILES.cartagenaPeti);
  expect([plan.items.length, plan.activities.length, plan.indicators.length]).toEqual([3, 20, 29]);
  const years = plan.indicators.map(({ start }) => start?.slice(0, 4));
  expect(['2024', '2025', '2026'].map((year) => years.filter((one) => one === year).length)).toEqual([
    20, 4, 5,
  ]);
  expect(plan.periods).toHaveLength(12);
  expect(plan.activities.filter(({ responsibleParties }) => responsibleParties.length === 0)).toEqual([]);
  const { facts } = boardAt(plan, '2026-12-31');
  expect(facts.overall).toMatchObject({ value: 0, n: 29, exclusions: [] });
  expect(facts.states).toMatchObject({ overdue: 24, dueSoon: 5 });
});
