import { describe, expect, test } from 'vitest';
import { matrix } from '../../src/text/matrix';

const plainSpaces = (text: string) => text.replaceAll('\u00a0', ' ');
const said = (indicators: number, unmeasured: number) => {
  const counts = { indicators, unmeasured, items: 2 };
  return [matrix.summary(counts, 3), matrix.load(counts), matrix.loaded(counts)].map(plainSpaces);
};

describe('what comes in with a matrix', () => {
  test('is its indicators', () => {
    expect(said(12, 0)).toEqual([
      '12 indicadores, 2 ítems, 3 columnas reconocidas',
      'Cargar 12',
      'Quedaron cargados 12 indicadores.',
    ]);
    expect(said(1, 0)[2]).toBe('Quedó cargado 1 indicador.');
  });

  test('is its activities where none has an indicator', () => {
    expect(said(0, 37)).toEqual([
      '37 actividades sin indicador, 2 ítems, 3 columnas reconocidas',
      'Cargar 37 actividades',
      'Quedaron cargadas 37 actividades sin indicador: todavía no miden nada.',
    ]);
    expect(said(0, 1).slice(1)).toEqual([
      'Cargar 1 actividad',
      'Quedó cargada 1 actividad sin indicador: todavía no mide nada.',
    ]);
  });

  test('is both where some have', () => {
    expect(said(12, 1)).toEqual([
      '12 indicadores, 1 actividad sin indicador, 2 ítems, 3 columnas reconocidas',
      'Cargar 12 indicadores y 1 actividad',
      'Quedaron cargados 12 indicadores, y 1 actividad sin indicador, que todavía no mide nada.',
    ]);
    const counts = { indicators: 1, unmeasured: 2, items: 2 };
    expect(plainSpaces(matrix.loadWithZeros(counts))).toBe(
      'Cargar 1 indicador y 2 actividades, con los ceros',
    );
    expect(plainSpaces(matrix.loaded(counts))).toBe(
      'Quedó cargado 1 indicador, y 2 actividades sin indicador, que todavía no miden nada.',
    );
  });

  test('is nothing where there is nothing', () => {
    expect(said(0, 0)[0]).toBe('0 indicadores, 2 ítems, 3 columnas reconocidas');
  });
});
