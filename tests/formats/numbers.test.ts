import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decimalSignOf,
  decimalText,
  isErrorText,
  isPercentFormat,
  otherReading,
  percentText,
  readNumber,
  shownNumber,
} from '../../src/formats/numbers';

describe('numbers as people write them (domain.md A6.7)', () => {
  test.each([
    ['0,3', 0.3],
    ['16.00', 16],
    ['10.000', 10_000],
    ['$ 1.015.000.000', 1_015_000_000],
    [' 44.893.000 ', 44_893_000],
    ['14,430,365,174.00', 14_430_365_174],
    ['1.234,5', 1234.5],
    ['-5', -5],
    ['-$ 1.500', -1500],
    ['(1.200)', -1200],
    ['$ (1.015.000)', -1_015_000],
    ['($ 0,5)', -0.5],
    ['21', 21],
    ['.5', 0.5],
    ['0.125', 0.125],
    ['1,5e-7', 1.5e-7],
  ])('%s', (text, value) => {
    expect(readNumber(text)?.value).toBe(value);
  });

  test.each([
    ['28,72%', 0.2872],
    ['100%', 1],
    ['33,3 %', 0.333],
  ])('%s is a fraction of 1, exactly', (text, value) => {
    expect(readNumber(text)).toEqual({ value, isPercent: true, isAmbiguous: false });
  });

  test('one dot before three digits parts thousands and is doubtful; twice or with a currency it is not', () => {
    expect(readNumber('1.500')).toEqual({ value: 1500, isPercent: false, isAmbiguous: true });
    expect(readNumber('1.015.000')?.isAmbiguous).toBe(false);
    expect(readNumber('$ 1.500')?.isAmbiguous).toBe(false);
    expect(readNumber('16.00')?.isAmbiguous).toBe(false);
  });

  test('one comma before three digits follows the sign of its column and is doubtful', () => {
    expect(readNumber('1,500', 'comma')).toEqual({ value: 1.5, isPercent: false, isAmbiguous: true });
    expect(readNumber('1,500', 'dot')).toEqual({ value: 1500, isPercent: false, isAmbiguous: true });
  });

  test.each([
    ['1.500', 1500, 1.5],
    ['1,500', 1.5, 1500],
    ['$ 10.000', 10_000, 10],
    ['1.500%', 15, 0.015],
    ['1,500%', 0.015, 15],
  ])('%s read as %d would be %d with its sign of the other kind', (text, read, other) => {
    expect(otherReading(text, read)).toBe(other);
    expect(otherReading(text, other)).toBe(read);
  });

  test.each([
    '',
    '-',
    'N/A',
    '# Actas',
    '2 Estrategias',
    '1.2.3',
    '12.34.567',
    '1..2',
    '--1',
    '%',
    '1/2',
    'e5',
    '1e999',
    '(1.200',
    '()',
    '(Anexo 01)',
    '-(5)',
    '$ -',
  ])('not a number: %j', (text) => {
    expect(readNumber(text)).toBeNull();
  });

  test('a column shows its decimal sign by texts that allow one reading', () => {
    expect(decimalSignOf(['1.500', '16.00'])).toBe('dot');
    expect(decimalSignOf(['1,500', '14,430,365.5'])).toBe('dot');
    expect(decimalSignOf(['1.500', '0,3'])).toBe('comma');
    expect(decimalSignOf(['16.00', '33,3%'])).toBe('comma');
    expect(decimalSignOf(['1.500', '7'])).toBe('comma');
  });
});

describe('numbers as shown', () => {
  test('a percent keeps the decimals of its format', () => {
    expect(shownNumber(1 / 3, '0.0%')).toBe('33,3%');
    expect(shownNumber(1, '0%')).toBe('100%');
    expect(shownNumber(0.25, '0.00%')).toBe('25,00%');
    expect(shownNumber(0.3)).toBe('0,3');
  });

  test('a code keeps the zeros of its format, and every digit it has', () => {
    expect(shownNumber(900, '0000')).toBe('0900');
    expect(shownNumber(10_101, '000000')).toBe('010101');
    expect(shownNumber(2_021_130_010_123)).toBe('2021130010123');
    expect(shownNumber(-5, '0000')).toBe('-5');
    expect(shownNumber(0.5, '00')).toBe('0,5');
  });

  test('a quoted percent sign is no percent format', () => {
    expect(isPercentFormat('0.0%')).toBe(true);
    expect(isPercentFormat('0 "%"')).toBe(false);
    expect(isPercentFormat(undefined)).toBe(false);
  });

  test('what is written reads back as the same number', () => {
    const number = fc
      .tuple(fc.integer({ min: -1e12, max: 1e12 }), fc.nat(6))
      .map(([n, d]) => Number(`${n}e-${d}`));
    fc.assert(
      fc.property(number, (value) => {
        expect(readNumber(decimalText(value))?.value).toBe(value === 0 ? 0 : value);
        expect(readNumber(percentText(value))).toMatchObject({
          value: value === 0 ? 0 : value,
          isPercent: true,
        });
      }),
    );
  });

  test('spreadsheet errors are known in both languages', () => {
    expect(['#REF!', '#DIV/0!', '#N/A', '#¡VALOR!', '#¿NOMBRE?', '#N/D'].every(isErrorText)).toBe(true);
    expect(isErrorText('# Actas de reunión')).toBe(false);
  });
});

test.each(['1\n2', '3 4', '12 34', '1 2 3', '1234 500', '0,5 700', '1\n500', '25 50 %'])(
  'several numbers in one cell are none: %j',
  (text) => {
    expect(readNumber(text)).toBeNull();
  },
);

test.each([
  ['1 500', 1500],
  ['1\u00a0015\u202f000,5', 1_015_000.5],
  [' $ 1 500 ', 1500],
  ['50 %', 0.5],
])('blanks part thousands and set signs apart: %j', (text, value) => {
  expect(readNumber(text)?.value).toBe(value);
});
