import type { Evidence, EvidenceFile } from '../domain/report';
import { failure, success } from '../domain/problem';
import type { Result } from '../domain/problem';
import type { Commit, SeenHead } from '../log/commit';
import type { Json } from '../log/json';
import { append } from '../storage/append';
import { storageProblem } from '../storage/failures';
import { readIdentity } from '../storage/settings';
import { personId } from './author';
import { nowIso, randomId } from './clock';
import workerUrl from './evidence.worker.ts?worker&url';
import { sizeProblem } from './evidenceWork';
import type { PreparedFile } from './evidenceWork';
import { runInWorker } from './inWorker';
import { composeEdits, save } from './save';

const TIMEOUT_MS = 60_000;

/** Evidence that was cited or attached before, with the heads the person saw of the field that changes. */
export interface SeenEvidence {
  readonly id: string;
  readonly seen: readonly SeenHead[];
}

/** What new evidence is called; without a name it goes by its file's. */
export interface NewEvidence {
  readonly name?: string;
  /** The annex's number as it is printed. */
  readonly number?: string;
  readonly planYear?: number;
}

/**
 * Attaches a file to what it serves: a report, a commitment or a session. Its bytes stay on this device under their
 * hash, a large photo made smaller; the log carries its name, size and hash. With the id of evidence that was only
 * cited, the file is put behind it. `why` is needed for what serves a report of a closed period.
 */
export async function attachEvidence(
  copy: string,
  serves: string,
  file: File,
  as: SeenEvidence | NewEvidence = {},
  why?: string,
): Promise<Result<EvidenceFile>> {
  const refused = sizeProblem(file);
  if (refused) return failure(refused);
  const onTimeout = { code: 'evidenceUnreadable', file: file.name } as const;
  const prepared = await runInWorker<File, PreparedFile>(workerUrl, file, {
    timeoutMs: TIMEOUT_MS,
    onTimeout,
  });
  return prepared.ok ? keepEvidence(copy, serves, prepared.value, as, why) : prepared;
}

/** Keeps a prepared file and says in the log what it serves: both, or neither. */
export async function keepEvidence(
  copy: string,
  serves: string,
  { facts, bytes }: PreparedFile,
  as: SeenEvidence | NewEvidence = {},
  why?: string,
): Promise<Result<EvidenceFile>> {
  const edits = 'id' in as ? [fileEdit(as.id, facts, as.seen)] : newEvidenceEdits(serves, facts, as);
  const blob = { sha256: facts.sha256, mime: facts.mime, bytes };
  const saved = await append(copy, (context) => composeEdits(context, edits, why ? { why } : {}), { blob });
  return saved.ok ? success(facts) : saved;
}

function newEvidenceEdits(serves: string, facts: EvidenceFile, { name, number, planYear }: NewEvidence) {
  const entity = `evi:${randomId(12)}`;
  const fields: readonly (readonly [string, Json | undefined])[] = [
    ['name', name || facts.name],
    ['number', number],
    ['planYear', planYear],
    [`serves/${serves}`, true],
  ];
  const given = fields.flatMap(([field, value]) =>
    value === undefined ? [] : [{ entity, field, value, seen: [] }],
  );
  return [...given, fileEdit(entity, facts, [])];
}

function fileEdit(
  entity: string,
  { original, sha256, size, mime, name }: EvidenceFile,
  seen: readonly SeenHead[],
) {
  const value: Json = { sha256, size, mime, name, ...(original && { original: { ...original } }) };
  return { entity, field: 'file', value, seen };
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
