import { describe, expect, test } from 'vitest';
import { SheetXml } from '../../src/formats/xlsx/sheetXml';
import { forgetStale } from '../../src/formats/xlsx/staleResults';

/** A sheet of cells by their names: a number, or a formula that came to 7. */
function sheetOf(cells: Readonly<Record<string, number | string>>): SheetXml {
  const rows = Object.entries(cells).map(([ref, holds]) => {
    const inner = typeof holds === 'number' ? `<v>${holds}</v>` : `<f>${holds}</f><v>7</v>`;
    return `<row r="${/\d+/.exec(ref)?.[0] ?? ''}"><c r="${ref}">${inner}</c></row>`;
  });
  return new SheetXml(`<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`);
}

const stored = (sheet: SheetXml) => sheet.results().map(({ formula }) => formula);

describe('what formulas came to', () => {
  const cells = {
    A1: 1,
    A2: 2,
    A4: 'SUM(A1:A2)',
    A5: 'A4*2',
    A6: 'SUM(B1:B2)',
    A7: 'SUM(A:A)',
    A8: 'A9+1',
    A9: 'A1',
  };

  test('goes where a cell that they look at changed, through other formulas, whichever stands first', () => {
    const sheet = sheetOf(cells);
    sheet.set(1, 0, { k: 'number', value: 5 });
    forgetStale(new Map([['Plan', sheet]]), () => false);
    expect(stored(sheet)).toEqual(['SUM(B1:B2)']);
    expect(sheet.toString()).toContain('<c r="A5"><f>A4*2</f></c>');
  });

  test('stays where nothing changed: the same number written anew is none', () => {
    const sheet = sheetOf(cells);
    sheet.set(1, 0, { k: 'number', value: 1 });
    forgetStale(new Map([['Plan', sheet]]), () => false);
    expect(stored(sheet)).toHaveLength(6);
  });

  test.each(['s', 'b', 'e'])(
    'goes where a cell of kind %s becomes the number that it was written as',
    (kind) => {
      const sheet = new SheetXml(
        `<worksheet><sheetData><row r="1"><c r="A1" t="${kind}"><v>3</v></c><c r="B1"><f>A1</f><v>0</v></c></row></sheetData></worksheet>`,
      );
      sheet.set(1, 0, { k: 'number', value: 3 });
      forgetStale(new Map([['Plan', sheet]]), () => false);
      expect(stored(sheet)).toEqual([]);
    },
  );

  test('stays in a cell that is settled, and goes on other sheets', () => {
    const sheet = sheetOf({ A1: 1, A4: 'A1', A5: 'A4' });
    const other = sheetOf({ A1: 'Plan!A1', A2: 'A1', A3: "'Otra hoja'!A1", A4: 'A8' });
    sheet.set(1, 0, { k: 'blank' });
    forgetStale(
      new Map([
        ['Plan', sheet],
        ['Otra', other],
      ]),
      (name, row) => name === 'Plan' && row === 4,
    );
    expect([stored(sheet), stored(other)]).toEqual([
      ['A1', 'A4'],
      ["'Otra hoja'!A1", 'A8'],
    ]);
  });

  test('goes with rows that are put in among them', () => {
    const sheet = sheetOf({ A1: 1, A2: 2, A3: 'SUM(A1:A2)', A4: 'A1' });
    sheet.insert({ after: 2, count: 1 }, 'Plan');
    forgetStale(new Map([['Plan', sheet]]), () => false);
    expect(stored(sheet)).toEqual(['A1']);
  });
});
