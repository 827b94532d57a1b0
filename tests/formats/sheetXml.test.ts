import { expect, test } from 'vitest';
import { SheetXml } from '../../src/formats/xlsx/sheetXml';

const sheetOf = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;

test('a formula of several cells moves with the cells that it names', () => {
  const sheet = new SheetXml(
    sheetOf(
      '<row r="1"><c r="A1"><v>1</v></c></row>' +
        '<row r="2"><c r="A2"><f t="array" ref="A2:B2">A1:B1*2</f><v>2</v></c><c r="B2"><v>0</v></c></row>',
    ),
  );
  sheet.insert({ after: 1, count: 2 }, 'Plan');
  expect(sheet.toString()).toContain('<c r="A4"><f t="array" ref="A4:B4">A1:B1*2</f><v>2</v></c>');
});

test('a sheet of very many rows is written again', () => {
  const many = 200_000;
  const rows = Array.from({ length: many }, (_, at) => `<row r="${at + 1}"><c r="A${at + 1}" s="1"/></row>`);
  const sheet = new SheetXml(sheetOf(rows.join('')));
  sheet.set(1, 1, { k: 'number', value: 7 });
  const xml = sheet.toString();
  expect(xml).toContain('<c r="B1"><v>7</v></c>');
  expect(xml).toContain(`<c r="A${many}" s="1"/>`);
});
