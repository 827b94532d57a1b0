import { describe, expect, it } from 'vitest';
import { periodsOf } from '../../src/domain/calendar';
import { findingsOf } from '../../src/domain/findings';
import { findingKey } from '../../src/domain/findings/finding';
import type { Finding, FindingCode } from '../../src/domain/findings/finding';
import type { Indicator, Plan } from '../../src/domain/model';
import { anEvidence, anIndicator, aPlan } from '../support/builders';
import type { GivenIndicator, Said } from '../support/builders';
import { cartagena, cartagenaWithSecondQuarter } from '../support/cartagena';

type Found<Code extends FindingCode> = Extract<Finding, { code: Code }>;

function only<Code extends FindingCode>(findings: readonly Finding[], code: Code): Found<Code>[] {
  return findings.filter((finding): finding is Found<Code> => finding.code === code);
}

function codesOf(...given: readonly GivenIndicator[]): FindingCode[] {
  const indicators = given.map((one, row) => anIndicator({ id: `ind:${row}`, ...one }));
  return findingsOf(aPlan({ indicators })).map(({ code }) => code);
}

it('keys each finding by its facts', () => {
  const keysOf = (plan: Plan) => findingsOf(plan).map(findingKey);
  const keys = keysOf(cartagena('zeros'));
  expect(new Set(keys).size).toBe(keys.length);
  expect(keysOf(cartagena('zeros'))).toEqual(keys);
  // What is answered goes, and the rest keeps its key.
  expect(keysOf(cartagena())).toEqual(keys.filter((key) => !key.includes('zeroLooksUnreported')));
});

it('keys a finding anew once its facts change (A6.13)', () => {
  const newKeys = (acts: number) => {
    const keys = new Set(findingsOf(cartagena()).map(findingKey));
    return findingsOf(cartagenaWithSecondQuarter(4, acts))
      .map(findingKey)
      .filter((key) => !keys.has(key));
  };
  // The printed 9,5 % is what the first quarter came to, whatever was reported afterwards.
  expect(newKeys(5)).toEqual([]);
  expect(newKeys(20)).toEqual([expect.stringContaining('valueLooksCumulative')]);
  expect(newKeys(21)).not.toEqual(newKeys(20));
  expect(newKeys(0)).toEqual([expect.stringContaining('zeroWithoutCause')]);
});

describe('numbering', () => {
  const numbered = (...numbers: string[]): GivenIndicator[] =>
    numbers.map((number, place) => ({ activity: { id: `act:${place}`, number } }));

  it('does not read codes as a list with holes', () => {
    expect(codesOf(...numbered('1', '2', '2.1', 'A', '', ''))).toEqual([]);
    expect(codesOf(...numbered('100', '4502'))).toEqual([]);
    expect(codesOf(...numbered('1', '4'))).toEqual(['missingNumber', 'missingNumber']);
  });

  it('begins anew in each item where it does so in all of them', () => {
    const listed = (...lists: string[][]): GivenIndicator[] =>
      lists.flatMap((numbers, item) =>
        numbers.map((number) => ({
          item: { id: `itm:${item}`, number: `${item + 1}` },
          activity: { id: `act:${item}.${number}`, number },
        })),
      );
    expect(codesOf(...listed(['1', '2'], ['1', '2', '3'], ['1']))).toEqual([]);
    expect(codesOf(...listed(['1', '2'], ['2', '3']))).toEqual(['duplicateNumber']);
    const plan = listed(['1', '3'], ['1', '3']).map((one, row) => anIndicator({ id: `ind:${row}`, ...one }));
    expect(findingsOf(aPlan({ indicators: plan }))).toEqual([
      { code: 'missingNumber', entity: 'itm:0', number: '2' },
      { code: 'missingNumber', entity: 'itm:1', number: '2' },
    ]);
  });

  it('finds two items with one number, and one item that is printed twice', () => {
    const found = (ids: readonly string[], printedItem: string) =>
      findingsOf(
        aPlan({
          indicators: ids.map((id, n) =>
            anIndicator({
              id: `ind:${n}`,
              item: { id, number: '8' },
              activity: { id: `act:${n}`, number: '' },
              printedItem,
            }),
          ),
        }),
      );
    const repeated = { code: 'repeatedItem', entity: 'itm:1', item: '8', indicators: ['ind:0', 'ind:1'] };
    expect(found(['itm:1', 'itm:2'], '')).toEqual([{ ...repeated, readAs: 2 }]);
    expect(found(['itm:1', 'itm:2'], '8')).toEqual([{ ...repeated, readAs: 2 }]);
    expect(found(['itm:1', 'itm:1'], '8')).toEqual([{ ...repeated, readAs: 1 }]);
    expect(found(['itm:1', 'itm:1'], '')).toEqual([]);
  });
});

describe('targets', () => {
  it.each<[GivenIndicator, FindingCode[]]>([
    [{ targetText: '' }, []],
    // Of a text without a target only the target is missed.
    [{ targetText: 'Informes', target: null }, ['withoutTarget']],
    [{ targetText: '10 informes' }, []],
    [{ targetText: 'Una estrategia adoptada', target: 1 }, []],
    [{ targetText: 'Una estrategia', target: 1, targetUnit: 'percent' }, ['targetUnitMismatch']],
    [{ targetText: 'Un 80 % de avance', target: 0.8, targetUnit: 'percent' }, []],
    [{ targetText: 'Dos (2) informes', target: 2 }, []],
    [{ targetText: 'Unidades dotadas', target: 3 }, ['targetTextWithoutNumber']],
    [{ targetText: 'Estrategia de una entidad', target: 1 }, ['targetTextWithoutNumber']],
    [{ targetText: '100 % de avance', target: 1, targetUnit: 'percent' }, []],
    [{ target: 1, targetUnit: 'percent', said: [0.2] }, ['cumulativeByNature']],
    [{ unitOfMeasure: 'Documento', target: 1, targetUnit: 'percent' }, ['targetUnitMismatch']],
    [{ unitOfMeasure: 'Porcentaje de avance', target: 1 }, ['targetUnitMismatch']],
    [{ unitOfMeasure: 'Porcentaje de avance', target: 1, targetUnit: 'percent' }, []],
    [{ unitOfMeasure: 'Documento', target: 1 }, []],
    [{ unitOfMeasure: 'Avance porcentual', target: 1, targetUnit: 'percent' }, []],
    [{ unitOfMeasure: 'Puntos porcentuales', target: 5 }, []],
    [{ targetText: '100 por ciento de avance', target: 1, targetUnit: 'percent' }, []],
    [{ targetText: '80 por ciento de avance', target: 80 }, ['targetUnitMismatch']],
    [{ targetText: '80% de avance', target: 80 }, ['targetUnitMismatch']],
    [{ targetText: 'Avance de 2023', target: 1 }, []],
  ])('%o', (given, codes) => {
    expect(codesOf(given)).toEqual(codes);
  });

  it('lets a target that is itself a fraction be counted in fractions', () => {
    expect(codesOf({ target: 2.5, said: [0.5] })).toEqual([]);
    expect(codesOf({ target: 10, said: [0.5] })).toEqual(['fractionInCount']);
  });

  it('lets a level have decimals: an index of 53,3 out of 100 counts nothing', () => {
    const baseline = 40;
    for (const accumulation of ['latest', 'average', 'capacity', 'reduction'] as const)
      expect(codesOf({ accumulation, baseline, target: 100, said: [53.3] })).toEqual([]);
  });
});

describe('zeros', () => {
  it('look unreported only at the end and only when they are everyone’s', () => {
    expect(codesOf({ said: [1, 0, 1] }, { said: [1, 0] })).toEqual(['zeroWithoutCause', 'zeroWithoutCause']);
    expect(codesOf({ said: [1, 0] }, { said: [1, 1] })).toEqual(['zeroWithoutCause']);
    expect(codesOf({ said: [1, 0] }, { said: [1] })).toEqual(['zeroWithoutCause']);
    expect(codesOf({ said: [1, 0] }, { said: [1, 0] })).toEqual(['zeroLooksUnreported']);
    expect(codesOf({ said: [1, 1, 1, 0] }, { said: [1, 1, 1, { k: 'notScheduled' }] })).toEqual([
      'zeroLooksUnreported',
    ]);
  });

  it('look unreported whatever a row holds that has nothing in any period', () => {
    expect(codesOf({ said: [1, 0, 0] }, { said: [] })).toEqual(['zeroLooksUnreported']);
    expect(codesOf({ said: [] }, { said: [] })).toEqual([]);
  });

  it('are reports where somebody says something of the period', () => {
    const waits: Said = { report: { k: 'value', v: 0 }, delayCause: 'espera el formulario' };
    expect(codesOf({ said: [1, waits] }, { said: [1, waits] })).toEqual([]);
    expect(codesOf({ said: [1, waits] }, { said: [1, 0] })).toEqual(['zeroWithoutCause']);
  });

  it('need a cause when they were due, unless the target was reached', () => {
    const zero = { said: [0, 5] };
    expect(codesOf(zero)).toEqual(['zeroWithoutCause']);
    expect(codesOf({ said: [{ report: { k: 'value', v: 0 }, delayCause: 'espera' }, 5] })).toEqual([]);
    expect(codesOf({ said: [{ report: { k: 'value', v: 0 }, remark: 'sin datos' }, 5] })).toEqual([]);
    expect(codesOf({ ...zero, start: '2023-04-01' })).toEqual([]);
    expect(codesOf({ said: [10, 0] }, { said: [5, 5] })).toEqual([]);
  });

  it('are explained by what the work waits for, as long as it holds the work up', () => {
    const other = { activity: { id: 'act:2', number: '2' }, said: [1, 5] };
    const zero = (blockedBy: Indicator['blockedBy']) => codesOf({ said: [0, 5], blockedBy }, other);
    expect(zero({ k: 'external', cause: 'el formulario de FURAG' })).toEqual([]);
    expect(zero({ k: 'activity', activityId: 'act:2' })).toEqual([]);
    expect(zero({ k: 'activity', activityId: 'act:gone' })).toEqual(['zeroWithoutCause']);
    expect(zero({ k: 'activity', activityId: 'act:1' })).toEqual(['zeroWithoutCause']);
  });
});

describe('what cannot be measured', () => {
  it.each<[GivenIndicator, FindingCode[]]>([
    [{ target: null }, ['withoutTarget']],
    [{ target: 0 }, ['withoutTarget']],
    [{ accumulation: 'reduction', baseline: 20, target: 0 }, []],
    [{ accumulation: 'reduction', baseline: 20, target: 20 }, ['withoutTarget']],
    [{ accumulation: 'capacity', target: 60 }, ['withoutBaseline']],
    [{ accumulation: 'capacity', baseline: 40, target: 60 }, []],
    // What applies in no period is out of the average by its own word, and nothing is missed.
    [{ target: null, said: [1, 2, 3, 4].map(() => ({ k: 'notApplicable' }) as const) }, []],
  ])('%o', (given, codes) => {
    expect(codesOf(given)).toEqual(codes);
  });
});

describe('over-achievement', () => {
  const over = (given: GivenIndicator) =>
    only(findingsOf(aPlan({ indicators: [anIndicator(given)] })), 'overAchievement');

  it('is flagged with what was reached', () => {
    expect(over({ target: 21, said: [20, 2] })).toEqual([
      {
        code: 'overAchievement',
        entity: 'ind:1',
        percent: 104.761904762,
        reached: 22,
        target: 21,
        targetUnit: 'count',
      },
    ]);
    expect(over({ target: 21, said: [20, 1] })).toEqual([]);
    expect(over({ accumulation: 'latest', target: 10, said: [12, 9] })).toEqual([]);
    expect(over({ accumulation: 'reduction', baseline: 20, target: 5, said: [4] })).toMatchObject([
      { reached: 4, target: 5 },
    ]);
    expect(over({ target: null, said: [5] })).toEqual([]);
  });

  it('is not, where the values are asked about already: totals added up go beyond any target', () => {
    expect(over({ target: 10, said: [4, 7] })).toEqual([]);
    expect(over({ target: 1, targetUnit: 'percent', said: [0.4, 0.9] })).toEqual([]);
  });
});

describe('weights', () => {
  const weighing = (weights: readonly (number | null)[], plan: Partial<Plan> = {}) => {
    const indicators = weights.map((weight, row) => anIndicator({ id: `ind:${row}`, weight }));
    return only(findingsOf(aPlan({ indicators, ...plan })), 'weightsDoNotAddUp').map(
      ({ sum, unweighted }) => [sum, unweighted.length],
    );
  };

  it('add up to 100, all of them', () => {
    expect(weighing([33.3, 33.3, 33.4])).toEqual([]);
    expect(weighing([50, 40])).toEqual([[90, 0]]);
    expect(weighing([33.3, 33.3, 33.3])).toEqual([[99.9, 0]]);
    expect(weighing([60, 40, null])).toEqual([[100, 1]]);
  });

  it('are needed only by a weighted mean', () => {
    expect(weighing([null, null])).toEqual([]);
    expect(weighing([null, null], { rollupMethod: 'weighted' })).toEqual([[0, 2]]);
    expect(weighing([], { rollupMethod: 'weighted' })).toEqual([]);
  });
});

it('one annex in two quarters of one indicator is not shared', () => {
  const evidence = [anEvidence({ name: 'Anexo 01' })];
  const twice = { report: { k: 'value', v: 1 }, evidence } as const;
  expect(codesOf({ said: [twice, twice] })).toEqual([]);
});

it('one annex is one by its number, whoever cited it', () => {
  const citing = (id: string, number: string): Said => ({
    report: { k: 'value', v: 1 },
    evidence: [anEvidence({ id, number, name: 'Actas' })],
  });
  expect(codesOf({ said: [citing('evi:1', '02')] }, { said: [citing('evi:2', '02')] })).toEqual([
    'sharedEvidence',
  ]);
  expect(codesOf({ said: [citing('evi:1', '')] }, { said: [citing('evi:2', '')] })).toEqual([]);
});

it('finds dates that are reversed or outside the year', () => {
  expect(codesOf({ start: '2023-05-01', end: '2023-04-30' })).toEqual(['datesReversed']);
  expect(codesOf({ start: '2022-12-31', end: null })).toEqual(['datesOutsideYear']);
  expect(codesOf({ end: '2024-01-01' })).toEqual(['datesOutsideYear']);
  const semester = { start: '2023-04-01', end: '2023-09-30', monthsPerPeriod: 6 } as const;
  const followed = { calendar: semester, periods: periodsOf(semester), indicators: [anIndicator()] };
  expect(findingsOf(aPlan(followed))).toEqual([]);
  const activity = { responsibleParties: [{ id: 'pty:1', name: 'Sistemas' }] };
  expect(codesOf({ start: null, end: null, activity })).toEqual([]);
});
