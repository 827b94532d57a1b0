import { describe, expect, test } from 'vitest';
import type { MatrixReading } from '../../../src/formats/matrix/reading';
import type { Written } from '../tables';
import { only, reading } from './plans';

const _ = null;

/** The first row says the year, so that the header begins in the second. */
function under(rows: readonly (readonly Written[])[], merges: readonly string[]): MatrixReading {
  return reading([['Vigencia', 2024], ...rows], merges);
}

/** What each column was taken for: aspect and place, or the field, or '' for a kept one. */
const meanings = ({ columns }: MatrixReading) =>
  columns.map(({ period, field }) => (period ? `${period.aspect} ${period.index}` : (field ?? '')));
const told = (read: MatrixReading) => only(read, 'unmappedColumn').map(({ column }) => column);
const sourceRows = (read: MatrixReading) => read.rows.map(({ sourceRow }) => sourceRow);

describe('a second row of headers in words nobody knows', () => {
  test('under a merged period, its result is the child that says so', () => {
    const read = under(
      [
        ['Actividad', 'Meta', 'TRIMESTRE 1', _, _, 'Responsable'],
        [_, _, 'Numerador', 'Denominador', 'Resultado', _],
        ['Uno', '100%', 45, 50, '90%', 'TIC'],
      ],
      ['C2:E2'],
    );
    expect(read.layout.headerRows).toEqual({ first: 2, last: 3 });
    expect(meanings(read)).toEqual(['activity', 'target', '', '', 'value 0', 'responsible']);
    expect(told(read)).toEqual(['C', 'D']);
    expect(read.rows).toMatchObject([{ activityName: 'Uno', values: [{ v: 0.9 }, null, null, null] }]);
  });

  test('beside headers that reach down, it is no row of the plan', () => {
    const read = under(
      [
        [
          'Subcomponente',
          'Actividades',
          'Meta o producto',
          'Responsable',
          'Cuatrimestre I (enero - abril)',
          _,
        ],
        [_, _, _, _, '% avance', 'Actividades cumplidas'],
        ['Sub 1', 'Publicar', '4 informes', 'TIC', '50%', 'Dos'],
        ['Sub 2', 'Abrir', '3 informes', 'TIC', '20%', 'Una'],
      ],
      ['A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:F2'],
    );
    expect(meanings(read)).toEqual(['criterion', 'activity', 'deliverable', 'responsible', 'value 0', '']);
    expect(told(read)).toEqual(['F']);
    expect(sourceRows(read)).toEqual([4, 5]);
  });

  test('numbers without a word for their periods are kept, and told', () => {
    const read = under(
      [
        ['Acción', 'Meta', 'AVANCE', _, 'Responsable'],
        [_, _, 'I', 'II', _],
        ['Uno', 4, 1, 1, 'TIC'],
      ],
      ['C2:D2'],
    );
    expect(meanings(read)).toEqual(['activity', 'target', '', '', 'responsible']);
    expect(told(read)).toEqual(['C', 'D']);
    expect(sourceRows(read)).toEqual([4]);
  });

  test('who is responsible, by name and by department', () => {
    const read = under(
      [
        ['Acción', 'Meta', 'RESPONSABLE', _, 'TRIMESTRE 1'],
        [_, _, 'Nombre', 'Dependencia', _],
        ['Uno', 4, 'Ana', 'TIC', 1],
      ],
      ['C2:D2'],
    );
    expect(meanings(read)).toEqual(['activity', 'target', 'responsible', '', 'value 0']);
    expect(read.rows).toMatchObject([{ activityName: 'Uno', responsible: ['Ana'] }]);
  });

  test('the weeks of a month, as figures', () => {
    const read = under(
      [
        ['Acción', 'Meta', 'ENERO', _, _, _, 'Responsable'],
        [_, _, 1, 2, 3, 4, _],
        ['Uno', 4, 1, 1, 1, 1, 'TIC'],
      ],
      ['C2:F2', 'A2:A3', 'B2:B3', 'G2:G3'],
    );
    expect(meanings(read)).toEqual(['activity', 'target', '', '', '', '', 'responsible']);
    expect(told(read)).toEqual(['C', 'D', 'E', 'F']);
    expect(sourceRows(read)).toEqual([4]);
  });

  test('a row with a code and its text, under one header over both, is of the plan', () => {
    for (const code of ['1.1', 1, 'Fase A']) {
      const read = under(
        [
          ['Subcomponente', 'Actividades', _, 'Responsable', 'T1'],
          [_, code, 'Publicar informes', _, _],
          ['Sub 1', '1.2', 'Abrir datos', 'Prensa', 4],
        ],
        ['B2:C2'],
      );
      expect(read.layout.headerRows).toEqual({ first: 2, last: 2 });
    }
  });

  test('a row of figures under a merged header is of the plan', () => {
    const read = under(
      [
        ['Actividad', 'Meta', 'TRIMESTRE 1', _, 'Responsable'],
        [_, _, '45%', '50%', _],
        ['Uno', 100, 45, 50, 'TIC'],
      ],
      ['C2:D2'],
    );
    expect(read.layout.headerRows).toEqual({ first: 2, last: 2 });
  });
});

describe('what stands right above a header', () => {
  const HEADER: readonly (readonly Written[])[] = [
    ['N°', 'Acción', 'META', _, 'FECHA', _, 'RESPONSABLE', _, 'AVANCE', _],
    [_, _, 'Unidad', 'Cantidad', 'Inicio', 'Fin', 'Nombre', 'Dependencia', 'I', 'II'],
    [1, 'Uno', 'Informes', 4, '15/02/2024', '30/11/2024', 'Ana', 'TIC', 1, 1],
    [2, 'Dos', 'Informes', 4, '15/02/2024', '30/11/2024', 'Ana', 'TIC', 1, 1],
  ];
  const PARENTS = ['C2:D2', 'E2:F2', 'G2:H2', 'I2:J2'];

  test('a title over nearly all of the table is no part of the headers', () => {
    for (const over of ['A1:J1', 'A1:I1', 'B1:J1']) {
      const title = 'PLAN DE ACCIÓN 2024';
      const read = reading([over.startsWith('B') ? [_, title] : [title], ...HEADER], [over, ...PARENTS]);
      expect(read.facts.title).toBe(title);
      expect(read.layout.headerRows).toEqual({ first: 2, last: 3 });
      expect(read.columns.map(({ header }) => header)).toContain('META Cantidad');
      expect(sourceRows(read)).toEqual([4, 5]);
    }
  });

  test('neither is the line that says the year', () => {
    const read = under(HEADER, PARENTS);
    expect(read.facts.planYear).toBe(2024);
    expect(read.columns[0]?.header).toBe('N°');
  });

  test('a parent over some of the columns is', () => {
    const read = under(
      [
        ['PROGRAMACIÓN', _, _, 'TRIMESTRES 2024', _, _, _],
        ['ACTIVIDAD', 'INDICADOR', 'META', 'I', 'II', 'III', 'IV'],
        ['Uno', 'Hecho', 4, 1, 1, 1, 1],
      ],
      ['A2:C2', 'D2:G2'],
    );
    expect(read.layout.headerRows).toEqual({ first: 2, last: 3 });
    expect(meanings(read).slice(3)).toEqual(['value 0', 'value 1', 'value 2', 'value 3']);
  });
});
