import { describe, expect, test } from 'vitest';
import { readMatrix } from '../../../src/formats/matrix/readMatrix';
import { aWorkbook } from '../tables';
import type { Written } from '../tables';
import { only, reading } from './plans';

const _ = null;
type Rows = readonly (readonly Written[])[];
const YEAR: readonly Written[] = ['Vigencia', 2024];
const WITH_TARGET: Rows = [
  YEAR,
  ['Actividad', 'Responsable', 'Meta', 'T1', 'T2'],
  ['Uno', 'TIC', '100%', '25%', '25%'],
  ['Dos', 'TIC', '100%', '25%', '25%'],
];

describe('rows that sum up others', () => {
  test.each<[string, Rows]>([
    ['% Avance', [['% Avance', _, _, '25%', '25%']]],
    ['% de avance del componente 1', [['% de avance del componente 1', '-', _, '25%', '25%']]],
    ['Cumplimiento total', [['Cumplimiento total', _, '100%', '25%', '25%']]],
    ['Porcentaje de cumplimiento', [['Porcentaje de cumplimiento', _, _, '45%', '50%']]],
    ['Avance', [['AVANCE', _, _, 0.25, 0.25]]],
  ])('%s', (text, rows) => {
    const read = reading([...WITH_TARGET, ...rows]);
    expect(read.rows.map(({ activityName }) => activityName)).toEqual(['Uno', 'Dos']);
    expect(read.setAside).toMatchObject([{ row: 5, reason: 'total' }]);
    expect(read.setAside[0]?.text.toLowerCase()).toBe(text.toLowerCase());
    expect(only(read, 'rowSetAside').map(({ place }) => place.row)).toEqual([5]);
  });

  test('the figures of a group, over its rows', () => {
    const [year = [], header = [], ...plan] = WITH_TARGET;
    for (const group of ['COMPONENTE 1. GOBIERNO', 'Eje II: Servicios', 'Línea estratégica No. 3']) {
      const read = reading([year, header, [group, _, '100%', '40%', _], ...plan]);
      expect(read.rows.map(({ activityName }) => activityName)).toEqual(['Uno', 'Dos']);
      expect(read.setAside).toEqual([{ row: 3, text: group, reason: 'total' }]);
    }
  });

  test('under a table of nothing but activities and results', () => {
    const read = reading([
      YEAR,
      ['Actividad', 'T1', 'T2'],
      ['Uno', 1, 2],
      ['Dos', 1, 2],
      ['Avance total', 2, 4],
    ]);
    expect(read.rows.length).toBe(2);
  });

  test('a person may take them back in', () => {
    const rows = [...WITH_TARGET, ['Cumplimiento total', _, _, '25%', '25%']];
    const read = readMatrix(aWorkbook(rows), 'plan.xlsx', { choices: { rows: { 5: 'in' } } });
    expect(read.ok && read.value.rows.length).toBe(3);
  });
});

describe('rows that only sound so', () => {
  test.each<[string, Rows]>([
    ['with a responsible', [...WITH_TARGET, ['Cumplimiento total', 'TIC', '100%', '25%', '25%']]],
    [
      'stages of a project',
      [
        YEAR,
        ['Actividad', 'Meta', 'T1'],
        ['Planeación', '100%', '25%'],
        ['Ejecución', '100%', '25%'],
        ['Cierre', '100%', '25%'],
      ],
    ],
    [
      'with its own number',
      [
        YEAR,
        ['No.', 'Actividad', 'Responsable', 'Meta', 'T1'],
        [1, 'Uno', 'TIC', '100%', '25%'],
        [2, 'Dos', 'TIC', '100%', '25%'],
        [3, 'Cumplimiento general', _, '100%', '25%'],
      ],
    ],
    [
      'components that are the rows of the plan',
      [
        YEAR,
        ['Actividad', 'Responsable', 'Meta', 'T1'],
        ['Componente 1', _, '100%', '25%'],
        ['Componente 2', _, '100%', '25%'],
        ['Otro', 'TIC', '100%', '25%'],
      ],
    ],
    [
      'an indicator with its own target',
      [
        YEAR,
        ['Actividad', 'Indicador', 'Meta', 'T1'],
        ['Uno', 'Hecho', '100%', '25%'],
        ['Dos', 'Hecho', '100%', '25%'],
        [_, 'Porcentaje de avance', '100%', '25%'],
      ],
    ],
  ])('%s', (_what, rows) => {
    const read = reading(rows);
    expect(read.rows.length).toBe(rows.length - 2);
    expect(read.setAside).toEqual([]);
  });
});
