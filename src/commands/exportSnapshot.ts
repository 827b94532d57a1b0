import { failure, success } from '../domain/problem';
import type { Result } from '../domain/problem';
import { encodeSnapshot } from '../formats/snapshot';
import type { LogState } from '../log/state';
import { readCommits } from '../storage/commitStore';
import { markShared, readCopy } from '../storage/copies';
import type { CopyRow, ExchangeRow } from '../storage/database';
import { keepExchange } from '../storage/exchanges';
import { storageProblem } from '../storage/failures';
import { readQuarantine } from '../storage/quarantine';
import { readIdentity } from '../storage/settings';
import type { Identity } from '../storage/settings';
import { readStateOr } from '../storage/stateStore';
import { personId } from './author';
import { nowIso } from './clock';
import { deliver } from './deliver';
import type { Delivery, OutgoingFile, WayOut } from './deliver';
import { fileNameOf } from './fileName';
import { outgoingFor, nameIn, receiptOf, stateSaidBy, WHOLE } from './handOver';
import type { HandOver, Outgoing } from './handOver';

export interface PreparedSnapshot<Bytes extends Uint8Array<ArrayBuffer> | Blob = Uint8Array<ArrayBuffer>> {
  readonly file: OutgoingFile<Bytes>;
  readonly commits: number;
  /** The chain of this device, and its last change in the file; what comes later is still only here. */
  readonly device: string;
  readonly ownSeq: number;
  /** How many changes of earlier chains of this device were counted as only here when it was made. */
  readonly carried: number;
  /** Whom the file is made for; null where it is for anybody. */
  readonly unseenBy: string | null;
  readonly holding: Outgoing['holding'];
}

/** Makes the snapshot of a copy, ready before the tap that hands it over. */
export async function prepareSnapshot(
  copy: string,
  handOver: HandOver = WHOLE,
): Promise<Result<PreparedSnapshot>> {
  try {
    const row = await readCopy(copy);
    if (!row) return failure({ code: 'planNotFound' });
    const written = await writeSnapshot(row, handOver);
    const bytes = new TextEncoder().encode(written.text);
    const file = { name: nameOf(row, written, 'json'), mime: 'application/json', bytes };
    return success(preparedOf(row, handOver, written, file));
  } catch (error) {
    return failure(storageProblem(error));
  }
}

/** The snapshot of a copy as text: the file a person keeps, and the copy kept before a merge. */
export async function snapshotText(row: CopyRow): Promise<string> {
  return (await writeSnapshot(row, WHOLE)).text;
}

/** A snapshot as text, what of the log is in it, and the state of all that is held. */
export interface WrittenSnapshot extends Outgoing {
  readonly text: string;
  readonly state: LogState;
  /** The name of the responsible party that it is for; empty where it is for anybody. */
  readonly party: string;
  /** Who hands it over: by name, or by the start of the device's id where nobody gave one. */
  readonly sender: string;
  readonly isDelta: boolean;
}

/** Writes what is to be handed over of a copy, or all of it. */
export async function writeSnapshot(row: CopyRow, handOver: HandOver): Promise<WrittenSnapshot> {
  const [log, quarantine, identity] = await Promise.all([
    readCommits(row.copy),
    readQuarantine(row.copy),
    readIdentity(),
  ]);
  const state = await readStateOr(row.copy, log);
  const { commits, holding } = await outgoingFor(row.copy, log, handOver);
  const isWhole = commits.length === log.length;
  const text = encodeSnapshot({
    plan: row.plan,
    exportedAt: nowIso(),
    exportedBy: { device: row.device, person: personId(identity) ?? '' },
    commits,
    quarantine,
    state: isWhole ? state : stateSaidBy(commits, state),
    ...(isWhole ? {} : { holding }),
    ...(handOver.opensAt === null ? {} : { opensAt: { responsible: handOver.opensAt, cut: row.cut } }),
  });
  const party = handOver.opensAt === null ? '' : nameIn(state, handOver.opensAt);
  const sender = senderOf(row, identity);
  return { text, commits, holding, state, party, sender, isDelta: !isWhole };
}

/** The name of a file that is handed over: whom it is for and whose it is, for they meet in one folder. */
export function nameOf(row: CopyRow, { party, sender, isDelta }: WrittenSnapshot, extension: string): string {
  return fileNameOf(row, extension, {
    ...{ recipient: party, sender },
    ...(isDelta ? { what: 'solo-lo-nuevo' } : {}),
  });
}

/** Who hands a file over, for its name. */
export function senderOf({ device }: Pick<CopyRow, 'device'>, { name }: Identity): string {
  return name.trim() || device.slice(0, 4);
}

/** A file with what is to be remembered of it once it leaves. */
export function preparedOf<Bytes extends Uint8Array<ArrayBuffer> | Blob>(
  { device, ownSeq, carried, count }: CopyRow,
  { unseenBy }: HandOver,
  { commits, holding }: WrittenSnapshot,
  file: OutgoingFile<Bytes>,
): PreparedSnapshot<Bytes> {
  const isDelta = commits.length < count;
  return {
    ...{ file, commits: commits.length, device, ownSeq, carried, holding },
    unseenBy: isDelta ? unseenBy : null,
  };
}

/** Hands a prepared snapshot over, counts its changes as having left this device, and keeps the receipt. */
export async function deliverSnapshot(
  copy: string,
  prepared: PreparedSnapshot<Uint8Array<ArrayBuffer> | Blob>,
  way: WayOut = 'share',
): Promise<Result<Delivery>> {
  try {
    const delivery = await deliver(prepared.file, way);
    if (delivery !== 'cancelled') await keepGiven(copy, prepared, delivery);
    return success(delivery);
  } catch (error) {
    return failure(storageProblem(error));
  }
}

/** Remembers that a file left: its receipt, and that its changes are no longer only here. */
export async function keepGiven(
  copy: string,
  prepared: PreparedSnapshot<Uint8Array<ArrayBuffer> | Blob>,
  how: ExchangeRow['how'],
): Promise<void> {
  const { file, commits, unseenBy, holding } = prepared;
  const told = { way: 'given', how, person: '', file: file.name, commits, added: 0 } as const;
  const isDelta = unseenBy !== null;
  await markShared(copy, prepared, nowIso());
  await keepExchange(receiptOf({ copy }, { ...told, device: unseenBy ?? '', isDelta }, holding));
}
