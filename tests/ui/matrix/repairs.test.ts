import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { readMatrixBytes } from '../../../src/commands/matrixWork';
import { proposedChoices } from '../../../src/ui/matrix/proposedChoices';
import { answered, answerTo, repairQuestions } from '../../../src/ui/matrix/repairQuestions';
import type { RepairQuestion } from '../../../src/ui/matrix/repairQuestions';
import type { Reading } from '../../../src/ui/matrix/reading';

const FILE = 'cartagena-2023-plan-accion.csv';
let reading: Reading;

beforeAll(async () => {
  const read = await readMatrixBytes(new Uint8Array(await readFile(`tests/fixtures/matrices/${FILE}`)), FILE);
  if (!read.ok) throw new Error(read.problem.code);
  reading = read.value.reading;
});

describe('what is asked about a shifted row', () => {
  test('names the row, and says what it would read once moved', () => {
    const [question] = repairQuestions(reading);
    expect(question?.ask).toBe('Fila 9: sus celdas están corridas una columna a la izquierda');
    const move = question?.options.find(({ value }) => value === 'accept');
    expect(move?.label).toBe('Mover a la derecha');
    expect(move?.explanation.replaceAll('\u00a0', ' ')).toMatch(
      /^Queda con meta 4, fechas del 1 ene\.? 2023 al 31 dic\.? 2023 y resultado 25,0 %\./,
    );
  });

  test('is left alone unless the person says otherwise, and can be taken back', () => {
    const [question] = repairQuestions(reading);
    if (!question) throw new Error('nothing asked');
    const { repairs } = proposedChoices(reading, null);
    expect(answerTo(question, repairs)).toBe('leave');
    const accepted = answered(repairs, question, 'accept');
    expect(answerTo(question, accepted)).toBe('accept');
    expect(answered(accepted, question, 'leave')).toEqual([]);
  });

  test('many rows are asked about together', () => {
    const [one] = reading.repairs;
    if (!one) throw new Error('nothing to repair');
    const repairs = [9, 10, 11, 12].map((row) => ({ ...one, id: `shiftedRow:${row}` }));
    const questions: readonly RepairQuestion[] = repairQuestions({ repairs });
    expect(questions.map(({ ids, ask }) => [ids.length, ask.replaceAll('\u00a0', ' ')])).toEqual([
      [4, '4 filas están corridas una columna a la izquierda'],
    ]);
  });

  test('nothing is asked about the spreadsheet', async () => {
    const name = 'cartagena-2023-plan-accion.xlsx';
    const read = await readMatrixBytes(new Uint8Array(await readFile(`public/examples/${name}`)), name);
    expect(read.ok && repairQuestions(read.value.reading)).toEqual([]);
  });
});

test('a date that reads two ways is asked about once per column, with both readings', async () => {
  const name = 'cartagena-peti-plan-accion.csv';
  const read = await readMatrixBytes(new Uint8Array(await readFile(`public/examples/${name}`)), name);
  if (!read.ok) throw new Error(read.problem.code);
  const [question, ...others] = repairQuestions(read.value.reading);
  expect(others.map(({ ask }) => ask.replaceAll('\u00a0', ' '))).toEqual([
    'Columna F (RESPONSABLES): 8 celdas nombran varios responsables',
    'Columna B (ACTIVIDADES): 9 celdas vacías',
    'Columna E (ENTREGABLES): 6 celdas vacías',
  ]);
  expect(question?.ask.replaceAll('\u00a0', ' ')).toBe(
    'Columna C (FECHA DE INICIO): 1 fecha se puede leer de dos maneras',
  );
  expect(question?.options.map(({ explanation }) => explanation.replaceAll('\u00a0', ' '))).toEqual([
    expect.stringMatching(/^«12\/01\/24» es el 12 ene\.? 2024\.$/),
    expect.stringMatching(/^«12\/01\/24» es el 1 dic\.? 2024\.$/),
  ]);
});
