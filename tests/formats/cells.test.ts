import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cleanText,
  compareKey,
  dayOf,
  looksLikeDay,
  numberOf,
  statedValueOf,
  textOf,
} from '../../src/formats/cells';
import type { Cell } from '../../src/formats/grid';

const text = (written: string): Cell => ({ kind: 'text', text: written });
const number = (value: number, numberFormat?: string, shown = ''): Cell => ({
  kind: 'number',
  value,
  text: shown,
  ...(numberFormat ? { numberFormat } : {}),
});

describe('texts', () => {
  test('noise goes, line ends stay', () => {
    expect(cleanText('  Número\u00a0 de \t actas \r\n  y mesas ')).toBe('Número de actas\ny mesas');
    expect(cleanText('gestio\u0301n')).toBe('gestión');
    expect(cleanText('zona\u200b wifi')).toBe('zona wifi');
  });

  test('cleaning twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (written) => {
        expect(cleanText(cleanText(written))).toBe(cleanText(written));
      }),
    );
  });

  test('headers compare without blanks, accents, case and signs', () => {
    expect(compareKey('RES ULT AD O TRI ME STR E 1')).toBe(compareKey('Resultado\nTrimestre 1'));
    expect(compareKey('DESCRIPCIÓN DEL INDICADOR:')).toBe('descripciondelindicador');
  });

  test('an error has no text', () => {
    expect(textOf({ kind: 'error', text: '#REF!' })).toBe('');
  });
});

describe('numbers and days of cells', () => {
  test('a percent format makes a percent only of values that can be one', () => {
    expect(numberOf(number(1, '0%'), 'comma')).toMatchObject({ value: 1, isPercent: true });
    expect(numberOf(number(950_341_565, '0%'), 'comma')).toMatchObject({
      value: 950_341_565,
      isPercent: false,
    });
    expect(numberOf(number(21), 'comma')).toMatchObject({ value: 21, isPercent: false });
  });

  test('a date cell, a serial and a text are all days in a date column; a bare number does not look like one elsewhere', () => {
    const day: Cell = { kind: 'day', value: '2023-01-01', text: '01/01/2023' };
    expect(dayOf(day)?.day).toBe('2023-01-01');
    expect(dayOf(number(44927))?.day).toBe('2023-01-01');
    expect(dayOf(text(' 01-Jan-23 '))?.day).toBe('2023-01-01');
    expect(looksLikeDay(number(44927))).toBe(false);
    expect(looksLikeDay(text('01-Jan-23'))).toBe(true);
    expect(dayOf(text('44927'))?.day).toBe('2023-01-01');
    expect(looksLikeDay(text('44927'))).toBe(false);
    expect(dayOf(text('4492'))).toBeNull();
  });
});

describe('stated results keep their printed precision (domain.md A6.6)', () => {
  test.each<[Cell, string, number]>([
    [number(0.3333333333, '0.0%', '33,3%'), '33,3%', 33.3],
    [text('25,00%'), '25,00%', 25],
    [text('85 %'), '85 %', 85],
    [number(0.25, undefined, '0,25'), '0,25', 25],
    [text('85'), '85', 85],
    [number(950_341_565, '0%', '95034156500%'), '950341565', 950_341_565],
  ])('%j', (cell, shown, percent) => {
    expect(statedValueOf(cell, 'comma')).toEqual({ text: shown, percent });
  });

  test('no number, nothing stated', () => {
    expect(statedValueOf(text('Cumplida'), 'comma')).toBeNull();
    expect(statedValueOf({ kind: 'error', text: '#DIV/0!' }, 'comma')).toBeNull();
    expect(statedValueOf({ kind: 'blank', text: '' }, 'comma')).toBeNull();
  });
});
