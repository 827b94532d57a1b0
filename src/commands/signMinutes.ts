import { minutesSignatureId } from '../domain/meetings/ids';
import type { Minutes, Person } from '../domain/meetings/model';
import { failure } from '../domain/problem';
import type { Result } from '../domain/problem';
import type { Commit } from '../log/commit';
import { storageProblem } from '../storage/failures';
import { keepStrokes } from './attendance';
import type { GivenSignature, SeenOf } from './attendance';
import { changeSession } from './changeSession';

/**
 * Signs an acta: the version that is on the screen, by its hash. One register says who, how and what, so that no
 * merge can join one person's strokes with another's acta.
 */
export async function signMinutes(
  copy: string,
  sessionId: string,
  minutes: Minutes,
  { id, name, role, department }: Person,
  given: GivenSignature,
  seen: SeenOf,
): Promise<Result<readonly Commit[]>> {
  try {
    const entity = minutesSignatureId(sessionId, minutes, id);
    const strokes = given.k === 'paper' ? { k: given.k } : await keepStrokes(given.picture);
    const value = { ...strokes, name, position: role, department, signed: minutes.sha256 };
    const edit = { entity, field: 'signature', value, seen: seen(entity, 'signature') };
    return await changeSession(copy, sessionId, [edit]);
  } catch (error) {
    return failure(storageProblem(error));
  }
}
