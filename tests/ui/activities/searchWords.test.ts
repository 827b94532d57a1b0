import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wantedWords, withWords } from '../../../src/ui/activities/searchWords';
import { anIndicator } from '../../support/builders';

const rowsNamed = (names: readonly string[]) =>
  names.map((name, row) => ({
    row,
    indicator: anIndicator({ id: `ind:${row}`, deliverable: '', name: '', activity: { number: '', name } }),
  }));
const find = (rows: ReturnType<typeof rowsNamed>, text: string) =>
  withWords(rows, wantedWords(text)).map(({ row }) => row);

test('an indicator is found by all the words that are looked for, without accents or capitals', () => {
  const rows = rowsNamed(['Acción 1 de apropiación', 'Acción 2 de apropiación', 'Acción 3 de uso']);
  expect(find(rows, '')).toEqual([0, 1, 2]);
  expect(find(rows, '  APROPIACION  accion 2')).toEqual([1]);
  expect(find(rows, 'apropiación zzz')).toEqual([]);
  expect(find(rows, 'uso')).toEqual([2]);
});

test('the rows found are those whose own words hold every one', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'á'), minLength: 1, maxLength: 3 });
  const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(fc.array(name, { maxLength: 12 }), fc.array(word, { maxLength: 3 }), (names, wanted) => {
      const plain = (text: string) => text.replaceAll('á', 'a');
      const expected = names.flatMap((one, row) =>
        wanted.every((part) => plain(one).includes(plain(part))) ? [row] : [],
      );
      expect(find(rowsNamed(names), wanted.join(' '))).toEqual(expected);
    }),
  );
});
