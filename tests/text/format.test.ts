import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { periodsOf, quartersOf } from '../../src/domain/calendar';
import type { Calendar } from '../../src/domain/calendar';
import {
  count,
  formatDay,
  formatDayMonth,
  formatDue,
  formatForTyping,
  formatGap,
  atInstant,
  formatInstant,
  formatNumber,
  formatPercent,
  formatPoints,
  formatShortDay,
  formatStated,
  ofInstant,
  parseDecimal,
  periodName,
  shortPeriodName,
} from '../../src/text/format';

/** Sentences are written here with plain spaces; that the space does not break has its own test. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('percents', () => {
  test.each([
    [40.905, '40,9 %'],
    [0, '0,0 %'],
    [100, '100,0 %'],
    [104.761904762, '104,8 %'],
    [33.333333333, '33,3 %'],
    [40.05, '40,1 %'],
    [1.005, '1,0 %'],
    [0.25, '0,3 %'],
    // Two thirds of a step less than a half is still below it.
    [40.049999999, '40,0 %'],
    // A sum of floats that should have been 40.05.
    [40.04999999999999, '40,1 %'],
    [-0.01, '0,0 %'],
    [1234.5, '1.234,5 %'],
  ])('%d prints as %s (domain.md A6.1, A6.12)', (percent, text) => {
    expect(plain(formatPercent(percent))).toBe(text);
  });

  test('the number and its sign never break across lines', () => {
    expect(formatPercent(40.9)).toBe('40,9\u00a0%');
  });

  test('a printed percent is never farther than half a tenth from the figure', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 999, noNaN: true }), (percent) => {
        const printed = parseDecimal(formatPercent(percent).replace('\u00a0%', ''));
        expect(Math.abs((printed ?? NaN) - percent)).toBeLessThanOrEqual(0.05 + 1e-9);
      }),
    );
  });

  test('points carry their sign, gaps do not', () => {
    expect(plain(formatPoints(23.80952381))).toBe('+23,8 puntos');
    expect(plain(formatPoints(-10.83))).toBe('-10,8 puntos');
    expect(plain(formatPoints(-0.04))).toBe('0,0 puntos');
    expect(plain(formatGap(-10.85))).toBe('10,9 puntos');
  });

  test('a stated result stays as written', () => {
    expect(formatStated({ text: ' 85 % ', percent: 85 })).toBe('85\u00a0%');
    expect(formatStated({ text: '28,72%', percent: 28.72 })).toBe('28,72%');
  });
});

describe('quantities', () => {
  test.each([
    [0.3, '0,3'],
    [21, '21'],
    [1234.5, '1.234,5'],
    [12345, '12.345'],
    [0.1 + 0.2, '0,3'],
    [-0, '0'],
  ])('%d prints as %s', (value, text) => expect(formatNumber(value)).toBe(text));

  test('while it is typed a number has no thousands dots', () => {
    expect(formatForTyping(12345.5)).toBe('12345,5');
  });

  test('a noun follows its number', () => {
    expect(plain(count(1, 'cambio', 'cambios'))).toBe('1 cambio');
    expect(plain(count(0, 'cambio', 'cambios'))).toBe('0 cambios');
    expect(plain(count(1200, 'cambio', 'cambios'))).toBe('1.200 cambios');
  });
});

describe('what a person types as a number', () => {
  test.each<[string, number | null]>([
    ['33,3', 33.3],
    ['33.3', 33.3],
    ['0,3', 0.3],
    ['16.00', 16],
    ['10.000', 10_000],
    ['1.500', 1500],
    ['1,500', 1.5],
    ['1.500,25', 1500.25],
    ['1.015.000.000', 1_015_000_000],
    ['10 000', 10_000],
    // No thousand begins with zero: this can only be a decimal.
    ['0.125', 0.125],
    ['5,', 5],
    [',5', 0.5],
    [' 7 ', 7],
    ['-2', -2],
    ['\u22122', -2],
    ['-0', 0],
    ['', null],
    [',', null],
    ['-', null],
    ['1,2,3', null],
    ['1.50.000', null],
    ['1,500.25', null],
    ['3 4', null],
    ['siete', null],
    ['1e3', null],
    ['Infinity', null],
  ])('"%s" reads as %s (domain.md A6.7)', (text, value) => expect(parseDecimal(text)).toBe(value));

  test('what the app prints reads back as the same number', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 6 }), (units, decimals) => {
        const value = Number((units / 10 ** decimals).toFixed(decimals));
        expect(parseDecimal(formatNumber(value))).toBe(value === 0 ? 0 : value);
        expect(parseDecimal(formatForTyping(value))).toBe(value === 0 ? 0 : value);
      }),
    );
  });
});

describe('days and instants', () => {
  test('a day in long, short and without its year', () => {
    expect(formatDay('2023-03-31')).toBe('31 de marzo de 2023');
    expect(plain(formatShortDay('2023-09-01'))).toBe('1 sep 2023');
    expect(formatDayMonth('2023-12-05')).toBe('5 de diciembre');
  });

  test.each([
    [12, 'vence en 12 días'],
    [1, 'vence en 1 día'],
    [0, 'vence hoy'],
    [-1, 'venció hace 1 día'],
    [-3, 'venció hace 3 días'],
  ])('%d days left: %s', (days, text) => expect(plain(formatDue(days))).toBe(text));

  test("an instant is told on Bogotá's clock, whatever the machine's", () => {
    expect(plain(formatInstant('2023-06-14T14:21:00Z'))).toBe('14 jun 2023, 9:21');
    expect(plain(formatInstant('2023-06-15T02:05:00Z'))).toBe('14 jun 2023, 21:05');
    expect(plain(formatInstant('2023-06-14T05:00:00Z'))).toBe('14 jun 2023, 0:00');
    expect(plain(formatInstant('2023-06-14T14:21:00.000Z+3'))).toBe('14 jun 2023, 9:21');
    expect(plain(formatInstant('2023-06-15T02:05:00Z', '2023-06-14'))).toBe('hoy, 21:05');
  });

  test('goes into a sentence, today too', () => {
    const [past, now] = ['14 jun 2023, 9:21', 'hoy, 9:21'];
    expect([ofInstant(past), ofInstant(now)]).toEqual([`del ${past}`, `de ${now}`]);
    expect([atInstant(past), atInstant(now)]).toEqual([`El ${past}`, 'Hoy, 9:21']);
  });
});

describe('periods', () => {
  const names = (calendar: Calendar) =>
    periodsOf(calendar).map((period) => [
      plain(periodName(period, calendar)),
      plain(shortPeriodName(period, calendar)),
    ]);

  test('civil quarters, semesters and months go by their names', () => {
    expect(names(quartersOf(2023))).toEqual([
      ['1.er trimestre de 2023', 'T1'],
      ['2.º trimestre de 2023', 'T2'],
      ['3.er trimestre de 2023', 'T3'],
      ['4.º trimestre de 2023', 'T4'],
    ]);
    expect(names({ start: '2024-01-01', end: '2024-12-31', monthsPerPeriod: 6 })).toEqual([
      ['1.er semestre de 2024', 'S1'],
      ['2.º semestre de 2024', 'S2'],
    ]);
    expect(names({ start: '2024-02-01', end: '2024-03-31', monthsPerPeriod: 1 })).toEqual([
      ['febrero de 2024', 'feb'],
      ['marzo de 2024', 'mar'],
    ]);
    expect(names({ start: '2024-01-01', end: '2024-12-31', monthsPerPeriod: 12 })).toEqual([
      ['2024', '2024'],
    ]);
  });

  test('a plan of several years says which', () => {
    expect(names({ start: '2023-10-01', end: '2024-03-31', monthsPerPeriod: 3 })).toEqual([
      ['4.º trimestre de 2023', 'T4 2023'],
      ['1.er trimestre de 2024', 'T1 2024'],
    ]);
  });

  test('other spans go by their days, as a semester from April (domain.md X-07)', () => {
    expect(names({ start: '2020-04-01', end: '2021-03-31', monthsPerPeriod: 6 })).toEqual([
      ['1 abr a 30 sep 2020', '1 abr a 30 sep 2020'],
      ['1 oct 2020 a 31 mar 2021', '1 oct 2020 a 31 mar 2021'],
    ]);
    // A last quarter that the end of the plan cuts short is not a quarter.
    expect(names({ start: '2023-01-01', end: '2023-05-15', monthsPerPeriod: 3 })[1]).toEqual([
      '1 abr a 15 may 2023',
      '1 abr a 15 may',
    ]);
  });
});
