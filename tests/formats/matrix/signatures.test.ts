import { describe, expect, test } from 'vitest';
import { readMatrix } from '../../../src/formats/matrix/readMatrix';
import { aWorkbook } from '../tables';
import type { Written } from '../tables';
import { only, reading } from './plans';

const _ = null;
const BLANK_ROW: readonly Written[] = [];
const PLAN: readonly (readonly Written[])[] = [
  ['Vigencia', 2024],
  ['Actividad', 'Meta', 'T1', 'Responsable', 'Fecha inicio'],
  ['Uno', 4, 1, 'TIC', '15/02/2024'],
  ['Dos', 4, 1, 'TIC', '15/02/2024'],
];

describe('signatures under the table', () => {
  test.each<[string, readonly (readonly Written[])[]]>([
    [
      'who made it and who approved it',
      [
        ['Elaboró', _, _, 'Aprobó', _],
        ['Ana Ruiz', _, _, 'Luis Gil', _],
        ['Profesional', _, _, 'Alcalde', _],
      ],
    ],
    [
      'labels with blanks to write in',
      [
        ['Firma responsable:', _, _, 'Firma jefe de planeación:'],
        ['Nombre: Ana Ruiz', _, _, 'Nombre: Luis Gil'],
      ],
    ],
    [
      'two that sign',
      [
        ['Firma del responsable', _, _, 'Firma del jefe'],
        ['Ana Ruiz', _, _, 'Luis Gil'],
      ],
    ],
    [
      'lines to write on',
      [
        ['________________', _, _, '________________'],
        ['Ana Ruiz', _, _, 'Luis Gil'],
      ],
    ],
    ['a telephone in a column of texts', [['Revisó'], ['Ana Ruiz', _, _, 3001234567]]],
  ])('%s', (_what, rows) => {
    const read = reading([...PLAN, BLANK_ROW, ...rows]);
    expect(read.rows.map(({ activityName }) => activityName)).toEqual(['Uno', 'Dos']);
    const places = rows.map((_row, at) => PLAN.length + 2 + at);
    expect(read.setAside).toMatchObject(places.map((row) => ({ row, reason: 'note' })));
    expect(only(read, 'rowSetAside').map(({ place }) => place.row)).toEqual(places);
  });

  test('with figures or dates under them the table goes on', () => {
    for (const next of [
      ['Tres', 4, 1, 'TIC', _],
      ['Tres', _, _, 'TIC', '15/03/2024'],
    ] as const) {
      const read = reading([...PLAN, ['Elaboró', _, _, 'Aprobó'], ['Ana', _, _, 'Luis'], next]);
      expect(read.rows.map(({ activityName }) => activityName)).toEqual(['Uno', 'Dos', 'Ana', 'Tres']);
    }
  });

  test('activities without figures stay where nothing is signed, and where a person says so', () => {
    const rows = [...PLAN, ['Ana', _, _, 'Luis', _]];
    expect(reading(rows).rows.length).toBe(3);
    const signed = [...PLAN, ['Elaboró', _, _, 'Aprobó'], ['Ana', _, _, 'Luis']];
    const read = readMatrix(aWorkbook(signed), 'plan.xlsx', { choices: { rows: { 6: 'in' } } });
    expect(read.ok && read.value.rows.map(({ activityName }) => activityName)).toEqual(['Uno', 'Dos', 'Ana']);
  });

  test('to sign and to approve are things to do', () => {
    const read = reading([
      ...PLAN,
      ['Firma del convenio', 1, _, 'TIC', _],
      ['Aprobar el plan', _, _, 'TIC', _],
      ['Elaborar el informe', _, _, 'TIC', _],
    ]);
    expect(read.rows.length).toBe(5);
  });
});
