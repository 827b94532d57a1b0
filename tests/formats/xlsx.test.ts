import { describe, expect, it, test } from 'vitest';
import type { Document, DocumentTable, Figure } from '../../src/domain/document';
import { readSpreadsheet } from '../../src/formats/spreadsheet';
import { writeXlsx } from '../../src/formats/xlsx';
import { formulaOf, meanAbove } from '../../src/formats/xlsx/formula';
import { valueOf } from '../support/tablets';

const figure = (value: number | null, text: string, unit?: Figure['unit']): Figure => ({
  k: 'figure',
  of: 'row/ind:1/attainment',
  value,
  text,
  ...(unit && { unit }),
});
const day: Figure = {
  k: 'figure',
  of: 'day/2023-03-31',
  value: null,
  text: '31 de marzo de 2023',
  unit: 'day',
};

const TABLE: DocumentTable = {
  k: 'table',
  caption: 'Plan de acción',
  columns: [
    { label: 'Ítem', share: 1 },
    { label: 'Actividad', share: 4 },
    { label: 'Inicio', share: 1 },
    { label: 'Meta', share: 1, isNumber: true },
    { label: 'T1', share: 1, isNumber: true, over: 'Resultado de 2023' },
    { label: 'T2', share: 1, isNumber: true, over: 'Resultado de 2023' },
    { label: 'Resultado', share: 1, isNumber: true },
  ],
  rows: [
    [
      { k: 'cell', text: 'Línea base', rows: 2 },
      '=1+1',
      [day],
      [figure(21, '21')],
      [figure(7, '7')],
      '—',
      {
        k: 'cell',
        text: [figure(33.333333333, '33,3\u00a0%', 'percent')],
        calculation: { accumulation: 'sum', periods: [4, 5], target: 3, baseline: null },
      },
    ],
    ['Actas', '', [figure(1, '100\u00a0%', 'fraction')], 'no aplica', '—', 'no aplica'],
    [{ k: 'cell', text: 'Plan', columns: 6, isTotal: true }, [figure(40.9, '40,9\u00a0%', 'percent')]],
  ],
};

function documentOf(table: DocumentTable): Document {
  return {
    title: 'Plan de acción',
    paper: { size: 'oficio', isLandscape: true },
    letterhead: {
      entityName: 'Alcaldía de Prueba & Cía.',
      entityFacts: ['NIT 900'],
      documentName: 'Plan de acción: 2023/1 [de la política de gobierno digital]',
      logo: null,
      facts: ['Código: A', 'Versión: 1'],
    },
    foot: { text: 'Código: A', page: 'Página', of: 'de' },
    blocks: [table, { k: 'paragraph', text: 'Corte: 31 de marzo.', manner: 'quiet' }],
  };
}

async function reread(table: DocumentTable) {
  const [sheet] = valueOf(await readSpreadsheet(await writeXlsx(documentOf(table)), 'plan.xlsx')).sheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

describe('a document as a spreadsheet', () => {
  it('has the same cells joined, with its numbers as numbers and a percent of 40,9 as 0.409', async () => {
    const sheet = await reread(TABLE);
    const texts = sheet.rows.map((row) => row.map(({ text }) => text));
    const first = texts.findIndex(([cell]) => cell === 'Línea base');
    expect(texts.slice(first - 2, first + 3).map((row) => row.slice(0, 7))).toMatchObject([
      ['', '', '', '', 'Resultado de 2023'],
      ['Ítem', 'Actividad', 'Inicio', 'Meta', 'T1', 'T2', 'Resultado'],
      ['Línea base', '=1+1', expect.anything(), '21', '7', '—', expect.stringContaining('33,3')],
      ['', 'Actas', '', expect.stringContaining('100'), 'no aplica', '—', 'no aplica'],
      ['Plan', '', '', '', '', '', expect.stringContaining('40,9')],
    ]);
    const joined = sheet.merges.map(({ firstRow, lastRow, firstColumn, lastColumn }) => [
      firstRow - first,
      lastRow - first,
      firstColumn,
      lastColumn,
    ]);
    expect(joined).toEqual(
      expect.arrayContaining([
        [-2, -2, 4, 5],
        [0, 1, 0, 0],
        [2, 2, 0, 5],
      ]),
    );
  });

  it('says its heading and its notes, and a name that a spreadsheet takes', async () => {
    const sheet = await reread(TABLE);
    const said = sheet.rows.map(([cell]) => cell?.text ?? '');
    expect(said[0]).toBe('Alcaldía de Prueba & Cía.');
    expect(said).toContain('Corte: 31 de marzo.');
    expect(sheet.name.length).toBeLessThanOrEqual(31);
    expect(sheet.name).not.toMatch(/[[\]:*?/\\]/);
  });
});

describe('the formula of a result', () => {
  const LAST = 'IF(ISNUMBER(O5),O5,IF(ISNUMBER(N5),N5,IF(ISNUMBER(M5),M5,IF(ISNUMBER(L5),L5,0))))';
  const of = (accumulation: 'sum' | 'latest' | 'average' | 'capacity' | 'reduction') =>
    formulaOf({ accumulation, periods: [11, 12, 13, 14], target: 10, baseline: 20 }, 5);
  it.each([
    ['sum', 'IF(COUNT(L5:O5)=0,0,SUM(L5:O5)/K5)'],
    ['latest', `IF(COUNT(L5:O5)=0,0,${LAST}/K5)`],
    ['average', 'IF(COUNT(L5:O5)=0,0,AVERAGE(L5:O5)/K5)'],
    ['capacity', `IF(COUNT(L5:O5)=0,0,(${LAST}-20)/(K5-20))`],
    ['reduction', `IF(COUNT(L5:O5)=0,0,(20-${LAST})/(20-K5))`],
  ] as const)('%s', (accumulation, formula) => {
    expect(of(accumulation)).toBe(formula);
  });
});

test('the mean of the results above counts each at most once, and no words', () => {
  expect(meanAbove(15, 9, 20)).toBe(
    'IF(COUNT(P9:P20)=0,0,(SUMIFS(P9:P20,P9:P20,">0",P9:P20,"<=1")+COUNTIF(P9:P20,">1"))/COUNT(P9:P20))',
  );
});
