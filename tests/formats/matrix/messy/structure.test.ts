import { describe, expect, test } from 'vitest';
import { HEADER, fromCsv, fromXlsx, line, placesOf } from './sheets';

const padded = (...cells: (string | number | null)[]) => [...cells];

describe('1. title band above the table', () => {
  test('the header is found under it, and what it says is offered for the plan', async () => {
    const read = await fromXlsx([
      padded('ALCALDÍA MUNICIPAL DE GUATAPÉ'),
      padded('MACROPROCESO: Estratégico'),
      padded('POLÍTICA', 'Gobierno Digital'),
      padded('OBJETIVO', 'Usar las TIC'),
      padded('PLAN DE ACCIÓN VIGENCIA 2024'),
      padded(),
      HEADER,
      line(),
    ]);
    expect(read.rows.map(({ sourceRow }) => sourceRow)).toEqual([8]);
    expect(read.facts).toMatchObject({
      entityName: 'ALCALDÍA MUNICIPAL DE GUATAPÉ',
      policy: 'Gobierno Digital',
      objective: 'Usar las TIC',
      planYear: 2024,
    });
  });
});

describe('2. headers of two and three rows', () => {
  test('parent and child are joined, under a band that groups them', async () => {
    const read = await fromXlsx(
      [
        padded('PLAN DE ACCIÓN', null, null, null, 'SEGUIMIENTO', null),
        padded('ACTIVIDAD', 'INDICADOR', 'META', null, '2024', null),
        padded(null, null, null, null, 'RESULTADO TRIMESTRE 1', 'RESULTADO TRIMESTRE 2'),
        padded('Abrir datos', 'Conjuntos', 4, null, 1, 2),
      ],
      { merges: ['A1:D1', 'E1:F1', 'A2:A3', 'B2:B3', 'C2:C3', 'E2:F2'] },
    );
    expect(read.rows).toHaveLength(1);
    expect(read.rows[0]).toMatchObject({ activityName: 'Abrir datos', target: 4 });
    expect(read.rows[0]?.values.slice(0, 2)).toEqual([
      { k: 'value', v: 1 },
      { k: 'value', v: 2 },
    ]);
  });

  test('words broken by the width of their column', async () => {
    const read = await fromCsv('ACTI VI DAD;INDICA DOR;ME TA;RES ULT AD O TRI ME STR E 1\nAbrir;Datos;4;1');
    expect(read.rows[0]).toMatchObject({ activityName: 'Abrir', indicatorName: 'Datos', target: 4 });
    expect(read.rows[0]?.values[0]).toEqual({ k: 'value', v: 1 });
  });
});

test('14. totals, subtotals, signatures and "Fuente:" are set aside, each with its place', async () => {
  const read = await fromXlsx([
    HEADER,
    line(),
    padded('SUBTOTAL', null, null, null, null, null, null, null, 4, 1, null, '25,0%'),
    line({ ITEM: '2', CRITERIO: 'Datos', ACTIVIDAD: '2. Abrir' }),
    padded('TOTAL', null, null, null, null, null, null, null, 8, 2, null, '25,0%'),
    padded('Fuente: Oficina Asesora de Informática'),
    padded(null, 'Elaboró: Ana Pérez', null, null, 'Aprobó: Luis Gómez'),
  ]);
  expect(read.rows.map(({ sourceRow }) => sourceRow)).toEqual([2, 4]);
  expect(placesOf(read, 'rowSetAside')).toEqual([
    'Plan!A3: SUBTOTAL',
    'Plan!A5: TOTAL',
    'Plan!A6: Fuente: Oficina Asesora de Informática',
    'Plan!B7: Elaboró: Ana Pérez',
  ]);
});

describe('15. the region is read and not the sheet', () => {
  test('a side table to the right is no column of the matrix', async () => {
    const read = await fromXlsx([
      [...HEADER, null, null, 'RANGO', 'CLASE'],
      [...line(), null, null, '0-40', 'Crítica'],
      [...line({ ACTIVIDAD: '2. Medir' }), null, null, '41-80', 'En proceso'],
    ]);
    expect(read.rows).toHaveLength(2);
    expect(read.rows.map(({ extra }) => extra)).toEqual([{}, {}]);
  });

  test('a table under the first, with other headers, ends it and is named', async () => {
    const read = await fromXlsx([
      HEADER,
      line(),
      padded(),
      padded('CÓDIGO', 'PROYECTO', 'PRESUPUESTO', 'FUENTE', 'RESPONSABLE', 'META'),
      padded('1', 'Conectividad', 900, 'SGP', 'TIC', 3),
    ]);
    expect(read.rows.map(({ sourceRow }) => sourceRow)).toEqual([2]);
    expect(placesOf(read, 'rowSetAside')).toEqual(expect.arrayContaining(['Plan!A4: CÓDIGO']));
  });
});

test('16. rows that are only declared cost nothing and are said', async () => {
  const declared = Array.from({ length: 1003 }, (_, at) => (at === 0 ? [...HEADER] : at === 1 ? line() : []));
  const read = await fromXlsx(declared, {
    cells: {
      A1003: {
        value: null,
        style: { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFFF00' } } },
      },
    },
  });
  expect(read.rows).toHaveLength(1);
  expect(read.findings).toMatchObject([{ code: 'phantomRows', declared: 1003, used: 2 }]);
});

test('17. sheets whose columns differ by one are read by their headers', async () => {
  const rows = [
    ['MACROMETA', 'N°', ...HEADER.slice(1)],
    ['Gobierno abierto', '7', ...line().slice(1)],
  ];
  const read = await fromXlsx(rows, { others: [{ name: 'Hacienda', rows: [[...HEADER], line()] }] });
  expect(read.rows[0]).toMatchObject({
    itemNumber: '7',
    criterion: 'Hoja de ruta',
    target: 4,
    extra: { MACROMETA: 'Gobierno abierto' },
  });
  expect(read.findings).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ code: 'sheetSetAside', sheet: 'Hacienda', looksLikeMatrix: true }),
    ]),
  );
});
