import { expect, it } from 'vitest';
import { evaluate } from '../../src/domain/evaluate';
import { groupingFrom, groupingText } from '../../src/domain/grouping';
import { planTableOf } from '../../src/domain/planTable';
import { groupingChoices, methodFigure } from '../../src/domain/rollupChoices';
import { TAXONOMIES } from '../../src/domain/taxonomies';
import { anIndicator, aPlan } from '../support/builders';
import { cartagena } from '../support/cartagena';
import { EXPECTED } from '../support/expectedFigures';

function taggedWithAll() {
  const tags = new Map(TAXONOMIES.map(({ id, elements }) => [id, elements.map(({ slug }) => slug)]));
  return aPlan({ indicators: [anIndicator({ activity: { tags } })] });
}

const evaluationOf = (plan: ReturnType<typeof aPlan>) => evaluate(planTableOf(plan), '2023-03-31');

it('a plan can be averaged by its items, its cycle, its people and every taxonomy that is carried', () => {
  expect(groupingChoices(cartagena()).map(groupingText)).toEqual(['item', 'phva', 'responsible']);
  const plan = taggedWithAll();
  expect(groupingChoices(plan).map(groupingText)).toEqual([
    'item',
    'phva',
    'responsible',
    'taxonomy/decree-767',
    'taxonomy/decree-1008',
    'taxonomy/decree-1008/components',
    'taxonomy/decree-1008/enablers',
    'taxonomy/decree-1008/purposes',
    'taxonomy/mrae-domains',
    'taxonomy/departments',
  ]);
  for (const by of groupingChoices(plan)) expect(groupingFrom(groupingText(by))).toEqual(by);
});

it('a taxonomy of its own, and a grouping that it has already, are choices too', () => {
  const tags = new Map([['own-axes', ['one']]]);
  const plan = aPlan({
    indicators: [anIndicator({ activity: { tags } })],
    rollupBy: { taxonomy: 'decree-767', under: 'architecture' },
  });
  expect(groupingChoices(plan).map(groupingText).slice(-2)).toEqual([
    'taxonomy/own-axes',
    'taxonomy/decree-767/architecture',
  ]);
});

it('each method gives its figure at the cut, as the seeds have it (A6.5)', () => {
  const plan = cartagena();
  const evaluation = evaluationOf(plan);
  const { flatMean, itemMean } = EXPECTED.cartagena2023.atCut;
  expect(methodFigure(plan, evaluation, 'flatMean', 'item').value).toBeCloseTo(flatMean, 4);
  const byItem = methodFigure(plan, evaluation, 'groupMean', 'item');
  expect([byItem.n, byItem.groups]).toEqual([8, 8]);
  expect(byItem.value).toBeCloseTo(itemMean, 4);
  expect(methodFigure(plan, evaluation, 'weighted', 'item')).toMatchObject({ value: null, n: 0 });
});

it('a taxonomy that no activity carries makes one group of all that is outside it', () => {
  const plan = cartagena();
  const figure = methodFigure(plan, evaluationOf(plan), 'groupMean', { taxonomy: 'mrae-domains' });
  expect(figure).toMatchObject({ groups: 1, outside: 12 });
});
