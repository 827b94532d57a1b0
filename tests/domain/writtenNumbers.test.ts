import { describe, expect, it, test } from 'vitest';
import { numberFinder } from '../../src/domain/writtenNumbers';

const find = numberFinder({ names: ['Fase 2 del PETI', '4 informes'], years: new Set([2024]) });

describe('a number in a text', () => {
  test.each([
    ['40 %', 40, 0, true],
    ['40%', 40, 0, true],
    ['40,5 %', 40.5, 1, true],
    ['40.50 %', 40.5, 2, true],
    ['40\u00a0%', 40, 0, true],
    ['12 por ciento', 12, 0, true],
    ['10.000', 10_000, 0, false],
    ['1.015.000.000', 1_015_000_000, 0, false],
    ['0,3', 0.3, 1, false],
    ['17', 17, 0, false],
  ])('%s', (written, value, decimals, isPercent) => {
    const text = `Son ${written}, y nada.`;
    expect(find(text)).toEqual([{ start: 4, end: 4 + written.length, written, value, decimals, isPercent }]);
  });

  test.each([
    'Al 31 de julio de 2024',
    'en julio de 2019',
    'el 3 de agosto',
    'el 31/07/2024 a las 10:30',
    'el 2024-07-31',
    'la vigencia 2023',
    'el año 2023',
    'en 2024',
    'la Ley 1712 de 2014',
    'el Decreto n.º 767 de 2022',
    'la Resolución 1519 de 2020',
    'el artículo 2.2.22.3.8',
    'la ISO 27001',
    'el 1.er semestre y el 2.º trimestre',
    'la fase 2',
    'los 4 informes',
    'el T2 y las 4RI',
    '1. Uno',
  ])('is of no result in "%s"', (text) => {
    expect(find(text)).toEqual([]);
  });

  it('is one where only a part of a name stands', () => {
    expect(find('las 4 sesiones de la fase 3').map(({ value }) => value)).toEqual([4, 3]);
  });

  it('ends where its sentence does', () => {
    expect(find('Va en 80 %. Son 3.').map(({ written }) => written)).toEqual(['80 %', '3']);
  });
});
