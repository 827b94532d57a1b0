import { describe, expect, it } from 'vitest';
import { CALI_3, classify, validateScheme } from '../../src/domain/bands';
import type { Band, BandScheme, ProgressClass } from '../../src/domain/bands';
import { boardFacts } from '../../src/domain/board';
import { evaluate } from '../../src/domain/evaluate';
import { figureOf } from '../../src/domain/figure';
import { findingsOf } from '../../src/domain/findings';
import { groupsBy, untargetedElements } from '../../src/domain/groups';
import type { Plan, TaxonomyGrouping } from '../../src/domain/model';
import { planTableOf } from '../../src/domain/planTable';
import { readPlan } from '../../src/domain/readPlan';
import { aggregate, meanAttainment } from '../../src/domain/rollup';
import { elementAt, elementsUnder } from '../../src/domain/taxonomies';
import { listOf, tellFinding } from '../../src/text/findings';
import { EXPECTED } from '../support/expectedFigures';

// Cali's semester report gives results by component, enabler and purpose, and no rows to compute them from
// (domain.md A1): here they are data, as another tablet would have written them.

const { plan: printed, components, enablers, purposes, period, bands, prose, ...shares } = EXPECTED.cali2020;
const TAXONOMY = 'decree-1008';
const CUT = '2020-09-30';
const SEMESTER = { start: '2020-04-01', end: CUT, monthsPerPeriod: 6 } as const;
const MEASURED = { target: 1, targetUnit: 'percent', accumulation: 'latest' } as const;

type Entities = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

function planOf(entities: Entities): Plan {
  const all: Entities = { plan: { planYear: 2020, calendar: SEMESTER, paceTolerance: 5 }, ...entities };
  return readPlan(
    'pl:cali',
    Object.entries(all).map(([id, fields]) => [id, new Map(Object.entries(fields))] as const),
  );
}

const stated = (percent: number) => ({ text: `${percent} %`, percent });

/** The plan with the results that it prints: of itself and of its components. */
function printedPlan(percent: number): Plan {
  const items = Object.entries(components).map(([name, of], at) => [
    `itm:${at}`,
    { differentialCriterion: name, statedValue: stated(of), pos: `n${at}` },
  ]);
  const head = { planYear: 2020, calendar: SEMESTER, statedValue: stated(percent) };
  return planOf({ plan: head, ...(Object.fromEntries(items) as Entities) });
}

/** An activity for each element, at the percent that the report gives of it. */
function measuredPlan(
  under: string,
  percents: Readonly<Record<string, number>>,
  weights: readonly number[] = [],
): Plan {
  const known = elementsUnder(TAXONOMY, under);
  const entities: Record<string, Record<string, unknown>> = {};
  for (const [at, [name, percent]] of Object.entries(percents).entries()) {
    const { path } = known.find((one) => one.name === name)!;
    entities[`act:${at}`] = { name, [`tag/${TAXONOMY}/${path}`]: true, pos: `n${at}` };
    entities[`ind:${at}`] = {
      activity: `act:${at}`,
      ...MEASURED,
      weight: weights[at] ?? null,
      pos: `n${at}`,
    };
    entities[`meas:${at}:20200401-20200930`] = { report: { k: 'value', v: percent / 100 } };
  }
  return planOf(entities);
}

/** The result of each element right under a path, by its name. */
function resultsOf(plan: Plan, by: TaxonomyGrouping): Readonly<Record<string, number | null>> {
  const evaluation = evaluate(planTableOf(plan), CUT);
  const results = groupsBy(plan, by).map(({ id, rows }) => [
    elementAt(TAXONOMY, id)?.name ?? id,
    meanAttainment(evaluation, rows).value,
  ]);
  return Object.fromEntries(results) as Readonly<Record<string, number | null>>;
}

describe('the semester of Cali 2020', () => {
  it('is one period of its own, from April to September (X-07)', () => {
    const { periods } = printedPlan(printed);
    expect(periods.map(({ start, end }) => [start.slice(0, 7), end.slice(0, 7)])).toEqual([period]);
  });

  it('prints 58 where the mean of its components is 57, and that is said (X-01)', () => {
    const findings = findingsOf(printedPlan(printed));
    expect(findings).toMatchObject([{ code: 'statedPartsDiffer', stated: printed, mean: 57, n: 2 }]);
    const line = tellFinding(findings[0]!, listOf).line.replaceAll('\u00a0', ' ');
    expect(line).toBe('Plan: 58 % impreso, 57,0 % promedio de los 2 resultados impresos que lo forman.');
    expect(findingsOf(printedPlan(57))).toEqual([]);
  });

  it('is 58 where the first component weighs a quarter, and 57 where they weigh the same', () => {
    const plan = measuredPlan('components', components, [25, 75]);
    const evaluation = evaluate(planTableOf(plan), CUT);
    const means = aggregate({ plan, evaluation, method: 'weighted' }).alternatives.methods;
    expect(means.map(({ method, value }) => [method, value])).toEqual([
      ['flatMean', 57],
      ['groupMean', 57],
      ['weighted', printed],
    ]);
  });

  it('has a best and a worst enabler', () => {
    const by = { taxonomy: TAXONOMY, under: 'enablers' };
    const plan = measuredPlan(by.under, enablers);
    const results = resultsOf(plan, by);
    expect(results).toEqual(enablers);
    expect(aggregate({ plan, evaluation: evaluate(planTableOf(plan), CUT), method: 'flatMean' }).value).toBe(
      57,
    );
    const inOrder = Object.entries(results).sort(([, a], [, b]) => Number(a) - Number(b));
    expect(inOrder.at(0)).toEqual(['Seguridad y Privacidad', 36]);
    expect(inOrder.at(-1)).toEqual(['Servicios Ciudadanos Digitales', 88]);
  });

  it('targets two of the five purposes: the other three are "no aplica", and no 0 in any mean', () => {
    const by = { taxonomy: TAXONOMY, under: 'purposes' };
    const plan: Plan = { ...measuredPlan(by.under, purposes), rollupBy: by };
    expect(resultsOf(plan, by)).toEqual(purposes);
    const untargeted = untargetedElements(plan, by).map(({ name }) => name);
    expect(untargeted).toEqual([
      'Servicios digitales de confianza y calidad',
      'Procesos internos seguros y eficientes',
      'Territorios y ciudades inteligentes',
    ]);
    const { value, n } = aggregate({
      plan,
      evaluation: evaluate(planTableOf(plan), CUT),
      method: 'groupMean',
    });
    expect([value, n]).toEqual([53.5, Object.keys(purposes).length]);
  });
});

describe('the classes of Cali 2020', () => {
  const schemeOf = (given: typeof bands, rounding: BandScheme['rounding'] = 'halfUp'): BandScheme => ({
    ...CALI_3,
    rounding,
    bands: given.map(([name, from, to]): Band => {
      const progressClass = name as ProgressClass;
      return { id: name, label: '', progressClass, from, to };
    }),
  });

  it('are the default ones, and cover everything once a percent is rounded', () => {
    expect(schemeOf(bands)).toEqual(CALI_3);
    expect(validateScheme(schemeOf(bands))).toEqual([]);
  });

  it('would leave what lies between them out without rounding (X-03)', () => {
    expect(validateScheme(schemeOf(bands, 'exact'))).toEqual([
      { code: 'hole', from: 40, to: 41 },
      { code: 'hole', from: 80, to: 81 },
    ]);
  });

  it('take exactly 40 as critical, which the prose leaves out (X-04)', () => {
    const told = [...prose.matchAll(/([a-z ]+): (?:below (\d+)|(\d+) to (\d+))/g)].map(
      ([, words = '', below, from, to]): (typeof bands)[number] => [
        words.trim().replace(/ (\w)/, (_, letter: string) => letter.toUpperCase()),
        Number(from ?? 0),
        below === undefined ? Number(to) : Number(below) - 1,
      ],
    );
    expect(told.map(([name]) => name)).toEqual(bands.map(([name]) => name));
    expect(validateScheme(schemeOf(told))).toEqual([{ code: 'hole', from: 40, to: 40 }]);
    expect(classify(40, CALI_3)).toBe('critical');
  });
});

describe('the tasks of Cali 2020 by state and by who answers for them', () => {
  // The report gives shares without counts. Of forty, the nearest to its list of 39, both are whole: 16 in
  // execution, 14 finished or near, and 10 that it never names, here without any progress.
  const PENDING = [['DATIC'], ['DATIC'], ['DATIC'], ['DATIC', 'Hacienda'], ['Hacienda'], ['Hacienda']];
  const others = Array.from({ length: 4 }, (_, at) => [`Organismo ${at}`]);
  const given = [
    ...Array.from({ length: 16 }, () => [60, ['Hacienda']] as const),
    ...Array.from({ length: 14 }, () => [90, ['Hacienda']] as const),
    ...[...PENDING, ...others].map((parties) => [0, parties] as const),
  ];
  const entities: Record<string, Record<string, unknown>> = {};
  for (const [at, [percent, parties]] of given.entries()) {
    const resp = Object.fromEntries(parties.map((name) => [`resp/pty:${name}`, true]));
    for (const name of parties) entities[`pty:${name}`] = { name };
    entities[`act:${at}`] = { ...resp };
    entities[`ind:${at}`] = { activity: `act:${at}`, ...MEASURED };
    entities[`meas:${at}:20200401-20200930`] = { report: { k: 'value', v: percent / 100 } };
  }
  const plan = planOf(entities);
  const evaluation = evaluate(planTableOf(plan), CUT);

  it('are counted by class', () => {
    const { classes, size } = boardFacts(plan, evaluation);
    const share = (n: number) => (100 * n) / size;
    expect(share(classes.inProgress)).toBe(shares.inExecutionShare);
    expect(share(classes.finished)).toBe(shares.finishedOrNearShare);
    expect(share(classes.critical)).toBe(100 - shares.inExecutionShare - shares.finishedOrNearShare);
  });

  it('are counted for each of those who share them, so that who has most pending is known', () => {
    const pending = groupsBy(plan, 'responsible').map((group) => {
      const name = group.by === 'responsible' ? group.party?.name : '';
      return { name, n: group.rows.filter((row) => figureOf(evaluation, row).raw === 0).length };
    });
    const [most] = pending.sort((a, b) => b.n - a.n);
    expect(most).toEqual({ name: shares.mostPendingDepartment, n: 4 });
  });
});
