import { describe, expect, test } from 'vitest';
import { repaired, safeRepairs } from '../../../../src/formats/matrix/repairs';
import { HEADER, fromCsv, fromXlsx, line, placesOf, previewOf } from './sheets';

describe('6. targets of mixed kind in one column', () => {
  const written = ['1', 21, '100%', '16.00', '# Actas', '2 Estrategias (Reforestación)', 'Dos (2) mesas'];
  const read = () => fromXlsx([HEADER, ...written.map((META) => line({ META }))]);

  test('numbers, percents and words are told apart, and the words are kept', async () => {
    const { rows } = await read();
    expect(rows.map(({ target, targetUnit }) => [target, targetUnit])).toEqual([
      [1, 'count'],
      [21, 'count'],
      [1, 'percent'],
      [16, 'count'],
      [null, 'count'],
      [null, 'count'],
      [null, 'count'],
    ]);
    expect(rows.slice(4).map(({ targetText }) => targetText)).toEqual(written.slice(4));
  });

  test('what is no number is said with its place, and its leading number is offered and not taken', async () => {
    const reading = await read();
    expect(placesOf(reading, 'unreadableNumber')).toEqual([
      'Plan!I6: # Actas',
      'Plan!I7: 2 Estrategias (Reforestación)',
      'Plan!I8: Dos (2) mesas',
    ]);
    expect(reading.repairs.map(({ id }) => id)).toEqual(['targetInWords:7', 'targetInWords:8']);
    expect(safeRepairs(reading)).toEqual([]);
    const accepted = repaired(reading, ['targetInWords:7']);
    expect(accepted.rows[5]).toMatchObject({
      target: 2,
      targetUnit: 'count',
      unitOfMeasure: 'Estrategias',
      targetText: '2 Estrategias (Reforestación)',
    });
    expect(placesOf(accepted, 'unreadableNumber')).toHaveLength(2);
  });

  test('words of a target beside a text of its own are kept under their header', async () => {
    const header = [...HEADER, 'DESCRIPCION DE LA META'];
    const reading = await fromXlsx([header, [...line({ META: '# Actas' }), 'Actas firmadas']]);
    expect(reading.rows[0]).toMatchObject({ targetText: 'Actas firmadas', extra: { META: '# Actas' } });
  });
});

describe('7. results against targets', () => {
  test('fractions, more than the target, and what the file states beside what is computed', async () => {
    const rows = [
      line({ META: 10, '2024 TRIMESTRE 1': '0,3', RESULTADO: '3,0%' }),
      line({ META: 1, '2024 TRIMESTRE 1': 8, RESULTADO: '100,0%' }),
      line({ META: 4, '2024 TRIMESTRE 1': 1, RESULTADO: '40,00%' }),
      line({ META: 0, '2024 TRIMESTRE 1': null, RESULTADO: '#DIV/0!' }),
      line({ META: 3, '2024 TRIMESTRE 1': 1, RESULTADO: null }),
    ];
    const read = await fromXlsx([HEADER, ...rows], {
      cells: { L6: { value: 0.333, type: 'number', style: { numFmt: '0.0%' } } },
    });
    expect(read.rows.map(({ stated }) => stated)).toEqual([
      { text: '3,0%', percent: 3 },
      { text: '100,0%', percent: 100 },
      { text: '40,00%', percent: 40 },
      null,
      { text: '33,3%', percent: 33.3 },
    ]);
    expect(placesOf(read, 'errorCell')).toEqual(['Plan!L5: #DIV/0!']);
    const differing = previewOf(read).findings.filter(({ code }) => code === 'statedDiffers');
    expect(differing).toMatchObject([{ stated: 40 }]);
  });

  test('«sin meta» where a result would stand says what our matrices say of a row without a target', async () => {
    const rows = [null, 0].map((META) => line({ META, RESULTADO: 'Sin meta' }));
    const read = await fromXlsx([HEADER, ...rows]);
    expect(read.rows.map(({ stated, extra }) => [stated, extra])).toEqual([
      [null, {}],
      [null, {}],
    ]);
    expect(placesOf(read, 'keptAsWritten')).toEqual([]);
  });

  test('«sin meta» beside a target is what we print in a row with our id, and words that are told in any other', async () => {
    const header = [...HEADER, 'ID INDICADOR'];
    const rows = ['ind:a', ''].map((id) => [...line({ META: 4, RESULTADO: 'sin meta' }), id]);
    const read = await fromXlsx([header, ...rows]);
    expect(read.rows.map(({ stated, extra }) => [stated, extra])).toEqual([
      [null, {}],
      [null, { RESULTADO: 'sin meta' }],
    ]);
    expect(placesOf(read, 'keptAsWritten')).toEqual(['Plan!L3: sin meta']);
  });

  test('«no aplica» there is what we print in a row with our id, and words in any other', async () => {
    const header = [...HEADER, 'ID INDICADOR'];
    const rows = ['ind:a', ''].map((id) => [...line({ RESULTADO: 'no aplica' }), id]);
    const read = await fromXlsx([header, ...rows]);
    expect(read.rows.map(({ stated, extra }) => [stated, extra])).toEqual([
      [null, {}],
      [null, { RESULTADO: 'no aplica' }],
    ]);
  });

  test('words where the file states a result are kept as they are', async () => {
    const read = await fromXlsx([HEADER, line({ RESULTADO: 'Cumplida' }), line({ RESULTADO: '-' })]);
    expect(read.rows.map(({ stated, extra }) => [stated, extra])).toEqual([
      [null, { RESULTADO: 'Cumplida' }],
      [null, {}],
    ]);
    expect(placesOf(read, 'keptAsWritten')).toEqual(['Plan!L2: Cumplida']);
  });
});

test('8. a percent format on what cannot be a percent: the number counts, and the cell is named', async () => {
  const percent = (value: number) => ({ value, type: 'number' as const, style: { numFmt: '0%' } });
  const read = await fromXlsx(
    [
      [...HEADER, 'PRESUPUESTO', 'HABITANTES'],
      [...line(), null, null],
    ],
    { cells: { I2: percent(1), J2: percent(0.5), M2: percent(950_341_565), N2: percent(1500) } },
  );
  expect(read.rows[0]).toMatchObject({
    target: 1,
    targetUnit: 'percent',
    budget: 950_341_565,
    extra: { HABITANTES: '1500' },
  });
  expect(read.rows[0]?.values[0]).toEqual({ k: 'value', v: 0.5 });
  expect(placesOf(read, 'falsePercent').toSorted()).toEqual(['Plan!M2: 95034156500%', 'Plan!N2: 150000%']);
});

describe('9. decimal and thousands signs', () => {
  test('each column by what it shows: Colombian, of another country, and of accountants', async () => {
    const header = [...HEADER, 'PRESUPUESTO', 'PRESUPUESTO EJECUTADO'];
    const amounts = [
      [' 44.893.000 ', '14,430,365,174.00'],
      ['$ 1.200', '1,200.50'],
      [' -   ', '$ -'],
    ];
    const rows = amounts.map((pair) => [...line({ META: '16.00' }), ...pair]);
    const read = await fromXlsx([header, ...rows]);
    expect(read.rows.map(({ target, budget, executed }) => [target, budget, executed])).toEqual([
      [16, 44_893_000, 14_430_365_174],
      [16, 1200, 1200.5],
      [16, null, null],
    ]);
    expect(placesOf(read, 'spreadsheetNumber')).toEqual([
      'Plan!I2: 16.00',
      'Plan!I3: 16.00',
      'Plan!I4: 16.00',
    ]);
  });

  test('what is below zero in brackets is read, and kept as written where nothing can be below it', async () => {
    const read = await fromCsv(
      [
        [...HEADER, 'PRESUPUESTO'].join(';'),
        [...line({ '2024 TRIMESTRE 1': '(1,5)' }), '(1.200)'].join(';'),
      ].join('\n'),
    );
    expect(read.rows[0]?.values[0]).toEqual({ k: 'value', v: -1.5 });
    expect(read.rows[0]).toMatchObject({ budget: null, extra: { PRESUPUESTO: '(1.200)' } });
    expect(placesOf(read, 'keptAsWritten')).toEqual([`${read.sheet}!M2: (1.200)`]);
  });

  test('numbers that read two ways are read and said, and are asked about once per column', async () => {
    const read = await fromXlsx([
      HEADER,
      line({ META: '1.500', '2024 TRIMESTRE 1': '1,250', '2024 TRIMESTRE 2': '1,250' }),
      line({ META: '2.500', '2024 TRIMESTRE 1': '0,5' }),
    ]);
    expect(read.rows.map(({ target }) => target)).toEqual([1500, 2500]);
    expect(placesOf(read, 'ambiguousNumber')).toHaveLength(4);
    const ids = ['ambiguousNumber:I', 'ambiguousNumber:J', 'ambiguousNumber:K'];
    expect(read.repairs.map(({ id }) => id)).toEqual(ids);
    expect(safeRepairs(read)).toEqual([]);
    const other = repaired(read, ['ambiguousNumber:I', 'ambiguousNumber:K']);
    expect(other.rows.map(({ target }) => target)).toEqual([1.5, 2.5]);
    expect(other.rows[0]?.values.slice(0, 2)).toEqual([
      { k: 'value', v: 1.25 },
      { k: 'value', v: 1250 },
    ]);
    expect(placesOf(other, 'ambiguousNumber')).toEqual(['Plan!J2: 1,250']);
  });

  test('so are those of rows that each go by their own year', async () => {
    const header = 'ACTIVIDAD;INDICADOR;FECHA INICIO;FECHA FINAL;META;T1;T2';
    const rows = ['Abrir;Datos;1/01/24;31/12/24;9;1;1', 'Usar;Usos;1/01/25;31/12/25;9;1.500;1.500'];
    const read = await fromCsv([header, ...rows].join('\n'));
    const [, row] = repaired(read, ['ambiguousNumber:G']).rows;
    expect(row?.values.slice(4, 6)).toEqual([
      { k: 'value', v: 1500 },
      { k: 'value', v: 1.5 },
    ]);
  });
});
