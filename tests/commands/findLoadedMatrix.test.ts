import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { csvOf } from '../../src/commands/exportCsv';
import { findLoadedMatrix } from '../../src/commands/findLoadedMatrix';
import { importMatrix } from '../../src/commands/importMatrix';
import { readMatrixBytes } from '../../src/commands/matrixWork';
import { edited, matrixOf, ROWS } from '../support/matrixRows';
import { aTablet, choicesFor, planOn, readExampleMatrix, valueOf } from '../support/tablets';

beforeEach(async () => (await aTablet()).use());

test('a matrix that is here already is found, by its bytes or by its plan', async () => {
  const read = await readExampleMatrix();
  const choices = choicesFor(read);
  expect(await findLoadedMatrix(read, choices)).toBeNull();
  const copy = valueOf(await importMatrix(read, choices));
  expect(await findLoadedMatrix(read, choices)).toMatchObject({ row: { copy }, because: 'sameFile' });
  const newer = { ...read, sha256: 'other' };
  expect(await findLoadedMatrix(newer, choices)).toMatchObject({ row: { copy }, because: 'samePlan' });
  expect(await findLoadedMatrix(newer, { ...choices, isExample: true })).toBeNull();
});

test('by its rows, whatever it is called, of the same year', async () => {
  const read = await matrixOf(ROWS);
  const copy = valueOf(await importMatrix(read, choicesFor(read)));
  const named = { ...choicesFor(read), title: 'Otro plan' };
  const some = await matrixOf(edited(0, 'Formular el plan', 'Escribir el manual'));
  expect(await findLoadedMatrix(some, named)).toMatchObject({ row: { copy }, because: 'sameRows' });
  const other = await matrixOf(ROWS.map((row) => row.replace(/^(.*?;.*?;)/, '$1Otra cosa: ')));
  expect(await findLoadedMatrix(other, named)).toBeNull();
  const { reading } = some;
  const nextYear = { ...reading, facts: { ...reading.facts, planYear: 2024 } };
  expect(await findLoadedMatrix({ ...some, reading: nextYear }, named)).toBeNull();
});

test('by the ids that it carries, before anything that it says', async () => {
  const read = await matrixOf(ROWS);
  const copy = valueOf(await importMatrix(read, choicesFor(read)));
  const own = valueOf(await readMatrixBytes(csvOf(await planOn(copy), '2023-03-31').bytes, 'plan.csv'));
  const renamed = { ...choicesFor(own), title: 'Otro', entityName: 'Otra' };
  expect(await findLoadedMatrix(own, renamed)).toMatchObject({ row: { copy }, because: 'ourIds' });
});
