import { describe, expect, test } from 'vitest';
import { CALI_3 } from '../../src/domain/bands';
import type { SchemeFlaw } from '../../src/domain/bands';
import { quartersOf, yearsOf } from '../../src/domain/calendar';
import { ownBandsOf, schemeFrom } from '../../src/domain/ownBands';
import { CALI_3_EXACT, DAFP_5, DNP_5, DNP_5_EXACT, SCHEMES } from '../../src/domain/schemes';
import { groupingChoices } from '../../src/domain/rollupChoices';
import { TAXONOMIES } from '../../src/domain/taxonomies';
import {
  bandOfRepeatedName,
  repeatedNameWords,
  bandRange,
  calendarWords,
  flawWords,
  groupingName,
  roundingWords,
  schemeName,
  schemeWords,
  trialWords,
} from '../../src/text/ruleWords';
import { anIndicator, aPlan } from '../support/builders';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('a scheme in words', () => {
  test.each(SCHEMES)('$id has a name of its own', (scheme) => {
    const others = SCHEMES.filter((other) => other !== scheme).map(schemeName);
    expect(schemeName(scheme)).not.toBe('Rangos propios');
    expect(others).not.toContain(schemeName(scheme));
  });

  test('of the plan itself says its bands', () => {
    const own = schemeFrom({ ...ownBandsOf(CALI_3), bands: ownBandsOf(CALI_3).bands.slice(1) });
    expect(plain(schemeWords(own))).toBe('Rangos propios: En proceso (0 a 80 %), Finalizada (81 a 100 %)');
    expect(schemeWords(CALI_3)).toBe(schemeName(CALI_3));
  });

  test.each([
    [CALI_3, ['0 a 40 %', '41 a 80 %', '81 a 100 %']],
    [CALI_3_EXACT, ['hasta 40 %', 'más de 40 y hasta 80 %', 'más de 80 %']],
    [
      DNP_5_EXACT,
      ['menos de 40 %', '40 a menos de 60 %', '60 a menos de 70 %', '70 a menos de 80 %', '80 % o más'],
    ],
  ])('its ranges say who takes each limit', (scheme, ranges) => {
    expect(scheme.bands.map((band) => plain(bandRange(band, scheme)))).toEqual(ranges);
  });

  test.each([
    [CALI_3, 'Se redondea al entero, y la mitad sube: 40,5 % es En proceso.'],
    [
      CALI_3_EXACT,
      'No se redondea, y el límite es de la clase de abajo: 40 % es Crítica y 40,1 %, En proceso.',
    ],
    [DNP_5, 'Se redondea al entero, y la mitad sube: 39,5 % es Baja.'],
    [DNP_5_EXACT, 'No se redondea, y el límite es de la clase de arriba: 39,9 % es Crítica y 40 %, Baja.'],
  ])('its rounding is told with its own first limit', (scheme, words) => {
    expect(plain(roundingWords(scheme))).toBe(words);
  });

  test.each([
    [CALI_3, 40.5, '40,5 % se redondea a 41 % y es En proceso (41 a 80 %).'],
    [CALI_3, 41, '41 % es En proceso (41 a 80 %).'],
    [CALI_3, 104.8, '104,8 % cuenta como 100 % y es Finalizada (81 a 100 %).'],
    [CALI_3, -3, '-3 % cuenta como 0 % y es Crítica (0 a 40 %).'],
    [CALI_3_EXACT, 40.4, '40,4 % es En proceso (más de 40 y hasta 80 %).'],
    [DAFP_5, 40.4, '40,4 % se redondea a 40 % y es Nivel 2 (21 a 40 %).'],
  ])('a percent that is tried is told by the rule (%#)', (scheme, percent, words) => {
    expect(plain(trialWords(percent, scheme))).toBe(words);
  });

  test.each<[SchemeFlaw, string]>([
    [{ code: 'noBands' }, 'No hay ninguna clase.'],
    [{ code: 'hole', from: 91, to: 100 }, 'Queda un hueco: de 91 a 100 % no hay ninguna clase.'],
    [{ code: 'hole', from: 41, to: 41 }, 'Queda un hueco: el 41 % no tiene ninguna clase.'],
    [{ code: 'overlap', from: 40, to: 50 }, 'De 40 a 50 % hay dos clases a la vez.'],
    [{ code: 'overlap', from: 40, to: 40 }, 'El 40 % está en dos clases a la vez.'],
    [{ code: 'notWhole', band: 'inProgress' }, 'El límite de «En proceso» debe ser un número entero.'],
    [{ code: 'outside', band: 'finished' }, '«Finalizada» se sale de 0 a 100 %.'],
    [
      { code: 'empty', band: 'inProgress' },
      '«En proceso» queda vacía: su límite debe ser mayor que el de la clase anterior.',
    ],
    [{ code: 'repeatedBand', band: 'critical' }, '«Crítica» está dos veces.'],
  ])('a flaw says what is wrong: %o', (flaw, words) => {
    expect(plain(flawWords(flaw, CALI_3))).toBe(words);
  });
});

test('two bands of one name are told, also where they go by their class', () => {
  const named = (...labels: readonly string[]) => ({
    ...CALI_3,
    bands: CALI_3.bands.map((band, at) => ({ ...band, label: labels[at] ?? '' })),
  });
  expect(SCHEMES.map(bandOfRepeatedName)).toEqual(SCHEMES.map(() => null));
  expect(bandOfRepeatedName(named('Baja', 'Media', 'Alta'))).toBeNull();
  expect(bandOfRepeatedName(named('Baja', 'Media', ' baja'))).toMatchObject({ id: CALI_3.bands[2]?.id });
  const repeated = bandOfRepeatedName(named('En proceso'));
  expect(repeated && repeatedNameWords(repeated)).toBe(
    'Hay dos clases que se llaman «En proceso»: dele a cada una su nombre.',
  );
});

test('every grouping has a name of its own', () => {
  const tags = new Map(TAXONOMIES.map(({ id, elements }) => [id, elements.map(({ slug }) => slug)]));
  const names = groupingChoices(aPlan({ indicators: [anIndicator({ activity: { tags } })] })).map(
    groupingName,
  );
  expect(new Set(names).size).toBe(names.length);
  expect(names.join(' ')).not.toMatch(/decree|taxonomy|mrae-/);
  expect(groupingName({ taxonomy: 'own-axes' })).toBe('own-axes');
  expect(groupingName({ taxonomy: 'decree-767', under: 'architecture' })).toBe(
    'Arquitectura TI (Decreto 767 de 2022)',
  );
});

test.each([
  [quartersOf(2023), 'Trimestral, del 1 ene 2023 al 31 dic 2023'],
  [yearsOf(2024, 2026, 12), 'Anual, del 1 ene 2024 al 31 dic 2026'],
  [{ ...yearsOf(2024, 2024, 5) }, 'Cada 5 meses, del 1 ene 2024 al 31 dic 2024'],
  [
    { ...quartersOf(2024), cuts: ['2024-07-31'] as const },
    'Con corte el 31 jul 2024, del 1 ene 2024 al 31 dic 2024',
  ],
  [
    { ...quartersOf(2024), cuts: ['2024-03-31', '2024-07-31'] as const },
    'Con cortes el 31 mar 2024 y el 31 jul 2024, del 1 ene 2024 al 31 dic 2024',
  ],
])('a calendar in words (%#)', (calendar, words) => {
  expect(plain(calendarWords(calendar))).toBe(words);
});
