import { importMatrix } from '../../src/commands/importMatrix';
import { findingsOf } from '../../src/domain/findings';
import { reportContext } from '../../src/documents/reports/context';
import type { ReportContext } from '../../src/documents/reports/context';
import { readSeed } from './seeds';
import { aTablet, planOn, valueOf } from './tablets';

/** A published matrix as a report sees it: loaded on a tablet of its own, at the cut that the app proposes. */
export async function seedContext(
  path: string,
  changes: Parameters<typeof readSeed>[1] = {},
): Promise<ReportContext> {
  (await aTablet()).use();
  const { read, choices } = await readSeed(path, changes);
  const plan = await planOn(valueOf(await importMatrix(read, choices)));
  return reportContext(plan, choices.cut, findingsOf(plan));
}
