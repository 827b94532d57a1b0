import type { EvidenceFile } from '../domain/model';
import { failure, success } from '../domain/problem';
import type { Result } from '../domain/problem';
import type { Commit } from '../log/commit';
import { sha256Hex } from '../log/hash';
import { putBlob } from '../storage/blobs';
import { storageProblem } from '../storage/failures';
import { nowIso, randomId } from './clock';
import { headsOf, personId } from './author';
import { save } from './save';
import { readIdentity } from '../storage/settings';
import { readEntity } from '../storage/stateStore';

const MAX_MEGABYTES = 25;

/**
 * Attaches a file to what was reported: its bytes stay on this device under their hash, the log carries
 * its name, size and hash. With `evidenceId` the file is put behind an annex that was only cited.
 */
export async function attachEvidence(
  copy: string,
  measurement: string,
  file: File,
  evidenceId?: string,
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
    const saved = await writeEvidence(copy, measurement, facts, evidenceId);
    return saved.ok ? success(facts) : saved;
  } catch (error) {
    return failure(storageProblem(error));
  }
}

async function writeEvidence(copy: string, measurement: string, file: EvidenceFile, evidenceId?: string) {
  const entity = evidenceId ?? `evi:${randomId(12)}`;
  const known = await readEntity(copy, entity);
  const edit = (field: string, value: string | true | Record<string, string | number>) => ({
    entity,
    field,
    value,
    seen: headsOf(known, field),
  });
  const named = evidenceId ? [] : [edit('name', file.name)];
  return save(copy, [...named, edit('file', { ...file }), edit(`serves/${measurement}`, true)]);
}

/** Says that somebody, by name, looked at an attached piece of evidence and it shows what was reported. */
export async function verifyEvidence(
  copy: string,
  evidence: string,
  isVerified: boolean,
): Promise<Result<readonly Commit[]>> {
  const identity = await readIdentity();
  const by = personId(identity);
  if (by === null) return failure({ code: 'nameNeeded' });
  const known = await readEntity(copy, evidence);
  const value = isVerified ? { by, at: nowIso() } : null;
  return save(copy, [
    { entity: evidence, field: 'verification', value, seen: headsOf(known, 'verification') },
  ]);
}
