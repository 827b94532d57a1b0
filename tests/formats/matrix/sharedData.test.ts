import { beforeAll, describe, expect, test } from 'vitest';
import type { MatrixReading } from '../../../src/formats/matrix/reading';
import { repaired } from '../../../src/formats/matrix/repairs';
import figures from '../../fixtures/expectedFigures.json';
import { readFixture } from './files';
import { only } from './plans';

const FIXTURES = 'tests/fixtures/matrices';
const PASTED = 'tests/fixtures/pasted';

/** What each published table must read as, with no mapping by hand; counts of what its document prints. */
interface Expected {
  readonly folder: string;
  readonly file: string;
  readonly year: number;
  readonly isYearGuessed: boolean;
  readonly header: { readonly first: number; readonly last: number };
  readonly columns: number;
  readonly kept: readonly string[];
  readonly rows: number;
  readonly items: number;
  readonly activities: number;
  readonly indicators: number;
  readonly periods: number;
  readonly cut: string | null;
  readonly setAside: readonly number[];
}

const CARTAGENA = {
  year: 2023,
  isYearGuessed: false,
  columns: 17,
  kept: [],
  rows: 12,
  items: 8,
  // The last row says nothing of its activity: it goes on with the one above.
  activities: 11,
  indicators: 12,
  periods: 4,
  cut: '2023-03-31',
  setAside: [],
} as const;
const WITHOUT_FIGURES = {
  folder: FIXTURES,
  year: 2026,
  isYearGuessed: true,
  header: { first: 1, last: 1 },
  indicators: 0,
  periods: 4,
  cut: null,
  setAside: [],
} as const;

const TABLES: readonly Expected[] = [
  {
    ...CARTAGENA,
    folder: 'public/examples',
    file: 'cartagena-2023-plan-accion.xlsx',
    header: { first: 8, last: 9 },
  },
  { ...CARTAGENA, folder: FIXTURES, file: 'cartagena-2023-plan-accion.csv', header: { first: 6, last: 7 } },
  { ...CARTAGENA, folder: PASTED, file: 'cartagena-2023.txt', header: { first: 13, last: 14 } },
  {
    folder: FIXTURES,
    file: 'cartagena-peti-plan-accion.csv',
    year: 2024,
    isYearGuessed: false,
    header: { first: 1, last: 1 },
    columns: 14,
    kept: [],
    rows: 29,
    items: 3,
    activities: 20,
    indicators: 29,
    periods: 12,
    cut: null,
    setAside: [],
  },
  {
    folder: FIXTURES,
    file: 'cartago-2024-peti.csv',
    year: 2024,
    isYearGuessed: false,
    header: { first: 1, last: 2 },
    columns: 5,
    kept: [],
    rows: 11,
    items: 4,
    activities: 11,
    indicators: 11,
    periods: 1,
    cut: null,
    setAside: [4, 15],
  },
  {
    ...WITHOUT_FIGURES,
    file: 'cartagena-peti-portafolio.csv',
    columns: 3,
    kept: ['DESCRIPCIÓN'],
    rows: 37,
    items: 1,
    activities: 37,
  },
  {
    ...WITHOUT_FIGURES,
    file: 'cartagena-peti-acciones-por-dominio.csv',
    columns: 2,
    kept: [],
    rows: 51,
    items: 6,
    activities: 51,
  },
];

const distinct = (values: readonly unknown[]) => new Set(values).size;

describe.each(TABLES)('$file', (expected) => {
  let reading: MatrixReading;

  beforeAll(async () => {
    reading = await readFixture(expected.folder, expected.file, { thisYear: 2026 });
  });

  test('its table is found, and it is the only one', () => {
    expect(reading.tables).toMatchObject([
      { headerRows: expected.header, isRead: true, isHidden: false, columns: { first: 'A' } },
    ]);
    expect(reading.layout.headerRows).toEqual(expected.header);
  });

  test('every column is known or kept under its own header', () => {
    expect(reading.columns.length).toBe(expected.columns);
    const kept = reading.columns.filter(({ confidence }) => confidence === 'none');
    expect(kept.map(({ header }) => header)).toEqual(expected.kept);
  });

  test('its rows, items, activities and indicators', () => {
    const { rows } = reading;
    expect(rows.length).toBe(expected.rows);
    expect(distinct(rows.map(({ itemIndex }) => itemIndex))).toBe(expected.items);
    expect(distinct(rows.map(({ activityIndex }) => activityIndex))).toBe(expected.activities);
    expect(rows.filter(({ isIndicator }) => isIndicator).length).toBe(expected.indicators);
    expect(rows.every(({ activityName }) => activityName !== '')).toBe(true);
    expect(reading.setAside.map(({ row }) => row)).toEqual(expected.setAside);
  });

  test('its year, its periods and its cut', () => {
    expect(reading.facts.planYear).toBe(expected.year);
    expect(reading.isYearGuessed).toBe(expected.isYearGuessed);
    expect(reading.periods.length).toBe(expected.periods);
    expect(reading.proposedCut).toBe(expected.cut);
  });
});

describe('figures', () => {
  test.each(TABLES.filter(({ year, rows }) => year === 2023 && rows === 12))(
    'targets and results of $file',
    async ({ folder, file }) => {
      const read = await readFixture(folder, file);
      const { rows } = repaired(
        read,
        read.repairs.map(({ id }) => id),
      );
      const said = rows.map(({ target, values: [first], stated }) => ({
        target,
        q1: first?.k === 'value' ? first.v : null,
        printed: stated?.percent,
      }));
      expect(said).toEqual(
        figures.cartagena2023.rows.map(({ target, q1, printed }) => ({ target, q1, printed })),
      );
    },
  );

  test('the portfolio keeps its codes as printed, and asks about the one that breaks the pattern (X-14)', async () => {
    const { rows, findings, columns } = await readFixture(FIXTURES, 'cartagena-peti-portafolio.csv', {
      thisYear: 2026,
    });
    expect(rows.map(({ activityNumber }) => activityNumber)).toEqual(
      Array.from({ length: 37 }, (_, at) => (at === 8 ? 'PRY09' : `PRY${String(at + 1).padStart(3, '0')}`)),
    );
    expect(findings.filter(({ code }) => code === 'oddCode')).toMatchObject([
      { place: { row: 10, column: 'A', text: 'PRY09' }, suggestion: 'PRY009' },
    ]);
    expect(rows[0]?.extra).toEqual({
      DESCRIPCIÓN:
        'Fortalecer el proceso de implementación de la Política Nacional de gobierno digital (50%).',
    });
    expect(columns.map(({ field }) => field)).toEqual(['activityNumber', 'activity', null]);
  });

  test('the actions stand in their six domains (domain.md A2.1)', async () => {
    const { rows } = await readFixture(FIXTURES, 'cartagena-peti-acciones-por-dominio.csv', {
      thisYear: 2026,
    });
    const domains = [...new Set(rows.map(({ criterion }) => criterion))];
    const counts = domains.map((domain) => rows.filter(({ criterion }) => criterion === domain).length);
    expect(counts).toEqual([9, 9, 8, 7, 12, 6]);
    expect(
      rows.every(({ target, values }) => target === null && values.every((value) => value === null)),
    ).toBe(true);
  });

  test('without a year to take, a list of activities says that the year is missing', async () => {
    await expect(readFixture(FIXTURES, 'cartagena-peti-portafolio.csv')).rejects.toThrow('VIGENCIA');
  });

  test('the table pasted as text reads as the file does', async () => {
    const [text, file] = await Promise.all([
      readFixture(PASTED, 'cartagena-2023.txt'),
      readFixture(FIXTURES, 'cartagena-2023-plan-accion.csv'),
    ]);
    expect(text.facts).toEqual(file.facts);
    expect(text.columns).toEqual(file.columns);
    const said = ({ rows }: MatrixReading) => rows.map((row) => ({ ...row, sourceRow: null }));
    expect(said(text)).toEqual(said(file));
    expect(only(text, 'shiftedRow').length).toBe(1);
  });
});
