import type { Result } from '../domain/problem';
import type { Commit } from '../log/commit';
import { append } from '../storage/append';
import { authorOf } from './author';
import { now } from './clock';

/**
 * Tells the other devices who uses this one now, in a copy in which it has said already who it was: what is handed
 * over next bears the name. Where nothing was written from here yet, the first change says it.
 */
export function introduce(copy: string): Promise<Result<readonly Commit[]>> {
  return append(copy, async (context) => {
    if (context.row.introduced === '') return { commits: [] };
    const { by, introduction, introduced } = await authorOf(context);
    if (introduction.length === 0) return { commits: [] };
    return { commits: [{ wall: now(), by, ops: introduction }], changes: { introduced } };
  });
}
