import { describe, expect, test } from 'vitest';
import { repaired, safeRepairs } from '../../../../src/formats/matrix/repairs';
import { HEADER, fromCsv, fromXlsx, line, placesOf, previewOf } from './sheets';

const csv = (...rows: readonly string[]) => [HEADER.join(';'), ...rows].join('\n');
const IN_PLACE = '1;Datos;1. Abrir;Datos;Conjuntos;1/01/24;31/12/24;OAI;4;1;;25,0%';

describe('5. rows whose cells slid', () => {
  test('one column to the left: said with its cells, and moved when a person agrees', async () => {
    const read = await fromCsv(csv(IN_PLACE, '1;Datos;2. Usar;Usos;1/01/24;31/12/24;OAI;2;1;;50,0%;'));
    expect(placesOf(read, 'shiftedRow')).toEqual([`${read.sheet}!E3: 1/01/24`]);
    expect(read.rows[1]).toMatchObject({ isShifted: true, target: null });
    expect(safeRepairs(read)).toEqual(['shiftedRow:3']);
    expect(repaired(read, safeRepairs(read)).rows[1]).toMatchObject({
      isShifted: false,
      deliverable: 'Usos',
      indicatorName: 'Usos',
      start: '2024-01-01',
      end: '2024-12-31',
      responsible: ['OAI'],
      target: 2,
      stated: { percent: 50 },
    });
  });

  test('two columns to the left: nothing stands between, so they go back', async () => {
    const read = await fromCsv(csv(IN_PLACE, '1;Datos;2. Usar;1/01/24;31/12/24;OAI;2;1;;50,0%;;'));
    expect(read.repairs).toMatchObject([{ id: 'shiftedRow:3', code: 'shiftedFurther', isSafe: true }]);
    const [, row] = repaired(read, ['shiftedRow:3']).rows;
    expect(row).toMatchObject({ deliverable: '', indicatorName: '', start: '2024-01-01', target: 2 });
  });

  test('a text that stays where it is, for nobody knows which one is missing, is not safe', async () => {
    const header = 'ITEM;ACTIVIDAD;PRODUCTO;META;INDICADOR;FECHA INICIO;FECHA FINAL;RESPONSABLE;TRIMESTRE 1';
    const read = await fromCsv(
      [
        header,
        '1;Abrir;Datos;4;Conjuntos;1/01/24;31/12/24;OAI;1',
        '1;Usar;Usos;2;1/01/24;31/12/24;OAI;1;',
      ].join('\n'),
    );
    expect(read.repairs).toMatchObject([{ code: 'shiftedFurther', isSafe: false }]);
    expect(repaired(read, ['shiftedRow:3']).rows[1]).toMatchObject({
      target: 2,
      indicatorName: '',
      end: '2024-12-31',
    });
  });

  test('to the right over one blank too many', async () => {
    const read = await fromCsv(csv(IN_PLACE, '1;Datos;2. Usar;;Usos;Veces;1/01/24;31/12/24;OAI;2;1;;50,0%'));
    expect(placesOf(read, 'shiftedRow')).toEqual([`${read.sheet}!H3: 31/12/24`]);
    expect(read.repairs).toMatchObject([{ code: 'shiftedRight', isSafe: true }]);
    expect(repaired(read, ['shiftedRow:3']).rows[1]).toMatchObject({
      deliverable: 'Usos',
      indicatorName: 'Veces',
      start: '2024-01-01',
      responsible: ['OAI'],
      target: 2,
      stated: { percent: 50 },
    });
  });

  test.each([
    ['its dates are the wrong way round once moved', '1;Datos;2. Usar;Usos;31/12/24;1/01/24;OAI;2;1;;50,0%;'],
    ['its target is no number once moved', '1;Datos;2. Usar;Usos;1/01/24;31/12/24;OAI;dos;1;;50,0%;'],
    ['there is no room', '1;Datos;2. Usar;Usos;1/01/24;31/12/24;OAI;2;1;;50,0%;x'],
    ['two blanks could be the one too many', '1;Datos;2. Usar;;;Veces;1/01/24;31/12/24;OAI;2;1;;'],
  ])('nothing is offered where %s', async (_, row) => {
    const read = await fromCsv(csv(IN_PLACE, row));
    expect(placesOf(read, 'shiftedRow')).toHaveLength(1);
    expect(read.repairs).toEqual([]);
  });
});

describe('11. several things in one cell', () => {
  test('parties stay one until a person parts them, for the whole column', async () => {
    const read = await fromXlsx([
      HEADER,
      line({ RESPONSABLE: 'Planeación, OAI, Líderes…' }),
      line({ RESPONSABLE: 'OAI/ TIC' }),
      line({ RESPONSABLE: 'OAI' }),
    ]);
    expect(read.rows.map(({ responsible }) => responsible.length)).toEqual([1, 1, 1]);
    expect(placesOf(read, 'severalParties')).toEqual([
      'Plan!H2: Planeación, OAI, Líderes…',
      'Plan!H3: OAI/ TIC',
    ]);
    expect(safeRepairs(read)).toEqual([]);
    const { plan, reading } = previewOf(read, ['severalParties:H']);
    expect(reading.rows.map(({ responsible }) => responsible)).toEqual([
      ['Planeación', 'OAI', 'Líderes…'],
      ['OAI', 'TIC'],
      ['OAI'],
    ]);
    const named = plan.indicators.map(({ activity }) => activity.responsibleParties.map(({ name }) => name));
    const sorted = (lists: readonly (readonly string[])[]) => lists.map((names) => names.toSorted());
    expect(sorted(named)).toEqual(sorted(reading.rows.map(({ responsible }) => responsible)));
    expect(placesOf(reading, 'severalParties')).toEqual([]);
  });

  test('parties over a merge are parted in all its rows', async () => {
    const read = await fromXlsx([HEADER, line({ RESPONSABLE: 'OAI, TIC' }), line({ RESPONSABLE: null })], {
      merges: ['H2:H3'],
    });
    expect(placesOf(read, 'severalParties')).toEqual(['Plan!H2: OAI, TIC']);
    expect(repaired(read, ['severalParties:H']).rows.map(({ responsible }) => responsible)).toEqual([
      ['OAI', 'TIC'],
      ['OAI', 'TIC'],
    ]);
  });

  test('a code and its name are parted with all that is safe, zeros kept; the number of an activity stays in its text', async () => {
    const read = await fromXlsx([
      HEADER,
      line({ ACTIVIDAD: '010101\nImplementación de la política' }),
      line({ ACTIVIDAD: '2. Hacer seguimiento' }),
    ]);
    expect(placesOf(read, 'codeAndName')).toEqual(['Plan!C2: 010101\nImplementación de la política']);
    expect(read.rows[0]).toMatchObject({ activityName: '010101\nImplementación de la política' });
    expect(safeRepairs(read)).toEqual(['codeAndName:C']);
    const parted = repaired(read, safeRepairs(read));
    expect(parted.rows.map(({ activityNumber, activityName }) => [activityNumber, activityName])).toEqual([
      ['010101', 'Implementación de la política'],
      ['2', '2. Hacer seguimiento'],
    ]);
  });

  test('the number and the name of an item, where the name has no column of its own', async () => {
    const header = 'ITEM;ACTIVIDAD;INDICADOR;META;TRIMESTRE 1';
    const read = await fromCsv([header, '1. Hoja de ruta;Definir;Hojas;1;1', ';Medir;Veces;4;1'].join('\n'));
    const parted = repaired(read, ['codeAndName:A']);
    expect(parted.rows.map(({ itemNumber, criterion }) => [itemNumber, criterion])).toEqual([
      ['1', 'Hoja de ruta'],
      ['1', 'Hoja de ruta'],
    ]);
    expect(previewOf(read, ['codeAndName:A']).plan.items).toMatchObject([
      { number: '1', differentialCriterion: 'Hoja de ruta' },
    ]);
  });

  test('two indicators are one, and are said', async () => {
    const read = await fromXlsx([HEADER, line({ INDICADOR: 'Número de mesas\nPorcentaje de avance' })]);
    expect(read.rows).toHaveLength(1);
    expect(placesOf(read, 'severalIndicators')).toEqual(['Plan!E2: Número de mesas\nPorcentaje de avance']);
    expect(read.repairs).toEqual([]);
  });

  test('the annexes that a remark cites are its evidence, and instructions inside a header do not hide it', async () => {
    const header = [
      ...HEADER.slice(0, 7),
      'RESPONSABLE Por favor escriba la dependencia',
      ...HEADER.slice(8),
    ];
    const read = await fromXlsx([
      [...header, 'OBSERVACIONES'],
      [...line(), 'Se hizo (Anexo 01 Actas) y se midió (Anexo 2 Informe: marzo)'],
    ]);
    expect(read.rows[0]?.responsible).toEqual(['OAI']);
    expect(read.rows[0]?.citedAnnexes.map(({ number, name }) => [number, name])).toEqual([
      ['01', 'Actas'],
      ['02', 'Informe'],
    ]);
  });
});
