import { describe, expect, test } from 'vitest';
import { CALI_3 } from '../../src/domain/bands';
import { CALI_3_EXACT, DAFP_5, DNP_5, DNP_5_EXACT } from '../../src/domain/schemes';
import type { BandScheme } from '../../src/domain/bands';
import { evaluate } from '../../src/domain/evaluate';
import { figureOf } from '../../src/domain/figure';
import { planTableOf } from '../../src/domain/planTable';
import { schemeRule, standingIn } from '../../src/text/bands';
import { standingWords } from '../../src/text/pieces';
import { anIndicator, aPlan } from '../support/builders';

const LIGHTS: BandScheme = {
  ...CALI_3,
  id: 'own',
  bands: CALI_3.bands.map((band, at) => ({ ...band, label: ['Rojo', 'Ámbar', 'Verde'][at] ?? '' })),
};

describe('the rule of a scheme in small print', () => {
  test.each<[BandScheme, string]>([
    [
      CALI_3,
      'Tres clases (Cali 2020): crítica 0–40, en proceso 41–80, finalizada 81–100; se redondea al entero.',
    ],
    [
      CALI_3_EXACT,
      'Tres clases (Cali 2020): crítica hasta 40, en proceso más de 40 y hasta 80, finalizada más de 80; sin redondear.',
    ],
    [
      DNP_5,
      'Cinco niveles del DNP: crítica 0–39, baja 40–59, media 60–69, satisfactoria 70–79, sobresaliente 80–100; se redondea al entero.',
    ],
    [
      DNP_5_EXACT,
      'Cinco niveles del DNP: crítica menos de 40, baja desde 40 y menos de 60, media desde 60 y menos de 70, satisfactoria desde 70 y menos de 80, sobresaliente desde 80; sin redondear.',
    ],
    [
      DAFP_5,
      'Cinco niveles del DAFP: nivel 1 0–20, nivel 2 21–40, nivel 3 41–60, nivel 4 61–80, nivel 5 81–100; se redondea al entero.',
    ],
    [LIGHTS, 'Rangos propios: Rojo 0–40, Ámbar 41–80, Verde 81–100; se redondea al entero.'],
    [
      { ...CALI_3_EXACT, id: 'one', bands: [{ ...CALI_3.bands[0]!, to: 100, label: 'Todo' }] },
      'Rangos propios: Todo 0–100; sin redondear.',
    ],
  ])('%o', (scheme, words) => expect(schemeRule(scheme)).toBe(words));
});

test('an indicator goes by its band where that says more than its class', () => {
  const words = (scheme: BandScheme, value: number) => {
    const plan = aPlan({ scheme, indicators: [anIndicator({ said: [value], end: '2023-06-30' })] });
    return standingWords(standingIn(scheme, figureOf(evaluate(planTableOf(plan), '2023-03-31'), 0)));
  };
  expect(words(CALI_3, 4.5)).toBe('En proceso, al día');
  expect(words(DNP_5, 4.5)).toBe('Baja, al día');
  expect(words(LIGHTS, 1)).toBe('Rojo, atrasada');
});
