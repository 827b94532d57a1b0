import { beforeAll, describe, expect, test } from 'vitest';
import type { MatrixReading } from '../../../src/formats/matrix/reading';
import { repaired, safeRepairs } from '../../../src/formats/matrix/repairs';
import figures from '../../fixtures/expectedFigures.json';
import { readFixture } from './files';
import { codes, only, reading as readingOf } from './plans';

const MONTH_FIRST = 'ambiguousDate:C';
/** Row n of the data stands in row n + 1 of the file. */
const ROWS_ABOVE = 1;
let reading: MatrixReading;

beforeAll(async () => {
  reading = await readFixture('tests/fixtures/matrices', 'cartagena-peti-plan-accion.csv');
});

function listed(code: string) {
  return figures.findings.cartagenaPeti.find((finding) => finding.code === code);
}

describe('the plan of the PETI of Cartagena (domain.md A2.4)', () => {
  test('29 indicators of 20 activities in three horizons', () => {
    expect(reading.rows.filter(({ isIndicator }) => isIndicator)).toHaveLength(29);
    expect(new Set(reading.rows.map(({ activityIndex }) => activityIndex)).size).toBe(20);
    const perHorizon = new Map<string, number>();
    for (const { criterion } of reading.rows) perHorizon.set(criterion, (perHorizon.get(criterion) ?? 0) + 1);
    expect([...perHorizon]).toEqual([
      ['Corto', 20],
      ['Mediano', 4],
      ['Largo', 5],
    ]);
  });

  test('a text printed again in another horizon is another activity', () => {
    const named = reading.rows.filter(({ activityName }) => activityName.includes('gobierno del dato'));
    expect(new Set(named.map(({ activityIndex }) => activityIndex)).size).toBe(2);
  });

  test('targets of mixed units: 13 of 100 % in the printed table, and what each one counts', () => {
    expect(reading.rows.filter(({ targetUnit }) => targetUnit === 'percent')).toHaveLength(13);
    expect(reading.rows.map(({ target }) => target)).not.toContain(null);
    expect(reading.rows[3]).toMatchObject({ target: 16, unitOfMeasure: 'Número de planes de acción' });
    expect(reading.rows[11]).toMatchObject({ target: 20, unitOfMeasure: 'Conjuntos de datos' });
  });

  test('blank cells are those of the activity above, each said; dates and parties are the activity’s own', () => {
    const second = reading.rows[4];
    expect(second).toMatchObject({
      activityName: reading.rows[3]?.activityName,
      deliverable: reading.rows[3]?.deliverable,
      inherited: { activity: 'blank', deliverable: 'blank' },
      start: null,
      responsible: [],
    });
    const taken = only(reading, 'inheritedBlank').map(
      ({ place, field }) => `${place.row - ROWS_ABOVE} ${field}`,
    );
    const both = [5, 8, 11, 12, 15, 22].flatMap((row) => [`${row} activity`, `${row} deliverable`]);
    expect(taken.toSorted()).toEqual([...both, '23 activity', '24 activity', '27 activity'].toSorted());
  });

  test('16.00 is 16, and said', () => {
    expect(only(reading, 'spreadsheetNumber')).toMatchObject([
      { read: 16, place: { row: 4 + ROWS_ABOVE, header: 'META', text: listed('spreadsheetNumber')?.text } },
    ]);
  });

  test('three years make one calendar, and each row has the quarters of its own', () => {
    expect(reading.calendar).toEqual({ start: '2024-01-01', end: '2026-12-31', monthsPerPeriod: 3 });
    expect(reading.periods).toHaveLength(12);
    expect(reading.facts.planYear).toBe(2024);
    expect(reading.proposedCut).toBeNull();
    expect(reading.rows.flatMap(({ values }) => values.filter((value) => value !== null))).toEqual([]);
  });

  test('the date that reads two ways is asked about once for its column; the day goes first unasked', () => {
    const [found, ...others] = only(reading, 'ambiguousDate');
    expect(others).toEqual([]);
    expect(found).toMatchObject({ place: { column: 'C', text: listed('ambiguousDate')?.text } });
    const dated = (read: MatrixReading) => read.rows.find(({ sourceRow }) => sourceRow === found?.place.row);
    expect(dated(reading)?.start).toBe('2024-01-12');
    expect(reading.repairs.map(({ id }) => id)).toEqual([
      MONTH_FIRST,
      'severalParties:F',
      'leaveBlank:B',
      'leaveBlank:E',
    ]);
    expect(safeRepairs(reading)).toEqual([]);
    const accepted = repaired(reading, [MONTH_FIRST]);
    expect(dated(accepted)?.start).toBe('2024-12-01');
    expect(accepted.rows.filter((row, at) => row !== reading.rows[at])).toHaveLength(1);
    expect(codes(accepted)).not.toContain('ambiguousDate');
  });

  test('nothing else is doubted, and the reading crosses a worker', () => {
    expect([...new Set(codes(reading))].sort()).toEqual([
      'ambiguousDate',
      'inheritedBlank',
      'severalParties',
      'spreadsheetNumber',
    ]);
    expect(structuredClone(reading)).toEqual(reading);
  });
});

describe('periods that go by the year of the row (X-24)', () => {
  const HEADER = ['ACTIVIDAD', 'INDICADOR', 'FECHA INICIO', 'FECHA FINAL', 'META', 'T1', 'T2', 'T3', 'T4'];
  const row = (name: string | null, year: number | null, ...quarters: number[]) => [
    name,
    'i',
    year && `01/01/${year}`,
    year && `31/12/${year}`,
    4,
    ...quarters,
  ];
  const valuesAt = (read: MatrixReading) =>
    read.rows.map(({ values }) =>
      values.flatMap((value, at) => (value?.k === 'value' ? [[at, value.v]] : [])),
    );

  test('a row of the second year reports in its quarters, and so does what goes on with it', () => {
    const read = readingOf([HEADER, row('a', 2024, 1), row('b', 2025, 2, 3), row(null, null, 4)]);
    expect(read.calendar).toEqual({ start: '2024-01-01', end: '2025-12-31', monthsPerPeriod: 3 });
    expect(valuesAt(read)).toEqual([
      [[0, 1]],
      [
        [4, 2],
        [5, 3],
      ],
      [[4, 4]],
    ]);
    expect(read.proposedCut).toBe('2025-06-30');
  });

  test('a row that goes from a year into the next leaves one year of periods', () => {
    const across = ['c', 'i', '01/07/2024', '30/06/2025', 4, 1];
    const read = readingOf([HEADER, row('a', 2024, 1), row('b', 2025, 2), across]);
    expect(read.periods).toHaveLength(4);
  });

  test('a year far away is a mistake, not a horizon', () => {
    expect(readingOf([HEADER, row('a', 2024, 1), row('b', 2042, 2)]).periods).toHaveLength(4);
  });
});
