import { expect, test } from 'vitest';
import { strengthOf } from '../../../src/ui/share/passphrase';

test.each([
  ['', 'short'],
  ['1234567', 'short'],
  ['ñandúes', 'short'],
  // Two ways to write seven letters are seven letters.
  ['ñandúes'.normalize('NFD'), 'short'],
  ['12345678', 'fair'],
  ['aaaaaaaaaaaaaaaaaaaa', 'fair'],
  ['cuatro palabras al azar', 'strong'],
] as const)('«%s» is %s', (passphrase, strength) => {
  expect(strengthOf(passphrase)).toBe(strength);
});
