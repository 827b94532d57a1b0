import { importMatrix } from '../../../src/commands/importMatrix';
import { readMatrixBytes } from '../../../src/commands/matrixWork';
import type { Plan } from '../../../src/domain/model';
import { fillMatrix } from '../../../src/formats/matrix/fillMatrix';
import type { FilledMatrix } from '../../../src/formats/matrix/fillMatrix';
import { extrasIn, layoutsIn } from '../../../src/formats/matrix/layoutInLog';
import { readCopyState } from '../../../src/storage/stateStore';
import { choicesFor, planOn, valueOf } from '../../support/tablets';

/** A file as it is loaded, its plan as it becomes, and the file as it goes back. */
export async function throughPlan(
  file: Uint8Array,
  change: (plan: Plan) => Plan = (plan) => plan,
  back: Uint8Array | null = file,
): Promise<FilledMatrix> {
  const read = valueOf(await readMatrixBytes(file, 'matriz.xlsx'));
  const original = new Uint8Array(file);
  const copy = valueOf(await importMatrix({ ...read, original }, choicesFor(read)));
  const { log } = (await readCopyState(copy)) ?? { log: [] };
  const [layout] = layoutsIn(log);
  if (!layout) throw new Error('no layout');
  return valueOf(await fillMatrix(change(await planOn(copy)), layout, extrasIn(log), back));
}
