import { readFileSync } from 'node:fs';
import { openMatrix } from '../../src/commands/openMatrix';
import type { MatrixSource, OpenedMatrix } from '../../src/commands/openMatrix';
import type { MatrixChoices } from '../../src/commands/matrixEntities';
import type { MatrixWorker } from '../../src/commands/matrixLine';
import type { ReadingStep } from '../../src/commands/matrixTasks';
import type { Result } from '../../src/domain/problem';
import type { TableChoices } from '../../src/formats/matrix/choices';
import { MatrixWorkerInProcess } from './matrixWorker';
import { valueOf } from './tablets';

export const MATRIX_FILE = 'cartagena-2023-plan-accion.xlsx';
export const MATRIX_BYTES = new Uint8Array(readFileSync(`public/examples/${MATRIX_FILE}`));
export const MATRIX: MatrixSource = { kind: 'file', file: new File([MATRIX_BYTES], MATRIX_FILE) };
export const MATRIX_CHOICES: MatrixChoices = {
  title: 'Plan 2023',
  entityName: 'Alcaldía',
  cut: '2023-03-31',
  zerosAfterCut: 'notReported',
  repairs: [],
  rollupMethod: 'flatMean',
  isExample: false,
};
/** Read as it is found. */
export const AS_FOUND = { table: {} };

export function watching(steps: ReadingStep[] = [], signal = new AbortController().signal) {
  return { onprogress: (step: ReadingStep) => void steps.push(step), signal };
}

export async function openedMatrix(
  source: MatrixSource,
  worker: MatrixWorker = new MatrixWorkerInProcess(),
  steps: ReadingStep[] = [],
): Promise<OpenedMatrix> {
  const result = await openMatrix(source, watching(steps), () => worker);
  if (!result?.ok) throw new Error('it did not open');
  return result.value;
}

export function readAs(matrix: OpenedMatrix, table: TableChoices = {}) {
  return matrix.ask('read', { table });
}

/** What is shown of what is open. */
export async function reviewed(matrix: OpenedMatrix, changes: Partial<MatrixChoices> = {}, rows = 100) {
  const choices = { ...MATRIX_CHOICES, ...changes };
  return given(await matrix.ask('review', { ...AS_FOUND, choices, rows }));
}

export function given<T>(answer: Result<T> | null): T {
  if (answer === null) throw new Error('it was closed');
  return valueOf(answer);
}
