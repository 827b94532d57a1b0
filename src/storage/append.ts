import { isAuditFinding } from '../domain/auditFindings';
import { isOfYearLock } from '../domain/lineage';
import { failure, success } from '../domain/problem';
import type { Result } from '../domain/problem';
import { composeCommit } from '../log/commit';
import type { Commit, CommitDraft } from '../log/commit';
import type { Entity } from '../log/state';
import { announce } from './changes';
import { keepBackup } from './backups';
import { storeCommits } from './commitStore';
import { db } from './database';
import type { BackupRow, BlobRow, CopyRow } from './database';
import { draftKeys } from './drafts';
import { Refusal, storageProblem } from './failures';
import { readIdentity } from './settings';
import type { Identity } from './settings';
import { projectCommits, readEntity, readLockOf } from './stateStore';
import { isViewedOnly } from './viewOnly';

/** What a save says; its place in the chain is given inside the transaction. */
export type NewCommit = Omit<CommitDraft, 'device' | 'seq' | 'after'>;

/** Reads an entity as it stands in the transaction, to see what a field holds at this very moment. */
export type ReadEntity = (entity: string) => Promise<Entity | undefined>;

/** What composing a save may look at. */
export interface AppendContext {
  readonly row: CopyRow;
  readonly device: string;
  readonly identity: Identity;
  readonly read: ReadEntity;
}

/** What composing a save gives: the commits to write, in order, and what changes in the copy's row. */
export interface Composed {
  readonly commits: readonly NewCommit[];
  readonly changes?: Partial<
    Pick<CopyRow, 'introduced' | 'title' | 'entityName' | 'planYear' | 'matrixSha256'>
  >;
}

/** What is written in the very transaction of a save: the copy itself, bytes that its commits name, what it held before. */
interface AlsoWritten {
  readonly newRow?: CopyRow;
  readonly blob?: BlobRow;
  readonly backup?: BackupRow;
}

/**
 * Saves: one transaction allocates the place in this device's chain, hashes, appends, projects and clears
 * the drafts that became history. All or nothing; a failed write is a Problem and changes nothing. Refused in a
 * copy that is looked at as it stood once, and, but for an auditor's findings, in one that is audited.
 */
export async function append(
  copy: string,
  compose: (context: AppendContext) => Promise<Composed>,
  { newRow, blob, backup }: AlsoWritten = {},
): Promise<Result<readonly Commit[]>> {
  if (isViewedOnly(copy)) return failure({ code: 'readOnlyView' });
  try {
    const { copies, device, drafts, meta, segments, tail, state, conflicts, blobs, backups } = db();
    const tables = [copies, device, drafts, meta, segments, tail, state, conflicts];
    const also = [...(blob ? [blobs] : []), ...(backup ? [backups] : [])];
    const saved = await db().transaction('rw', [...tables, ...also], async () => {
      if (backup) await keepBackup(backup);
      if (newRow) await copies.add(newRow);
      if (blob) await blobs.put(blob);
      return appendInside(copy, compose);
    });
    if (!saved) return failure({ code: 'planNotFound' });
    if (saved.commits.length > 0) announce({ copy, count: saved.count, commits: saved.commits });
    return success(saved.commits);
  } catch (error) {
    return failure(storageProblem(error));
  }
}

interface Saved {
  readonly commits: readonly Commit[];
  readonly count: number;
}

async function appendInside(
  copy: string,
  compose: (context: AppendContext) => Promise<Composed>,
): Promise<Saved | null> {
  const row = await db().copies.get(copy);
  if (!row) return null;
  const device = row.ownDevice ?? ((await db().device.get('id'))?.value as string | undefined);
  if (!device) return null;
  const own = ownChain(row, device);
  const identity = await readIdentity();
  const composed = await compose({ row: own, device, identity, read: (entity) => readEntity(copy, entity) });
  if (row.kind === 'audited') refuseOthers(composed.commits);
  const commits = chainUp(own, composed.commits);
  if (commits.length === 0) return { commits, count: row.count };
  // What an auditor finds is said of a plan of any year.
  if (row.kind !== 'audited') await refuseInClosedYear(copy, commits);
  const counts = await storeCommits(row, commits);
  await projectCommits(copy, commits);
  await clearDrafts(copy, commits);
  const last = commits.at(-1);
  await db().copies.put({
    ...own,
    ...composed.changes,
    ...counts,
    ownSeq: own.ownSeq + commits.length,
    ownHead: last?.id ?? own.ownHead,
  });
  return { commits, count: counts.count };
}

/** A plan that the next year's goes on from takes nothing but its opening again. What others wrote still comes in by merging. */
async function refuseInClosedYear(copy: string, commits: readonly Commit[]): Promise<void> {
  const lock = await readLockOf(copy);
  if (!lock) return;
  const opensAgain = commits.some(({ ops }) =>
    ops.some(({ e, set }) => Object.keys(set).some((field) => isOfYearLock(e, field))),
  );
  if (!opensAgain) throw new Refusal({ code: 'planYearClosed', year: lock.year });
}

function refuseOthers(commits: readonly NewCommit[]): void {
  const isTheirs = commits.every(({ ops }) => ops.every(({ e }) => isAuditFinding(e)));
  if (!isTheirs) throw new Refusal({ code: 'auditedCopy' });
}

/** A device that got another id starts a chain of its own; what it had not shared is still counted. */
function ownChain(row: CopyRow, device: string): CopyRow {
  if (row.device === device) return row;
  const carried = row.carried + Math.max(0, row.ownSeq - row.sharedSeq);
  return { ...row, device, ownSeq: 0, ownHead: null, sharedSeq: 0, carried };
}

function chainUp(row: CopyRow, drafts: readonly NewCommit[]): readonly Commit[] {
  let after = row.ownHead ?? row.plan;
  return drafts.map((draft, index) => {
    const commit = composeCommit({ ...draft, device: row.device, seq: row.ownSeq + index + 1, after });
    after = commit.id;
    return commit;
  });
}

/** The drafts of a copy are few and what a save says can be very much: only what is there is looked for in it. */
async function clearDrafts(copy: string, commits: readonly Commit[]): Promise<void> {
  const drafts = await draftKeys(copy);
  if (drafts.length === 0) return;
  const ops = commits.flatMap((commit) => commit.ops);
  const isSaid = (entity: string, field: string) =>
    ops.some(({ e, set }) => e === entity && Object.hasOwn(set, field));
  await db().drafts.bulkDelete(drafts.filter(([, entity, field]) => isSaid(entity, field)));
}
