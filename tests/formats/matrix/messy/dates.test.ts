import { describe, expect, test } from 'vitest';
import { repaired, safeRepairs } from '../../../../src/formats/matrix/repairs';
import { HEADER, fromXlsx, line, placesOf } from './sheets';

const datesOf = (read: Awaited<ReturnType<typeof fromXlsx>>) =>
  read.rows.map(({ start, end }) => [start, end]);
const dated = (
  ...pairs: readonly (readonly [string | number | Date | null, string | number | Date | null])[]
) => fromXlsx([HEADER, ...pairs.map(([from, to]) => line({ 'FECHA INICIO': from, 'FECHA FINAL': to }))]);

describe('10. dates', () => {
  test('serials, dates and texts in every form stand side by side', async () => {
    const read = await dated(
      [new Date('2024-01-01'), 45_657],
      ['01-Jan-24', '31/12/24'],
      ['01-ene-24', '31 de diciembre de 2024'],
      ['1/01/24', '31/12/2024 0:00:00'],
      ['2024-01-01', 'diciembre 31 de 2024'],
    );
    expect(datesOf(read)).toEqual(Array.from({ length: 5 }, () => ['2024-01-01', '2024-12-31']));
    expect(read.findings).toEqual([]);
  });

  test('stretches of time begin with their first day and end with their last, and are said', async () => {
    const read = await dated(
      ['1º semestre 2025', '1º semestre 2025'],
      ['I trimestre 2024', 'IV trimestre 2024'],
      ['2025-2026', '2025-2026'],
      ['enero de 2024', 'dic-24'],
    );
    expect(datesOf(read)).toEqual([
      ['2025-01-01', '2025-06-30'],
      ['2024-01-01', '2024-12-31'],
      ['2025-01-01', '2026-12-31'],
      ['2024-01-01', '2024-12-31'],
    ]);
    expect(placesOf(read, 'spanAsDate')).toHaveLength(8);
    expect(placesOf(read, 'spanAsDate')[0]).toBe('Plan!F2: 1º semestre 2025');
  });

  test('the same date twice in a cell is one', async () => {
    const read = await dated(['1/01/24\n1/01/24', '31/12/24']);
    expect(datesOf(read)).toEqual([['2024-01-01', '2024-12-31']]);
    expect(placesOf(read, 'sameDayTwice')).toEqual(['Plan!F2: 1/01/24\n1/01/24']);
    expect(read.repairs).toEqual([]);
  });

  test('of two dates the one that opens or closes stands, and the other is asked about once for its column', async () => {
    const read = await dated(['1/01/24', '30/06/24\n31/12/24'], ['1/01/24', '30/06/24\n30/11/24']);
    expect(datesOf(read).map(([, end]) => end)).toEqual(['2024-12-31', '2024-11-30']);
    expect(read.repairs).toMatchObject([{ id: 'severalDays:G', isSafe: false }]);
    const other = repaired(read, ['severalDays:G']);
    expect(datesOf(other).map(([, end]) => end)).toEqual(['2024-06-30', '2024-06-30']);
    expect(placesOf(other, 'severalDays')).toEqual([]);
  });

  test('days that show the month first propose it for those in doubt, which are still asked about', async () => {
    const read = await dated(
      ['01/15/2024', '31/12/24'],
      ['02/03/2024', '31/12/24'],
      ['03/20/2024', '31/12/24'],
    );
    expect(datesOf(read).map(([start]) => start)).toEqual(['2024-01-15', '2024-02-03', '2024-03-20']);
    expect(placesOf(read, 'ambiguousDate')).toEqual(['Plan!F3: 02/03/2024']);
    expect(read.repairs).toMatchObject([{ id: 'dayFirst:F', isSafe: false }]);
    const other = repaired(read, ['dayFirst:F']);
    expect(datesOf(other).map(([start]) => start)).toEqual(['2024-01-15', '2024-03-02', '2024-03-20']);
    expect(placesOf(other, 'ambiguousDate')).toEqual([]);
  });

  test('where some days show the day first and others the month, those in doubt are asked about', async () => {
    const read = await dated(['01/15/2024', null], ['15/01/2024', null], ['02/03/2024', null]);
    expect(datesOf(read).map(([start]) => start)).toEqual(['2024-01-15', '2024-01-15', '2024-03-02']);
    expect(read.repairs).toMatchObject([{ id: 'ambiguousDate:F', isSafe: false }]);
  });

  test('one day beyond twelve settles its column; without any, the column is asked about once', async () => {
    const settled = await dated(['02/03/24', '01/12/24'], ['15/03/24', '02/12/24']);
    expect(placesOf(settled, 'ambiguousDate')).toEqual(['Plan!G2: 01/12/24', 'Plan!G3: 02/12/24']);
    expect(settled.repairs.map(({ id }) => id)).toEqual(['ambiguousDate:G']);
    expect(safeRepairs(settled)).toEqual([]);
    expect(datesOf(settled)[0]).toEqual(['2024-03-02', '2024-12-01']);
  });

  test('an end before its start is said with its place', async () => {
    const read = await dated(['31/12/24', '1/01/24']);
    expect(datesOf(read)).toEqual([['2024-12-31', '2024-01-01']]);
    expect(placesOf(read, 'dateReversed')).toEqual(['Plan!G2: 1/01/24']);
  });

  test('what is no date is said and kept under its header', async () => {
    const read = await dated(['permanente', 'permanente']);
    expect(datesOf(read)).toEqual([[null, null]]);
    expect(placesOf(read, 'unreadableDate')).toEqual(['Plan!F2: permanente', 'Plan!G2: permanente']);
    expect(read.rows[0]?.extra).toEqual({ 'FECHA INICIO': 'permanente', 'FECHA FINAL': 'permanente' });
  });
});
