import { expect, test } from 'vitest';
import { valueWords } from '../../src/text/history';

test.each<[string, unknown, string]>([
  ['report', { k: 'value', v: 0.5 }, '50\u00a0%'],
  ['report', null, 'no reportado'],
  ['remark', 'Se aplazó', '«Se aplazó»'],
  ['remark', '', '—'],
  ['planned', 0.25, '25\u00a0%'],
])('%s %o in the history of a period', (field, value, words) => {
  expect(valueWords(field, value, 'percent')).toBe(words);
});
