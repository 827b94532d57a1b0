import { deviceNames } from '../domain/devices';
import type { DeviceName } from '../domain/devices';
import { chainEndingAt } from '../log/chains';
import { parseCommitId } from '../log/commit';
import type { CommitId } from '../log/commit';
import { findCommits } from '../storage/commitStore';
import type { CopyRow, ExchangeRow } from '../storage/database';
import { listExchanges } from '../storage/exchanges';
import { openPlan } from './openPlan.svelte';

/** What went to and came from one other device. */
export interface DeviceReceipts {
  readonly device: string;
  /** Who used it when the last file was made; empty where nobody said. */
  readonly person: string;
  readonly received: number;
  readonly lastReceivedAt: string;
  /** How many of this device's own changes it has shown to hold. */
  readonly confirmed: number;
  /** Files made for it alone. */
  readonly given: number;
  readonly lastGivenAt: string;
}

/** The receipts of the plan on screen. */
class Exchanges {
  #rows = $state.raw<readonly ExchangeRow[]>([]);
  #chain = $state.raw<ReadonlySet<CommitId>>(new Set());
  /** The newest first; never those of another plan, read before this one came on screen. */
  readonly rows = $derived(this.#rows.filter(({ copy }) => copy === openPlan.copy));
  readonly devices = $derived(
    openPlan.row ? receiptsByDevice(this.rows, { device: openPlan.row.device, chain: this.#chain }) : [],
  );
  readonly names = $derived(
    deviceNames(
      this.rows.map(({ device }) => device).filter((device) => device !== ''),
      (entity) => openPlan.text(entity, 'name'),
    ),
  );

  nameOf(device: string): DeviceName {
    return this.names.get(device) ?? { name: '', short: device.slice(0, 4), isShared: false };
  }

  async refresh(): Promise<void> {
    const { row } = openPlan;
    [this.#rows, this.#chain] = row
      ? await Promise.all([listExchanges(row.copy), ownChain(row)])
      : [[], new Set<CommitId>()];
  }
}

export const exchanges = new Exchanges();

/** The chain that this device writes in a copy; what was written under an earlier id is none of it. */
export async function ownChain({
  copy,
  device,
  ownHead,
}: Pick<CopyRow, 'copy' | 'device' | 'ownHead'>): Promise<ReadonlySet<CommitId>> {
  const commits = await findCommits(copy, [`"id":"${device}.`]);
  return chainEndingAt(ownHead, new Map(commits.map((commit) => [commit.id, commit])));
}

/** A device and the chain that it writes. */
export interface Own {
  readonly device: string;
  readonly chain: ReadonlySet<CommitId>;
}

/** Receipts by the device that they are of, the one that was heard of last first; its own are of none. */
export function receiptsByDevice(rows: readonly ExchangeRow[], own: Own): readonly DeviceReceipts[] {
  const received = rows.filter(({ way }) => way === 'received');
  const devices = [...new Set(received.map(({ device }) => device))];
  return devices
    .filter((device) => device !== own.device && device !== '')
    .map((device) => {
      const from = received.filter((row) => row.device === device);
      const given = rows.filter((row) => row.way === 'given' && row.device === device);
      return {
        device,
        person: from[0]?.person ?? '',
        received: from.length,
        lastReceivedAt: from[0]?.at ?? '',
        confirmed: Math.max(0, ...from.map((row) => confirmedBy(row, own))),
        given: given.length,
        lastGivenAt: given[0]?.at ?? '',
      };
    });
}

/**
 * How far a file shows the own chain to be held: where it is broken off, only up to there. What a copied device wrote
 * under the same id is none of it.
 */
function confirmedBy(
  { heads, without }: Pick<ExchangeRow, 'heads' | 'without'>,
  { device, chain }: Own,
): number {
  const own = heads.filter(([of]) => of === device).flatMap(([, list]) => list);
  const seqs = own.filter(({ id }) => chain.has(id)).map(({ seq }) => seq);
  const missing = without.filter((id) => chain.has(id)).map((id) => parseCommitId(id)?.seq ?? 0);
  const broken = Math.min(Infinity, ...missing);
  return Math.max(0, ...seqs.filter((seq) => seq < broken));
}
