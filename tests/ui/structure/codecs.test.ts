import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CODECS } from '../../../src/ui/structure/codecs';
import type { FieldKind } from '../../../src/ui/structure/codecs';

describe('what is typed in a field of the plan', () => {
  it.each<[FieldKind, string, unknown]>([
    ['text', ' Publicar ', ' Publicar '],
    ['number', '', null],
    ['number', '1.015.000.000', 1_015_000_000],
    ['number', '33,3', 33.3],
    ['number', 'muchos', undefined],
    ['percent', '50', 0.5],
    ['percent', '28,72 %', 0.2872],
    ['percent', 'todo', undefined],
    ['percent', '', null],
    ['points', '28,72 %', 28.72],
    ['points', '28,72', 28.72],
    ['points', 'todo', undefined],
    ['pesos', '$ 10.000.000', 10_000_000],
    ['pesos', '$1.500', 1500],
    ['pesos', '10.000.000,50', 10_000_000.5],
    ['pesos', '', null],
    ['pesos', 'diez millones', undefined],
    ['date', '', null],
    ['date', '2026-02-28', '2026-02-28'],
    ['date', '2026-02-31', undefined],
    ['stated', '85%', { text: '85%', percent: 85 }],
    ['stated', '58', { text: '58 %', percent: 58 }],
    ['stated', ' 9,5 % ', { text: '9,5 %', percent: 9.5 }],
    ['stated', 'casi', undefined],
    ['stated', '', null],
  ])('as %s, «%s» is %o', (kind, typed, value) => {
    expect(CODECS[kind].read(typed)).toEqual(value);
  });

  it('money is shown with its thousands, and read as the same', () => {
    expect(CODECS.pesos.write(10_000_000)).toBe('10.000.000');
    expect(CODECS.pesos.read(CODECS.pesos.write(1_015_000_000.5))).toBe(1_015_000_000.5);
  });

  it.each<[string, number, string]>([
    ['85%', 85, '85%'],
    [' 9,5 % ', 9.5, ' 9,5 % '],
    ['58', 58, '58'],
    ['0,333', 33.3, '33,3 %'],
    ['1', 100, '100 %'],
    ['33.333', 33.333, '33,333 %'],
    ['', 12.5, '12,5 %'],
  ])('as a printed result, «%s» that is %d %% is shown as «%s», and read as the same percent', (...given) => {
    const [text, percent, shown] = given;
    expect(CODECS.stated.write({ text, percent })).toBe(shown);
    expect(CODECS.stated.read(shown)).toMatchObject({ percent });
  });

  it('is written as it would be typed, and read back to the same value', () => {
    const amounts = fc.integer({ min: 0, max: 1e9 }).map((thousandths) => thousandths / 1000);
    for (const kind of ['number', 'percent', 'points'] as const) {
      fc.assert(
        fc.property(amounts, (value) => {
          expect(CODECS[kind].read(CODECS[kind].write(value))).toBe(value);
        }),
      );
    }
  });

  it('shows nothing for what another program wrote there', () => {
    for (const kind of Object.keys(CODECS) as FieldKind[]) {
      expect(CODECS[kind].write({ odd: true })).toBe('');
      expect(CODECS[kind].write(null)).toBe('');
    }
  });
});
