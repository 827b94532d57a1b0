import { fieldClassOf } from '../domain/entities';
import {
  beginsElsewhere,
  chainEndingAt,
  clockWarnings,
  commitsOfPlan,
  gapsIn,
  isForeignTripwire,
} from '../log/chains';
import type { ChainHeads, ClockWarning, Gap } from '../log/chains';
import type { Commit, CommitId } from '../log/commit';
import { parseCommitId } from '../log/commit';
import { conflictsIn } from '../log/conflicts';
import type { Conflict } from '../log/conflicts';
import { fold, foldAll } from '../log/fold';
import { sameJson } from '../log/json';
import type { LogState } from '../log/state';
import { mergeCommits, verifyAllBut } from '../log/union';
import type { Log, Merged, Quarantined, Verify } from '../log/union';
import { keepBackup } from './backups';
import { readCommitLines, readCommits, rewriteLines, storeCommits } from './commitStore';
import { brokenHeld, wholeLines } from './damaged';
import { db } from './database';
import type { BackupRow, CopyRow } from './database';
import { keepInQuarantine, leftAside, readQuarantine } from './quarantine';
import { readStateOr, rebuildState, storeState } from './stateStore';

/** What somebody hands over: commits as parsed, and what they say they hold. */
export interface Incoming {
  readonly commits: readonly unknown[];
  /** Those of them that were verified as they were read. */
  readonly sound: ReadonlySet<unknown>;
  readonly heads: ChainHeads;
  readonly exportedAt: string;
  /** What the copy held when the file was read; counts as long as it holds no more. */
  readonly held?: HeldCommits | null;
  /** Told how much of it has been gone through, from 0 to 1. */
  readonly onVerified?: (share: number) => void;
}

/** The commits of a copy, as of one moment. */
export interface HeldCommits {
  readonly copy: string;
  readonly count: number;
  readonly commits: ReadonlyMap<CommitId, Commit>;
}

/** What merging somebody's commits into a copy would do, or did. Nothing here reads a clock. */
export interface Absorption {
  readonly added: readonly Commit[];
  readonly known: number;
  readonly quarantined: readonly Quarantined[];
  /** Conflicts that stand after the merge and did not before it. */
  readonly newConflicts: readonly Conflict[];
  readonly gaps: readonly Gap[];
  readonly clockWarnings: readonly ClockWarning[];
  /** Somebody else writes under this device's id: it needs another one. */
  readonly isDeviceCopied: boolean;
  /** All that is held after it. */
  readonly commits: ReadonlyMap<CommitId, Commit>;
  readonly state: LogState;
}

/** The dry run: what a merge would bring, computed by the very steps that the merge takes. */
export async function previewAbsorb(row: CopyRow, incoming: Incoming): Promise<Absorption> {
  return (await weigh(row, incoming)).absorption;
}

/**
 * Merges commits into a copy, inside the caller's transaction over `absorbTables`, after a copy of the log.
 * What does not verify is kept in quarantine and never folded; a known commit changes nothing.
 */
export async function absorb(
  row: CopyRow,
  incoming: Incoming,
  backup: BackupRow | null,
): Promise<Absorption> {
  const { absorption, merged } = await weigh(row, incoming);
  if (backup) await keepBackup(backup);
  await keepInQuarantine(row.copy, absorption.quarantined);
  const counts = merged.isMended
    ? await rewriteLines(row, await mendedLines(row, merged, absorption.gaps.length === 0))
    : await storeCommits(row, absorption.added);
  if (merged.isRefolded) await rebuildState(row.copy, [...merged.log.commits.values()]);
  else await storeState(row.copy, absorption.state, absorption.added);
  const sharedSeq = absorption.isDeviceCopied
    ? row.sharedSeq
    : Math.max(row.sharedSeq, ownSeqSeen(row, merged, incoming));
  await db().copies.update(row.copy, { ...counts, sharedSeq });
  return absorption;
}

/** The tables that `absorb` writes. */
export function absorbTables() {
  const { copies, device, segments, tail, state, conflicts, quarantine, backups } = db();
  return [copies, device, segments, tail, state, conflicts, quarantine, backups];
}

async function weigh(row: CopyRow, incoming: Incoming): Promise<{ absorption: Absorption; merged: Weighed }> {
  const { log, isShort } = await readLog(row, incoming.held ?? null);
  const merged = mergeOverBroken(row.plan, log, incoming, isShort);
  const before = await readStateOr(row.copy, log.commits.values());
  const state = merged.isRefolded ? foldAll(merged.log.commits.values()) : fold(before, merged.added);
  const stood = new Set(conflictsIn(before, fieldClassOf).map(conflictKey));
  const absorption: Absorption = {
    added: merged.added,
    known: merged.known,
    quarantined: merged.quarantined,
    newConflicts: conflictsIn(state, fieldClassOf).filter((conflict) => !stood.has(conflictKey(conflict))),
    gaps: gapsIn(merged.log.commits, incoming.heads),
    clockWarnings: newWarnings(merged, incoming.exportedAt),
    isDeviceCopied: isForeignTripwire(await ownChain(row), merged.log.commits, merged.added),
    commits: merged.log.commits,
    state,
  };
  return { absorption, merged };
}

/**
 * The union of logs, where a chain that began in another plan is kept aside like anything else that is not ours;
 * also the part of it that was held before its beginning arrived, which then leaves the fold.
 */
function mergeIntoPlan(plan: string, log: Log, { commits: incoming, sound, onVerified }: Incoming): Weighed {
  const verify = verifyAllBut(sound);
  const merged = mergeCommits(log, incoming, counting(verify, incoming.length, onVerified));
  const isOurs = !beginsElsewhere(plan, merged.log.commits.values());
  if (isOurs) return { ...merged, isRefolded: merged.collided.length > 0 };
  const foreign = new Set(commitsOfPlan(plan, merged.log.commits).foreign.map(({ id }) => id));
  const held = [...log.commits.values()];
  const ours = held.filter(({ id }) => !foreign.has(id));
  const base: Log = { ...log, commits: new Map(ours.map((commit) => [commit.id, commit])) };
  const others = held.filter(({ id }) => foreign.has(id));
  const again = mergeCommits(base, [...incoming, ...others], (raw) =>
    foreign.has(idOf(raw)) ? { ok: false, reason: 'otherPlan' } : verify(raw),
  );
  return { ...again, isRefolded: again.collided.length > 0 || others.length > 0 };
}

const TOLD_EVERY = 500;

function counting(verify: Verify, total: number, onVerified: Incoming['onVerified']): Verify {
  let done = 0;
  return (raw) => {
    done += 1;
    if (done % TOLD_EVERY === 0) onVerified?.(done / total);
    return verify(raw);
  };
}

/** A merge, and whether something that was folded before has to leave the fold. */
interface Weighed extends Merged {
  readonly isRefolded: boolean;
  /** Lines that were damaged where they are stored: what came takes the place of what it makes whole. */
  readonly isMended?: boolean;
}

/** What is stored and does not verify any more does not count as held where the whole of it comes. */
function mergeOverBroken(plan: string, log: Log, incoming: Incoming, isShort: boolean): Weighed {
  const merged = mergeIntoPlan(plan, log, incoming);
  const broken = brokenHeld(log.commits, merged);
  if (broken.size === 0) return isShort ? { ...merged, isMended: true } : merged;
  const whole = [...log.commits.values()].filter(({ id }) => !broken.has(id));
  const sound: Log = { ...log, commits: new Map(whole.map((commit) => [commit.id, commit])) };
  return { ...mergeIntoPlan(plan, sound, incoming), isRefolded: true, isMended: true };
}

/** The lines of a log of which something was damaged, with what came; what cannot be made out yet stays as it is. */
async function mendedLines(row: CopyRow, merged: Merged, isComplete: boolean): Promise<readonly string[]> {
  const { commits } = merged.log;
  const isAllHere = isComplete && (row.ownHead === null || commits.has(row.ownHead));
  const { lines, aside } = wholeLines(await readCommitLines(row.copy), commits, isAllHere);
  await keepInQuarantine(row.copy, aside);
  return [...lines, ...merged.added.map((commit) => JSON.stringify(commit))];
}

/** The device id under which this device would write into a copy now, and where that chain ends. */
async function ownChain(row: CopyRow): Promise<{ readonly device: string; readonly head: CommitId | null }> {
  const device = row.ownDevice ?? ((await db().device.get('id'))?.value as string | undefined) ?? row.device;
  return { device, head: row.device === device ? row.ownHead : null };
}

/** The clock warnings that this merge brings: those of commits that were not here before. */
function newWarnings(merged: Merged, exportedAt: string): readonly ClockWarning[] {
  const added = new Set(merged.added.map(({ id }) => id));
  return clockWarnings(merged.log.commits, exportedAt).filter(({ id }) => added.has(id));
}

/** Reads the commits of a copy, to be compared with what a file brings. */
export async function readHeld({ copy, count }: CopyRow): Promise<HeldCommits> {
  const commits = await readCommits(copy);
  return { copy, count, commits: new Map(commits.map((commit) => [commit.id, commit])) };
}

/** The log of a copy: what it holds, without what was found later to be nobody's or another plan's. */
async function readLog(
  row: CopyRow,
  held: HeldCommits | null,
): Promise<{ readonly log: Log; readonly isShort: boolean }> {
  const isCurrent = held?.copy === row.copy && held.count === row.count && held.commits.size === row.count;
  const { commits } = isCurrent ? held : await readHeld(row);
  const isShort = commits.size < row.count;
  const quarantine = await readQuarantine(row.copy);
  const aside = [...leftAside(quarantine)];
  if (!aside.some((id) => commits.has(id))) return { log: { commits, quarantine }, isShort };
  const kept = new Map(commits);
  for (const id of aside) kept.delete(id);
  return { log: { commits: kept, quarantine }, isShort };
}

function idOf(raw: unknown): CommitId {
  const id = (raw as { id?: unknown } | null)?.id;
  return typeof id === 'string' ? id : '';
}

function conflictKey({ entityId, field, heads }: Conflict): string {
  return [entityId, field, ...heads.map(({ id }) => id).sort()].join(' ');
}

/**
 * Own commits that the other side evidently holds: the very same ones, or named by their hash in its heads; what a
 * copied tablet wrote under the same name is not among them. The heads of a file that brings anything altered prove
 * nothing: the true commits may be lost there.
 */
function ownSeqSeen(row: CopyRow, merged: Merged, { commits, heads }: Incoming): number {
  const held = merged.log.commits;
  const chain = chainEndingAt(row.ownHead, held);
  const mine = commits.filter((raw) => chain.has(idOf(raw)));
  const same = mine.filter((raw) => sameJson(held.get(idOf(raw)), raw)).map(idOf);
  const claimed = merged.quarantined.length === 0 ? (heads.get(row.device) ?? []) : [];
  const named = claimed.map(({ id }) => id).filter((id) => chain.has(id));
  const own = [...same, ...named].map(parseCommitId).filter((parts) => parts?.device === row.device);
  return Math.min(
    row.ownSeq,
    own.reduce((most, parts) => Math.max(most, parts?.seq ?? 0), 0),
  );
}
