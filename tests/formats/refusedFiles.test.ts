import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { writeXlsx } from 'hucre';
import { describe, expect, test } from 'vitest';
import { readMatrix } from '../../src/formats/matrix/readMatrix';
import { readSpreadsheet } from '../../src/formats/spreadsheet';
import { readWorkbook } from '../../src/formats/workbook';
import { guardZip } from '../../src/formats/zipGuard';
import { anXlsx } from './tables';

const CARTAGENA = new Uint8Array(readFileSync('public/examples/cartagena-2023-plan-accion.xlsx'));
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

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

const fixture = (name: string) => new Uint8Array(readFileSync(`tests/fixtures/workbooks/${name}`));

describe('what is refused, with its reason', () => {
  test.each<[string, Uint8Array, string]>([
    ['a PDF', strToU8('%PDF-1.7\n…'), 'pdf'],
    ['a PNG', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]), 'image'],
    ['a JPEG', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'image'],
    ['a Word file', zipSync({ 'word/document.xml': strToU8('<w/>') }), 'word'],
    ['a Word file of before 2007', fixture('report.doc'), 'word'],
    ['a presentation', zipSync({ 'ppt/presentation.xml': strToU8('<p/>') }), 'office'],
  ])('%s says what it is', async (_, bytes, is) => {
    const read = await readWorkbook(bytes, 'matriz.xlsx');
    expect(read).toEqual({ ok: false, problem: { code: 'fileUnknownKind', file: 'matriz.xlsx', is } });
  });

  test.each([
    '<html xmlns:x="urn:excel"><table>',
    '<!DOCTYPE html>',
    '\ufeff<!-- x --><table border=1>',
    '<meta charset=x>',
  ])('a page under the name of a book: %j', async (page) => {
    const read = await readWorkbook(strToU8(page), 'reporte.xls');
    expect(read).toEqual({ ok: false, problem: { code: 'fileIsWebPage', file: 'reporte.xls' } });
  });

  test('books with a password: of today, of before 2007, of LibreOffice', async () => {
    const old = fixture('plan.xls');
    // The record that says how letters are encoded becomes the one that says what locks the book.
    const at = old.findIndex((byte, index) => byte === 0xe1 && old[index + 1] === 0 && old[index + 2] === 2);
    old[at] = 0x2f;
    expect(await problemOf(old)).toBe('fileEncrypted');
    const manifest = strToU8('<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>');
    const open = zipSync({ 'META-INF/manifest.xml': manifest, 'content.xml': strToU8('\x07\x1f') });
    expect(await problemOf(open)).toBe('fileEncrypted');
  });

  test('an old book cut anywhere is broken or comes out whole, and never throws', async () => {
    const old = fixture('plan.xls');
    await fc.assert(
      fc.asyncProperty(fc.nat(old.length), async (length) => {
        expect(['read', 'fileUnreadable', 'fileEmpty', 'fileUnknownKind', 'fileBlank']).toContain(
          await problemOf(old.subarray(0, length)),
        );
      }),
      { numRuns: 200 },
    );
  });

  test('no damage to an old book or an ODS makes it throw', async () => {
    const books = [fixture('plan.xls'), fixture('plan.ods'), fixture('report.doc')];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...books),
        fc.array(fc.tuple(fc.nat(6000), fc.nat(255)), { maxLength: 12 }),
        async (book, flips) => {
          const damaged = book.slice();
          for (const [place, byte] of flips) damaged[place] = byte;
          const read = await readWorkbook(damaged, 'x.xls');
          if (read.ok) readMatrix(read.value, 'x.xls');
        },
      ),
      { numRuns: 200 },
    );
  });

  test('a book without a word, and one whose only word lies beyond the cap', async () => {
    expect(await problemOf(anXlsx('<row r="3"><c r="A3" s="0"/></row>'))).toBe('fileBlank');
    expect(await problemOf(anXlsx('<row r="20001"><c r="A20001"><v>1</v></c></row>'))).toBe('read');
  });

  test('more cells than a device can hold, empty ones included', { timeout: 60_000 }, async () => {
    const row = (at: number) => `<row r="${at}">${`<c s="0"/>`.repeat(200)}</row>`;
    const rows = Array.from({ length: 10_001 }, (_, at) => row(at + 1)).join('');
    expect(await problemOf(anXlsx(rows))).toBe('fileTooManyCells');
  });

  test('cells are counted whatever pieces they come in and whatever their tags are called', async () => {
    const count = async (xml: string, name = 'xl/worksheets/sheet1.xml') => {
      const zip = zipSync({ [name]: strToU8(`${xml}</end>`) });
      const fits = async (maxCells: number) => (await guardZip(zip, 1e8, { maxCells })).verdict === 'fits';
      return [await fits(xml.split('<').length), await fits(4), await fits(3)];
    };
    const cells = '<c r="A1"/><x:c r="B1"><v>1</v></x:c><cols/><c>';
    expect(await count(`${cells}${'<v>x</v>'.repeat(50_000)}<c r="Z9" s="1"/>`)).toEqual([true, true, false]);
    const open = '<table:table-cell/><table:covered-table-cell/><table:table-cell>';
    expect(await count(`${open}</table:table-cell><table:table-cell />`, 'content.xml')).toEqual([
      true,
      true,
      false,
    ]);
    expect(await count('<c/>'.repeat(9), 'xl/styles.xml')).toEqual([true, true, true]);
  });

  test('empty, truncated, random, not what its parts say', async () => {
    expect(await problemOf(new Uint8Array())).toBe('fileEmpty');
    expect(await problemOf(CARTAGENA.subarray(0, 5000))).toBe('fileIncomplete');
    expect(await problemOf(CARTAGENA.subarray(0, CARTAGENA.length - 30))).toBe('fileIncomplete');
    expect(await problemOf(Uint8Array.from({ length: 999 }, (_, at) => (at * 97) % 256))).toBe(
      'fileUnknownKind',
    );
    expect(await problemOf(zipSync({ 'xl/workbook.xml': strToU8('not xml') }))).toBe('fileUnreadable');
  });

  test('a workbook with a password is locked, an old Office file without an inside is broken', async () => {
    const locked = await writeXlsx({
      sheets: [{ name: 'Plan', rows: [['secreto']] }],
      encryption: { password: 'x', spinCount: 1 },
    });
    expect(await problemOf(locked)).toBe('fileEncrypted');
    const other = Uint8Array.from({ length: 2048 }, (_, at) => OLE[at] ?? 1);
    expect(await problemOf(other)).toBe('fileUnreadable');
  });

  test('too many bytes, and few bytes that unpack to too many', { timeout: 60_000 }, async () => {
    const large = new Uint8Array(31 * 1024 * 1024);
    large.set(CARTAGENA);
    expect(await problemOf(large)).toBe('fileTooLarge');
    const bomb = aZipBomb(40);
    expect(bomb.length).toBeLessThan(20_000);
    expect(await problemOf(bomb)).toBe('fileUnpacksTooLarge');
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
