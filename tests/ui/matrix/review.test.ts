import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { previewMatrix } from '../../../src/commands/importMatrix';
import { readMatrixBytes } from '../../../src/commands/matrixWork';
import { findingGroups } from '../../../src/ui/matrix/findingGroups';
import { periodsWithZeros, previewCells, previewColumns } from '../../../src/ui/matrix/previewTable';
import { EXAMPLES } from '../../../src/commands/openExample';
import { knownCut, proposedChoices } from '../../../src/ui/matrix/proposedChoices';
import { reviewOf } from '../../../src/commands/reviewMatrix';
import type { MatrixReading } from '../../../src/formats/matrix/reading';

const FILE = 'cartagena-2023-plan-accion.xlsx';
let reading: MatrixReading;

beforeAll(async () => {
  const read = await readMatrixBytes(new Uint8Array(await readFile(`public/examples/${FILE}`)), FILE);
  if (!read.ok) throw new Error(read.problem.code);
  reading = read.value.reading;
});

function tableOf(changes: Partial<ReturnType<typeof proposedChoices>> = {}) {
  const choices = { ...proposedChoices(reading, null), ...changes };
  const reviewed = reviewOf(previewMatrix(reading, choices), choices, 100);
  const columns = previewColumns(reviewed);
  const cellOf = previewCells(reviewed, reviewed.rows);
  const at = (sourceRow: number, label: string) => {
    const row = reading.rows.find((one) => one.sourceRow === sourceRow);
    const column = columns.find((one) => one.label === label);
    if (!row || !column) throw new Error(`no ${label} in row ${sourceRow}`);
    return cellOf(row, column);
  };
  return { choices, reviewed, columns, at };
}

describe('the review of the published matrix', () => {
  test('proposes the cut with the last result, zeros after it as not reported, and a name of the plan', () => {
    expect(proposedChoices(reading, { key: 'cartagena2023', cut: null })).toEqual({
      title: 'Plan de acción Política gobierno digital 2023',
      entityName: 'ALCALDÍA DISTRITAL DE CARTAGENA DE INDIAS',
      cut: '2023-03-31',
      zerosAfterCut: 'notReported',
      repairs: [],
      rollupMethod: 'flatMean',
      isExample: true,
    });
  });

  test('a zero after the cut shows as not reported, or as the zero that it is', () => {
    expect(tableOf().at(10, 'T2')).toMatchObject({ text: 'sin reporte', isZeroAfterCut: true });
    expect(tableOf({ zerosAfterCut: 'zero' }).at(10, 'T2')).toMatchObject({
      text: '0',
      isZeroAfterCut: false,
    });
    expect(tableOf().at(21, 'T1').text).toBe('0\u00a0%');
  });

  test('the choice of zeros follows the cut', () => {
    const { reviewed } = tableOf();
    expect(periodsWithZeros(reviewed, { cut: '2023-03-31' })).toEqual([1, 2, 3]);
    expect(periodsWithZeros(reviewed, { cut: '2023-06-30' })).toEqual([2, 3]);
    expect(periodsWithZeros(reviewed, { cut: '2023-12-31' })).toEqual([]);
  });

  test('marks what was taken from above and what asks for a look', () => {
    const { at } = tableOf();
    expect(at(13, 'Ítem')).toMatchObject({ text: '2', isInherited: true });
    expect(at(12, 'Ítem')).toMatchObject({ text: '2', isInherited: false });
    expect(at(13, 'Actividad').hasFinding).toBe(true);
    expect(at(17, 'T1')).toMatchObject({ text: '0,3', hasFinding: true });
    expect(at(21, 'Meta')).toMatchObject({ text: '100\u00a0%', hasFinding: true });
    expect(at(10, 'Meta').hasFinding).toBe(false);
  });

  test('says how many stated results its values come to', () => {
    const detail = tableOf().columns.find(({ label }) => label === 'Resultado')?.detail;
    expect(detail).toBe('coincide 12 de 12');
  });

  test('findings go kind by kind, each with its rows', () => {
    const groups = findingGroups(tableOf().reviewed);
    const placesOf = (kind: string) =>
      groups.find(({ title }) => title === kind)?.lines.map(({ place }) => place);
    expect(placesOf('Número de actividad repetido')).toEqual(['Filas 13 y 14']);
    expect(placesOf('Falta un número de actividad')).toEqual(['']);
    expect(placesOf('Fracción en una meta que se cuenta')).toEqual(['Fila 17', 'Fila 20']);
    expect(placesOf('Un solo texto para producto e indicador')?.[0]).toBe('Fila 11, columna E (PRODUCTO)');
    expect(placesOf('Períodos con todo en cero')).toBeUndefined();
  });
});

describe('the review of a follow-up of percents', () => {
  const CARTAGO = 'cartago-2024-peti.csv';
  const readCartago = async () => {
    const bytes = new Uint8Array(await readFile(`public/examples/${CARTAGO}`));
    const read = await readMatrixBytes(bytes, CARTAGO);
    if (!read.ok) throw new Error(read.problem.code);
    return read.value.reading;
  };

  test('proposes the mean of the domains, and asks the cut that nobody tells', async () => {
    const read = await readCartago();
    expect(knownCut(read, null)).toBeNull();
    expect(proposedChoices(read, null)).toMatchObject({ rollupMethod: 'groupMean', repairs: [] });
  });

  test('as an example it takes its cut and its names from its document', async () => {
    const read = await readCartago();
    const example = EXAMPLES.find(({ file }) => file === CARTAGO) ?? null;
    expect(proposedChoices(read, example)).toMatchObject({
      title: 'Seguimiento al PETI 2024',
      entityName: 'Concejo Municipal de Cartago',
      cut: '2024-07-31',
      isExample: true,
    });
  });
});

test('a fault that its cell tells is not told of its row again, and no two kinds have one name', async () => {
  const table = [
    'ACTIVIDAD;INDICADOR;META;FECHA INICIO;FECHA FINAL;2023 RESULTADO TRIMESTRE 1',
    'Abrir los datos;Conjuntos abiertos;4;2023-12-31;2023-01-01;1',
    ';Conjuntos usados;4;2023-11-30;2023-02-01;1',
    'Cerrar las brechas;Brechas cerradas;4;2023-01-01;2023-12-31;1',
  ].join('\n');
  const read = await readMatrixBytes(new TextEncoder().encode(table), 'plan.csv');
  if (!read.ok) throw new Error(read.problem.code);
  const choices = proposedChoices(read.value.reading, null);
  const groups = findingGroups(reviewOf(previewMatrix(read.value.reading, choices), choices, 100));
  const reversed = groups.filter(({ title }) => title === 'El fin va antes del inicio');
  expect(reversed.map(({ lines }) => lines.map(({ place }) => place))).toEqual([
    ['Fila 2, columna E (FECHA FINAL)', 'Fila 3, columna E (FECHA FINAL)'],
  ]);
  expect(new Set(groups.map(({ title }) => title)).size).toBe(groups.length);
});

test('every example is a file that ships with the app and can be read', async () => {
  for (const { file } of EXAMPLES) {
    const read = await readMatrixBytes(new Uint8Array(await readFile(`public/examples/${file}`)), file);
    expect([file, read.ok]).toEqual([file, true]);
  }
});
