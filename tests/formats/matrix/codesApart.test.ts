import { describe, expect, test } from 'vitest';
import type { Written } from '../tables';
import { only, reading } from './plans';

const YEAR = ['VIGENCIA', 2024];
const HEADER = [
  'Subcomponente',
  'Actividades',
  null,
  'Meta o producto',
  'Responsable',
  'Fecha programada',
] as const;
const row = (code: Written, text: Written): readonly Written[] => [
  'Sub 1',
  code,
  text,
  '4 informes publicados',
  'Prensa',
  '30/04/2024',
];

describe('one header over a column of codes and one of texts', () => {
  test('the texts are the activities and the codes their numbers', () => {
    const read = reading(
      [YEAR, HEADER, row('1.1', 'Publicar informes'), row('1.2', 'Abrir datos')],
      ['B2:C2'],
    );
    expect(read.rows.map(({ activityNumber, activityName }) => [activityNumber, activityName])).toEqual([
      ['1.1', 'Publicar informes'],
      ['1.2', 'Abrir datos'],
    ]);
    expect(read.columns.slice(1, 3)).toMatchObject([
      { field: 'activityNumber', confidence: 'likely' },
      { field: 'activity', confidence: 'likely' },
    ]);
    expect(only(read, 'unmappedColumn')).toEqual([]);
  });

  test('so it is with a criterion', () => {
    const header = ['Componente', null, 'Actividad', 'Meta', 'T1 2024', 'Responsable'];
    const read = reading([header, [1, 'Transparencia', 'Publicar', 4, 1, 'TIC']], ['A1:B1']);
    expect(read.rows[0]).toMatchObject({ itemNumber: '1', criterion: 'Transparencia' });
  });

  test('texts under both stay as they were, and the second is kept', () => {
    const read = reading([YEAR, HEADER, row('Publicar informes', 'cada mes')], ['B2:C2']);
    expect(read.rows[0]).toMatchObject({ activityName: 'Publicar informes' });
    expect(only(read, 'unmappedColumn').map(({ column }) => column)).toEqual(['C']);
  });
});
