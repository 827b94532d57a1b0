import { entityOf } from '../log/state';
import type { AppendContext } from '../storage/append';
import { readState } from '../storage/stateStore';

/** From so many entities on, reading everything once is quicker than looking for each. */
export const MANY = 20;

/** The state of a transaction does not change while a save is composed. */
export async function readingAtOnce(copy: string, context: AppendContext): Promise<AppendContext> {
  const state = await readState(copy);
  return { ...context, read: (entity) => Promise.resolve(entityOf(state, entity)) };
}
