import { deviceNames } from '../domain/devices';
import type { DeviceName } from '../domain/devices';
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
  /** The newest first; never those of another plan, read before this one came on screen. */
  readonly rows = $derived(this.#rows.filter(({ copy }) => copy === openPlan.copy));
  readonly devices = $derived(openPlan.row ? receiptsByDevice(this.rows, openPlan.row) : []);
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
    const { copy } = openPlan;
    this.#rows = copy === null ? [] : await listExchanges(copy);
  }
}

export const exchanges = new Exchanges();

/** Receipts by the device that they are of, the one that was heard of last first; its own are of none. */
export function receiptsByDevice(
  rows: readonly ExchangeRow[],
  own: Pick<CopyRow, 'device' | 'ownSeq'>,
): readonly DeviceReceipts[] {
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

/** How far a file shows a chain to be held: where it is broken off, only up to there. */
function confirmedBy(
  { heads, without }: Pick<ExchangeRow, 'heads' | 'without'>,
  { device, ownSeq }: Pick<CopyRow, 'device' | 'ownSeq'>,
): number {
  const seqs = heads.filter(([of]) => of === device).flatMap(([, list]) => list.map(({ seq }) => seq));
  const isBroken = without.some((id) => id.startsWith(`${device}.`));
  const reached = isBroken ? Math.min(...seqs) : Math.max(0, ...seqs);
  return Math.min(ownSeq, seqs.length === 0 ? 0 : reached);
}
