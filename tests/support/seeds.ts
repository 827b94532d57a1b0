import { readFile } from 'node:fs/promises';
import { previewMatrix } from '../../src/commands/importMatrix';
import type { MatrixPreview } from '../../src/commands/importMatrix';
import type { MatrixChoices } from '../../src/commands/matrixEntities';
import { readMatrixBytes } from '../../src/commands/matrixWork';
import type { MatrixRead } from '../../src/commands/matrixWork';
import { EXAMPLES } from '../../src/commands/openExample';
import { proposedChoices } from '../../src/ui/matrix/proposedChoices';
import { valueOf } from './tablets';

/** The published matrices, as they ship with the app, and the text of the first of them. */
export const SEED_FILES = {
  cartagena: 'public/examples/cartagena-2023-plan-accion.xlsx',
  cartagenaText: 'tests/fixtures/matrices/cartagena-2023-plan-accion.csv',
  cartago: 'public/examples/cartago-2024-peti.csv',
  cartagenaPeti: 'public/examples/cartagena-peti-plan-accion.csv',
} as const;

export interface Seed {
  readonly read: MatrixRead;
  /** What the app proposes, with what the test changes of it. */
  readonly choices: MatrixChoices;
  readonly preview: MatrixPreview;
}

/** Reads a published matrix from its bytes, with the choices that the app proposes for it. */
export async function readSeed(path: string, changes: Partial<MatrixChoices> = {}): Promise<Seed> {
  const file = path.slice(path.lastIndexOf('/') + 1);
  const read = valueOf(await readMatrixBytes(new Uint8Array(await readFile(path)), file));
  const example = EXAMPLES.find((one) => one.file === file) ?? null;
  const choices = { ...proposedChoices(read.reading, example), ...changes };
  return { read, choices, preview: previewMatrix(read.reading, choices) };
}
