import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../src/domain/findings';
import { findingKey } from '../../src/domain/findings/finding';
import type { Finding, FindingCode } from '../../src/domain/findings/finding';
import type { Indicator, Plan } from '../../src/domain/model';
import { anEvidence, anIndicator, aPlan, T2, T3, T4 } from '../support/builders';
import type { GivenIndicator } from '../support/builders';
import { cartagena } from '../support/cartagena';
import { EXPECTED } from '../support/expectedFigures';

type Found<Code extends FindingCode> = Extract<Finding, { code: Code }>;

function only<Code extends FindingCode>(findings: readonly Finding[], code: Code): Found<Code>[] {
  return findings.filter((finding): finding is Found<Code> => finding.code === code);
}

function codesOf(...given: readonly GivenIndicator[]): FindingCode[] {
  const indicators = given.map((one, row) => anIndicator({ id: `ind:${row}`, ...one }));
  return findingsOf(aPlan({ indicators })).map(({ code }) => code);
}

describe('Cartagena 2023, as its file has it', () => {
  const plan = cartagena('zeros');
  const findings = findingsOf(plan);
  const expected = (code: FindingCode) =>
    EXPECTED.findings.cartagena2023.filter((finding) => finding['code'] === code);
  const rowOf = (id: string): number => Number(id.replace('ind:', ''));
  const rowsOf = (code: FindingCode): number[] => only(findings, code).map(({ entity }) => rowOf(entity));

  it('repeats a number, leaves one out and repeats an item', () => {
    const [duplicate] = only(findings, 'duplicateNumber');
    expect({ number: duplicate?.number, rows: duplicate?.indicators.map(rowOf) }).toEqual({
      number: expected('duplicateNumber')[0]?.['number'],
      rows: expected('duplicateNumber')[0]?.['rows'],
    });
    expect(only(findings, 'duplicateNumber')).toHaveLength(1);
    expect(only(findings, 'missingNumber').map(({ number }) => number)).toEqual([
      expected('missingNumber')[0]?.['number'],
    ]);
    const [item] = only(findings, 'repeatedItem');
    expect({ item: item?.item, rows: item?.indicators.map(rowOf) }).toEqual({ item: '8', rows: [11, 12] });
  });

  it('says of targets what their text does not', () => {
    expect(rowsOf('targetTextPlaceholder')).toEqual([expected('targetTextPlaceholder')[0]?.['row']]);
    expect(rowsOf('targetTextWithoutNumber')).toEqual(expected('targetTextWithoutNumber')[0]?.['rows']);
    expect(rowsOf('targetUnitMismatch')).toEqual([expected('targetUnitMismatch')[0]?.['row']]);
  });

  it('counts in fractions, and adds what is cumulative by nature', () => {
    const fractions = only(findings, 'fractionInCount');
    expect(rowsOf('fractionInCount')).toEqual(expected('fractionInCount')[0]?.['rows']);
    expect(fractions.flatMap(({ values }) => values)).toEqual(expected('fractionInCount')[0]?.['values']);
    expect(rowsOf('cumulativeByNature')).toEqual(expected('cumulativeByNature')[0]?.['rows']);
  });

  it('holds zeros where nothing has been reported, and explains the others', () => {
    expect(only(findings, 'zeroLooksUnreported').map(({ periods }) => periods)).toEqual([[T2, T3, T4]]);
    expect(only(findings, 'zeroWithoutCause')).toEqual([]);
  });

  it('shares annexes, and cites one of another year', () => {
    const shared = only(findings, 'sharedEvidence');
    expect(shared.map(({ number }) => number)).toEqual(expected('sharedEvidence')[0]?.['annex']);
    expect(shared.map(({ indicators }) => indicators.map(rowOf))).toEqual([
      [1, 2],
      [3, 4],
      [7, 8],
    ]);
    const other = only(findings, 'evidenceOtherYear');
    expect(other.map(({ year, indicators }) => [year, indicators.map(rowOf)])).toEqual([[2022, [9]]]);
  });

  it('has no other finding', () => {
    const fromData = EXPECTED.findings.cartagena2023
      .map((finding) => finding['code'])
      // These tell of the file's cells; the reader of the file finds them.
      .filter(
        (code) => code !== 'blankIdentity' && code !== 'shiftedRow' && code !== 'mergedDeliverableIndicator',
      );
    const found = new Set<unknown>(findings.map(({ code }) => code));
    expect(found).toEqual(new Set(fromData.filter((code) => code !== 'zeroWithoutCause')));
  });

  it('keys each finding by its facts', () => {
    const keys = findings.map(findingKey);
    expect(new Set(keys).size).toBe(findings.length);
    expect(findingsOf(cartagena('zeros')).map(findingKey)).toEqual(keys);
    expect(findingsOf(cartagena()).map(findingKey)).not.toContain(
      keys[findings.findIndex(({ code }) => code === 'zeroLooksUnreported')],
    );
  });
});

describe('numbering', () => {
  const numbered = (...numbers: string[]): GivenIndicator[] =>
    numbers.map((number, place) => ({ activity: { id: `act:${place}`, number } }));

  it('does not read codes as a list with holes', () => {
    expect(codesOf(...numbered('1', '2', '2.1', 'A', '', ''))).toEqual([]);
    expect(codesOf(...numbered('100', '4502'))).toEqual([]);
    expect(codesOf(...numbered('1', '4'))).toEqual(['missingNumber', 'missingNumber']);
  });

  it('finds two items with one number', () => {
    const items = [{ item: { id: 'itm:1', number: '8' } }, { item: { id: 'itm:2', number: '8' } }];
    expect(codesOf(...items.map((one, n) => ({ ...one, activity: { id: `act:${n}`, number: '' } })))).toEqual(
      ['repeatedItem'],
    );
  });
});

describe('targets', () => {
  it.each<[GivenIndicator, FindingCode[]]>([
    [{ targetText: '' }, []],
    // Of a text without a target only the target is missed.
    [{ targetText: 'Informes', target: null }, ['withoutTarget']],
    [{ targetText: '10 informes' }, []],
    [{ targetText: '100 % de avance', target: 1, targetUnit: 'percent' }, []],
    [{ target: 1, targetUnit: 'percent', said: [0.2] }, ['cumulativeByNature']],
    [{ unitOfMeasure: 'Documento', target: 1, targetUnit: 'percent' }, ['targetUnitMismatch']],
    [{ unitOfMeasure: 'Porcentaje de avance', target: 1 }, ['targetUnitMismatch']],
    [{ unitOfMeasure: 'Porcentaje de avance', target: 1, targetUnit: 'percent' }, []],
    [{ unitOfMeasure: 'Documento', target: 1 }, []],
    [{ targetText: '80% de avance', target: 80 }, ['targetUnitMismatch']],
    [{ targetText: 'Avance de 2023', target: 1 }, []],
  ])('%o', (given, codes) => {
    expect(codesOf(given)).toEqual(codes);
  });

  it('lets a target that is itself a fraction be counted in fractions', () => {
    expect(codesOf({ target: 2.5, said: [0.5] })).toEqual([]);
    expect(codesOf({ target: 10, said: [0.5] })).toEqual(['fractionInCount']);
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

describe('stated results', () => {
  const differs = (given: Partial<Plan>): Found<'statedDiffers'>[] =>
    only(findingsOf(aPlan(given)), 'statedDiffers');
  const stated = (text: string, percent: number, given: GivenIndicator = {}) =>
    differs({
      indicators: [anIndicator({ target: 3, said: [1], statedValue: { text, percent }, ...given })],
    }).length > 0;

  it.each<[string, number, boolean]>([
    ['33,3%', 33.3, false],
    ['33,33%', 33.33, false],
    ['33,34%', 33.34, true],
    ['33%', 33, false],
    ['34 %', 34, true],
    ['0,333', 33.3, false],
    ['0.34', 34, true],
  ])('%s for a third', (text, percent, found) => {
    expect(stated(text, percent)).toBe(found);
  });

  it('may be capped at 100', () => {
    expect(stated('100%', 100, { said: [8] })).toBe(false);
    expect(stated('266,7%', 266.7, { said: [8] })).toBe(false);
    expect(stated('90%', 90, { said: [8] })).toBe(true);
  });

  it('are compared at the item and at the plan, by its method', () => {
    const item = { id: 'itm:1', number: '1', statedValue: { text: '85%', percent: 85 } };
    const indicators = [70, 90].map((percent, row) =>
      anIndicator({ id: `ind:${row}`, item, target: 100, said: [percent] }),
    );
    const found = differs({
      indicators,
      statedValue: { text: '51', percent: 51 },
      rollupMethod: 'groupMean',
    });
    expect(found.map(({ place, stated: said, computed }) => [place, said, computed])).toEqual([
      ['item', 85, 80],
      ['plan', 51, 80],
    ]);
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

it('finds dates that are reversed or outside the year', () => {
  expect(codesOf({ start: '2023-05-01', end: '2023-04-30' })).toEqual(['datesReversed']);
  expect(codesOf({ start: '2022-12-31', end: null })).toEqual(['datesOutsideYear']);
  expect(codesOf({ end: '2024-01-01' })).toEqual(['datesOutsideYear']);
  const activity = { responsibleParties: [{ id: 'pty:1', name: 'Sistemas' }] };
  expect(codesOf({ start: null, end: null, activity })).toEqual([]);
});
