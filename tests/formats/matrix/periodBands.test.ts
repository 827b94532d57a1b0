import { describe, expect, test } from 'vitest';
import type { MatrixReading } from '../../../src/formats/matrix/reading';
import { FIRST, HEAD, LONG_MONTHS, SHORT_MONTHS, blanks, confidencesOf, takenFor } from './periodColumns';
import { only, reading } from './plans';

/** Two bands, each over the same periods, as they were taken. */
function underBands(
  [first, second]: readonly [string, string],
  [one, two]: readonly [string, string],
): MatrixReading {
  return reading(
    [
      ['Vigencia', 2024],
      [...FIRST, first, null, second, null],
      [...blanks(3), one, two, one, two],
      [...HEAD, 1, 2, 3, 4],
    ],
    ['D2:E2', 'F2:G2'],
  );
}

describe('what a band says of the periods under it', () => {
  test.each([
    ['PROGRAMACIÓN TRIMESTRAL', 'EJECUCIÓN TRIMESTRAL', 'T1', 'T2'],
    ['METAS TRIMESTRALES', 'AVANCES TRIMESTRALES', 'T1', 'T2'],
    ['META TRIMESTRAL', 'LOGRO TRIMESTRAL', 'ENE-MAR', 'ABR-JUN'],
    ['PROGRAMACIÓN MENSUAL', 'EJECUCIÓN MENSUAL', 'ENE', 'FEB'],
    ['PRO GRAMA CIÓN TRIMES TRAL', 'EJE CUCIÓN TRI MESTRAL', 'T1', 'T2'],
  ])('%s | %s over %s, %s', (first, second, ...periods) => {
    const read = underBands([first, second], periods);
    expect(takenFor(read)).toEqual(['planned 0', 'planned 1', 'value 0', 'value 1']);
    expect(confidencesOf(read)).toEqual(['sure', 'sure', 'sure', 'sure']);
  });

  test.each([
    ['CRONOGRAMA DE METAS', 'SEGUIMIENTO', ['planned 0', 'planned 1', 'value 0', 'value 1'], 'likely'],
    ['METAS DEL CUATRIENIO', 'EJECUTADO', ['planned 0', 'planned 1', 'value 0', 'value 1'], 'sure'],
    ['SEGUIMIENTO SIMI', 'EJECUTADO', ['', '', 'value 0', 'value 1'], 'likely'],
    ['AVANCE SECTORIAL', 'LOGRO', ['', '', 'value 0', 'value 1'], 'likely'],
    ['RESULTADO', 'AVANCE SECTORIAL', ['value 0', 'value 1', '', ''], 'likely'],
    ['% CUMPLIMIENTO TRIMESTRAL', 'EJECUCIÓN TRIMESTRAL', ['', '', 'value 0', 'value 1'], 'sure'],
    [
      'AVANCE DE METAS TRIMESTRALES',
      'PROGRAMADO',
      ['value 0', 'value 1', 'planned 0', 'planned 1'],
      'likely',
    ],
    ['AVANCE DE LA META', 'AVANCE PROGRAMADO', ['value 0', 'value 1', 'planned 0', 'planned 1'], 'likely'],
    ['META PROGRAMADA', 'META EJECUTADA', ['planned 0', 'planned 1', 'value 0', 'value 1'], 'likely'],
  ])('%s | %s over two quarters', (first, second, taken, confidence) => {
    const read = underBands([first, second], ['Trim I', 'Trim II']);
    expect(takenFor(read)).toEqual(taken);
    const results = read.columns.filter(({ period }) => period?.aspect === 'value');
    expect(results.map((column) => column.confidence)).toEqual([confidence, confidence]);
    const kept = read.columns.filter(({ confidence: one }) => one === 'none');
    expect(only(read, 'unmappedColumn').map(({ column }) => column)).toEqual(
      kept.map(({ letter }) => letter),
    );
  });

  test('words that nobody knows make a period only likely', () => {
    const read = underBands(['ENTREGAS SECTORIALES', 'RECURSOS'], ['T1', 'T2']);
    expect(takenFor(read)).toEqual(['value 0', 'value 1', '', '']);
    expect(confidencesOf(read)).toEqual(['likely', 'likely', 'none', 'none']);
  });

  test.each([
    'SEGUIMIENTO OCI',
    'SEGUIMIENTO OFICINA DE CONTROL INTERNO',
    'MONITOREO SEGUNDA LÍNEA DE DEFENSA',
    'AVANCE SEGÚN AUDITORÍA',
  ])('%s is no result of the plan', (band) => {
    const read = underBands([band, 'EJECUTADO'], ['Trim I', 'Trim II']);
    expect(takenFor(read)).toEqual(['', '', 'value 0', 'value 1']);
    expect(Object.values(read.rows[0]?.extra ?? {})).toEqual(['1', '2']);
  });

  test('what stands right over the cells goes before the band', () => {
    const read = reading(
      [
        ['Vigencia', 2024],
        [...FIRST, 'PROGRAMACIÓN TRIMESTRAL', null],
        [...blanks(3), 'META T1', 'EJECUTADO T1'],
        [...HEAD, 1, 2],
      ],
      ['D2:E2'],
    );
    expect(takenFor(read)).toEqual(['planned 0', 'value 0']);
    expect(confidencesOf(read)).toEqual(['sure', 'likely']);
  });

  test.each([
    ['SEGUIMIENTO MENSUAL 2024'],
    ['AVANCE MENSUAL'],
    ['AVANCE MENSUAL 2024'],
    ['PERIODO 2024'],
    ['MESES 2024'],
    ['MES'],
  ])('all the months of a year under %s', (band) => {
    for (const months of [SHORT_MONTHS, LONG_MONTHS]) {
      const read = reading(
        [
          ['Vigencia', 2024],
          [...FIRST, band, ...blanks(11)],
          [...blanks(3), ...months],
          [...HEAD, ...months.map((_, at) => at)],
        ],
        ['D2:O2'],
      );
      expect(takenFor(read)).toEqual(months.map((_, at) => `value ${at}`));
      expect(read.calendar).toEqual({ start: '2024-01-01', end: '2024-12-31', monthsPerPeriod: 1 });
    }
  });

  test.each([
    ['ENERO', 'S1', 'S2', 'S3', 'S4'],
    ['FEBRERO 2024', 'Sem. 1', 'Sem. 2', 'Sem. 3', 'Sem. 4'],
    ['AVANCE MENSUAL', 'SEM 1', 'SEM 2', 'SEM 3', 'SEM 4'],
    ['TRIMESTRE 1', 'S1', 'S2', 'S3', 'S4'],
    ['ENE-MAR', 'S1', 'S2', 'S3', 'S4'],
  ])('weeks under %s are no semesters', (band, ...weeks) => {
    for (const merges of [[], ['E2:H2', 'D2:D3']]) {
      const read = reading(
        [
          ['Vigencia', 2024],
          [...FIRST, 'T1', band, ...blanks(3)],
          [...blanks(4), ...weeks],
          [...HEAD, 7, 1, 2, 3, 4],
        ],
        merges,
      );
      expect(takenFor(read)).toEqual(['value 0', '', '', '', '']);
      expect(only(read, 'unmappedColumn').length).toBe(4);
    }
  });

  test('a period may be as long as the one over it', () => {
    const read = underBands(['POR TRIMESTRES', 'MESES DEL SEMESTRE'], ['I TRIM', 'II TRIM']);
    expect(takenFor(read)).toEqual(['value 0', 'value 1', '', '']);
  });

  test('a band of numbers without end takes no time', () => {
    const read = underBands(['I'.repeat(50) + 'X', '20'.repeat(25) + 'X'], ['T1', 'T2']);
    expect(takenFor(read)).toEqual(['value 0', 'value 1', '', '']);
  });

  test.each([
    ['P T1', 'E T1', 'P T2', 'E T2'],
    ['P. Trim 1', 'E. Trim 1', 'P. Trim 2', 'E. Trim 2'],
    ['T1 P', 'T1 E', 'T2 P', 'T2 E'],
    ['I TRIM (P)', 'I TRIM (E)', 'II TRIM (P)', 'II TRIM (E)'],
  ])('programmed and executed in letters beside a period: %s, %s', (...headers) => {
    const rows = [
      [...FIRST, ...headers],
      [...HEAD, 1, 2, 3, 4],
    ];
    const under = [
      [...FIRST, 'SEGUIMIENTO 2024', ...blanks(3)],
      [...blanks(3), ...headers],
      ...rows.slice(1),
    ];
    for (const read of [reading([['Vigencia', 2024], ...rows]), reading(under, ['D1:G1'])]) {
      expect(takenFor(read)).toEqual(['planned 0', 'value 0', 'planned 1', 'value 1']);
    }
  });

  test('one letter alone beside periods says nothing', () => {
    const read = reading([
      ['Vigencia', 2024],
      [...FIRST, 'T1', 'P T1', 'P T2'],
      [...HEAD, 1, 2, 3],
    ]);
    expect(takenFor(read)).toEqual(['value 0', '', '']);
  });

  test('the day of a cut behind its month is no year', () => {
    const read = reading(
      [
        [...FIRST, '2024 T1', 'AVANCE 2024', null, null],
        [...blanks(4), 'MARZO 31', 'JUNIO 30', 'DICIEMBRE 31'],
        [...HEAD, 7, 1, 2, 3],
      ],
      ['E1:G1'],
    );
    expect(takenFor(read)).toEqual(['value 0', '', '', '']);
    expect(read.calendar).toMatchObject({ start: '2024-01-01', end: '2024-12-31' });
    expect(only(read, 'unmappedColumn').length).toBe(3);
  });

  test.each([
    ['OBSERVACIONES PRIMERA LÍNEA', 'remark'],
    ['METAS DEL INDICADOR DE PRODUCTO', 'planned'],
    ['EVIDENCIAS DE LAS ACTIVIDADES', 'evidence'],
    ['ACTIVIDADES PROGRAMADAS', 'planned'],
  ])('%s over periods is no column of the plan', (band, aspect) => {
    const read = underBands([band, 'LOGRO'], ['T1', 'T2']);
    expect(takenFor(read)).toEqual([`${aspect} 0`, `${aspect} 1`, 'value 0', 'value 1']);
    expect(confidencesOf(read).slice(0, 2)).toEqual(['likely', 'likely']);
  });

  test('months under the word for quarters are only likely', () => {
    const read = underBands(['META TRIMESTRAL', 'AVANCE TRIMESTRAL'], ['MAR', 'JUN']);
    expect(takenFor(read)).toEqual(['planned 2', 'planned 5', 'value 2', 'value 5']);
    expect(new Set(confidencesOf(read))).toEqual(new Set(['likely']));
  });
});
