import { latestCut } from '../domain/cut';
import { isSaidIn } from '../domain/cuts/closedCuts';
import { PLAN_ENTITY } from '../domain/entities';
import type { Problem, Result } from '../domain/problem';
import { failure, success } from '../domain/problem';
import type { EvidencePackage } from '../formats/evidencePackage';
import { decodeSnapshot } from '../formats/snapshot';
import type { Snapshot } from '../formats/snapshot';
import type { ClockWarning, Gap } from '../log/chains';
import { closureOf, outsideOf } from '../log/seal';
import { entityOf } from '../log/state';
import type { LogState } from '../log/state';
import { absorb, absorbTables, previewAbsorb } from '../storage/absorb';
import type { Absorption, Incoming } from '../storage/absorb';
import { dropBlobs, suppressedIn } from '../storage/blobs';
import { announce } from '../storage/changes';
import { emptyCopy, findCopyOfPlan } from '../storage/copies';
import { db } from '../storage/database';
import type { CopyRow } from '../storage/database';
import { storageProblem } from '../storage/failures';
import { planOf } from '../storage/planView';
import { backupOf } from './backup';
import { nowIso, randomId } from './clock';
import { keepFiles, weighFiles } from './incomingFiles';
import type { IncomingFiles } from './incomingFiles';
import { ensureDevice, renewDevice } from './thisDevice';

/** What opening a snapshot would do: counts first; nothing has been written. */
export interface SnapshotPreview {
  readonly fileName: string;
  readonly title: string;
  readonly entityName: string;
  readonly exportedAt: string;
  /** The name the other side goes by; empty when it gave none. */
  readonly exportedBy: string;
  /** The copy it would be merged into; null when this device does not hold the plan. */
  readonly copy: string | null;
  readonly added: number;
  readonly known: number;
  readonly conflicts: number;
  readonly quarantined: number;
  readonly gaps: readonly Gap[];
  readonly clockWarnings: readonly ClockWarning[];
  readonly isDeviceCopied: boolean;
  /** New changes that say something of a closed period and were not known when it was closed: merging accepts them. */
  readonly late: number;
  /** What it brings of files; null for a light copy. */
  readonly files: IncomingFiles | null;
}

export interface MergedSnapshot extends SnapshotPreview {
  readonly copy: string;
}

/** Reads a snapshot, with the files that came with it, and says what merging it would do. */
export async function previewSnapshotBytes(
  bytes: Uint8Array,
  fileName: string,
  packed: EvidencePackage | null = null,
): Promise<Result<SnapshotPreview>> {
  return guarded(async () => {
    const read = decodeSnapshot(bytes, fileName);
    if (!read.ok) return read;
    const { row, isHeld } = await targetOf(read.value);
    const absorption = await previewAbsorb(row, incomingOf(read.value));
    if (!isHeld && absorption.added.length === 0) {
      return failure({ code: 'snapshotAltered', file: fileName });
    }
    const files = packed && (await weighFiles(packed, absorption.state));
    return success(describe(read.value, { fileName, files, copy: isHeld ? row.copy : null }, absorption));
  });
}

/**
 * Merges a snapshot in one transaction, after a copy of what this device holds of the plan. The files that came with
 * it are kept before, where nothing names them yet, and let go of when the merge does not come about.
 */
export async function mergeSnapshotBytes(
  bytes: Uint8Array,
  fileName: string,
  packed: EvidencePackage | null = null,
): Promise<Result<MergedSnapshot>> {
  return guarded(async () => {
    const read = decodeSnapshot(bytes, fileName);
    if (!read.ok) return read;
    const target = await targetOf(read.value);
    const isForeseen = packed !== null || !target.isHeld;
    const foreseen = isForeseen ? await previewAbsorb(target.row, incomingOf(read.value)) : null;
    if (!target.isHeld && foreseen?.added.length === 0) {
      return failure({ code: 'snapshotAltered', file: fileName });
    }
    const kept = packed && foreseen ? await keepFiles(packed, foreseen.state) : NO_FILES;
    const { absorption, row } = await lettingGoOf(kept.hashes, () => mergeInto(target, read.value));
    await dropBlobs(suppressedIn(absorption.state));
    const about = { fileName, files: kept.files, copy: row.copy };
    return success({ ...describe(read.value, about, absorption), copy: row.copy });
  });
}

const NO_FILES = { files: null, hashes: [] };

/** Work after which bytes that were kept for it are let go of when it fails. */
async function lettingGoOf<T>(hashes: readonly string[], work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    await dropBlobs(hashes);
    throw error;
  }
}

async function mergeInto(
  target: Target,
  snapshot: Snapshot,
): Promise<{ readonly absorption: Absorption; readonly row: CopyRow }> {
  const backup = target.isHeld ? await backupOf(target.row, 'merge') : null;
  const merged = await db().transaction('rw', absorbTables(), async () => {
    const row = (await db().copies.get(target.row.copy)) ?? target.row;
    await db().copies.put(row);
    const absorption = await absorb(row, incomingOf(snapshot), backup);
    await db().copies.update(row.copy, { ...planFacts(absorption.state), ...cutOf(row, absorption.state) });
    if (absorption.isDeviceCopied) await renewDevice();
    return { absorption, row };
  });
  const { row, absorption } = merged;
  announce({ copy: row.copy, count: row.count + absorption.added.length, commits: null, isRebuilt: true });
  return merged;
}

interface Target {
  readonly row: CopyRow;
  readonly isHeld: boolean;
}

async function targetOf(snapshot: Snapshot): Promise<Target> {
  const held = await findCopyOfPlan(snapshot.plan);
  if (held) return { row: held, isHeld: true };
  const device = await ensureDevice();
  const facts = { title: '', entityName: '', planYear: 0, isExample: false, createdAt: nowIso() };
  return { row: emptyCopy({ copy: randomId(12), plan: snapshot.plan, device, ...facts }), isHeld: false };
}

/** What the other side keeps aside is verified again here: it may be whole after all. */
export function incomingOf({ log, quarantine, heads, exportedAt }: Snapshot): Incoming {
  return { commits: [...log, ...quarantine], heads, exportedAt };
}

function describe(
  snapshot: Snapshot,
  about: Pick<SnapshotPreview, 'fileName' | 'files' | 'copy'>,
  absorption: Absorption,
): SnapshotPreview {
  const { title, entityName } = planFacts(absorption.state);
  return {
    ...about,
    title,
    entityName,
    exportedAt: snapshot.exportedAt,
    exportedBy: nameOf(absorption.state, snapshot.exportedBy.person),
    added: absorption.added.length,
    known: absorption.known,
    conflicts: absorption.newConflicts.length,
    quarantined: absorption.quarantined.length,
    gaps: absorption.gaps,
    clockWarnings: absorption.clockWarnings,
    isDeviceCopied: absorption.isDeviceCopied,
    late: about.copy === null ? 0 : lateIn(absorption),
  };
}

/** How many of the new commits come after the cut of their period (merge.md 2). */
function lateIn({ added, commits, state }: Absorption): number {
  const late = planOf('', state).cuts.flatMap((cut) => {
    const { members } = closureOf(cut, commits);
    return outsideOf(members, added, (entity) => isSaidIn(cut.period, entity));
  });
  return new Set(late).size;
}

export function planFacts(state: LogState): Pick<CopyRow, 'title' | 'entityName' | 'planYear' | 'isExample'> {
  const plan = entityOf(state, PLAN_ENTITY);
  const valueOf = (field: string) => plan?.get(field)?.heads[0]?.value;
  const text = (field: string) => textOrNone(valueOf(field));
  const year = valueOf('planYear');
  return {
    title: text('title'),
    entityName: text('entityName'),
    planYear: typeof year === 'number' ? year : 0,
    isExample: valueOf('isExample') === true,
  };
}

function textOrNone(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A plan that comes to this device is looked at where its results end, and stays there until somebody moves it. */
export function cutOf(row: CopyRow, state: LogState): Partial<Pick<CopyRow, 'cut'>> {
  return row.cut === null ? { cut: latestCut(planOf(row.plan, state)) } : {};
}

export function nameOf(state: LogState, person: string): string {
  return textOrNone(entityOf(state, person)?.get('name')?.heads[0]?.value);
}

async function guarded<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    return failure(storageProblem(error) satisfies Problem);
  }
}
