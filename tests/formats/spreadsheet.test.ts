import { readFileSync } from 'node:fs';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { writeOds, writeXlsx } from 'hucre';
import { describe, expect, test } from 'vitest';
import { cellAt, columnLetter, indexMerges, rangeName } from '../../src/formats/grid';
import type { Sheet } from '../../src/formats/grid';
import { readSpreadsheet } from '../../src/formats/spreadsheet';
import { readWorkbook } from '../../src/formats/workbook';
import { aSheet, anXlsx } from './tables';

async function sheetsOf(bytes: Uint8Array): Promise<readonly Sheet[]> {
  const read = await readSpreadsheet(bytes, 'libro.xlsx');
  if (!read.ok) throw new Error(read.problem.code);
  return read.value.sheets;
}

async function firstSheet(bytes: Uint8Array): Promise<Sheet> {
  const [sheet] = await sheetsOf(bytes);
  if (!sheet) throw new Error('no sheet was read');
  return sheet;
}

describe('what is read of a spreadsheet', () => {
  test('numbers, days, percents, formulas, errors, merges, widths, hidden sheets', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'Plan',
          columns: [{ width: 30 }],
          rows: [['texto', 0.25, new Date('2023-02-28'), true, null, null]],
          cells: new Map([
            ['0,1', { value: 0.25, type: 'number', style: { numFmt: '0.0%' } }],
            ['0,4', { value: '#REF!', type: 'error' }],
            ['0,5', { value: null, type: 'formula', formula: 'A9+1' }],
          ]),
          merges: [{ startRow: 0, startCol: 0, endRow: 1, endCol: 1 }],
        },
        { name: 'Copia', hidden: true, rows: [['x']] },
      ],
    });
    const sheet = await firstSheet(bytes);
    expect(sheet.rows[0]).toEqual([
      { kind: 'text', text: 'texto' },
      { kind: 'number', value: 0.25, text: '25,0%', numberFormat: '0.0%' },
      expect.objectContaining({ kind: 'day', value: '2023-02-28', text: '28/02/2023' }) as object,
      { kind: 'boolean', value: true, text: 'true' },
      { kind: 'error', text: '#REF!' },
      { kind: 'blank', text: '', formula: 'A9+1' },
    ]);
    expect(sheet.merges.map(rangeName)).toEqual(['A1:B2']);
    expect(sheet.columnWidths[0]).toBeCloseTo(30, 0);
    const read = await readSpreadsheet(bytes, 'libro.xlsx');
    expect(read.ok && read.value.sheets.map(({ isHidden }) => isHidden)).toEqual([false, true]);
  });

  test('of 20 MB, nearly all of them pictures, as without them', async () => {
    const plan = await writeXlsx({ sheets: [{ name: 'Plan', rows: [['ITEM', 7]] }] });
    const picture = Uint8Array.from({ length: 10_000_000 }, (_, at) => (at * 2_654_435_761) >>> 24);
    const pictures = { 'xl/media/image1.png': picture, 'xl/media/image2.png': picture };
    const bytes = zipSync({ ...unzipSync(plan), ...pictures }, { level: 0 });
    expect(bytes.length).toBeGreaterThan(20_000_000);
    expect(await firstSheet(bytes)).toEqual(await firstSheet(plan));
  });

  test('ODS too, by its bytes and not by its name', async () => {
    const bytes = await writeOds({ sheets: [{ name: 'Plan', rows: [['ITEM', 7]] }] });
    const sheet = await firstSheet(bytes);
    expect(sheet.rows[0]?.map(({ text }) => text)).toEqual(['ITEM', '7']);
  });

  test('a text table goes the way of CSV', async () => {
    const read = await readWorkbook(strToU8('ITEM;META\n1;2'), 'matriz.xlsx');
    expect(read.ok && read.value.sheets[0]?.rows.length).toBe(2);
  });

  test('notes on cells, colours of their own, hidden columns and rows, heights', async () => {
    const fill = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFFFCC00' } } as const;
    const sheet = await firstSheet(
      await writeXlsx({
        sheets: [
          {
            name: 'Plan',
            rows: [['a', 'b'], ['c']],
            columns: [{ width: 9 }, { width: 9, hidden: true }],
            rowDefs: new Map([[1, { hidden: true, height: 40 }]]),
            cells: new Map([
              ['0,0', { value: 'a', type: 'string', comment: { author: 'OAI', text: 'Por revisar' } }],
              ['1,0', { value: 'c', type: 'string', style: { fill } }],
            ]),
          },
        ],
      }),
    );
    expect(sheet.rows[0]?.[0]).toMatchObject({ text: 'a', comment: 'Por revisar' });
    expect(sheet.rows[1]?.[0]).toMatchObject({ text: 'c', fill: 'ffcc00' });
    expect([sheet.hiddenColumns, sheet.hiddenRows, sheet.rowHeights?.get(1)]).toEqual([[1], [1], 40]);
  });

  test.each(['xls', 'ods'])(
    '%s as LibreOffice writes it: formats, errors, merges, what is hidden',
    async (kind) => {
      const bytes = new Uint8Array(readFileSync(`tests/fixtures/workbooks/plan.${kind}`));
      const sheets = await sheetsOf(bytes);
      expect(sheets.map(({ name, isHidden }) => [name, isHidden])).toEqual([
        ['Plan', false],
        ['Oculta', true],
      ]);
      const sheet = await firstSheet(bytes);
      expect(sheet.rows.map((row) => row.map(({ text }) => text))).toEqual([
        ['ITEM', 'RESULTADO', 'INICIO', 'META'],
        ['010101', '33,3%', '28/02/2023', '10'],
        // What a merge hides is kept by one kind of file and not read of the other.
        [kind === 'xls' ? '010102' : '', '100%', '', '1,5'],
        ['Total', '1,333', '#DIV/0!'],
        ['', '', '', 'z'],
      ]);
      expect(sheet.rows[3]?.[2]?.kind).toBe('error');
      expect(sheet.merges.map(rangeName)).toEqual(['A2:A3']);
      expect([sheet.hiddenColumns, sheet.hiddenRows]).toEqual([[3], [2]]);
      if (kind === 'ods') expect(sheet.rows[1]?.[1]?.comment).toBe('Por revisar');
      else expect(sheet.columnWidths[0]).toBeCloseTo(30, 0);
    },
  );

  test('what is read is told as it goes, up to all of it', async () => {
    const told: number[] = [];
    await readSpreadsheet(
      await writeXlsx({ sheets: [{ name: 'a', rows: [['x']] }, { name: 'b' }] }),
      'x',
      (done) => told.push(done),
    );
    expect(told.length).toBeGreaterThan(3);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.at(-1)).toBe(1);
  });

  test('one coloured cell in the last row, columns to the last one: read in under a second', async () => {
    const start = performance.now();
    const sheet = await firstSheet(
      anXlsx(
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="0"/></row>',
        '<cols><col min="1" max="16384" width="12" customWidth="1"/></cols>',
      ),
    );
    expect(sheet.rows.length).toBe(1);
    expect(sheet.columnWidths.length).toBeLessThanOrEqual(200);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  test('a phantom cell in the last row of the sheet costs nothing', async () => {
    const sheet = await firstSheet(
      anXlsx(
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="900"><c r="B900" s="0"/></row>' +
          '<row r="1048576"><c r="XFD1048576" t="str"><v>x</v></c></row>',
      ),
    );
    expect(sheet.rows.length).toBe(1);
    expect(sheet.declaredRows).toBe(900);
  });

  test('what goes on beyond the cap is said to', async () => {
    const sheet = await firstSheet(anXlsx('<row r="20001"><c r="A20001"><v>1</v></c></row>'));
    expect(sheet.isTruncated).toBe(true);
    const wide = await firstSheet(anXlsx('<row r="1"><c r="GS1"><v>1</v></c></row>'));
    expect(wide.isTruncated).toBe(true);
    const narrow = await firstSheet(anXlsx('<row r="1"><c r="GR1"><v>1</v></c></row>'));
    expect(narrow.isTruncated).toBe(false);
  });
});

describe('places in a sheet', () => {
  test('letters and ranges as spreadsheets name them', () => {
    expect([0, 25, 26, 199, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'GR', 'ZZ', 'AAA']);
    expect(rangeName({ firstRow: 10, firstColumn: 4, lastRow: 10, lastColumn: 5 })).toBe('E11:F11');
  });

  test('a merge is found by each cell it covers', () => {
    const sheet = aSheet([['a'], [null, 'b'], [null, null, 'c']], ['A1:B2']);
    const merges = indexMerges(sheet);
    expect([merges(1, 1), merges(0, 0), merges(2, 0), merges(0, 2)].map((merge) => merge !== null)).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(cellAt(sheet, 99, 99).kind).toBe('blank');
  });
});
