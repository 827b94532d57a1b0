import { readFile } from 'node:fs/promises';
import { previewMatrix } from '../../src/commands/importMatrix';
import type { MatrixPreview } from '../../src/commands/importMatrix';
import type { MatrixChoices } from '../../src/commands/matrixEntities';
import { readMatrixBytes } from '../../src/commands/matrixWork';
import type { MatrixRead } from '../../src/commands/matrixWork';
import { EXAMPLES } from '../../src/commands/openExample';
import { proposedChoices } from '../../src/ui/matrix/proposedChoices';
import { EXPECTED } from './expectedFigures';
import { valueOf } from './tablets';

const EXAMPLES_FOLDER = 'public/examples';
const { cartagena2023, cartago2024 } = EXPECTED;

/** The published matrices, as they ship with the app, and the text of the first of them. */
export const SEED_FILES = {
  cartagena: `${EXAMPLES_FOLDER}/${cartagena2023.file}`,
  cartagenaText: `tests/fixtures/matrices/${cartagena2023.file.replace('.xlsx', '.csv')}`,
  cartago: `${EXAMPLES_FOLDER}/${cartago2024.file}`,
  cartagenaPeti: `${EXAMPLES_FOLDER}/cartagena-peti-plan-accion.csv`,
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
