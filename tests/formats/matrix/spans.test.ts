import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shownDay } from '../../../src/formats/numbers';
import { dayFromNumber } from '../../../src/domain/isoDay';
import { readDays, readSpan } from '../../../src/formats/matrix/spans';

describe('a stretch of time where a day was expected (messy spreadsheets 10)', () => {
  test.each([
    ['1º semestre 2025', '2025-01-01', '2025-06-30'],
    ['II Semestre de 2025', '2025-07-01', '2025-12-31'],
    ['primer semestre del 2025', '2025-01-01', '2025-06-30'],
    ['I trimestre 2024', '2024-01-01', '2024-03-31'],
    ['1er trimestre de 2024', '2024-01-01', '2024-03-31'],
    ['4° trimestre 2024', '2024-10-01', '2024-12-31'],
    ['2025-2026', '2025-01-01', '2026-12-31'],
    ['2025 a 2027', '2025-01-01', '2027-12-31'],
    ['2025', '2025-01-01', '2025-12-31'],
    ['enero de 2024', '2024-01-01', '2024-01-31'],
    ['Febrero 2024', '2024-02-01', '2024-02-29'],
    ['dic-24', '2024-12-01', '2024-12-31'],
    ['Jun. 2023', '2023-06-01', '2023-06-30'],
    ['07/2024', '2024-07-01', '2024-07-31'],
  ])('%s', (text, first, last) => {
    expect(readSpan(text)).toEqual({ first, last });
  });

  test.each([
    '',
    '2026-2025',
    '1º semestre',
    'trimestre 5 de 2024',
    '13/2024',
    'permanente',
    'mal-24',
    '1999',
  ])('none: %j', (text) => {
    expect(readSpan(text)).toBeNull();
  });
});

describe('several days in a cell', () => {
  test.each([
    ['1/01/24\n1/01/24', ['2024-01-01', '2024-01-01']],
    ['1/01/24 - 31/12/24', ['2024-01-01', '2024-12-31']],
    ['1/01/24 al 30 de junio de 2024', ['2024-01-01', '2024-06-30']],
    ['30/06/24; 31/12/24', ['2024-06-30', '2024-12-31']],
    ['31/12/24', []],
    ['01-ene-23', []],
    ['1/01/24\npor definir', []],
    ['', []],
  ])('%j', (text, days) => {
    expect(readDays(text).map(({ day }) => day)).toEqual(days);
  });

  test('are those that were written, in their order', () => {
    const day = fc.integer({ min: 18_000, max: 25_000 }).map(dayFromNumber);
    fc.assert(
      fc.property(fc.array(day, { minLength: 2, maxLength: 4 }), (days) => {
        const written = days.map(shownDay).join('\n');
        expect(readDays(written).map((read) => read.day)).toEqual(days.map(readBack));
      }),
    );
  });
});

/** Day before month, whatever it was. */
function readBack(day: string): string {
  const [year, month, date] = day.split('-');
  return `${year}-${month}-${date}`;
}
