import { expect, test } from 'vitest';
import { csvOf } from '../../src/commands/exportCsv';
import { anIndicator, aPlan } from '../support/builders';

test('the table bears the result of each indicator at the cut, and the name of the plan', () => {
  const plan = aPlan({
    title: 'Plan de acción 2023',
    indicators: [anIndicator({ id: 'ind:a', target: 21, said: [2, 5] })],
  });
  const textAt = (cut: `${number}-${number}-${number}`) => new TextDecoder().decode(csvOf(plan, cut).bytes);
  expect(textAt('2023-03-31')).toContain('9,5%');
  expect(textAt('2023-06-30')).toContain('33,3%');
  const { name, mime } = csvOf(plan, '2023-03-31');
  expect(name).toMatch(/^plan-de-accion-2023-\d{4}-\d\d-\d\d\.csv$/);
  expect(mime).toBe('text/csv');
});
