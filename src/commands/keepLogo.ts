import { PLAN_ENTITY } from '../domain/entities';
import { failure } from '../domain/problem';
import type { Result } from '../domain/problem';
import type { Commit, SeenHead } from '../log/commit';
import { evidenceKind } from '../formats/evidenceKind';
import { sha256Hex } from '../log/hash';
import { putBlob } from '../storage/blobs';
import { storageProblem } from '../storage/failures';
import { changePlan } from './changePlan';

const MAX_MEGABYTES = 1;
/** Those that a Word file shows too. */
const KINDS: readonly string[] = ['image/png', 'image/jpeg'];

/** Keeps the picture of the entity's logo on this device, and its hash in the plan, for its documents. */
export async function keepLogo(
  copy: string,
  file: File,
  seen: readonly SeenHead[],
): Promise<Result<readonly Commit[]>> {
  if (file.size > MAX_MEGABYTES * 1_000_000)
    return failure({ code: 'fileTooLarge', file: file.name, maxMegabytes: MAX_MEGABYTES });
  try {
    const bytes = await file.arrayBuffer();
    const { mime } = evidenceKind(new Uint8Array(bytes));
    if (mime === null || !KINDS.includes(mime)) return failure({ code: 'notPicture', file: file.name });
    const sha256 = sha256Hex(new Uint8Array(bytes));
    await putBlob({ sha256, mime, bytes });
    return await changePlan(copy, [{ entity: PLAN_ENTITY, field: 'logo', value: sha256, seen }]);
  } catch (error) {
    return failure(storageProblem(error));
  }
}
