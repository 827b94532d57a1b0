import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { writeOds, writeXlsx } from 'hucre';
import { describe, expect, test } from 'vitest';
import { cellAt, columnLetter, indexMerges, rangeName } from '../../src/formats/grid';
import { readMatrix } from '../../src/formats/matrix/readMatrix';
import { readSpreadsheet } from '../../src/formats/spreadsheet';
import { readWorkbook } from '../../src/formats/workbook';
import { guardZip } from '../../src/formats/zipGuard';
import { aSheet, anXlsx } from './tables';

const CARTAGENA = new Uint8Array(readFileSync('public/examples/cartagena-2023-plan-accion.xlsx'));
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

async function firstSheet(bytes: Uint8Array) {
  const read = await readSpreadsheet(bytes, 'libro.xlsx');
  const sheet = read.ok ? read.value.sheets[0] : undefined;
  if (!sheet) throw new Error('no sheet was read');
  return sheet;
}

async function problemOf(bytes: Uint8Array): Promise<string> {
  const read = await readSpreadsheet(bytes, 'libro.xlsx');
  return read.ok ? 'read' : read.problem.code;
}

/** The same entry named many times: a few kilobytes that unpack to `times` its size. */
function aZipBomb(times: number): Uint8Array {
  const zip = zipSync({ 'xl/workbook.xml': new Uint8Array(10_000_000) }, { level: 9 });
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = zip.length - 22;
  const directoryAt = view.getUint32(end + 16, true);
  const entry = zip.subarray(directoryAt, end);
  const bomb = new Uint8Array(directoryAt + entry.length * times + 22);
  bomb.set(zip.subarray(0, directoryAt));
  for (let copy = 0; copy < times; copy++) bomb.set(entry, directoryAt + copy * entry.length);
  const tail = bomb.subarray(directoryAt + entry.length * times);
  tail.set(zip.subarray(end));
  new DataView(tail.buffer, tail.byteOffset).setUint16(10, times, true);
  return bomb;
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

  test('ODS too, by its bytes and not by its name', async () => {
    const bytes = await writeOds({ sheets: [{ name: 'Plan', rows: [['ITEM', 7]] }] });
    const sheet = await firstSheet(bytes);
    expect(sheet.rows[0]?.map(({ text }) => text)).toEqual(['ITEM', '7']);
  });

  test('a text table goes the way of CSV', async () => {
    const read = await readWorkbook(strToU8('ITEM;META\n1;2'), 'matriz.xlsx');
    expect(read.ok && read.value.sheets[0]?.rows.length).toBe(2);
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

describe('what is refused, with its reason', () => {
  test('empty, truncated, random, PDF, HTML, another zip', async () => {
    expect(await problemOf(new Uint8Array())).toBe('fileEmpty');
    expect(await problemOf(CARTAGENA.subarray(0, 5000))).toBe('fileUnreadable');
    expect(await problemOf(CARTAGENA.subarray(0, CARTAGENA.length - 30))).toBe('fileUnreadable');
    expect(await problemOf(Uint8Array.from({ length: 999 }, (_, at) => (at * 97) % 256))).toBe(
      'fileUnknownKind',
    );
    expect(await problemOf(strToU8('%PDF-1.7\n…'))).toBe('fileUnknownKind');
    expect(await problemOf(strToU8('<html><table><tr><td>ITEM'))).toBe('fileUnknownKind');
    expect(await problemOf(zipSync({ 'word/document.xml': strToU8('<w/>') }))).toBe('fileUnknownKind');
    expect(await problemOf(zipSync({ 'xl/workbook.xml': strToU8('not xml') }))).toBe('fileUnreadable');
  });

  test('a workbook with a password is locked; any other old Office file is of no known kind', async () => {
    const locked = await writeXlsx({
      sheets: [{ name: 'Plan', rows: [['secreto']] }],
      encryption: { password: 'x', spinCount: 1 },
    });
    expect(await problemOf(locked)).toBe('fileEncrypted');
    const other = Uint8Array.from({ length: 2048 }, (_, at) => OLE[at] ?? 1);
    expect(await problemOf(other)).toBe('fileUnknownKind');
  });

  test('too many bytes, and few bytes that unpack to too many', { timeout: 60_000 }, async () => {
    const large = new Uint8Array(31 * 1024 * 1024);
    large.set(CARTAGENA);
    expect(await problemOf(large)).toBe('fileTooLarge');
    const bomb = aZipBomb(40);
    expect(bomb.length).toBeLessThan(20_000);
    expect(await problemOf(bomb)).toBe('fileTooLarge');
  });

  test('the guard counts what comes out, whatever the zip states', async () => {
    const zip = zipSync({ 'xl/workbook.xml': new Uint8Array(100_000) });
    expect((await guardZip(zip, 100_000)).verdict).toBe('fits');
    expect((await guardZip(zip, 99_999)).verdict).toBe('tooLarge');
    // The stated size of an entry stands 24 bytes into the directory's line.
    const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
    view.setUint32(view.getUint32(zip.length - 6, true) + 24, 1, true);
    expect((await guardZip(zip, 99_999)).verdict).toBe('tooLarge');
  });

  test('no bytes at all make it throw', async () => {
    const kinds = fc.constantFrom<readonly number[]>([], OLE, [0x50, 0x4b, 3, 4]);
    await fc.assert(
      fc.asyncProperty(kinds, fc.uint8Array({ maxLength: 600 }), async (start, rest) => {
        const read = await readWorkbook(Uint8Array.from([...start, ...rest]), 'x.xlsx');
        if (read.ok) readMatrix(read.value, 'x.xlsx');
      }),
      { numRuns: 300 },
    );
  });

  test('no damage to a real file makes it throw', async () => {
    const at = fc.nat(CARTAGENA.length - 1);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(at, fc.nat(255)), { maxLength: 8 }), at, async (flips, length) => {
        const damaged = CARTAGENA.slice(0, flips.length % 2 === 0 ? length : CARTAGENA.length);
        for (const [place, byte] of flips) if (place < damaged.length) damaged[place] = byte;
        const read = await readWorkbook(damaged, 'x.xlsx');
        if (read.ok) readMatrix(read.value, 'x.xlsx');
      }),
      { numRuns: 100 },
    );
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
