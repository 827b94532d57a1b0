import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsv } from '../../src/formats/csv';
import { decodeText } from '../../src/formats/textEncoding';

const utf8 = (text: string) => new TextEncoder().encode(text);
const oneByte = (codes: Readonly<Record<string, number>>) => (text: string) =>
  Uint8Array.from(text, (letter) => codes[letter] ?? letter.charCodeAt(0));
const windows = oneByte({ '’': 0x92, '—': 0x97, '–': 0x96, '…': 0x85 });
const mac = oneByte({ á: 0x87, é: 0x8e, í: 0x92, ñ: 0x96, ó: 0x97, ú: 0x9c, Í: 0xea, Ñ: 0x84 });
const wide = (text: string, isBigEndian: boolean) => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), !isBigEndian);
  return bytes;
};

function rowsOf(bytes: Uint8Array): readonly (readonly string[])[] {
  const read = readCsv(bytes, 'plan.csv');
  if (!read.ok) throw new Error(read.problem.code);
  return read.value.rows.map((row) => row.map(({ text }) => text));
}

describe('any alphabet', () => {
  const TEXT = 'Año;Gestión de la información\n1;Reunión única con niños';
  const ROWS = [
    ['Año', 'Gestión de la información'],
    ['1', 'Reunión única con niños'],
  ];

  test.each([
    ['UTF-8', utf8(TEXT)],
    ['UTF-8 with its mark', utf8(`\ufeff${TEXT}`)],
    ['UTF-16 LE with its mark', wide(`\ufeff${TEXT}`, false)],
    ['UTF-16 BE with its mark', wide(`\ufeff${TEXT}`, true)],
    ['UTF-16 LE without', wide(TEXT, false)],
    ['UTF-16 BE without', wide(TEXT, true)],
    ['windows-1252', windows(TEXT)],
    ['Mac Roman', mac(TEXT)],
  ])('%s', (_, bytes) => expect(rowsOf(bytes)).toEqual(ROWS));

  test.each([
    [
      'a dash and a quote between letters, where letters that only windows-1252 has stand too',
      'Plan—acción;O’Higgins',
    ],
    ['a dash between blanks and an ellipsis, without any such letter', 'Fase – uno;sin tilde…'],
  ])('%s, do not make it Mac Roman', (_, text) => {
    // Some versions of Node decode the signs as controls; browsers do not. Both alphabets are told apart all the same.
    expect(decodeText(windows(text))).toBe(new TextDecoder('windows-1252').decode(windows(text)));
  });

  test('whatever text, in UTF-8 or in UTF-16 with its mark, comes out as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(decodeText(utf8(`\ufeff${text}`))).toBe(text);
        expect(decodeText(wide(`\ufeff${text}`, false))).toBe(text);
        expect(decodeText(wide(`\ufeff${text}`, true))).toBe(text);
      }),
    );
  });
});

describe('what parts the fields', () => {
  const PROSE = 'Elaborar, aprobar y publicar la hoja de ruta, con sus anexos';

  test.each([';', ',', '\t', '|'])(
    '%j is found among prose with commas, decimals and ragged rows',
    (mark) => {
      const table = [
        ['PLAN DE ACCIÓN'],
        ['ITEM', 'ACTIVIDAD', 'META'],
        ['1', mark === ',' ? `"${PROSE}"` : PROSE, mark === ',' ? '"1,5"' : '1,5'],
        ['2', 'Socializar'],
        ['3', mark === ',' ? `"${PROSE}"` : PROSE, '10', 'tarde'],
      ];
      const read = rowsOf(utf8(table.map((fields) => fields.join(mark)).join('\r\n')));
      expect(read.map(({ length }) => length)).toEqual([1, 3, 3, 2, 4]);
      expect(read[2]).toEqual(['1', PROSE, '1,5']);
    },
  );

  test('prose with commas in every row, one column, is not parted', () => {
    const lines = [PROSE, 'Revisar, si cabe, los soportes', 'Cerrar, y archivar'];
    expect(rowsOf(utf8(lines.join('\n')))).toEqual(lines.map((line) => [line]));
  });

  test('commas with a blank after them part where nothing else does and every row agrees', () => {
    expect(rowsOf(utf8('ITEM, META\n1, 2'))).toEqual([
      ['ITEM', ' META'],
      ['1', ' 2'],
    ]);
  });

  test('its first line may name it, whatever the rest looks like; that line is no row', () => {
    expect(rowsOf(utf8('sep=,\r\nITEM,"a;b"\r\n1,2;3'))).toEqual([
      ['ITEM', 'a;b'],
      ['1', '2;3'],
    ]);
    expect(rowsOf(utf8('"sep=|"\na|b'))).toEqual([['a', 'b']]);
    expect(rowsOf(wide('\ufeffsep=;\r\na,1;b', false))).toEqual([['a,1', 'b']]);
  });

  test('line ends inside quotes stay, whichever end the lines have', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      expect(rowsOf(utf8(`a;"b${end}c"${end}d;e`))).toEqual([
        ['a', `b${end}c`],
        ['d', 'e'],
      ]);
    }
  });
});

describe('csv-spectrum', () => {
  const FOLDER = dirname(createRequire(import.meta.url).resolve('csv-spectrum'));
  // The published answer of this file has another telephone than its table.
  const CORRECTED: Readonly<Record<string, string>> = { 1234567890: '2095257564' };
  const names = readdirSync(`${FOLDER}/csvs`).map((name) => name.replace('.csv', ''));

  test('all of it is there', () => expect(names).toHaveLength(12));

  test.each(names)('%s', (name) => {
    const [header = [], ...rows] = rowsOf(readFileSync(`${FOLDER}/csvs/${name}.csv`));
    const answer: unknown = JSON.parse(readFileSync(`${FOLDER}/json/${name}.json`, 'utf8'));
    const records = (Array.isArray(answer) ? answer : [answer]) as Record<string, string>[];
    expect(header).toEqual(Object.keys(records[0] ?? {}));
    const filled = rows.map((row) => header.map((_, column) => row[column] ?? ''));
    const expected = records.map((record) => Object.values(record).map((text) => CORRECTED[text] ?? text));
    expect(filled).toEqual(expected);
  });
});
