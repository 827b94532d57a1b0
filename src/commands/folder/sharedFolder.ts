import type { SeenFile } from '../../storage/database';

/** A file that stands in the folder; without its size while something else holds it. */
export type ListedFile = SeenFile | { readonly name: string; readonly size: null };

/** A folder as an exchange needs it: what is in it, one file of it, and a file that appears whole or not at all. */
export interface SharedFolder {
  readonly list: () => Promise<readonly ListedFile[]>;
  readonly read: (name: string) => Promise<File>;
  readonly write: (name: string, bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
}

/** This device's own file of a plan: the only one that it ever writes. */
export function ownFileName(plan: string, device: string): string {
  return `bitacora-${plan}-${device}.json`;
}

// What browsers and replicating programs keep beside a file while they write it, and what systems hide.
const HALF_WRITTEN = /^[.~]|(?:~|\.(?:tmp|temp|part|partial|crdownload|crswap|swp))$/i;

/** Whether a name says that the file is hidden or not yet whole. Nothing else is told by a name. */
export function isPassedOver(name: string): boolean {
  return HALF_WRITTEN.test(name);
}
