import { success, failure } from '../domain/problem';
import type { Result } from '../domain/problem';
import type { Json } from '../log/json';
import { storageProblem } from '../storage/failures';
import { readMappings, writeMapping } from '../storage/mappings';
import type { KeptMapping } from '../storage/mappings';
import { key } from './matrixReports';

/**
 * Keeps on this device what a person said that the columns of a layout mean, for the next matrix of the entity. It is
 * no part of any plan and leaves with none.
 */
export async function rememberMapping(
  entityName: string,
  layoutKey: string,
  meanings: Json,
): Promise<Result<null>> {
  try {
    await writeMapping(key(entityName), { layout: layoutKey, meanings });
    return success(null);
  } catch (error) {
    return failure(storageProblem(error));
  }
}

/** What was said of the layouts of an entity, however its name is written; the one used last first. */
export function rememberedMappings(entityName: string): Promise<readonly KeptMapping[]> {
  return readMappings(key(entityName));
}
