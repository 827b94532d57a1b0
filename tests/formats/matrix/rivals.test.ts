import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnLetter } from '../../../src/formats/grid';
import type { TableChoices } from '../../../src/formats/matrix/choices';
import { readMatrix } from '../../../src/formats/matrix/readMatrix';
import type { MatrixReading } from '../../../src/formats/matrix/reading';
import { aWorkbook } from '../tables';
import type { Written } from '../tables';
import { only, reading } from './plans';

const HEADS = ['Actividad', 'Meta', 'Responsable'];

function readingAs(
  rows: readonly (readonly Written[])[],
  meanings: NonNullable<TableChoices['meanings']> = {},
): MatrixReading {
  const read = readMatrix(aWorkbook(rows), 'plan.xlsx', { choices: { meanings, planYear: 2024 } });
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value;
}

const quarter = (ordinal: number, year: number | null, aspect: 'value' | 'planned' = 'value') => ({
  period: { aspect, year, monthsPerPeriod: 3, ordinal },
});
const readAs = (read: MatrixReading) => read.columns.slice(3).map(({ period }) => period);
const at = (index: number, aspect: 'value' | 'planned' = 'value') => ({ index, aspect });

describe('two columns of one period', () => {
  const rows = (...headers: readonly string[]) => [
    [...HEADS, ...headers],
    ['Uno', 10, 'TIC', ...headers.map((_, index) => index + 1)],
  ];

  test('what a person said goes before a header, with a year or without', () => {
    for (const year of [2024, null]) {
      const read = readingAs(rows('T1', 'T2', 'DATO DEL PRIMER CORTE'), { F: quarter(1, year) });
      expect(readAs(read)).toEqual([null, at(1), at(0)]);
      expect(read.rows[0]).toMatchObject({ extra: { T1: '1' } });
      expect(read.rows[0]?.values.slice(0, 2)).toEqual([
        { k: 'value', v: 3 },
        { k: 'value', v: 2 },
      ]);
      expect(only(read, 'unmappedColumn').map(({ column }) => column)).toEqual(['D']);
    }
    const remembered = readingAs(rows('2024 T1', '2024 T2', 'Dato'), { F: quarter(1, null) });
    expect(readAs(remembered)).toEqual([null, at(1), at(0)]);
  });

  test('the first of two that are as sure stands, and the other one is kept', () => {
    const read = readingAs(rows('T1', 'T2', 'T3', 'T4', 'AVANCE T1 2024'));
    expect(readAs(read)).toEqual([at(0), at(1), at(2), at(3), null]);
    expect(read.rows[0]?.extra).toEqual({ 'AVANCE T1 2024': '5' });
    expect(only(read, 'unmappedColumn').map(({ column }) => column)).toEqual(['H']);
    const planned = readingAs(rows('T1', 'META T1', 'META T1 2024'));
    expect(readAs(planned)).toEqual([at(0), at(0, 'planned'), null]);
  });

  test('the surest stands, wherever it is', () => {
    const read = readingAs(rows('% CUMPLIMIENTO T1 2024', 'T1', 'T2', 'T3', 'T4'));
    expect(readAs(read)).toEqual([null, at(0), at(1), at(2), at(3)]);
    expect(read.rows[0]?.extra).toEqual({ '% CUMPLIMIENTO T1 2024': '1' });
  });

  test('a period without a year is of the plan’s, and not of an earlier one that another header names', () => {
    const read = reading([
      ['VIGENCIA', 2025],
      [null],
      [...HEADS, 'AVANCE T4 2024', 'T1', 'T2'],
      ['Uno', 10, 'TIC', 1, 2, 3],
    ]);
    expect(readAs(read)).toEqual([at(3), at(4), at(5)]);
  });
});

test('whatever periods the headers name, each cell is a result, is kept, or is told', () => {
  const name = fc
    .tuple(
      fc.constantFrom('T', 'TRIM ', 'AVANCE T', 'META T', '% CUMPLIMIENTO T', 'MES '),
      fc.integer({ min: 1, max: 4 }),
      fc.constantFrom('', ' 2023', ' 2024'),
    )
    .map((parts) => parts.join(''));
  const said = fc.option(
    fc.record({
      column: fc.integer({ min: 3, max: 10 }).map(columnLetter),
      meaning: fc
        .tuple(fc.integer({ min: 1, max: 4 }), fc.constantFrom(null, 2023, 2024))
        .map(([ordinal, year]) => quarter(ordinal, year)),
    }),
    { nil: null },
  );
  fc.assert(
    fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 8 }), said, (headers, one) => {
      const numbers = headers.map((_, index) => 1001 + index);
      const meanings = one ? { [one.column]: one.meaning } : {};
      const read = readingAs(
        [
          [...HEADS, ...headers],
          ['Uno', 9000, 'TIC', ...numbers],
        ],
        meanings,
      );
      const [row] = read.rows;
      const content = JSON.stringify([row?.values, row?.planned, row?.extra, row?.remark, row?.stated]);
      headers.forEach((header, index) => {
        const letter = columnLetter(index + 3);
        const isTold = read.findings.some(
          (finding) =>
            ('column' in finding && finding.column === letter) ||
            ('place' in finding && finding.place.column === letter),
        );
        expect(content.includes(String(numbers[index])) || isTold, `${header} in ${content}`).toBe(true);
      });
    }),
    { numRuns: 300 },
  );
});
