import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { rememberColumns, rememberedColumns, rememberedTable } from '../../src/commands/rememberMapping';
import type { MatrixReading } from '../../src/formats/matrix/reading';
import { aTablet, valueOf } from '../support/tablets';

beforeEach(async () => (await aTablet()).use());

const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F'];

function aTable(entityName: string, headers: readonly string[]): Pick<MatrixReading, 'columns' | 'facts'> {
  const columns = headers.map((header, at) => ({ letter: LETTERS[at] ?? '', header }));
  return { columns, facts: { entityName } } as unknown as MatrixReading;
}

const HEADERS = ['Cod', 'Qué', 'Logro 2024', 'Quién'];
const LOGRO = { C: { field: 'remark' } } as const;

test('what was said of a column is said of it again, in the next layout of the entity that is all but the same', async () => {
  valueOf(await rememberColumns('', aTable('Distrito de Cartagena', HEADERS), LOGRO));
  const next = aTable('DISTRITO de Cartagena', ['Cod', 'Qué', 'Dónde', 'Logro 2025', 'Quién']);
  expect(await rememberedColumns(next)).toEqual({ D: { field: 'remark' } });
  expect(await rememberedColumns(aTable('Cartago', HEADERS))).toBeNull();
  expect(await rememberedColumns(aTable('Distrito de Cartagena', ['Otra', 'tabla', 'Logro']))).toBeNull();
});

test('a file that does not say its entity is known by what it says itself, and by the name that was given', async () => {
  valueOf(await rememberColumns('Concejo de Cali', aTable('', HEADERS), LOGRO));
  expect(await rememberedColumns(aTable('', HEADERS))).toEqual(LOGRO);
  expect(await rememberedColumns(aTable('Concejo de Cali', HEADERS))).toEqual(LOGRO);
});

test('the last word of a layout stands', async () => {
  for (const field of ['remark', 'deliverable'] as const)
    valueOf(await rememberColumns('Cali', aTable('Cali', HEADERS), { C: { field } }));
  expect(await rememberedColumns(aTable('Cali', HEADERS))).toEqual({ C: { field: 'deliverable' } });
});

test('a table that nobody recognised is found again by its headers', async () => {
  valueOf(await rememberColumns('Cali', aTable('Cali', HEADERS), { B: { field: 'activity' } }));
  const sheet = { name: 'Hoja1', isHidden: false, rowCount: 3, columnCount: 4 };
  const rows = [
    { row: 1, cells: ['Municipio'] },
    { row: 3, cells: HEADERS },
  ];
  expect(await rememberedTable([{ ...sheet, firstRows: rows }])).toEqual({
    sheet: 'Hoja1',
    headerRows: { first: 3, last: 3 },
    meanings: { B: { field: 'activity' } },
  });
  expect(await rememberedTable([{ ...sheet, firstRows: rows.slice(0, 1) }])).toBeNull();
});
