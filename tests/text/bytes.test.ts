import { expect, test } from 'vitest';
import { formatBytes } from '../../src/text/bytes';

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1 kB'],
  [1_640_000, '1,6 MB'],
  [12_300_000, '12 MB'],
  [11_000_000_000, '11 GB'],
])('%d bytes are %s', (bytes, words) => {
  expect(formatBytes(bytes)).toBe(words.replace(' ', '\u00a0'));
});
