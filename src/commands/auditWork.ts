import { failure, success } from '../domain/problem';
import type { Result } from '../domain/problem';
import { decodeSnapshot } from '../formats/snapshot';
import type { Snapshot } from '../formats/snapshot';
import { gapsIn } from '../log/chains';
import type { ChainHeads, Gap } from '../log/chains';
import { parseCommitId } from '../log/commit';
import type { Commit, CommitId } from '../log/commit';
import { absorb, absorbTables, previewAbsorb } from '../storage/absorb';
import { dropBlobs } from '../storage/blobs';
import { readCommitLines } from '../storage/commitStore';
import { emptyCopy, readCopy } from '../storage/copies';
import { damagedLine, soundCommitIn } from '../storage/damaged';
import { db } from '../storage/database';
import type { CopyRow } from '../storage/database';
import { keepExchange } from '../storage/exchanges';
import { Refusal, storageProblem } from '../storage/failures';
import { readQuarantine } from '../storage/quarantine';
import { nowIso, randomId } from './clock';
import { keepFiles } from './incomingFiles';
import { readCopyFile } from './packageWork';
import type { CopyFile } from './packageWork';
import { nameIn, receiptOf } from './handOver';
import { cutOf, incomingOf, planFacts, refusalOf } from './snapshotWork';
import { newDeviceId } from './thisDevice';

const COPY_ID_LENGTH = 12;

/** What recomputing every hash of an audited copy came to. */
export interface AuditCheck {
  /** Changes as they came, without the auditor's own. */
  readonly commits: number;
  /** Those whose content is not what their hash says, kept aside when they came or found now. */
  readonly altered: number;
  /** Of those, how many came so: they are in no figure. */
  readonly aside: number;
  /** Changes that the file speaks of and does not bring. */
  readonly gaps: readonly Gap[];
  readonly file: string;
  readonly exportedBy: string;
}

/**
 * Opens a file to be audited: a copy of its own, beside whatever this device holds of the plan, with a device id of its
 * own for what the auditor writes. Nothing is merged into it or from it. Every hash is verified; what does not verify
 * is kept aside.
 */
export async function openForAudit(file: File): Promise<Result<{ readonly copy: string }>> {
  try {
    const read = await readCopyFile(file);
    if (!read.ok) return read;
    const snapshot = decodeSnapshot(read.value.plan, file.name);
    return snapshot.ok ? await keepForAudit(snapshot.value, file.name, read.value) : snapshot;
  } catch (error) {
    return failure(storageProblem(error));
  }
}

async function keepForAudit(
  snapshot: Snapshot,
  fileName: string,
  { packed }: CopyFile,
): Promise<Result<{ readonly copy: string }>> {
  const row = auditedRow(snapshot.plan);
  const foreseen = packed && (await previewAbsorb(row, incomingOf(snapshot)));
  const kept = packed && foreseen ? await keepFiles(packed, foreseen.state) : { hashes: [] };
  try {
    await db().transaction('rw', [...absorbTables(), db().exchanges], () => store(row, snapshot, fileName));
  } catch (error) {
    await dropBlobs(kept.hashes);
    throw error;
  }
  return success({ copy: row.copy });
}

async function store(row: CopyRow, snapshot: Snapshot, fileName: string): Promise<void> {
  await db().copies.add(row);
  const absorption = await absorb(row, incomingOf(snapshot), null);
  const refused = refusalOf(snapshot, fileName, absorption);
  if (refused) throw new Refusal(refused);
  const { added, state } = absorption;
  await db().copies.update(row.copy, { ...planFacts(state), ...cutOf(row, state) });
  const { exportedBy, heads, without, isDelta } = snapshot;
  const told = {
    way: 'received',
    how: 'picked',
    device: exportedBy.device,
    file: fileName,
    isDelta,
  } as const;
  const counts = { commits: snapshot.log.length, added: added.length };
  const person = nameIn(state, exportedBy.person);
  // What the file claims, true or not: what it does not bring of that is what is missing in it.
  await keepExchange(receiptOf(row, { ...told, ...counts, person }, { heads: new Map(heads), without }));
}

/** The same plan may be audited more than once: each copy has its own device, so that no two write one chain. */
function auditedRow(plan: string): CopyRow {
  const device = newDeviceId();
  const facts = { title: '', entityName: '', planYear: 0, isExample: false, createdAt: nowIso() };
  return {
    ...emptyCopy({ copy: randomId(COPY_ID_LENGTH), plan, device, ...facts }),
    kind: 'audited',
    ownDevice: device,
  };
}

/** Recomputes every hash of an audited copy as it is stored, and looks for what is missing in it. */
export async function checkAudited(copy: string): Promise<Result<AuditCheck>> {
  try {
    const row = await readCopy(copy);
    if (!row) return failure({ code: 'planNotFound' });
    const [receipt] = await db().exchanges.where('[copy+key]').between([copy], [copy, []]).toArray();
    const { held, altered } = await verifyAll(row);
    const heads: ChainHeads = new Map(receipt?.heads ?? []);
    const aside = (await readQuarantine(copy)).length;
    return success({
      ...{ commits: held.size, altered: altered + aside, aside },
      gaps: gapsIn(held, heads),
      file: receipt?.file ?? '',
      exportedBy: receipt?.person ?? '',
    });
  } catch (error) {
    return failure(storageProblem(error));
  }
}

async function verifyAll({ copy, device }: CopyRow) {
  const held = new Map<CommitId, Commit>();
  let altered = 0;
  for (const [at, line] of (await readCommitLines(copy)).entries()) {
    const commit = soundCommitIn(line);
    const writer = commit ? parseCommitId(commit.id)?.device : damagedLine(line, at).device;
    if (writer === device) continue;
    if (commit) held.set(commit.id, commit);
    else altered += 1;
  }
  return { held, altered };
}
