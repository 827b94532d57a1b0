import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { protectText, readCsv, unprotectText, writeCsv } from '../../src/formats/csv';

const bytes = (text: string) => new TextEncoder().encode(text);
const texts = (input: Uint8Array, name = 'plan.csv') => {
  const read = readCsv(input, name);
  if (!read.ok) throw new Error(read.problem.code);
  return read.value.rows.map((row) => row.map((cell) => cell.text));
};

describe('protecting texts from being run as formulas (design.md 5)', () => {
  test.each([
    ['=SUM(A1)', "'=SUM(A1)"],
    ['+57', "'+57"],
    ['-5', "'-5"],
    ['@a', "'@a"],
    ["'=x", "''=x"],
    ["'hola", "'hola"],
    ['5', '5'],
  ])('%j is written %j', (text, written) => {
    expect(protectText(text)).toBe(written);
    expect(unprotectText(written)).toBe(text);
  });

  test('never runs, and comes back exactly', () => {
    const risky = fc.stringMatching(/^'{0,3}[=+\-@\t\ra-c']{0,4}$/);
    fc.assert(
      fc.property(fc.oneof(risky, fc.string()), (text) => {
        expect(protectText(text)).not.toMatch(/^[=+\-@\t\r]/);
        expect(unprotectText(protectText(text))).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('writing', () => {
  test('semicolon, decimal comma, byte order mark, CRLF', () => {
    const written = writeCsv([
      ['meta', 'resultado'],
      [21, 0.3],
      ['a;b', -1],
    ]);
    expect([...written.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(written)).toBe(
      '\ufeffmeta;resultado\r\n21;0,3\r\n"a;b";-1\r\n',
    );
  });

  test('any texts come back as they were', () => {
    const field = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }).map((text) => text.replaceAll('\0', '')),
      fc.constantFrom('a;b', 'a,b', '"', 'a\r\nb', ' x ', '=1', "'-", '\ufeff', '\t', 'á'),
    );
    // Trailing blanks are not kept by any sheet, so the last field of a row is never one.
    const row = fc
      .tuple(fc.array(field, { maxLength: 4 }), field)
      .map(([some, last]) => [...some, last || 'x']);
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
        expect(texts(writeCsv(rows))).toEqual(rows);
      }),
      { numRuns: 500 },
    );
  });
});

describe('reading', () => {
  test('errors of the spreadsheet it came from are known as such', () => {
    const read = readCsv(bytes('a;#DIV/0!'), 'plan.csv');
    expect(read.ok && read.value.rows[0]?.map(({ kind }) => kind)).toEqual(['text', 'error']);
  });

  test('rows and columns beyond the cap are left, and that is said', () => {
    const read = readCsv(bytes('x\n'.repeat(20_005)), 'plan.csv');
    expect(read.ok && [read.value.rows.length, read.value.isTruncated]).toEqual([20_000, true]);
    const wide = readCsv(bytes('x;'.repeat(300)), 'plan.csv');
    expect(wide.ok && [wide.value.rows[0]?.length, wide.value.isTruncated]).toEqual([200, true]);
  });

  test.each([
    ['', 'fileEmpty'],
    [';;\n;;', 'fileBlank'],
    ['%PDF-1.7 …', 'fileUnknownKind'],
    ['<table><tr><td>1', 'fileIsWebPage'],
    ['<?xml version="1.0"?><a/>', 'fileUnknownKind'],
    ['a\0b', 'fileUnknownKind'],
  ])('refuses %j', (content, code) => {
    expect(readCsv(bytes(content), 'plan.csv')).toMatchObject({
      ok: false,
      problem: { code, file: 'plan.csv' },
    });
  });
});
