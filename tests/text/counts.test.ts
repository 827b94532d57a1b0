import { expect, test } from 'vitest';
import { evidence } from '../../src/text/evidence';
import { inbox } from '../../src/text/inbox';
import { matrix } from '../../src/text/matrix';
import { seeMore } from '../../src/text/pieces';
import { review } from '../../src/text/review';
import { share } from '../../src/text/share';

const MANY = { indicators: 5000, unmeasured: 0 };

test.each([
  ['the rows to load', matrix.load(MANY)],
  ['the rows to load, without zeros', matrix.loadWithoutZeros(MANY)],
  ['the rows to load, with zeros', matrix.loadWithZeros(MANY)],
  ['those that agree', matrix.agree(5000, 5000)],
  ['the rows in view', review.moreRows(5000, 9000)],
  ['the columns found', review.columnsTitle(5000)],
  ['the differences to settle', inbox.settle(5000)],
  ['the differences that are left', inbox.leaves(5000)],
  ['the files to prepare', evidence.preparing(5000, 9000)],
  ['the changes known', share.known(5000)],
])('%s are counted with the point of thousands', (_, said) => {
  expect(said).toContain('5.000');
  expect(said).not.toContain('5000');
});

test('what shows more of a list says how many come, and how many there are still to see', () => {
  expect(seeMore(50, 1250)).toBe('Ver 50 más (faltan 1.250)');
  expect(seeMore(20, 20)).toBe('Ver 20 más');
});
