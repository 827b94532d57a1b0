import { describe, expect, test } from 'vitest';
import type { IsoDay } from '../../../src/domain/isoDay';
import { readPeriodHeader } from '../../../src/formats/matrix/periods';
import { FIRST, HEAD, LONG_MONTHS, blanks, takenFor } from './periodColumns';
import { reading } from './plans';

describe('the header of a period', () => {
  test.each([
    ['TRIMESTRE 1', 'value', null, 3, 1],
    ['1er trimestre', 'value', null, 3, 1],
    ['TRIM. I', 'value', null, 3, 1],
    ['IV TRIM', 'value', null, 3, 4],
    ['4T', 'value', null, 3, 4],
    ['T1-24', 'value', 2024, 3, 1],
    ['Tercer trimestre 2024', 'value', 2024, 3, 3],
    ['META TRIMESTRE 2', 'planned', null, 3, 2],
    ['PROG T1', 'planned', null, 3, 1],
    ['EJEC T1', 'value', null, 3, 1],
    ['AVANCE CUALITATIVO T3', 'remark', null, 3, 3],
    ['Observaciones I trimestre', 'remark', null, 3, 1],
    ['SOPORTES TRIMESTRE 4', 'evidence', null, 3, 4],
    ['ENERO', 'value', null, 1, 1],
    ['ene-24', 'value', 2024, 1, 1],
    ['ABRIL 31', 'value', 2031, 1, 4],
    ['TRIMESTRE 1-24', 'value', 2024, 3, 1],
    ['II - TRIMESTRE', 'value', null, 3, 2],
    ['TRIMESTRE - II', 'value', null, 3, 2],
    ['T R I M. I I', 'value', null, 3, 2],
    ['SEPT', 'value', null, 1, 9],
    ['Mes de agosto 2025', 'value', 2025, 1, 8],
    ['PROGRAMADO DICIEMBRE', 'planned', null, 1, 12],
    ['I SEMESTRE', 'value', null, 6, 1],
    ['PRIMER SEMESTRE 2024', 'value', 2024, 6, 1],
    ['SEM 2', 'value', null, 6, 2],
    ['BIMESTRE VI', 'value', null, 2, 6],
    ['2º cuatrimestre', 'value', null, 4, 2],
    ['TRIMESTRES 2024 I', 'value', 2024, 3, 1],
    ['METAS POR TRIMESTRE 4', 'planned', null, 3, 4],
    ['AVANCE SEMESTRAL 2024 2', 'value', 2024, 6, 2],
    ['SEGUIMIENTO MENSUAL 12', 'value', null, 1, 12],
    ['Q3 2024', 'value', 2024, 3, 3],
    ['Trimestre No. 2', 'value', null, 3, 2],
    ['ENE - MAR', 'value', null, 3, 1],
    ['Avance abril a junio 2024', 'value', 2024, 3, 2],
    ['JULIO - DICIEMBRE', 'value', null, 6, 2],
    ['NOV-DIC', 'value', null, 2, 6],
    ['TRIMESTRE I (ENE-MAR)', 'value', null, 3, 1],
    ['IV trimestre (octubre a diciembre)', 'value', null, 3, 4],
    ['Valor reportado T1', 'value', null, 3, 1],
    ['Resultado del indicador T2', 'value', null, 3, 2],
    ['MONITOREO TRIMESTRE 1', 'value', null, 3, 1],
    ['Avance mensual NOV', 'value', null, 1, 11],
    ['TRIMESTRE Nº 3', 'value', null, 3, 3],
    ['Trimestre Nº1', 'value', null, 3, 1],
    ['TRIMESTRE N° 1', 'value', null, 3, 1],
    ['TRIMESTRE ENERO - MARZO', 'value', null, 3, 1],
    ['Meta trimestral 2024 (jul-sep)', 'planned', 2024, 3, 3],
    ['PERIODO JULIO A DICIEMBRE', 'value', null, 6, 2],
    ['EN-MAR', 'value', null, 3, 1],
    ['En. – Feb.', 'value', null, 2, 1],
    ['TRIMESTRE I (EN-MAR)', 'value', null, 3, 1],
    ['EN A JUN 2024', 'value', 2024, 6, 1],
    ['Avance en marzo', 'value', null, 1, 3],
    ['Ejecución física T1', 'value', null, 3, 1],
    ['% Ejecución Física Trimestre 1', 'value', null, 3, 1],
  ])('%s', (header, aspect, year, monthsPerPeriod, ordinal) => {
    expect(readPeriodHeader(header)).toEqual({ aspect, year, monthsPerPeriod, ordinal });
  });

  test.each([
    'TI',
    'IT',
    'E',
    'MARCO',
    'META A DICIEMBRE',
    'PRESUPUESTO T1',
    'SEMANA 1',
    'T7',
    'MES 24',
    'TRIMESTRE 2024',
    'TRIMESTRES 2024 2025',
    'PRESUPUESTO TRIMESTRAL 1',
    'TRIMESTRE 1 (ABR-JUN)',
    'FEBRERO - ABRIL',
    'DICIEMBRE A ENERO',
    'ENERO A DICIEMBRE',
    'Valor ejecutado T1',
    'Q5',
    'TRIMESTRE NOV',
    'SEMESTRE ENERO - MARZO',
    'MES ENERO - MARZO',
    'EN-24',
    'P T1',
    'T1 E',
    'Avance 4 trimestres',
    'Avance 3 meses',
    '6 MESES',
    '12 MESES',
    'II TRIMESTRES',
    'MARZO 31',
    'JUNIO 30',
    'SEPTIEMBRE 30',
    'DICIEMBRE 31',
    'Feb. 28',
    'FEBRERO 29',
    'AVANCE MARZO 31',
    'I-II TRIMESTRE',
    'TRIM I-II',
    'TRIM II - III',
    'TRIMESTRES I, II',
    'Mes 1-2',
    'MES 1º - 2º',
    'I y II trimestre',
    'I Y II TRIM',
    'Trimestre 1/2',
    '1-2 TRIM',
    'Trimestre 1 2024 - 2',
    '24',
  ])('%s is none', (header) => {
    expect(readPeriodHeader(header)).toBeNull();
  });
});

describe('columns of periods', () => {
  test('programmed and executed under each quarter, in words and in letters', () => {
    for (const [planned, value] of [
      ['PROGRAMADO', 'EJECUTADO'],
      ['Prog.', 'Ejec.'],
      ['P', 'E'],
    ] as const) {
      const read = reading(
        [
          ['PLAN 2024'],
          [...FIRST, 'TRIMESTRE 1', null, 'TRIMESTRE 2', null],
          [...blanks(3), planned, value, planned, value],
          [...HEAD, 1, 2, 3, 4],
        ],
        ['D2:E2', 'F2:G2'],
      );
      expect(takenFor(read)).toEqual(['planned 0', 'value 0', 'planned 1', 'value 1']);
      expect(read.rows[0]).toMatchObject({
        planned: [1, 3, null, null],
        values: [{ v: 2 }, { v: 4 }, null, null],
      });
    }
  });

  test('EJECUTADO beside what was programmed is the result of the same period', () => {
    const read = reading([
      [...FIRST, '2024 PROG T1', 'EJECUTADO', '2024 PROG T2', 'EJECUTADO'],
      [...HEAD, 1, 2, 3, 4],
    ]);
    expect(takenFor(read)).toEqual(['planned 0', 'value 0', 'planned 1', 'value 1']);
  });

  test('what is spent in a period is no result of it', () => {
    const read = reading(
      [
        ['Vigencia', 2024],
        [...FIRST, 'AVANCE FÍSICO', null, 'EJECUCIÓN FINANCIERA', null],
        [...blanks(3), 'T1', 'T2', 'T1', 'T2'],
        [...HEAD, 1, 2, 3000, 4000],
      ],
      ['D2:E2', 'F2:G2'],
    );
    expect(takenFor(read)).toEqual(['value 0', 'value 1', '', '']);
    expect(Object.values(read.rows[0]?.extra ?? {})).toEqual(['3000', '4000']);
  });

  test('what stands under a period is of that period and of nothing else', () => {
    const read = reading(
      [
        [...FIRST, 'TRIMESTRE 1 2024', null, null, null, null],
        [...blanks(3), 'META', 'LOGRO', 'OBSERVACIONES', 'SOPORTES', 'RESPONSABLE'],
        [...HEAD, 1, 2, 'Bien', 'Acta', 'OAI'],
      ],
      ['D1:H1'],
    );
    expect(takenFor(read)).toEqual(['planned 0', 'value 0', 'remark 0', 'evidence 0', '']);
    expect(read.rows[0]).toMatchObject({ target: 10, responsible: [] });
  });

  test('the percent beside a result is kept; the words beside it are its observation', () => {
    const read = reading([
      [...FIRST, 'SEGUIMIENTO T1 2024', '% CUMPLIMIENTO T1 2024', 'EJECUTADO T1 2024'],
      [...HEAD, 'Va bien', '20%', 2],
    ]);
    expect(takenFor(read)).toEqual(['remark 0', '', 'value 0']);
  });

  test('months by name, by a spreadsheet that made days of them, and by initials all together', () => {
    const names = LONG_MONTHS;
    const days = names.map((_, month) => {
      const value = `2024-${String(month + 1).padStart(2, '0')}-01` as IsoDay;
      return { kind: 'day' as const, value, text: `01/${value.slice(5, 7)}/2024` };
    });
    const initials = [...'EFMAMJJASOND'];
    for (const months of [names, days, initials]) {
      const read = reading([
        ['Vigencia', 2024],
        [...FIRST, ...months],
        [...HEAD, ...names.map((_, at) => at)],
      ]);
      expect(takenFor(read)).toEqual(names.map((_, at) => `value ${at}`));
      expect(read.calendar).toEqual({ start: '2024-01-01', end: '2024-12-31', monthsPerPeriod: 1 });
    }
  });

  test('bare numbers under the word for their periods, in words and in figures', () => {
    for (const [band, ...numbers] of [
      ['TRIMESTRES 2024', 'I', 'II', 'III', 'IV'],
      ['Avance por trimestre 2024', '1', '2', '3', '4'],
      ['REPORTE TRIMESTRAL DE 2024', '1º', '2º', '3º', '4º'],
      ['Trimestre 2024', 'Primero', 'Segundo', 'Tercero', 'Cuarto'],
    ] as const) {
      const read = reading(
        [
          [...FIRST, band, null, null, null, 'RESPONSABLE'],
          [...blanks(3), ...numbers, null],
          [...HEAD, 1, 2, 3, 4, 'OAI'],
        ],
        ['D1:G1', 'A1:A2', 'B1:B2', 'C1:C2', 'H1:H2'],
      );
      expect(takenFor(read)).toEqual(['value 0', 'value 1', 'value 2', 'value 3', 'responsible']);
      expect(read.calendar).toMatchObject({ start: '2024-01-01', monthsPerPeriod: 3 });
    }
  });

  test('programmed and executed in letters, under numbers under the word for their periods', () => {
    const read = reading(
      [
        [...FIRST, 'TRIMESTRES 2024', null, null, null],
        [...blanks(3), 'I', null, 'II', null],
        [...blanks(3), 'P', 'E', 'P', 'E'],
        [...HEAD, 1, 2, 3, 4],
      ],
      ['D1:G1', 'D2:E2', 'F2:G2'],
    );
    expect(takenFor(read)).toEqual(['planned 0', 'value 0', 'planned 1', 'value 1']);
  });

  test('money by quarters, and a column of quarters over numbers, are no results', () => {
    const money = reading(
      [
        ['Vigencia', 2024],
        [...FIRST, '2024 T1', 'PRESUPUESTO POR TRIMESTRE', null],
        [...blanks(4), 'I', 'II'],
        [...HEAD, 1, 3000, 4000],
      ],
      ['E2:F2'],
    );
    expect(takenFor(money)).toEqual(['value 0', '', '']);
    const long = reading([
      ['Vigencia', 2024],
      [...FIRST, 'TRIMESTRE', 'RESULTADO'],
      [...HEAD, 1, '50%'],
      ['Seguir', 'Seguido', 10, 2, '20%'],
    ]);
    expect(long.rows.length).toBe(2);
    expect(takenFor(long)[0]).toBe('');
  });

  test('an initial alone is no month', () => {
    const read = reading([
      [...FIRST, '2024 T1', 'E', 'F'],
      [...HEAD, 1, 'x', 'y'],
    ]);
    expect(takenFor(read)).toEqual(['value 0', '', '']);
  });

  test('months under their quarters are months', () => {
    const read = reading(
      [
        [...FIRST, 'TRIMESTRE 1 2024', null, null],
        [...blanks(3), 'ENERO', 'FEBRERO', 'MARZO'],
        [...HEAD, 1, 2, 3],
      ],
      ['D1:F1'],
    );
    expect(takenFor(read)).toEqual(['value 0', 'value 1', 'value 2']);
    expect(read.periods.length).toBe(12);
  });

  test('the sum of a semester beside its quarters is kept, and breaks nothing', () => {
    const read = reading([
      [...FIRST, '2024 T1', '2024 T2', '2024 SEMESTRE 1', '2024 T3', '2024 T4'],
      [...HEAD, 1, 2, 3, 0, 0],
    ]);
    expect(takenFor(read)).toEqual(['value 0', 'value 1', '', 'value 2', 'value 3']);
  });

  test('the years over their periods tell them apart', () => {
    const read = reading(
      [
        [...FIRST, '2024', null, '2025', null],
        [...blanks(3), 'I SEMESTRE', 'II SEMESTRE', 'I SEMESTRE', 'II SEMESTRE'],
        [...HEAD, 1, 2, 3, 4],
      ],
      ['D1:E1', 'F1:G1'],
    );
    expect(takenFor(read)).toEqual(['value 0', 'value 1', 'value 2', 'value 3']);
  });

  test('results in sentences are observations', () => {
    const said = 'Se avanzó en la formulación del documento';
    const read = reading([
      [...FIRST, '2024 AVANCE T1', '2024 AVANCE T2'],
      ...[1, 2, 3].map((at) => [`Hacer ${at}`, 'Hecho', 10, `${said} ${at}`, at]),
    ]);
    expect(takenFor(read)).toEqual(['remark 0', 'value 1']);
    expect(read.columns[3]?.confidence).toBe('likely');
    expect(read.rows[2]?.notes[0]?.remark).toBe(`${said} 3`);
  });
});
