import { describe, expect, test } from 'vitest';
import { repaired, repairsByFinding, safeRepairs } from '../../../../src/formats/matrix/repairs';
import { HEADER, at, fromCsv, fromXlsx, line, placesOf, previewOf } from './sheets';

const NO_IDENTITY = { ITEM: null, CRITERIO: null, ACTIVIDAD: null } as const;

describe('3. vertical merges mean "same as above", for what identifies a row and for nothing else', () => {
  const merged = line({
    ...NO_IDENTITY,
    'FECHA INICIO': null,
    META: null,
    '2024 TRIMESTRE 1': null,
    RESULTADO: null,
  });
  const merges = ['A2:A3', 'B2:B3', 'C2:C3', 'F2:F3', 'I2:I3', 'J2:J3', 'L2:L3'];
  const rows = [HEADER, line({ RESULTADO: '25,0%' }), merged];

  test('the item, its criterion and the activity go on; dates, targets, results and percents stay empty and are said', async () => {
    const read = await fromXlsx(rows, { merges });
    expect(read.rows[1]).toMatchObject({
      itemNumber: '1',
      criterion: 'Hoja de ruta',
      activityName: '1. Definir la hoja',
      continuesActivity: true,
      start: null,
      target: null,
      values: [null, null, null, null],
      stated: null,
    });
    expect(placesOf(read, 'mergeNotFilled').toSorted()).toEqual(
      ['FECHA INICIO', 'META', '2024 TRIMESTRE 1', 'RESULTADO']
        .map((header) => `Plan!${at(header as 'META', 3)}: `)
        .toSorted(),
    );
    expect(placesOf(read, 'inheritedBlank')).toEqual([]);
  });

  test('a plain blank outside the merges is "igual que arriba", and can be left blank', async () => {
    const read = await fromXlsx(rows, { merges: merges.filter((range) => !range.startsWith('C')) });
    expect(read.rows[1]).toMatchObject({ activityName: '1. Definir la hoja', continuesActivity: true });
    expect(placesOf(read, 'inheritedBlank')).toEqual(['Plan!C3: ']);
    const blank = repaired(read, ['leaveBlank:C']);
    expect(blank.rows[1]).toMatchObject({ activityName: '', activityIndex: null, itemNumber: '1' });
    expect(placesOf(blank, 'inheritedBlank')).toEqual([]);
    expect(placesOf(blank, 'blankIdentity')).toEqual(['Plan!C3: ']);
  });
});

describe('4. blanks where a merge was lost', () => {
  const csv = (row: string) =>
    [HEADER.join(';'), '8;Datos;1. Abrir;Datos;Conjuntos;1/01/24;31/12/24;OAI;4;1;;', row].join('\n');

  test('a blank item and criterion are taken from above, with their places', async () => {
    const read = await fromCsv(csv(';;2. Usar;Usos;Usos;1/01/24;31/12/24;OAI;2;1;;'));
    expect(read.rows[1]).toMatchObject({ itemNumber: '8', criterion: 'Datos', itemIndex: 0 });
    expect(placesOf(read, 'inheritedBlank')).toEqual([`${read.sheet}!A3: `, `${read.sheet}!B3: `]);
  });

  test('left blank, the row is of an item of its own that nobody named', async () => {
    const read = await fromCsv(csv(';;2. Usar;Usos;Usos;1/01/24;31/12/24;OAI;2;1;;'));
    const blank = repaired(read, ['leaveBlank:A']);
    expect(blank.rows[1]).toMatchObject({
      itemNumber: '',
      criterion: '',
      itemIndex: 1,
      continuesItem: false,
    });
    expect(placesOf(blank, 'blankIdentity')).toEqual([`${read.sheet}!A3: `, `${read.sheet}!B3: `]);
    expect(previewOf(read, ['leaveBlank:A']).plan.items).toHaveLength(2);
    expect(previewOf(read).plan.items).toHaveLength(1);
  });

  test('the item printed again with a blank activity goes on with it; left blank, the activity is another', async () => {
    const read = await fromCsv(csv('8;;;Usos;Usos;1/01/24;31/12/24;OAI;2;1;;'));
    expect(read.rows[1]).toMatchObject({ itemIndex: 0, activityIndex: 0, activityName: '1. Abrir' });
    const { plan } = previewOf(read, ['leaveBlank:C']);
    expect(plan.indicators.map(({ activity }) => activity?.name)).toEqual(['1. Abrir', '']);
  });

  test('nothing of it is done unasked, nor with all that is safe', async () => {
    const read = await fromCsv(csv(';;;Usos;Usos;1/01/24;31/12/24;OAI;2;1;;'));
    expect(safeRepairs(read)).toEqual([]);
    const taken = read.findings.filter(({ code }) => code === 'inheritedBlank');
    expect(taken.map((finding) => repairsByFinding(read)(finding)?.id).toSorted()).toEqual([
      'leaveBlank:A',
      'leaveBlank:A',
      'leaveBlank:C',
    ]);
    // What is not of the item above is not of its activity either.
    expect(repaired(read, ['leaveBlank:A']).rows[1]).toMatchObject({ itemIndex: 1, activityName: '' });
  });
});

describe('12. codes stay text', () => {
  test('with their zeros, their digits, and without the decimals of a program', async () => {
    const header = [...HEADER, 'CÓDIGO ACTIVIDAD', 'CÓDIGO PRODUCTO'];
    const rows = [
      header,
      [...line({ ITEM: '0900' }), 2_021_130_010_123, '450102600\n'],
      [...line({ ITEM: '010101' }), '2021130010123', '4502030.0'],
      [...line({ ITEM: '10101' }), '2,02113E+12', '4502031'],
      [...line({ ITEM: '30101' }), null, null],
    ];
    const read = await fromXlsx(rows, {
      cells: { N5: { value: 900, type: 'number', style: { numFmt: '0000' } } },
    });
    expect(read.rows.map(({ itemNumber }) => itemNumber)).toEqual(['0900', '010101', '10101', '30101']);
    expect(new Set(read.rows.map(({ itemIndex }) => itemIndex)).size).toBe(4);
    expect(read.rows.map(({ activityNumber }) => activityNumber)).toEqual([
      '2021130010123',
      '2021130010123',
      '2,02113E+12',
      '1',
    ]);
    expect(read.rows.map(({ extra }) => extra['CÓDIGO PRODUCTO'])).toEqual([
      '450102600',
      '4502030',
      '4502031',
      '0900',
    ]);
    expect(placesOf(read, 'digitsLost')).toEqual(['Plan!M4: 2,02113E+12']);
    expect(placesOf(read, 'codeDecimals')).toEqual(['Plan!N3: 4502030.0']);
  });

  test('a number before other numbers of its kind keeps its decimals', async () => {
    const read = await fromXlsx([HEADER, line({ ITEM: '1.0' }), line({ ITEM: '1.1' })]);
    expect(read.rows.map(({ itemNumber }) => itemNumber)).toEqual(['1.0', '1.1']);
    expect(placesOf(read, 'codeDecimals')).toEqual([]);
  });
});

describe('13. repeated numbers and headers', () => {
  test('rows with the same texts are rows of their own, and the plan says which numbers are repeated', async () => {
    const rows = [
      line({ ITEM: '8', ACTIVIDAD: '4. Abrir' }),
      line({ ITEM: '9', CRITERIO: 'Otro', ACTIVIDAD: '4. Usar' }),
      line({ ITEM: '8', CRITERIO: 'Distinto', ACTIVIDAD: '7. Medir' }),
    ];
    const read = await fromXlsx([HEADER, ...rows]);
    const { plan, findings } = previewOf(read);
    expect(plan.items).toHaveLength(3);
    expect(new Set(plan.indicators.map(({ id }) => id)).size).toBe(3);
    expect(findings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['duplicateNumber', 'repeatedItem']),
    );
  });

  test('a header printed twice keeps both columns apart, and a copy of the sheet is named and not read', async () => {
    const copy = { name: 'Copia de Plan', rows: [[...HEADER], line()] };
    const read = await fromXlsx(
      [
        [...HEADER, 'L.B', 'L.B'],
        [...line(), 'a', 'b'],
      ],
      { others: [copy] },
    );
    expect(read.rows[0]?.extra).toEqual({ 'L.B': 'a', 'L.B (N)': 'b' });
    expect(placesOf(read, 'sheetSetAside')).toEqual(['Copia de Plan']);
  });
});
