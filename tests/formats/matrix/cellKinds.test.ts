import { describe, expect, test } from 'vitest';
import { readMatrix } from '../../../src/formats/matrix/readMatrix';
import { aWorkbook } from '../tables';
import type { Written } from '../tables';
import { only, reading } from './plans';

const BASE = ['ACTIVIDAD', 'INDICADOR', 'META', '2024 T1'];
/** A table of as many rows as the cells of its added columns. */
function withColumns(added: Readonly<Record<string, readonly Written[]>>, base: readonly string[] = BASE) {
  const columns = Object.values(added);
  const rows = (columns[0] ?? []).map((_, at) => [
    ...base.map((header) => (header === 'META' || header === '2024 T1' ? 4 : `${header} ${at}`)),
    ...columns.map((cells) => cells[at] ?? null),
  ]);
  return [[...base, ...Object.keys(added)], ...rows];
}

const DAYS = ['31/12/2024', '30/06/2024', '31/03/2024'];
const PERCENTS = ['30%', '20%', '50%'];

describe('columns that only their cells tell', () => {
  test.each([
    ['days, where the start is known', ['FECHA INICIO'], DAYS, 'end'],
    ['percents, where the weight is known', ['PESO'], PERCENTS, 'stated'],
    ['codes', [], ['PR-001', 'PR-002', 'PR-003'], 'activityNumber'],
    ['codes of two letters and a blank', [], ['PR 01', 'PR 02', 'AC 01'], 'activityNumber'],
    ['codes with a zero before', [], ['0900', '0901', '010101'], 'activityNumber'],
    [
      'departments',
      [],
      ['Oficina Asesora de Informática', 'Secretaría General', 'Equipo TIC'],
      'responsible',
    ],
  ] as const)('%s are proposed as likely', (_, known, cells, field) => {
    const start = Object.fromEntries(
      known.map((header) => [
        header,
        header === 'PESO' ? [1, 2, 3] : ['1/01/2024', '1/01/2024', '1/01/2024'],
      ]),
    );
    const read = reading(withColumns({ ...start, Dato: cells }));
    expect(read.columns.at(-1)).toMatchObject({ header: 'Dato', field, confidence: 'likely' });
    expect(only(read, 'unmappedColumn')).toEqual([]);
  });

  test.each<readonly [string, Readonly<Record<string, readonly Written[]>>]>([
    ['two fields could be it', { Dato: DAYS }],
    ['the field is taken', { 'FECHA INICIO': DAYS, 'FECHA FIN': DAYS, Dato: DAYS }],
    ['two columns could be it', { 'FECHA INICIO': DAYS, Uno: DAYS, Dos: DAYS }],
    ['the days are of the report', { 'FECHA INICIO': DAYS, 'Fecha de corte': DAYS }],
    ['there are too few cells', { 'FECHA INICIO': DAYS.slice(1), Dato: DAYS.slice(1) }],
    ['the cells are mixed', { 'FECHA INICIO': DAYS, Dato: [DAYS[0] ?? '', 'pronto', 'ya'] }],
    ['the cells are a word with its number', { Dato: ['logro 10', 'logro 11', 'logro 12'] }],
    ['the header says that they are achieved', { Logro: ['L-01', 'L-02', 'L-03'] }],
    ['the header says that they are of projects', { 'Código BPPIM': ['0012311', '0012312', '0012313'] }],
    ['the header says that they are of programmes', { 'Código programa': ['0452', '0450', '0451'] }],
    [
      'they are those of projects of investment',
      { Dato: ['2021130010123', '2021130010124', '2022130010125'] },
    ],
    ['the header says that they are of contracts', { 'Contrato No.': ['CPS-012', 'CPS-013', 'CPS-014'] }],
    ['the cells are months of a year', { Dato: ['mar-24', 'jun-24', 'sep-24'] }],
  ])('not where %s', (_, added) => {
    expect(reading(withColumns(added)).columns.at(-1)).toMatchObject({ field: null, confidence: 'none' });
  });

  test('not where a person said to keep the column', () => {
    const rows = withColumns({ 'FECHA INICIO': DAYS, Dato: DAYS });
    const read = readMatrix(aWorkbook(rows), 'plan.xlsx', { choices: { meanings: { F: 'keep' } } });
    expect(read.ok && read.value.columns[5]).toMatchObject({ field: null });
  });
});

describe('which of several columns a field is', () => {
  test.each([
    [
      ['PROYECTO', 'ACTIVIDAD'],
      ['criterion', 'activity'],
    ],
    [
      ['DESCRIPCIÓN', 'PROYECTO'],
      [null, 'activity'],
    ],
    [
      ['PROYECTO', 'TAREA'],
      ['criterion', 'activity'],
    ],
    [
      ['DESCRIPCIÓN', 'DOMINIO'],
      ['activity', 'criterion'],
    ],
    [
      ['DEPENDENCIA', 'RESPONSABLE', 'ACTIVIDAD'],
      [null, 'responsible', 'activity'],
    ],
    [
      ['DEPENDENCIA', 'ACTIVIDAD'],
      ['responsible', 'activity'],
    ],
    [
      ['DIMENSIÓN', 'DOMINIO', 'ACTIVIDAD'],
      [null, 'criterion', 'activity'],
    ],
    [
      ['ID', 'BPIN', 'ACTIVIDAD'],
      ['activityNumber', null, 'activity'],
    ],
  ])('%j', (headers, fields) => {
    const rest = ['INDICADOR', 'META', '2024 T1'];
    const read = reading([
      [...headers, ...rest],
      [...headers.map(() => 'x'), 'y', 1, 1],
    ]);
    expect(read.columns.slice(0, headers.length).map(({ field }) => field)).toEqual(fields);
  });

  test('an advance in percent is the result of a list of activities, and what is stated beside a target', () => {
    const list = reading([
      ['Vigencia', '2024'],
      ['DOMINIO', 'PROYECTO', '% AVANCE'],
      ['Estrategia', 'PETI', '85%'],
    ]);
    expect(list).toMatchObject({ isDirect: true, rows: [{ target: 1, values: [{ v: 0.85 }] }] });
    const plan = reading([
      [...BASE, '% AVANCE'],
      ['Hacer', 'Hecho', 4, 1, '25%'],
    ]);
    expect(plan).toMatchObject({ isDirect: false, rows: [{ target: 4, stated: { percent: 25 } }] });
  });
});

describe('the code of something else', () => {
  const fieldsOf = (headers: readonly string[]) => {
    const header = [...headers, 'INDICADOR', 'META', '2024 T1'];
    const read = reading([header, [...headers.map(() => 'x'), 'y', 1, 1]]);
    return read.columns.slice(0, headers.length).map(({ field }) => field);
  };

  test.each([
    'BPIN',
    'Código BPIN',
    'BPIN del proyecto',
    'Código SUIFP',
    'CÓDIGO PROYECTO',
    'ID PROYECTO',
    'N° PROYECTO',
  ])('%s is no number of the activities of a project, and that of projects themselves', (code) => {
    expect(fieldsOf([code, 'ACTIVIDAD'])).toEqual([null, 'activity']);
    expect(fieldsOf([code, 'PROYECTO'])).toEqual(['activityNumber', 'activity']);
    expect(fieldsOf([code, 'PROYECTO', 'ACTIVIDAD'])).toEqual([null, 'criterion', 'activity']);
  });

  test('leaves the number to the column that has it', () => {
    expect(fieldsOf(['CÓDIGO PROYECTO', 'CÓDIGO', 'ACTIVIDAD'])).toEqual([
      null,
      'activityNumber',
      'activity',
    ]);
  });

  test.each([
    'BPPIM',
    'Código BPPIM',
    'Código de la meta',
    'Código meta',
    'Código del indicador',
    'Código MGA',
    'Código del programa',
    'Código producto',
  ])('%s is kept apart', (code) => {
    expect(fieldsOf([code, 'ACTIVIDAD'])).toEqual([null, 'activity']);
  });
});

describe('codes that break their pattern', () => {
  const list = (codes: readonly string[]) =>
    reading([
      ['Vigencia', '2024'],
      ['ID', 'ACTIVIDAD', 'RESPONSABLE'],
      ...codes.map((code) => [code, 'Hacer', 'OAI']),
    ]);
  const suggested = (codes: readonly string[]) =>
    only(list(codes), 'oddCode').map(({ suggestion }) => suggestion);
  const alike = ['P001', 'P002', 'P003', 'P004', 'P005', 'P006', 'P007', 'P008'];

  test('are asked about with the code that would fit, and stay as printed', () => {
    expect(suggested([...alike, 'P09'])).toEqual(['P009']);
    expect(list([...alike, 'P09']).rows.at(-1)?.activityNumber).toBe('P09');
  });

  test.each([
    ['the code that would fit is taken', [...alike, 'P08']],
    ['the code is longer than that', [...alike, 'P1234']],
    ['it is of another kind', [...alike, 'Q09', 'sin código']],
    ['there is no pattern', ['P1', 'P02', 'P003', 'P0004', 'P00005']],
    ['they are plain numbers', ['1', '2', '3', '4', '5', '6', '10']],
  ])('are not where %s', (_, codes) => {
    expect(suggested(codes)).toEqual([]);
  });
});

describe('rows that are no data', () => {
  const list = (...rows: readonly (readonly Written[])[]) =>
    reading([['Vigencia', '2024'], ['ACTIVIDAD', 'RESPONSABLE'], ...rows]);

  test('in a list, an activity alone in its row counts; what was done by whom does not', () => {
    const read = list(
      ['Elaborar el plan'],
      ['Revisar los informes', 'OAI'],
      ['Notificar a las dependencias'],
      ['Firma de los convenios', 'OAI'],
      ['Subtotal', 3],
      ['Elaboró: Ana Díaz', 'Revisó: Luis Paz'],
      ['Proyectó: Ana Díaz'],
      ['Fuente: OAI'],
      ['Nota: cifras preliminares'],
      ['Aprobado por el Comité'],
      ['FIRMA'],
    );
    expect(read.rows.map(({ activityName }) => activityName)).toEqual([
      'Elaborar el plan',
      'Revisar los informes',
      'Notificar a las dependencias',
      'Firma de los convenios',
    ]);
    expect(read.setAside.map(({ row, reason }) => [row, reason])).toEqual([
      [7, 'total'],
      [8, 'note'],
      [9, 'note'],
      [10, 'note'],
      [11, 'note'],
      [12, 'note'],
      [13, 'note'],
    ]);
    expect(only(read, 'rowSetAside').length).toBe(read.setAside.length);
  });
});
