import { importMatrix } from '../../../src/commands/importMatrix';
import { reportContext } from '../../../src/documents/reports/context';
import type { ReportContext } from '../../../src/documents/reports/context';
import { readSeed } from '../../support/seeds';
import { aTablet, planOn, valueOf } from '../../support/tablets';

/** A published matrix, loaded as the app does, at the cut that is proposed for it. */
export async function seedContext(path: string): Promise<ReportContext> {
  (await aTablet()).use();
  const { read, choices } = await readSeed(path);
  const copy = valueOf(await importMatrix(read, choices));
  return reportContext(await planOn(copy), choices.cut, []);
}
