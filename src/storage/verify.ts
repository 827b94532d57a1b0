import { fieldClassOf } from '../domain/entities';
import { encodeBucket } from '../log/bucketText';
import { forksIn, gapsIn } from '../log/chains';
import type { Gap } from '../log/chains';
import type { Commit, CommitId } from '../log/commit';
import { conflictsOfEntity } from '../log/conflicts';
import { foldAll } from '../log/fold';
import { sha256Hex } from '../log/hash';
import { compareText } from '../log/json';
import { entitiesOf } from '../log/state';
import type { LogState } from '../log/state';
import { filesNamedIn, getBlob, heldHashes } from './blobs';
import { readCommitLines } from './commitStore';
import { damagedLine, soundCommitIn } from './damaged';
import type { DamagedLine } from './damaged';
import { db } from './database';
import type { ConflictRow, CopyRow, StateRow } from './database';
import { leftAside, readQuarantine } from './quarantine';
import { rebuildState } from './stateStore';

/** What checking all that is stored of a plan found. Nothing has been written. */
export interface CopyCheck {
  /** Changes stored, and those among them that are not as they were written any more. */
  readonly lines: number;
  readonly damaged: readonly DamagedLine[];
  /** Changes that were stored and are not there. */
  readonly lost: number;
  /** Changes that other devices made and that have not come. */
  readonly gaps: readonly Gap[];
  /** Devices under whose name two wrote. */
  readonly forks: number;
  /** What came altered and is kept aside. */
  readonly quarantined: number;
  /** Whether what is shown is what the changes come to; null where that cannot be said, for some are damaged. */
  readonly isStateTrue: boolean | null;
  readonly files: CheckedFiles;
}

/** The bytes of what the plan names as evidence: held here, and of those the altered ones, by hash. */
export interface CheckedFiles {
  readonly held: readonly string[];
  readonly missing: number;
  readonly altered: readonly string[];
}

/** What has been gone through so far, of how much. */
export interface CheckProgress {
  readonly done: number;
  readonly total: number;
}

type OnProgress = (progress: CheckProgress) => void;

/**
 * Recomputes the hash of every stored line and of every file, and folds the log afresh beside the stored state and
 * conflicts. Undefined when this device does not hold the copy.
 */
export async function checkCopy(
  copy: string,
  onProgress: OnProgress = () => undefined,
): Promise<CopyCheck | undefined> {
  const stored = await readStored(copy);
  if (!stored) return undefined;
  const { row, lines, aside, quarantined } = stored;
  const commits = new Map<CommitId, Commit>();
  const damaged: DamagedLine[] = [];
  lines.forEach((line, at) => {
    const commit = soundCommitIn(line);
    if (!commit) damaged.push(damagedLine(line, at));
    else if (!aside.has(commit.id)) commits.set(commit.id, commit);
    if (at % PROGRESS_STEP === 0) onProgress({ done: at, total: lines.length });
  });
  const state = foldAll(commits.values());
  const lost = Math.max(0, row.count - lines.length);
  return {
    lines: lines.length,
    damaged,
    lost,
    gaps: gapsIn(commits),
    forks: forksIn(commits.values()).length,
    quarantined,
    isStateTrue: damaged.length + lost > 0 ? null : isSameState(state, stored),
    files: await checkFiles(state, lines.length, onProgress),
  };
}

/** Replaces the stored state by what the log comes to. */
export async function rebuildFromLog(copy: string): Promise<void> {
  const { copies, segments, tail, state, conflicts, quarantine } = db();
  await db().transaction('rw', [copies, segments, tail, state, conflicts, quarantine], async () => {
    const aside = leftAside(await readQuarantine(copy));
    const sound = (await readCommitLines(copy)).flatMap((line) => soundCommitIn(line) ?? []);
    await rebuildState(
      copy,
      sound.filter(({ id }) => !aside.has(id)),
    );
  });
}

const PROGRESS_STEP = 500;

interface Stored {
  readonly row: CopyRow;
  readonly lines: readonly string[];
  readonly aside: ReadonlySet<CommitId>;
  readonly quarantined: number;
  readonly buckets: readonly StateRow[];
  readonly conflicts: readonly ConflictRow[];
}

/** All that is checked, as of one moment. */
async function readStored(copy: string): Promise<Stored | undefined> {
  const { copies, segments, tail, state, conflicts, quarantine } = db();
  return db().transaction('r', [copies, segments, tail, state, conflicts, quarantine], async () => {
    const row = await copies.get(copy);
    if (!row) return undefined;
    const kept = await readQuarantine(copy);
    return {
      row,
      lines: await readCommitLines(copy),
      aside: leftAside(kept),
      quarantined: kept.length,
      buckets: await state.where('[copy+bucket]').between([copy, 0], [copy, Infinity]).toArray(),
      conflicts: await conflicts.where('[copy+entity]').between([copy], [copy, []]).toArray(),
    };
  });
}

function isSameState(state: LogState, { buckets, conflicts }: Stored): boolean {
  const texts = new Map(buckets.map(({ bucket, entities }) => [bucket, entities]));
  const isSame = state.every((bucket, no) => (texts.get(no) ?? NOTHING) === encodeBucket(bucket));
  return isSame && conflictText(conflicts) === conflictText(conflictRows(state));
}

const NOTHING = encodeBucket(new Map());

type Conflicted = Pick<ConflictRow, 'entity' | 'fields'>;

function conflictRows(state: LogState): readonly Conflicted[] {
  return Array.from(entitiesOf(state)).flatMap(([entity, fields]) => {
    const found = conflictsOfEntity(entity, fields, fieldClassOf);
    return found.length > 0 ? [{ entity, fields: found.map(({ field }) => field) }] : [];
  });
}

function conflictText(rows: readonly Conflicted[]): string {
  return rows
    .map(({ entity, fields }) => JSON.stringify([entity, fields]))
    .sort(compareText)
    .join('\n');
}

/** One file after the other: together they may be more than the memory of a phone. */
async function checkFiles(state: LogState, before: number, onProgress: OnProgress): Promise<CheckedFiles> {
  const named = [...filesNamedIn(state).keys()];
  const held = await heldHashes();
  const here = named.filter((sha256) => held.has(sha256));
  const altered: string[] = [];
  for (const [at, sha256] of here.entries()) {
    onProgress({ done: before + at, total: before + here.length });
    const blob = await getBlob(sha256);
    if (blob && sha256Hex(new Uint8Array(blob.bytes)) !== sha256) altered.push(sha256);
  }
  return { held: here, missing: named.length - here.length, altered };
}
