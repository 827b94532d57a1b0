import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { readMatrix } from '../../../src/formats/matrix/readMatrix';
import type { MatrixReading } from '../../../src/formats/matrix/reading';
import { readWorkbook } from '../../../src/formats/workbook';
import figures from '../../fixtures/expectedFigures.json';

const FILE = 'cartagena-2023-plan-accion.xlsx';
const EXPECTED = figures.cartagena2023;
let reading: MatrixReading;

beforeAll(async () => {
  const workbook = await readWorkbook(new Uint8Array(readFileSync(`public/examples/${FILE}`)), FILE);
  if (!workbook.ok) throw new Error(workbook.problem.code);
  const read = readMatrix(workbook.value, FILE);
  if (!read.ok) throw new Error(read.problem.code);
  reading = read.value;
});

const column = <K extends keyof MatrixReading['rows'][number]>(key: K) => reading.rows.map((row) => row[key]);

describe('the Cartagena 2023 matrix (domain.md A5)', () => {
  test('title band, year and calendar', () => {
    expect(reading.facts).toMatchObject({
      title: 'PLAN DE ACCIÓN POLÍTICA DE GESTIÓN Y DESEMPEÑO',
      entityName: 'ALCALDÍA DISTRITAL DE CARTAGENA DE INDIAS',
      policy: 'Política gobierno digital',
      planYear: 2023,
    });
    expect(reading.facts.objective).toMatch(/^Impactar positivamente .* del Distrito$/);
    expect(reading.calendar).toEqual({ start: '2023-01-01', end: '2023-12-31', monthsPerPeriod: 3 });
  });

  test('all seventeen columns are recognised for sure', () => {
    expect(reading.columns.map(({ letter }) => letter).join('')).toBe('ABCDEFGHIJKLMNOPQ');
    expect(reading.columns.every(({ confidence }) => confidence === 'sure')).toBe(true);
    expect(reading.columns[11]).toEqual({
      index: 11,
      letter: 'L',
      header: '2023 RESULTADO TRIMESTRE 1',
      field: null,
      period: { index: 0, aspect: 'value' },
      confidence: 'sure',
      samples: ['1', '1', '7'],
    });
    expect(reading.columns[7]?.samples).toEqual(['01/01/2023', '01/01/2023', '01/01/2023']);
  });

  test('12 indicators, 8 items, 11 activities', () => {
    expect(reading.rows.length).toBe(12);
    expect(column('itemIndex')).toEqual([0, 0, 1, 1, 2, 3, 4, 4, 5, 6, 7, 7]);
    expect(column('activityIndex')).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 10]);
    expect(column('itemNumber')).toEqual(['1', '1', '2', '2', '3', '4', '5', '5', '6', '7', '8', '8']);
    expect(column('activityNumber')).toEqual(['1', '2', '3', '4', '4', '5', '6', '7', '9', '10', '11', '11']);
    expect(column('continuesActivity').filter(Boolean).length).toBe(1);
    expect(column('sourceRow')).toEqual([10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21]);
    expect(column('phvaStage')).toEqual([
      'plan',
      'check',
      'do',
      'do',
      'do',
      'do',
      'plan',
      'check',
      'do',
      'act',
      'do',
      'do',
    ]);
  });

  test('a repeated text is another activity and keeps its whole name (rows d and e)', () => {
    const [d, e] = [reading.rows[3], reading.rows[4]];
    expect(d?.activityName).toBe('4. Establecimiento de la línea base de Gobierno Digital para 2023');
    expect(e?.activityName).toBe(d?.activityName);
    expect(e?.activityIndex).not.toBe(d?.activityIndex);
  });

  test('what a row took from the row above is said, and only merges gave it', () => {
    expect(reading.rows[1]?.inherited).toEqual({
      itemNumber: 'merge',
      criterion: 'merge',
      indicatorName: 'merge',
    });
    expect(reading.rows[11]?.inherited).toEqual({
      criterion: 'merge',
      phvaStage: 'merge',
      activity: 'merge',
    });
    expect(reading.rows[11]?.activityName).toBe(reading.rows[10]?.activityName);
  });

  test('targets, first-quarter results and stated values to the printed digit', () => {
    expect(column('target')).toEqual(EXPECTED.rows.map(({ target }) => target));
    expect(reading.rows.map(({ values }) => values[0])).toEqual(
      EXPECTED.rows.map(({ q1 }) => ({ k: 'value', v: q1 })),
    );
    expect(column('stated').map((stated) => stated?.percent)).toEqual(
      EXPECTED.rows.map(({ printed }) => printed),
    );
    expect(reading.rows[7]?.stated).toEqual({ text: '3,0%', percent: 3 });
    expect(column('targetUnit')).toEqual([...Array<string>(11).fill('count'), 'percent']);
  });

  test('dates and responsible parties, one per cell', () => {
    expect(reading.rows.map(({ start, end }) => `${start}..${end}`)).toEqual([
      '2023-01-01..2023-02-28',
      '2023-01-01..2023-12-31',
      '2023-01-01..2023-07-31',
      '2023-01-01..2023-07-31',
      '2023-01-01..2023-02-28',
      '2023-01-01..2023-02-28',
      '2023-01-01..2023-02-28',
      '2023-01-01..2023-12-31',
      '2023-03-01..2023-04-30',
      '2023-04-30..2023-12-31',
      '2023-02-01..2023-12-31',
      '2023-02-01..2023-12-31',
    ]);
    expect(reading.rows[0]?.responsible).toEqual(['Equipo Gobierno Digital y áreas de gestión OAI']);
  });

  test('8 annexes cited in 11 rows, by number', () => {
    expect(reading.annexes.map(({ number }) => number)).toEqual([
      '01',
      '02',
      '03',
      '04',
      '05',
      '06',
      '07',
      '08',
    ]);
    expect(reading.annexes.length).toBe(EXPECTED.evidence.annexesCited);
    expect(reading.rows.filter(({ citedAnnexes }) => citedAnnexes.length > 0).length).toBe(
      EXPECTED.evidence.rowsCitingAnAnnex,
    );
    expect(reading.annexes[1]).toEqual({
      number: '02',
      name: 'Sensibilización Gobierno Digital',
      texts: [
        'Anexo 02 Sensibilización Gobierno Digital: cronograma de reuniones',
        'Anexo 02 Sensibilización Gobierno Digital: actas de reunión',
      ],
      sourceRows: [12, 13],
    });
  });

  test('the cut is proposed, and the zeros after it are named', () => {
    expect(reading.proposedCut).toBe('2023-03-31');
    expect(reading.zeroPeriods).toEqual([1, 2, 3]);
  });

  test('one finding: the merged deliverable and indicator of row 11', () => {
    expect(reading.findings).toEqual([
      {
        code: 'mergedDeliverableIndicator',
        range: 'E11:F11',
        place: expect.objectContaining({
          sheet: 'Plan de acción',
          row: 11,
          column: 'E',
          header: 'PRODUCTO',
        }) as object,
      },
    ]);
    expect(reading.rows[1]?.indicatorName).toBe(reading.rows[1]?.deliverable);
  });

  test('the layout is enough to write the matrix again, and is plain JSON', () => {
    const { layout } = reading;
    expect(JSON.parse(JSON.stringify(layout))).toEqual(layout);
    expect(layout.headerRows).toEqual({ first: 8, last: 9 });
    expect([layout.firstDataRow, layout.lastDataRow]).toEqual([10, 21]);
    expect(layout.merges.length).toBe(32);
    expect(layout.titleCells.map(({ ref }) => ref)).toEqual(['A1', 'A2', 'A3', 'A5', 'C5', 'A6', 'C6']);
    expect(layout.headerCells.find(({ ref }) => ref === 'L8')?.text).toBe('2023');
    expect(layout.columns[15]).toMatchObject({
      field: 'stated',
      numberFormat: '0.0%',
      formula: { ref: 'P10', text: 'SUM(L10:O10)/K10' },
    });
    expect(layout.columns[7]?.numberFormat).toBe('dd-mmm-yy');
    expect(layout.formatExceptions).toEqual([{ ref: 'K21', numberFormat: '0%' }]);
  });

  test('the reading crosses a worker', () => {
    expect(structuredClone(reading)).toEqual(reading);
  });
});
