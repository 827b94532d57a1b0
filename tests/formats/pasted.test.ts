import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rangeName } from '../../src/formats/grid';
import type { Sheet } from '../../src/formats/grid';
import { pastedSheet, pastedTextSheet } from '../../src/formats/pasted';
import { pastedBlocks, quietMarkup } from '../../src/formats/pastedPage';
import { pageOf } from './pageOf';

function sheetOf(markup: string): Sheet {
  const blocks = pastedBlocks(pageOf(quietMarkup(markup)));
  if (!blocks) throw new Error('no table was found');
  return pastedSheet(blocks, 'Pegado');
}

const textsOf = ({ rows }: Sheet) => rows.map((row) => row.map(({ text }) => text));

describe('a table of a page', () => {
  test('of Excel: looks by class, numbers behind their texts, a split header', () => {
    const sheet = sheetOf(`<style><!--
        .xl65 {mso-style-parent:style0; mso-number-format:"0\\.0%"; text-align:right;}
        .xl66 {mso-number-format:Percent;}
        .xl67 {mso-number-format:"\\@";}
        .xl68 {mso-number-format:"dd\\/mm\\/yyyy";}
      --></style>
      <!--StartFragment-->
      <table border="0"><col width="64" style="width:48pt"/>
        <tr><td rowspan="2">ITEM</td><td colspan="3">2023</td></tr>
        <tr><td>RESULTADO
            TRIMESTRE 1</td><td>META</td><td>INICIO</td></tr>
        <tr><td class="xl67">0900</td><td class="xl65" x:num="0.33333">33,3%</td><td class="xl66" x:num="1">100%</td><td class="xl68" x:num="44985">28/02/2023</td></tr>
        <tr style="height:0;display:none"><td>oculta</td><td></td><td>&nbsp;</td></tr>
      </table>`);
    expect(textsOf(sheet)).toEqual([
      ['ITEM', '2023'],
      ['', 'RESULTADO TRIMESTRE 1', 'META', 'INICIO'],
      ['0900', '33,3%', '100%', '28/02/2023'],
      ['oculta'],
    ]);
    expect(sheet.merges.map(rangeName)).toEqual(['A1:A2', 'B1:D1']);
    expect(sheet.rows[2]?.[1]).toMatchObject({ kind: 'number', value: 0.33333, numberFormat: '0.0%' });
    expect(sheet.rows[2]?.map(({ kind }) => kind)).toEqual(['text', 'number', 'number', 'text']);
    expect(sheet.hiddenRows).toEqual([3]);
  });

  test('of LibreOffice: its own words for numbers', () => {
    const sheet = sheetOf(
      '<table><tr><td sdval="0.25" sdnum="9226;0;0.00%">25.00%</td><td sdval="10" sdnum="9226;">10</td><td sdval="44985" sdnum="1033;1033;DD/MM/YY">28/02/23</td></tr></table>',
    );
    expect(sheet.rows[0]?.map((cell) => [cell.kind, cell.text])).toEqual([
      ['number', '25,00%'],
      ['number', '10'],
      ['text', '28/02/23'],
    ]);
  });

  test('of Word: paragraphs and breaks are line ends, its title stands above, a table inside a cell is text', () => {
    const sheet = sheetOf(`<p class="MsoTitle">PLAN DE ACCIÓN   2023</p><p>&nbsp;</p>
      <table><tbody><tr><td><p>ACTIVIDAD</p></td><td><p><b>META</b></p></td></tr>
      <tr><td><p>Definir la
        ruta</p><p>Publicarla<br/>y contarla</p></td><td><table><tr><td>1</td><td>2</td></tr></table></td></tr></tbody></table>
      <div><p>Fuente: OAI</p></div>`);
    expect(textsOf(sheet)).toEqual([
      ['PLAN DE ACCIÓN 2023'],
      [],
      ['ACTIVIDAD', 'META'],
      ['Definir la ruta\nPublicarla\ny contarla', '12'],
      [],
      ['Fuente: OAI'],
    ]);
  });

  test('what is not shown is not read: notes of the page, what is hidden, scripts', () => {
    const sheet = sheetOf(
      '<table><tr><td>a<!-- x --><span style="display:none">b</span><script>c</script></td></tr></table>',
    );
    expect(textsOf(sheet)).toEqual([['a']]);
  });

  test('spans never reach out of their table, nor past the cap', () => {
    const sheet = sheetOf(
      '<table><tr><td rowspan="999999" colspan="999999">a</td><td>b</td></tr><tr><td>c</td></tr></table><table><tr><td>d</td></tr></table>',
    );
    expect(sheet.merges.map(rangeName)).toEqual(['A1:GR2']);
    expect(textsOf(sheet)).toEqual([['a'], [], [], ['d']]);
    expect(sheet.isTruncated).toBe(true);
  });

  test('what a page looks like is only text, and what would run has no name; the texts of its cells are untouched', () => {
    const quiet = quietMarkup(
      '<style>td{}</style><td STYLE="x" onclick = "f()" class="style=">style="a" &lt;style onx=</td>',
    );
    expect(quiet).toBe(
      '<textarea>td{}</textarea><td data-STYLE="x" data-onclick = "f()" class="style=">style="a" &lt;style onx=</td>',
    );
  });

  test('a page without a table is none', () => {
    expect(pastedBlocks(pageOf('<p>Definir la ruta</p>'))).toBeNull();
  });

  test('each cell stands once and no merge overlaps another, whatever the spans', () => {
    const cell = fc.record({ rows: fc.integer({ min: 0, max: 4 }), columns: fc.integer({ min: 0, max: 4 }) });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 5 }), { minLength: 1, maxLength: 6 }), (rows) => {
        let count = 0;
        const body = rows.map((cells) =>
          cells.map((one) => `<td rowspan="${one.rows}" colspan="${one.columns}">c${count++}</td>`).join(''),
        );
        const sheet = sheetOf(`<table>${body.map((cells) => `<tr>${cells}</tr>`).join('')}</table>`);
        const written = textsOf(sheet)
          .flat()
          .filter((text) => text !== '');
        expect(written).toEqual(Array.from({ length: count }, (_, at) => `c${at}`));
        const covered = sheet.merges.flatMap((merge) =>
          Array.from({ length: merge.lastRow - merge.firstRow + 1 }, (_, down) =>
            Array.from(
              { length: merge.lastColumn - merge.firstColumn + 1 },
              (__, right) => `${merge.firstRow + down},${merge.firstColumn + right}`,
            ),
          ).flat(),
        );
        expect(new Set(covered).size).toBe(covered.length);
      }),
    );
  });
});

describe('pasted text', () => {
  const rows = (text: string) => textsOf(pastedTextSheet(text, 'Pegado'));

  test('tabs, with quoted line ends, as a spreadsheet copies', () => {
    expect(rows('ITEM\tACTIVIDAD\r\n1\t"Definir\nla ""ruta"""\r\n')).toEqual([
      ['ITEM', 'ACTIVIDAD'],
      ['1', 'Definir\nla "ruta"'],
    ]);
  });

  test('a quote that nobody closes swallows nothing', () => {
    expect(rows('1\t"Definir la ruta\n2\tPublicar')).toEqual([
      ['1', '"Definir la ruta'],
      ['2', 'Publicar'],
    ]);
  });

  test('two blanks or more where every line agrees', () => {
    expect(rows('PLAN DE ACCIÓN\nITEM   ACTIVIDAD    META\n1      Definir la ruta   4')).toEqual([
      ['PLAN DE ACCIÓN'],
      ['ITEM', 'ACTIVIDAD', 'META'],
      ['1', 'Definir la ruta', '4'],
    ]);
  });

  test('where lines do not agree each is a cell, and nothing is thrown away', () => {
    const lines = ['ITEM   ACTIVIDAD   META', '1   Definir', 'Página 5 de 7', 'la ruta, y publicarla'];
    expect(rows(lines.join('\n'))).toEqual(lines.map((line) => [line]));
  });

  test('a file of text that was copied from an editor', () => {
    expect(rows('ITEM;META\n1;1,5')).toEqual([
      ['ITEM', 'META'],
      ['1', '1,5'],
    ]);
  });

  test('a formula is text as it stands: what was copied was never protected', () => {
    expect(rows("a\t'=b")).toEqual([['a', "'=b"]]);
  });

  test('the table of Cartagena as its document has it', () => {
    const sheet = pastedTextSheet(readFileSync('tests/fixtures/pasted/cartagena-2023.txt', 'utf8'), 'Pegado');
    const header = textsOf(sheet).find(([first]) => first === 'ITEM');
    expect(header?.slice(-2)).toEqual(['RESULTADO', 'OBSERVACIONES']);
    expect(sheet.rows.filter((row) => row.length === header?.length).length).toBeGreaterThanOrEqual(12);
  });
});
