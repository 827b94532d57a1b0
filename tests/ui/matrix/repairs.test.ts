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

describe('what is asked about the other repairs', () => {
  const HEADER = 'ITEM;CRITERIO;ACTIVIDAD;PRODUCTO;INDICADOR;FECHA INICIO;FECHA FINAL;RESPONSABLE;META;T1';
  const asked = async (...rows: readonly string[]) => {
    const text = [HEADER, ...rows].join('\n');
    const read = await readMatrixBytes(new TextEncoder().encode(text), 'plan 2024.csv');
    if (!read.ok) throw new Error(read.problem.code);
    return repairQuestions(read.value.reading).map(({ ask, options }) => {
      const [leave, accept] = options.map(({ label, explanation }) => `${label}: ${explanation}`);
      return [ask, leave, accept].map((words) => words?.replaceAll('\u00a0', ' '));
    });
  };

  test('several things in one cell, with what each would be', async () => {
    expect(await asked('1;Datos;Abrir;P;I;1/01/24;31/12/24;OAI, TIC;2 Mesas (una);1')).toEqual([
      [
        'Fila 2: la meta dice «2 Mesas (una)»',
        'Dejarla sin número: El texto se guarda y la meta queda por escribir.',
        'Tomar su número: La meta es 2 y su unidad, «Mesas».',
      ],
      [
        'Columna H (RESPONSABLE): 1 celda nombra varios responsables',
        'Dejarlos juntos: «OAI, TIC» es un solo responsable.',
        'Separarlos: El primero queda como «OAI» y «TIC».',
      ],
    ]);
    expect(await asked('1;Datos;"010101\nAbrir";P;I;1/01/24;31/12/24;OAI;2;1')).toEqual([
      [
        'Columna C (ACTIVIDAD): 1 fila trae el código y el nombre juntos',
        'Dejarlos juntos: «010101 Abrir» queda como está.',
        'Separarlos: Queda 010101 como número y «Abrir» como nombre.',
      ],
    ]);
  });

  test('numbers and dates that can be others', async () => {
    expect(await asked('1;Datos;Abrir;P;I;1/01/24;"30/06/24\n31/12/24";OAI;1.500;1')).toEqual([
      [
        'Columna G (FECHA FINAL): 1 celda tiene varias fechas',
        'La que abre o cierra el plazo: En la de inicio queda la primera; en la final, la última.',
        'La otra: «30/06/24 31/12/24» es el 30 jun 2024.',
      ],
      [
        'Columna I (META): 1 número se puede leer de dos maneras',
        'Como se leyó: «1.500» es 1.500.',
        'De la otra manera: «1.500» es 1,5.',
      ],
    ]);
  });

  test('blanks, and rows that slid', async () => {
    const usual = '1;Datos;Abrir;P;I;1/01/24;31/12/24;OAI;2;1';
    expect(await asked(usual, '1;Datos;;P;I;1/01/24;31/12/24;OAI;2;1')).toEqual([
      [
        'Columna C (ACTIVIDAD): 1 celda vacía',
        'Igual que arriba: Cada una toma el dato de la fila de arriba.',
        'Vacías: Quedan sin dato: lo escribe usted después.',
      ],
    ]);
    const moved = await asked(
      usual,
      '1;Datos;Usar;;P;I;1/01/24;31/12/24;OAI;2;1',
      '1;Datos;Medir;1/01/24;31/12/24;OAI;2;1',
    );
    expect(moved.map(([ask, , accept]) => [ask, accept])).toEqual([
      [
        'Fila 3: sus celdas están corridas a la derecha',
        'Mover a la izquierda: Queda con meta 2 y fechas del 1 ene 2024 al 31 dic 2024.',
      ],
      [
        'Fila 4: sus fechas y lo que les sigue están corridos a la izquierda',
        'Mover a la derecha: Queda con meta 2 y fechas del 1 ene 2024 al 31 dic 2024. Los textos que van antes de las fechas quedan donde están.',
      ],
    ]);
  });
});
