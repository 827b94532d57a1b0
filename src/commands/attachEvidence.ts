import type { Evidence, EvidenceFile } from '../domain/model';
import { failure, success } from '../domain/problem';
import type { Result } from '../domain/problem';
import type { Commit, SeenHead } from '../log/commit';
import { sha256Hex } from '../log/hash';
import type { Json } from '../log/json';
import { putBlob } from '../storage/blobs';
import { storageProblem } from '../storage/failures';
import { readIdentity } from '../storage/settings';
import { personId } from './author';
import { nowIso, randomId } from './clock';
import { save } from './save';

const MAX_MEGABYTES = 25;

/** Evidence that was cited or attached before, with the heads the person saw of the field that changes. */
export interface SeenEvidence {
  readonly id: string;
  readonly seen: readonly SeenHead[];
}

/**
 * Attaches a file to what was reported: its bytes stay on this device under their hash, the log carries
 * its name, size and hash. With `behind` the file is put behind an annex that was only cited.
 */
export async function attachEvidence(
  copy: string,
  measurement: string,
  file: File,
  behind?: SeenEvidence,
): Promise<Result<EvidenceFile>> {
  if (file.size === 0) return failure({ code: 'fileEmpty', file: file.name });
  if (file.size > MAX_MEGABYTES * 1_000_000) {
    return failure({ code: 'fileTooLarge', file: file.name, maxMegabytes: MAX_MEGABYTES });
  }
  try {
    const bytes = await file.arrayBuffer();
    const sha256 = sha256Hex(new Uint8Array(bytes));
    await putBlob({ sha256, mime: file.type, bytes });
    const facts = { sha256, size: file.size, mime: file.type, name: file.name };
    const saved = await writeEvidence(copy, measurement, facts, behind);
    return saved.ok ? success(facts) : saved;
  } catch (error) {
    return failure(storageProblem(error));
  }
}

function writeEvidence(copy: string, measurement: string, file: EvidenceFile, behind?: SeenEvidence) {
  const entity = behind?.id ?? `evi:${randomId(12)}`;
  const edit = (field: string, value: Json, seen: readonly SeenHead[] = []) => ({
    entity,
    field,
    value,
    seen,
  });
  const fileEdit = edit('file', { ...file }, behind?.seen);
  // What is behind an annex serves what the annex served already.
  if (behind) return save(copy, [fileEdit]);
  return save(copy, [edit('name', file.name), fileEdit, edit(`serves/${measurement}`, true)]);
}

/**
 * Says that somebody, by name, looked at the file of a piece of evidence and it shows what was reported; or takes
 * that back. Only what is attached can be verified, and only as the file that it is now.
 */
export async function verifyEvidence(
  copy: string,
  { id, file, seen }: Pick<Evidence, 'file'> & SeenEvidence,
  isVerified: boolean,
): Promise<Result<readonly Commit[]>> {
  try {
    const by = personId(await readIdentity());
    if (by === null) return failure({ code: 'nameNeeded', for: 'verification' });
    const value = isVerified && file ? { by, at: nowIso(), sha256: file.sha256 } : null;
    return await save(copy, [{ entity: id, field: 'verification', value, seen }]);
  } catch (error) {
    return failure(storageProblem(error));
  }
}
