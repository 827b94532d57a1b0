import { describe, expect, it, test } from 'vitest';
import { classStanding, unverifiedProgress } from '../../src/domain/classStanding';
import { evaluate } from '../../src/domain/evaluate';
import { extremesOf, heaviestInGap, leastAdvanced } from '../../src/domain/extremes';
import { figureOf } from '../../src/domain/figure';
import { planTableOf } from '../../src/domain/planTable';
import { policyElements, policyLevels } from '../../src/domain/policyCharts';
import { rowAccount } from '../../src/domain/rowAccount';
import { anEvidence, anIndicator, aPlan, verifiedValue } from '../support/builders';
import type { GivenIndicator, Said } from '../support/builders';

function evaluated(rows: readonly GivenIndicator[], cut: Parameters<typeof evaluate>[1] = '2023-06-30') {
  const plan = aPlan({ indicators: rows.map((row, at) => anIndicator({ id: `ind:${at}`, ...row })) });
  const evaluation = evaluate(planTableOf(plan), cut);
  return { plan, evaluation, figures: rows.map((_, row) => figureOf(evaluation, row)) };
}

describe('how a class stands', () => {
  const { figures } = evaluated([
    { said: [1], end: '2023-03-31' },
    { said: [2], end: '2023-07-15' },
    { said: [2], start: null, end: null },
    { said: [9] },
    { said: [10] },
    { said: [verifiedValue(5)] },
  ]);

  it('is its rows by date', () => {
    expect(classStanding(figures, 'critical')).toMatchObject({ overdue: 1, dueSoon: 1, undated: 1 });
    expect(classStanding(figures, 'critical').rows.map(({ index }) => index)).toEqual([0, 1, 2]);
    expect(classStanding(figures, 'finished')).toMatchObject({ incomplete: 1, overdue: 0 });
    expect(classStanding([], 'inProgress').rows).toEqual([]);
  });

  it('tells what advanced and nobody verified', () => {
    expect(unverifiedProgress(figures).map(({ index }) => index)).toEqual([0, 1, 2, 3, 4]);
  });
});

describe('what a row says of itself at a cut', () => {
  const zero: Said = { report: { k: 'value', v: 0 } };

  test.each([
    ['nothing was reported', [], 'notReported'],
    ['a zero has no cause', [zero], 'zeroWithoutCause'],
    ['progress has no words', [3], 'unexplained'],
    ['nothing applies', [0, 1, 2, 3].map(() => ({ k: 'notApplicable' }) as const), 'notApplicable'],
    [
      'words come after the cut',
      [3, undefined, { report: { k: 'value', v: 2 }, remark: 'Después' }],
      'unexplained',
    ],
  ] satisfies [string, GivenIndicator['said'], string][])('%s', (_, said, k) => {
    const { evaluation, figures } = evaluated([{ said }]);
    expect(rowAccount(evaluation, figures[0]!)).toEqual({ k });
  });

  it('is the words of the last period that has some', () => {
    const said: Said[] = [
      { remark: 'Antes' },
      { ...zero, delayCause: 'Sin contrato', evidence: [anEvidence()] },
    ];
    const { evaluation, figures } = evaluated([{ said: [...said, 4] }]);
    expect(rowAccount(evaluation, figures[0]!)).toMatchObject({
      k: 'said',
      remark: '',
      delayCause: 'Sin contrato',
    });
  });
});

describe('the best and the worst', () => {
  it('are those with the most and the least, all that tie', () => {
    const [a, b, c, none] = [{ value: 80 }, { value: 80 }, { value: 20 }, { value: null }];
    expect(extremesOf([a, c, b, none])).toEqual({ best: [a, b], worst: [c], areAlike: false, n: 3 });
    expect(extremesOf([a, none])).toEqual({ best: [a], worst: [a], areAlike: true, n: 1 });
    expect(extremesOf([none])).toBeNull();
  });

  it('are alike where both print the same number', () => {
    const [third, near, far] = [{ value: 100 / 3 }, { value: 33.3 }, { value: 33.4 }];
    expect(extremesOf([third, near])).toMatchObject({
      best: [third, near],
      worst: [third, near],
      areAlike: true,
    });
    expect(extremesOf([third, near, far])).toMatchObject({
      best: [far],
      worst: [third, near],
      areAlike: false,
    });
  });

  it('in a gap are what lacks most, by weight where there is one', () => {
    const { figures } = evaluated([{ said: [10] }, { said: [4], weight: 90 }, { said: [0], weight: 10 }]);
    expect(heaviestInGap(figures, false).map(({ index }) => index)).toEqual([2]);
    expect(heaviestInGap(figures, true).map(({ index }) => index)).toEqual([1]);
    expect(heaviestInGap(figures.slice(0, 1), false)).toEqual([]);
    expect(leastAdvanced(figures).map(({ index }) => index)).toEqual([2, 1]);
  });
});

describe('the charts of a policy', () => {
  const tagged = (taxonomy: string, ...paths: readonly string[]) =>
    evaluated([{ activity: { tags: new Map([[taxonomy, paths]]) } }]).plan;

  it('are of the taxonomies that some activity carries', () => {
    const plan = tagged('decree-1008', 'enablers/architecture');
    expect(policyLevels(plan, 'enablers')).toEqual([{ by: { taxonomy: 'decree-1008', under: 'enablers' } }]);
    expect(policyLevels(evaluated([{}]).plan, 'elements')).toEqual([]);
  });

  it('have all the elements of their level, those that the plan does not target too', () => {
    const plan = tagged('decree-767', 'architecture/it-projects', 'own-element');
    const [level] = policyLevels(plan, 'enablers');
    expect(policyElements(plan, level!).map(({ path, group }) => [path, group?.rows ?? null])).toEqual([
      ['architecture', [0]],
      ['citizen-digital-services', null],
      ['culture-adoption', null],
      ['security-privacy', null],
    ]);
    const [top] = policyLevels(plan, 'elements');
    expect(policyElements(plan, top!).at(-1)).toMatchObject({ path: 'own-element', name: '' });
  });
});
