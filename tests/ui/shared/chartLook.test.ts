import { expect, test } from 'vitest';
import { apart, labelStep } from '../../../src/ui/shared/chartLook';
import type { EndLabel } from '../../../src/ui/shared/chartLook';

const label = (text: string, y: number, x = 0, align: EndLabel['align'] = 'left'): EndLabel => ({
  text,
  x,
  y,
  tone: 'ink',
  align,
});

const places = (labels: readonly EndLabel[]) => labels.map(({ text, y }) => [text, y]);

test('labels that would cover one another are moved down, in the order of their points', () => {
  expect(places(apart([label('real', 42), label('expected', 40), label('verified', 41)], 10))).toEqual([
    ['expected', 40],
    ['verified', 50],
    ['real', 60],
  ]);
});

test('labels that are far apart stay where their points are', () => {
  const labels = [label('a', 10), label('b', 12, 200), label('c', 14, 0, 'right'), label('d', 30)];
  expect(places(apart(labels, 10))).toEqual(places(labels));
});

test('as many labels stand under a chart as there is room for', () => {
  expect(labelStep(4, 30, 300)).toBe(1);
  expect(labelStep(60, 30, 300)).toBe(6);
  expect(labelStep(60, 30, 0)).toBe(1800);
  expect(labelStep(0, 30, 300)).toBe(1);
});
