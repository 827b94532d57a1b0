import { describe, expect, test } from 'vitest';
import { readMatrix } from '../../../src/formats/matrix/readMatrix';
import type { MatrixReading } from '../../../src/formats/matrix/reading';
import { aWorkbook } from '../tables';
import type { Written } from '../tables';
import { only, reading } from './plans';

type Rows = readonly (readonly Written[])[];
const YEAR: Rows = [['Vigencia', 2024], []];
const HEADER = ['Acción', 'Meta', 'T1', 'T2', 'Responsable'];
const done = (name: string): readonly Written[] => [name, 4, 1, 1, 'TIC'];
const plan = (first: string, second: string): Rows => [
  ...YEAR,
  HEADER,
  [first],
  done('Uno'),
  done('Dos'),
  [second],
  done('Tres'),
];
const criteria = (read: MatrixReading) => read.rows.map(({ itemIndex, criterion }) => [itemIndex, criterion]);

describe('titles among the rows', () => {
  test.each([
    ['of groups by their number', 'Eje 1. Gobernanza', 'Eje 2. Servicios', []],
    ['in capitals', 'GOBERNANZA', 'SERVICIOS', []],
    ['merged over the table', 'Gobernanza', 'Servicios', ['A4:E4', 'A7:E7']],
  ])('%s are the criterion of the rows under them', (_what, first, second, merges) => {
    const read = reading(plan(first, second), merges);
    expect(criteria(read)).toEqual([
      [0, first],
      [0, first],
      [1, second],
    ]);
    expect(read.setAside).toEqual([
      { row: 4, text: first, reason: 'section' },
      { row: 7, text: second, reason: 'section' },
    ]);
    expect(only(read, 'rowSetAside').map(({ place, reason }) => [place.row, reason])).toEqual([
      [4, 'section'],
      [7, 'section'],
    ]);
  });

  test('a number that counts the rows under them makes no items', () => {
    for (const numbers of [
      [1, 2, 3],
      [1, 2, 1],
    ]) {
      const [one = null, two = null, three = null] = numbers;
      const read = reading([
        ...YEAR,
        ['N°', ...HEADER],
        ['EJE 1'],
        [one, ...done('Uno')],
        [two, ...done('Dos')],
        ['EJE 2'],
        [three, ...done('Tres')],
      ]);
      expect(criteria(read)).toEqual([
        [0, 'EJE 1'],
        [0, 'EJE 1'],
        [1, 'EJE 2'],
      ]);
      expect(read.rows.map(({ activityNumber }) => Number(activityNumber))).toEqual(numbers);
    }
  });

  test('rows before the first of them have no criterion', () => {
    const [year = [], blank = [], header = [], ...rest] = plan('EJE 1', 'EJE 2');
    const read = reading([year, blank, header, done('Cero'), ...rest]);
    expect(criteria(read).map(([, criterion]) => criterion)).toEqual(['', 'EJE 1', 'EJE 1', 'EJE 2']);
  });

  test('a person may take one for a row of the plan', () => {
    const read = readMatrix(aWorkbook(plan('EJE 1', 'EJE 2')), 'plan.xlsx', {
      choices: { rows: { 4: 'in' } },
    });
    expect(read.ok && read.value.rows.map(({ criterion }) => criterion)).toEqual(['', '', '', '']);
  });
});

describe('lone texts that are no titles', () => {
  test.each([
    ['only one', [...YEAR, HEADER, ['EJE 1'], done('Uno'), done('Dos')]],
    ['the heading of each page', plan('ALCALDÍA DE TUNJA', 'ALCALDÍA DE TUNJA')],
    ['sources and notes', plan('FUENTE: DANE', 'NOTA: PRELIMINAR')],
    ['a sentence that goes on', plan('Con el apoyo de todas', 'Y con el de las demás')],
    ['what stands under the rows', [...YEAR, HEADER, done('Uno'), ['EJE 1'], [], ['EJE 2']]],
  ] as const)('%s', (_what, rows) => {
    const read = reading(rows);
    expect(read.rows.every(({ criterion }) => criterion === '')).toBe(true);
    expect(read.setAside.map(({ reason }) => reason)).not.toContain('section');
  });

  test('a table with its own criterion keeps it', () => {
    const read = reading([
      ...YEAR,
      ['Criterio', ...HEADER],
      ['EJE 1'],
      ['Datos', ...done('Uno')],
      ['EJE 2'],
      ['Trámites', ...done('Dos')],
    ]);
    expect(read.rows.map(({ criterion }) => criterion)).toEqual(['Datos', 'Trámites']);
  });
});
