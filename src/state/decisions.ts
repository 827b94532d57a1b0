import { DELETED, fieldClassOf, kindOf } from '../domain/entities';
import { agree } from '../log/conflicts';
import { overwrittenBy } from '../log/commit';
import type { Commit, CommitId, Operation } from '../log/commit';
import { compareText, isRecord } from '../log/json';
import type { Json } from '../log/json';
import { compareStamps } from '../log/stamp';
import { readCommitsById, sieveCommits } from '../storage/commitSieve';
import { idsLeftOut } from '../storage/quarantine';

/** One change of a field: who, when, on which device, in which session. */
export interface Written {
  readonly id: CommitId;
  readonly at: string;
  readonly by: string;
  readonly value: Json;
  /** Empty outside of any. */
  readonly session: string;
}

/** A conflict that somebody settled: what stayed, and what was written over besides. */
export interface Decision extends Written {
  readonly entity: string;
  readonly field: string;
  readonly why: string;
  readonly lost: readonly Written[];
}

/** What settles says so; and a `was` of two names has a comma between them. */
const SETTLES = '"resolve"';
const TWO_NAMES = /\["[a-z0-9]{1,32}\.\d{1,15}\.[\w-]{16}","[a-z0-9]{1,32}\.\d/;

/** Whether the text of a commit may decide something: a cheap first sieve over a long log. */
export function mayDecide(line: string): boolean {
  return line.includes(SETTLES) || TWO_NAMES.test(line);
}

/** Every conflict that was ever settled in a copy, the newest first, from its log. */
export async function readDecisions(copy: string): Promise<readonly Decision[]> {
  const left = await idsLeftOut(copy);
  const stands = ({ id }: Commit) => !left.has(id);
  const deciding = (await sieveCommits(copy, 0, mayDecide)).filter(stands);
  const named = deciding.flatMap(({ ops }) =>
    ops.flatMap((op) => Object.keys(op.set).flatMap((field) => overwrittenBy(op, field))),
  );
  return decisionsIn(deciding, (await readCommitsById(copy, new Set(named))).filter(stands));
}

/**
 * The conflicts that some commits settled: they wrote over values of one field that differ, or said what becomes of
 * what was deleted and edited. `written` are the commits that they name, as far as they have arrived.
 */
function decisionsIn(deciding: readonly Commit[], written: readonly Commit[]): readonly Decision[] {
  const byId = new Map(written.map((commit) => [commit.id, commit]));
  return deciding
    .flatMap((commit) =>
      commit.ops.flatMap((op) => Object.keys(op.set).flatMap((field) => decisionOf(commit, op, field, byId))),
    )
    .sort((a, b) => compareStamps(b.at, a.at) || compareText(b.id, a.id));
}

function decisionOf(
  commit: Commit,
  op: Operation,
  field: string,
  byId: ReadonlyMap<CommitId, Commit>,
): readonly Decision[] {
  const fieldClass = fieldClassOf(op.e, field);
  // A device says its own name anew; places and elements of sets settle themselves.
  if (kindOf(op.e) === 'dev' || fieldClass === 'auto' || fieldClass === 'set') return [];
  const over = overwrittenBy(op, field).flatMap((id) => writtenIn(byId.get(id), op.e, field));
  const isDecided =
    field === DELETED ? settles(commit) : over.some(({ value }) => !agree(fieldClass, value, over[0]?.value));
  const [own] = isDecided ? writtenIn(commit, op.e, field) : [];
  if (!own) return [];
  const lost = over.filter(({ value }) =>
    field === DELETED ? isRecord(value) !== isRecord(own.value) : !agree(fieldClass, value, own.value),
  );
  return [{ ...own, entity: op.e, field, why: commit.why ?? '', lost }];
}

function settles({ why, src }: Commit): boolean {
  return why === 'resolve' || src === 'resolve';
}

function writtenIn(commit: Commit | undefined, entity: string, field: string): readonly Written[] {
  const op = commit?.ops.find(({ e, set }) => e === entity && Object.hasOwn(set, field));
  if (!commit || !op) return [];
  const { id, at, by } = commit;
  return [{ id, at, by, value: op.set[field] ?? null, session: commit.in ?? '' }];
}

/** In which session each of some changes was written; those outside of any are not in it. */
export async function readSessionsOf(
  copy: string,
  changes: readonly CommitId[],
): Promise<ReadonlyMap<CommitId, string>> {
  const commits = await readCommitsById(copy, new Set(changes));
  return new Map(commits.flatMap((commit) => (commit.in ? [[commit.id, commit.in] as const] : [])));
}
