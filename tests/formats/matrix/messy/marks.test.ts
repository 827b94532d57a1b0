import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../../src/formats/grid';
import { readMatrix } from '../../../../src/formats/matrix/readMatrix';
import type { MatrixReading } from '../../../../src/formats/matrix/reading';
import { aSheet } from '../../tables';
import type { Written } from '../../tables';
import { HEADER, fromCsv, fromXlsx, line, placesOf } from './sheets';

const text = (written: string, more: Partial<Cell> = {}): Cell =>
  ({ kind: 'text', text: written, ...more }) as Cell;
const number = (value: number, fill?: string): Cell => ({
  kind: 'number',
  value,
  text: String(value),
  ...(fill ? { fill } : {}),
});

/** Reads rows as a sheet gives them, with what only some readers tell of it. */
function readingOf(
  rows: readonly (readonly Written[])[],
  more: { readonly hiddenColumns?: readonly number[]; readonly hiddenRows?: readonly number[] } = {},
): MatrixReading {
  const read = readMatrix({ sheets: [{ ...aSheet(rows), ...more }] }, 'plan 2024.xlsx');
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value;
}
const plain = (some: Parameters<typeof line>[0] = {}) => line(some) as readonly Written[];
const withCell = (row: readonly Written[], header: (typeof HEADER)[number], cell: Cell) =>
  row.with(HEADER.indexOf(header), cell);

describe('18. what a sheet says in other ways than in its cells', () => {
  test('a hidden sheet is named and not read', async () => {
    const hidden = { name: 'Listas', hidden: true, rows: [['OAI'], ['TIC']] };
    const read = await fromXlsx([HEADER, line()], { others: [hidden] });
    expect(read.sheet).toBe('Plan');
    expect(read.findings).toEqual([
      { code: 'sheetSetAside', sheet: 'Listas', isHidden: true, rows: 2, looksLikeMatrix: false },
    ]);
  });

  test('hidden rows and columns are read, and are said', () => {
    const read = readingOf([HEADER, plain(), plain({ ACTIVIDAD: '2. Medir' })], {
      hiddenColumns: [1, 10],
      hiddenRows: [2],
    });
    expect(read.rows.map(({ criterion, activityNumber }) => [criterion, activityNumber])).toEqual([
      ['Hoja de ruta', '1'],
      ['Hoja de ruta', '2'],
    ]);
    expect(read.findings).toEqual([
      { code: 'hiddenRow', place: { sheet: 'Plan', row: 3, column: 'A', header: 'ITEM', text: '1' } },
      { code: 'hiddenColumn', sheet: 'Plan', column: 'B', header: 'CRITERIO', cells: 2 },
    ]);
  });

  test('of the column of ids that the app itself hides nothing is said', () => {
    const rows = [
      [...HEADER, 'ID INDICADOR'],
      [...plain(), 'ind:abcdefghijklmnop'],
    ];
    const read = readingOf(rows, { hiddenColumns: [HEADER.length] });
    expect(read.findings.filter(({ code }) => code === 'hiddenColumn')).toEqual([]);
  });

  test('what a merge hides is not read, and is said; the same text again is nothing new', async () => {
    const hiding = line({
      ITEM: '1',
      CRITERIO: 'Otro criterio',
      ACTIVIDAD: '2. Medir',
      '2024 TRIMESTRE 1': 9,
    });
    const read = await fromXlsx([HEADER, line(), hiding], { merges: ['A2:A3', 'B2:B3', 'J2:J3'] });
    expect(read.rows[1]).toMatchObject({ criterion: 'Hoja de ruta', itemIndex: 0, itemNumber: '1' });
    expect(read.rows[1]?.values[0]).toBeNull();
    expect(placesOf(read, 'hiddenUnderMerge')).toEqual(['Plan!B3: Otro criterio', 'Plan!J3: 9']);
    expect(placesOf(read, 'mergeNotFilled')).toHaveLength(1);
  });

  test('a mark where a result goes is no result: it is said and kept', async () => {
    const read = await fromXlsx([HEADER, line({ '2024 TRIMESTRE 1': 'X', '2024 TRIMESTRE 2': '✓' })]);
    expect(read.rows[0]?.values).toEqual([null, null, null, null]);
    expect(read.rows[0]?.extra).toEqual({ '2024 TRIMESTRE 1': 'X', '2024 TRIMESTRE 2': '✓' });
    expect(placesOf(read, 'markInPeriod')).toEqual(['Plan!J2: X', 'Plan!K2: ✓']);
  });

  test('comments of reviewers are told with their place, of the header too', () => {
    const comment = 'Control Interno: falta el soporte';
    const read = readingOf([
      HEADER.map((header) => (header === 'META' ? text(header, { comment: 'Ana: en número' }) : header)),
      withCell(plain(), 'RESULTADO', text('25,0%', { comment })),
    ]);
    expect(read.findings).toMatchObject([
      { code: 'reviewComment', comment: 'Ana: en número', place: { row: 1, column: 'I' } },
      { code: 'reviewComment', comment, place: { row: 2, column: 'L', header: 'RESULTADO', text: '25,0%' } },
    ]);
  });

  test('colours of results are said once for their column; one colour of the whole row says nothing', () => {
    const coloured = (...fills: readonly (string | undefined)[]) =>
      readingOf([HEADER, ...fills.map((fill) => withCell(plain(), '2024 TRIMESTRE 1', number(1, fill)))])
        .findings;
    expect(coloured('FF0000', '00B050', 'FFC000')).toEqual([
      { code: 'colourNotRead', sheet: 'Plan', column: 'J', header: '2024 TRIMESTRE 1', cells: 3 },
    ]);
    expect(coloured('FF0000', undefined)).toMatchObject([{ code: 'colourNotRead', cells: 1 }]);
    expect(coloured('DDDDDD', 'DDDDDD')).toEqual([]);
    expect(coloured(undefined, undefined)).toEqual([]);
    const striped = plain().map((written) =>
      typeof written === 'string' ? text(written, { fill: 'EEEEEE' }) : written,
    );
    expect(
      readingOf([HEADER, withCell(striped, '2024 TRIMESTRE 1', number(1, 'EEEEEE')), plain()]).findings,
    ).toEqual([]);
  });
});

describe('19. noise', () => {
  test('blanks, accents of a Mac, quotes and letters of other keyboards do not part what is the same', async () => {
    const header = HEADER.map((one) => ` ${one.replace(' ', '\u00a0 ')} `);
    const read = await fromXlsx([
      header,
      line({ CRITERIO: ' Nin\u0303ez\u00a0 y  adolescencia ', ACTIVIDAD: '“Abrir” datos' }),
      line({ CRITERIO: 'Niñez y adolescencia', ACTIVIDAD: 'Otra' }),
    ]);
    expect(read.rows.map(({ criterion, itemIndex }) => [criterion, itemIndex])).toEqual([
      ['Niñez y adolescencia', 0],
      ['Niñez y adolescencia', 0],
    ]);
    expect(read.rows[0]?.activityName).toBe('“Abrir” datos');
  });

  test('words and dashes for nothing', async () => {
    const read = await fromXlsx([
      HEADER,
      line({ '2024 TRIMESTRE 1': 'N/A ', '2024 TRIMESTRE 2': ' - ', RESULTADO: '–', RESPONSABLE: '  ' }),
    ]);
    expect(read.rows[0]).toMatchObject({ stated: null, responsible: [], extra: {} });
    expect(read.rows[0]?.values.slice(0, 2)).toEqual([{ k: 'notApplicable' }, null]);
    expect(read.findings).toEqual([]);
  });
});

describe('20. errors and formulas', () => {
  test('an error, a formula without its result, one of another program and one of another workbook are each named', async () => {
    const read = await fromXlsx([HEADER, line(), line()], {
      cells: {
        J2: { value: '#REF!', type: 'error' },
        K2: { value: null, type: 'formula', formula: 'SUMA(A1)' },
        I2: { value: 4, type: 'number', formula: "'[plan 2023.xlsx]Hoja 1'!B7", formulaResult: 4 },
        J3: { value: 2, type: 'number', formula: '[1]Hoja1!A1*2', formulaResult: 2 },
        E3: {
          value: 'Hojas',
          type: 'string',
          formula: 'IFERROR(__xludf.DUMMYFUNCTION("FILTER(A:A)"),"Hojas")',
          formulaResult: 'Hojas',
        },
        I3: { value: 8, type: 'number', formula: 'SUM(Tabla1[Meta])', formulaResult: 8 },
      },
    });
    expect(read.rows.map(({ target, values }) => [target, values[0]])).toEqual([
      [4, null],
      [8, { k: 'value', v: 2 }],
    ]);
    expect(placesOf(read, 'errorCell')).toEqual(['Plan!J2: #REF!']);
    expect(placesOf(read, 'formulaWithoutValue')).toEqual(['Plan!K2: ']);
    expect(placesOf(read, 'linkedFormula')).toEqual(['Plan!I2: 4', 'Plan!J3: 2']);
    expect(placesOf(read, 'foreignFormula')).toEqual(['Plan!E3: Hojas']);
  });
});

describe('21. tables copied from Word and PDF', () => {
  const HEAD = 'ITEM;ACTIVIDAD;INDICADOR;META;TRIMESTRE 1;OBSERVACIONES';

  test('page headings are set aside, and a text cut by the page goes on when a person agrees', async () => {
    const read = await fromCsv(
      [
        HEAD,
        '1;Abrir datos;Conjuntos;4;1;Se abrieron los conjuntos de la',
        'CODIGO: TI.PL01 VERSION: 1 Página 5 de 7;;;;;',
        HEAD,
        ';;;;;secretaría de Hacienda',
        '2;Usar datos;Usos;2;1;',
      ].join('\n'),
    );
    expect(read.rows.map(({ sourceRow }) => sourceRow)).toEqual([2, 6]);
    expect(placesOf(read, 'rowSetAside')).toEqual([
      `${read.sheet}!A3: CODIGO: TI.PL01 VERSION: 1 Página 5 de 7`,
      `${read.sheet}!A4: ITEM`,
    ]);
    expect(read.repairs).toMatchObject([{ id: 'continuationRow:5', isSafe: true }]);
  });

  test('the marks of a page and the bookmarks of a document go from every text, each said', async () => {
    const read = await fromCsv(
      [
        HEAD,
        '1;<p>Abrir datos</p>;Conjuntos [bookmark: _Toc12];4;1;<p>Uno</p><p>Dos</p>',
        '2;Usar <5 datos [sic];Usos;2;1;',
      ].join('\n'),
    );
    expect(
      read.rows.map(({ activityName, indicatorName, remark }) => [activityName, indicatorName, remark]),
    ).toEqual([
      ['Abrir datos', 'Conjuntos', 'Uno\nDos'],
      ['Usar <5 datos [sic]', 'Usos', ''],
    ]);
    expect(placesOf(read, 'tagsRemoved')).toEqual([
      `${read.sheet}!B2: <p>Abrir datos</p>`,
      `${read.sheet}!C2: Conjuntos [bookmark: _Toc12]`,
      `${read.sheet}!F2: <p>Uno</p><p>Dos</p>`,
    ]);
  });
});
