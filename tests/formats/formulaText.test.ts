import { describe, expect, test } from 'vitest';
import { formulaOf } from '../../src/formats/xlsx/formula';
import { afterInsertion, seenBy, shiftedRange, translateFormula } from '../../src/formats/xlsx/formulaText';

describe('a formula in another row', () => {
  test.each([
    ['SUM(L10:O10)/K10', 2, 'SUM(L12:O12)/K12'],
    ['SUM($L$10:O$10)/$K10', 2, 'SUM($L$10:O$10)/$K12'],
    ['IF(A1="B2",\'Hoja 1\'!C3,Hoja2!D4)', 1, 'IF(A2="B2",\'Hoja 1\'!C4,Hoja2!D5)'],
    ['LOG10(A1)+TRIM1(B1)', 1, 'LOG10(A2)+TRIM1(B2)'],
    ['Meta1*A1', 1, 'Meta1*A2'],
    ['"texto ""A1"" B2"&A1', 1, '"texto ""A1"" B2"&A2'],
    ['A1', -1, '#REF!'],
    [
      'SUM(Tabla1[[#This Row],[T1]:[T4]])/Tabla1[META]+A1',
      1,
      'SUM(Tabla1[[#This Row],[T1]:[T4]])/Tabla1[META]+A2',
    ],
    ['[1]Plan!A1', 1, '[1]Plan!A2'],
  ])('%s, %i rows down', (formula, rows, expected) => {
    expect(translateFormula(formula, rows)).toBe(expected);
  });
});

describe('a formula once rows were put under row 10', () => {
  const insertion = { after: 10, count: 3 };

  test.each([
    // What is above stays, what is below moves, and a range that ended there takes the new rows in.
    ['A10+A11', 'A10+A14'],
    ['AVERAGE(P5:P10)', 'AVERAGE(P5:P13)'],
    ['SUM(L10:O10)/K10', 'SUM(L10:O10)/K10'],
    ['SUM(A1:A20)', 'SUM(A1:A23)'],
    ['SUM($A$11:$A$12)', 'SUM($A$14:$A$15)'],
    ['Otra!A11+Plan!A11', 'Otra!A11+Plan!A14'],
    ["'Plan'!A11", "'Plan'!A14"],
    ['[1]Plan!A11', '[1]Plan!A11'],
    ['"A11"', '"A11"'],
  ])('%s is %s', (formula, expected) => {
    expect(afterInsertion(formula, 'Plan', 'Plan', insertion)).toBe(expected);
  });

  test('in another sheet, only what names the one with the rows moves', () => {
    expect(afterInsertion('A11+Plan!A11', 'Otra', 'Plan', insertion)).toBe('A11+Plan!A14');
  });

  test('what is no range of cells is left', () => {
    expect(shiftedRange('A:C', insertion)).toBe('A:C');
  });
});

test('results of periods that stand apart are named one by one', () => {
  const calculation = { accumulation: 'sum', periods: [4, 6], target: 3, baseline: null } as const;
  expect(formulaOf(calculation, 9)).toBe('IF(COUNT(E9,G9)=0,0,SUM(E9,G9)/D9)');
});

describe('what a formula looks at', () => {
  const cell = (row: number, column: number, sheet: string | null = null) => ({
    sheet,
    firstRow: row,
    lastRow: row,
    firstColumn: column,
    lastColumn: column,
  });
  const range = { sheet: null, firstRow: 5, lastRow: 10, firstColumn: 3, lastColumn: 4 };

  test.each([
    ['SUM(D5:E10)', [range]],
    ['SUM($E$10:D5)', [range]],
    ['IF(A1="D4",\'Hoja 1\'!B2,TRUE)', [cell(1, 0), cell(2, 1, 'Hoja 1')]],
    ['IFERROR(#N/A,1E5)+_xlfn.IFS(A1>0,1)', [cell(1, 0)]],
    ['LOG10(A1)', [cell(1, 0)]],
    ['TODAY()', []],
    ['1+1', []],
  ])('%s', (formula, seen) => {
    expect(seenBy(formula)).toEqual(seen);
  });

  test.each([
    'SUM(D:D)',
    'SUM($D:$D)',
    'SUM(5:5)',
    'AVERAGE(Resultados)',
    'AVERAGE(Año_2)',
    'SUM(Tabla1[T1])',
    'SUM(D5:INDEX(D:D,10))',
    'OFFSET(A1,1,0)',
    'INDIRECT("D5")',
    'SUM(Enero:Marzo!A1)',
  ])('%s may be anything', (formula) => {
    expect(seenBy(formula)).toBeNull();
  });
});
