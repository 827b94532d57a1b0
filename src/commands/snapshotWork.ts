import { latestCut } from '../domain/cut';
import { isSaidIn } from '../domain/cuts/closedCuts';
import type { DeviceName } from '../domain/devices';
import { PLAN_ENTITY } from '../domain/entities';
import type { IsoDay } from '../domain/isoDay';
import type { Problem, Result } from '../domain/problem';
import { failure, success } from '../domain/problem';
import type { Touched } from '../domain/touched';
import type { EvidencePackage } from '../formats/evidencePackage';
import { decodeSnapshot, planNamedIn } from '../formats/snapshot';
import type { Snapshot } from '../formats/snapshot';
import type { ClockWarning, Gap } from '../log/chains';
import { closureOf, outsideOf } from '../log/seal';
import { entityOf } from '../log/state';
import type { LogState } from '../log/state';
import { absorb, absorbTables, previewAbsorb, readHeld } from '../storage/absorb';
import type { Absorption, HeldCommits, Incoming } from '../storage/absorb';
import { dropBlobs, suppressedIn } from '../storage/blobs';
import { announce } from '../storage/changes';
import { emptyCopy, findCopyOfPlan, handOnUnshared } from '../storage/copies';
import { db } from '../storage/database';
import type { CopyRow } from '../storage/database';
import { keepExchange } from '../storage/exchanges';
import { Refusal, storageProblem } from '../storage/failures';
import { planOf } from '../storage/planView';
import { backupOf } from './backup';
import { nowIso, randomId } from './clock';
import type { ReceivedHow } from './handOver';
import { keepFiles, weighFiles } from './incomingFiles';
import type { IncomingFiles } from './incomingFiles';
import { auditFindingsIn, authorName, changesIn, receivedReceipt, whoAndWhere } from './snapshotFacts';
import { ensureDevice, renewChain } from './thisDevice';
import { beforeWriting, tellProgress } from './workProgress';

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
  /** Audit findings among what is new. */
  readonly auditFindings: number;
  readonly gaps: readonly Gap[];
  readonly clockWarnings: readonly ClockWarning[];
  readonly isDeviceCopied: boolean;
  /** New changes that say something of a closed period and were not known when it was closed: merging accepts them. */
  readonly late: number;
  /** What it brings of files; null for a light copy. */
  readonly files: IncomingFiles | null;
  /** The plan that it is of: files of one plan are shown together. */
  readonly plan: string;
  /** The device that made it, and the names of all devices that anything here is said of. */
  readonly device: string;
  readonly devices: ReadonlyMap<string, DeviceName>;
  /** Devices of which nothing was held before; none where the plan itself is new here, or when it is merged. */
  readonly unknownDevices: readonly string[];
  /** True where it brings only what somebody had not seen. */
  readonly isDelta: boolean;
  /** What it changes, by activity; nothing where the plan itself is new here, or when it is merged. */
  readonly touched: readonly Touched[];
  /** The responsible party at whose rows it opens; null where it opens at the board. */
  readonly opensAt: { readonly party: string; readonly name: string } | null;
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
    const read = await readSnapshot(bytes, fileName);
    if (!read.ok) return read;
    const { row, isHeld } = await targetOf(read.value);
    const absorption = await previewAbsorb(row, incomingOf(read.value));
    const refusal = isHeld ? null : refusalOf(read.value, fileName, absorption);
    if (refusal) return failure(refusal);
    const files = packed && (await weighFiles(packed, absorption.state));
    const about = { fileName, files, copy: isHeld ? row.copy : null };
    return success({
      ...describe(read.value, about, absorption),
      ...(isHeld ? changesIn(absorption) : {}),
    });
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
  from: Came = { how: 'picked' },
): Promise<Result<MergedSnapshot>> {
  return guarded(async () => {
    const read = await readSnapshot(bytes, fileName);
    if (!read.ok) return read;
    const target = await targetOf(read.value);
    const isForeseen = packed !== null || !target.isHeld;
    const foreseen = isForeseen ? await previewAbsorb(target.row, incomingOf(read.value)) : null;
    const refusal = foreseen && !target.isHeld ? refusalOf(read.value, fileName, foreseen) : null;
    if (refusal) return failure(refusal);
    const kept = packed && foreseen ? await keepFiles(packed, foreseen.state) : NO_FILES;
    const { absorption, row } = await lettingGoOf(kept.hashes, () =>
      mergeInto(target, read.value, { fileName, ...from }),
    );
    await dropBlobs(suppressedIn(absorption.state));
    const about = { fileName, files: kept.files, copy: row.copy };
    return success({ ...describe(read.value, about, absorption), copy: row.copy });
  });
}

/** Whether it came as a file, or stands on this device as another copy of the plan: that is nobody's receipt. */
type Came = { readonly how: ReceivedHow } | { readonly copy: string };

const NO_FILES = { files: null, hashes: [] };

/** Why a file cannot begin a plan on a device that holds nothing of it; null where it can. */
export function refusalOf(
  { isDelta }: Snapshot,
  file: string,
  { added, gaps }: Pick<Absorption, 'added' | 'gaps'>,
): Problem | null {
  if (isDelta && gaps.length > 0) return { code: 'deltaWithoutPlan', file };
  return added.length === 0 ? { code: 'snapshotAltered', file } : null;
}

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
  snapshot: Read,
  came: Came & { readonly fileName: string },
): Promise<{ readonly absorption: Absorption; readonly row: CopyRow }> {
  const backup = target.isHeld ? await backupOf(target.row, 'merge') : null;
  await beforeWriting();
  const merged = await db().transaction('rw', [...absorbTables(), db().exchanges], async () => {
    const row = await stillThere(target);
    const absorption = await absorb(row, incomingOf(snapshot), backup);
    await db().copies.update(row.copy, {
      ...planFacts(absorption.state),
      ...cutOf(row, absorption.state, snapshot.opensAt?.cut),
    });
    if (absorption.isDeviceCopied) await renewChain(row);
    if ('copy' in came) await handOnUnshared(came.copy, row);
    else await keepExchange(receivedReceipt(row, snapshot, absorption, came));
    return { absorption, row };
  });
  tellProgress('written', 1);
  const { row, absorption } = merged;
  announce({ copy: row.copy, count: row.count + absorption.added.length, commits: null, isRebuilt: true });
  return merged;
}

/** Where it goes, asked again where it is written: another tab may have opened the plan meanwhile, or taken it away. */
async function stillThere({ row, isHeld }: Target): Promise<CopyRow> {
  const held = await findCopyOfPlan(row.plan);
  if (held) return held;
  if (isHeld) throw new Refusal({ code: 'planNotFound' });
  await db().copies.add(row);
  return row;
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
export function incomingOf({ log, quarantine, sound, heads, exportedAt, held = null }: Read): Incoming {
  const onVerified = (share: number) => tellProgress('verified', share);
  return { commits: [...log, ...quarantine], sound, heads, exportedAt, held, onVerified };
}

/** A file as read, and what this device held of its plan then. */
interface Read extends Snapshot {
  readonly held?: HeldCommits | null;
}

/** Reads a file beside what this device holds of its plan: what is known already is not taken apart. */
async function readSnapshot(bytes: Uint8Array, fileName: string): Promise<Result<Read>> {
  const row = await findCopyOfPlan(planNamedIn(bytes));
  const held = row ? await readHeld(row) : null;
  const read = decodeSnapshot(bytes, fileName, held?.commits, (share) => tellProgress('parsed', share));
  return read.ok ? success({ ...read.value, held }) : read;
}

function describe(
  snapshot: Snapshot,
  about: Pick<SnapshotPreview, 'fileName' | 'files' | 'copy'>,
  absorption: Absorption,
): SnapshotPreview {
  const { title, entityName } = planFacts(absorption.state);
  return {
    ...about,
    ...whoAndWhere(snapshot, absorption),
    title,
    entityName,
    exportedAt: snapshot.exportedAt,
    exportedBy: authorName(snapshot, absorption),
    added: absorption.added.length,
    known: absorption.known,
    conflicts: absorption.newConflicts.length,
    quarantined: absorption.quarantined.length,
    auditFindings: auditFindingsIn(absorption),
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

/**
 * A plan that comes to this device is looked at where whoever handed it over asks about it, or where its results end,
 * and stays there until somebody moves it.
 */
export function cutOf(
  row: CopyRow,
  state: LogState,
  asked: IsoDay | null = null,
): Partial<Pick<CopyRow, 'cut'>> {
  if (row.cut !== null) return {};
  const plan = planOf(row.plan, state);
  const { start, end } = plan.calendar;
  const isAsked = asked !== null && asked >= start && asked <= end;
  return { cut: isAsked ? asked : latestCut(plan) };
}

async function guarded<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    return failure(storageProblem(error) satisfies Problem);
  }
}
