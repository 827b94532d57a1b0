import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listedParties } from '../../../src/formats/matrix/parties';
import {
  codeAndName,
  indicatorsIn,
  numberAndName,
  targetWords,
} from '../../../src/formats/matrix/severalThings';

describe('parties in one cell (messy spreadsheets 11)', () => {
  test.each([
    ['Planeación, OAI, Líderes…', ['Planeación', 'OAI', 'Líderes…']],
    ['OAI/ Líderes de proyectos', ['OAI', 'Líderes de proyectos']],
    ['Hacienda; TIC\nTalento Humano', ['Hacienda', 'TIC', 'Talento Humano']],
    ['OAI, OAI, TIC', ['OAI', 'TIC']],
    [
      'Secretaría General (Archivo, Correspondencia), OAI',
      ['Secretaría General (Archivo, Correspondencia)', 'OAI'],
    ],
    ['OAI', []],
    ['OAI,', []],
    ['Alcalde y/o delegado', []],
    ['Equipo 24/7', []],
    ['', []],
  ])('%j', (text, parties) => {
    expect(listedParties(text)).toEqual(parties);
  });

  test('nothing of a text is lost when it is parted', () => {
    const name = fc.stringMatching(/^[A-Za-zÁÉÍÓÚáéíóúñ]{2,12}$/);
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 2, maxLength: 6 }), (names) => {
        expect(listedParties(names.join(', '))).toEqual(names);
        expect(listedParties(names.join('\n'))).toEqual(names);
      }),
    );
  });
});

describe('a code and its name', () => {
  test.each([
    ['010101\nImplementación de la política', '010101', 'Implementación de la política'],
    ['0900\n Gobierno\nterritorial', '0900', 'Gobierno\nterritorial'],
  ])('%j', (text, number, name) => {
    expect(codeAndName(text)).toEqual({ number, name });
  });

  test.each(['2024\nPlan de acción', '010101', '4. Hacer', 'Hacer\n010101', '12\nMesas'])(
    'none: %j',
    (text) => {
      expect(codeAndName(text)).toBeNull();
    },
  );

  test('a number and its name, in a column of numbers only', () => {
    expect(numberAndName('1. Hoja de ruta')).toEqual({ number: '1', name: 'Hoja de ruta' });
    expect(numberAndName('2.1 - Datos abiertos')).toEqual({ number: '2.1', name: 'Datos abiertos' });
    expect(numberAndName('010101\nDatos')).toEqual({ number: '010101', name: 'Datos' });
    expect(['8', '2.1', '2.1.1', 'Datos', ''].map(numberAndName)).toEqual([null, null, null, null, null]);
  });
});

describe('a target in words (messy spreadsheets 6)', () => {
  test.each([
    ['2 Estrategias (Reforestación y agua)', '2', 'Estrategias'],
    ['100 % de los trámites', '100 %', 'de los trámites'],
    ['Dos (2) mesas, una por semestre', '2', 'mesas'],
    ['1.500 personas', '1.500', 'personas'],
  ])('%j', (text, number, unit) => {
    expect(targetWords(text)).toEqual({ number, unit });
  });

  test.each(['# Actas', 'Dos estrategias', '4', '100%', '16.00', 'Estrategias 2', ''])('none: %j', (text) => {
    expect(targetWords(text)).toBeNull();
  });
});

test.each([
  ['Número de mesas\nPorcentaje de avance', 2],
  ['1. Mesas\n2. Actas\n3. Informes', 3],
  ['- Mesas\n- Actas', 2],
  ['% de trámites en línea\n# de usuarios', 2],
  ['Número de mesas', 1],
  ['Número de mesas\nde trabajo', 1],
  ['', 1],
])('indicators in a cell: %j', (text, howMany) => {
  expect(indicatorsIn(text)).toBe(howMany);
});
