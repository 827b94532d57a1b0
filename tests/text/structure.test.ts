import { expect, test } from 'vitest';
import { structure } from '../../src/text/structure';

test.each<[number, number, number, string]>([
  [2, 3, 5, 'Con 2\u00a0actividades, 3\u00a0indicadores y 5\u00a0reportes'],
  [0, 1, 0, 'Con 1\u00a0indicador'],
  [0, 0, 1, 'Con 1\u00a0reporte'],
])('%d activities, %d indicators and %d reports went along', (activities, indicators, reports, words) => {
  expect(structure.wentAlong(activities, indicators, reports)).toBe(words);
});
