import { describe, expect, test } from 'vitest';
import type { ColumnMeaning } from '../../../src/formats/matrix/choices';
import { readMatrix } from '../../../src/formats/matrix/readMatrix';
import type { MatrixReading } from '../../../src/formats/matrix/reading';
import { aWorkbook } from '../tables';
import { only } from './plans';

function readingOf(
  year: number,
  headers: readonly string[],
  meanings: Readonly<Record<string, ColumnMeaning>> = {},
): MatrixReading {
  const rows = [
    ['VIGENCIA', year],
    ['Actividad', ...headers, 'I Trim', 'II Trim', 'Responsable'],
    ['Uno', ...headers.map((_, index) => 5 + index), 2, 2, 'TIC'],
  ];
  const read = readMatrix(aWorkbook(rows), 'plan.xlsx', { choices: { meanings } });
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value;
}

describe('columns of several years', () => {
  test('that of the plan’s year counts, and the others are kept and said', () => {
    const first = readingOf(2023, ['Meta 2023', 'Meta 2024']);
    expect(first.rows[0]).toMatchObject({ target: 5, extra: { 'Meta 2024': '6' } });
    const second = readingOf(2024, ['Meta 2023', 'Meta 2024', 'Meta 2025']);
    expect(second.rows[0]).toMatchObject({ target: 6, extra: { 'Meta 2023': '5', 'Meta 2025': '7' } });
    expect(only(second, 'unmappedColumn').map(({ column }) => column)).toEqual(['B', 'D']);
    expect(second.columns[2]).toMatchObject({ field: 'target', confidence: 'likely' });
  });

  test('so it is with money', () => {
    const read = readingOf(2024, ['Meta', 'Presupuesto 2023', 'Presupuesto 2024']);
    expect(read.rows[0]).toMatchObject({ target: 5, budget: 7, extra: { 'Presupuesto 2023': '6' } });
  });

  test('what a person said stands, and so does a header without a year', () => {
    const said = readingOf(2024, ['Meta 2023', 'Meta 2024'], { B: { field: 'target' } });
    expect(said.rows[0]).toMatchObject({ target: 5, extra: { 'Meta 2024': '6' } });
    expect(readingOf(2024, ['Meta 2024', 'Meta']).rows[0]).toMatchObject({ target: 6 });
  });
});
