import { expect, test } from 'vitest';
import { HEADER, fromCsv, fromXlsx, line, placesOf } from './sheets';

test('21. a page heading of several cells inside the table is set aside', async () => {
  const read = await fromCsv(
    [
      'ITEM;ACTIVIDAD;INDICADOR;META;TRIMESTRE 1;OBSERVACIONES',
      '1;Abrir datos;Conjuntos;4;1;',
      'CODIGO: TI.PL01;VERSION: 1;;;;Página 5 de 7',
      '2;Usar datos;Usos;2;1;',
    ].join('\n'),
  );
  expect(read.rows.map(({ sourceRow }) => sourceRow)).toEqual([2, 4]);
  expect(placesOf(read, 'rowSetAside')).toEqual([`${read.sheet}!A3: CODIGO: TI.PL01`]);
});

test('17. a column of the criterion goes before one of the strategic line beside it', async () => {
  const read = await fromXlsx([
    ['LÍNEA ESTRATÉGICA', ...HEADER],
    ['Gobierno abierto', ...line()],
  ]);
  expect(read.rows[0]).toMatchObject({
    itemNumber: '1',
    criterion: 'Hoja de ruta',
    extra: { 'LÍNEA ESTRATÉGICA': 'Gobierno abierto' },
  });
});

test('17. a running number beside the items does not take their place', async () => {
  const read = await fromXlsx([
    ['N°', ...HEADER],
    ['7', ...line()],
  ]);
  expect(read.rows[0]).toMatchObject({ itemNumber: '1', extra: { 'N°': '7' } });
});
