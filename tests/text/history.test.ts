import { expect, test } from 'vitest';
import { valueWords } from '../../src/text/history';

test.each<[string, unknown, string]>([
  ['report', { k: 'value', v: 0.5 }, '50\u00a0%'],
  ['report', null, 'no reportado'],
  ['remark', 'Se aplazó', '«Se aplazó»'],
  ['remark', '', '—'],
  ['start', '2024-11-30', '30\u00a0nov\u00a02024'],
  ['phvaStage', 'check', 'Verificar'],
  ['planned', 0.25, '25\u00a0%'],
])('%s %o in the history of a period', (field, value, words) => {
  expect(valueWords(field, value, 'percent')).toBe(words);
});
