import { failure } from '../domain/problem';
import type { Result } from '../domain/problem';
import { readMatrixFile } from './importMatrix';
import type { MatrixRead } from './matrixWork';

const EXAMPLE = 'cartagena-2023-plan-accion.xlsx';

/** Reads the example that ships with the app: a published matrix, loaded like any other. */
export async function readExample(): Promise<Result<MatrixRead>> {
  // Without network and before the app is wholly on this device there is no answer at all.
  const response = await fetch(`./examples/${EXAMPLE}`).catch(() => null);
  if (!response?.ok) return failure({ code: 'fileUnreadable', file: EXAMPLE });
  return readMatrixFile(new File([await response.blob()], EXAMPLE));
}
