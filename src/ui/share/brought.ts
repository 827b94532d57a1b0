import type { SnapshotPreview } from '../../commands/snapshotWork';
import type { DeviceName } from '../../domain/devices';
import type { Brought } from '../../text/brought';

/** What some files that were merged brought together. */
export function broughtBy(
  merged: readonly Pick<SnapshotPreview, 'added' | 'files' | 'auditFindings' | 'quarantined'>[],
): Brought {
  const sum = (of: (one: (typeof merged)[number]) => number) =>
    merged.reduce((total, one) => total + of(one), 0);
  return {
    changes: sum(({ added }) => added),
    files: sum(({ files }) => files?.added ?? 0),
    auditFindings: sum(({ auditFindings }) => auditFindings),
    altered: sum(({ quarantined }) => quarantined),
  };
}

type Devices = Pick<SnapshotPreview, 'device' | 'devices'>;

/** The device that made a file, as it is named beside the others in it. */
export function makerOf(preview: Devices): DeviceName {
  return namedIn(preview, preview.device);
}

/** A device that a file speaks of, as it is named beside the others in it. */
export function namedIn({ devices }: Devices, device: string): DeviceName {
  return devices.get(device) ?? { name: '', short: device.slice(0, 4), isShared: false };
}
