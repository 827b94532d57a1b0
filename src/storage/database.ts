import Dexie from 'dexie';
import type { EntityTable, Table } from 'dexie';
import type { IsoDay } from '../domain/isoDay';
import type { ChainHead } from '../log/chains';
import type { CommitId, SeenHead } from '../log/commit';
import type { Json } from '../log/json';
import type { Quarantined } from '../log/union';
import { Refusal } from './failures';

/** One plan as this device holds it. A restored plan may stand beside the original as another copy. */
export interface CopyRow {
  readonly copy: string;
  readonly plan: string;
  readonly title: string;
  readonly entityName: string;
  readonly planYear: number;
  readonly isExample: boolean;
  readonly createdAt: string;
  /** SHA-256 of the matrix it was loaded from; null when it came by snapshot. */
  readonly matrixSha256: string | null;
  /** The cut on screen; the plan's own cuts are in the log. */
  readonly cut: IsoDay | null;
  /** Commits held, and how many of them are sealed in segments. */
  readonly count: number;
  readonly sealed: number;
  /** This device's chain in this plan; it starts anew when the device gets another id. */
  readonly device: string;
  readonly ownSeq: number;
  readonly ownHead: CommitId | null;
  /** Own commits up to here have left in a file or were seen in somebody else's. */
  readonly sharedSeq: number;
  /** Unshared commits of earlier chains of this device. */
  readonly carried: number;
  readonly lastCopyAt: string | null;
  /** The name under which the author is known in this plan, to be written again when it changes. */
  readonly introduced: string;
  /** What it is here for: the plan as it is kept, one brought back from an old copy, or one that is only audited. */
  readonly kind: 'kept' | 'restored' | 'audited';
  /** The device id of its chain where another copy of the plan stands beside it; null where that is this device's. */
  readonly ownDevice: string | null;
  /** When the copy that it was brought back from was made; null for any other. */
  readonly restoredFrom: string | null;
  /** What the last check of its log came to; null where it was never checked. */
  readonly checked: CheckRow | null;
}

/** What a check of a copy found, as far as it is worth remembering. */
export interface CheckRow {
  readonly at: string;
  /** Stored changes that are not as they were written any more, or not there. */
  readonly damaged: number;
  /** Files of evidence whose bytes are not those that were kept. */
  readonly alteredFiles: number;
}

export interface SegmentRow {
  readonly copy: string;
  readonly no: number;
  /** One commit per line, in order of arrival. */
  readonly lines: string;
}

export interface TailRow {
  readonly copy: string;
  /** Order of arrival on this device, from 0. */
  readonly n: number;
  readonly line: string;
}

export interface StateRow {
  readonly copy: string;
  readonly bucket: number;
  readonly entities: string;
}

export interface ConflictRow {
  readonly copy: string;
  readonly entity: string;
  readonly fields: readonly string[];
}

export interface DraftRow {
  readonly copy: string;
  readonly entity: string;
  readonly field: string;
  readonly value: Json;
  readonly seen: readonly SeenHead[];
  /** False while something is asked about the value, as the reason of a decrease. */
  readonly isReady: boolean;
}

export interface BlobRow {
  readonly sha256: string;
  readonly mime: string;
  readonly bytes: ArrayBuffer;
}

export interface QuarantineRow {
  readonly copy: string;
  readonly key: string;
  readonly reason: Quarantined['reason'];
  readonly text: string;
}

/** A whole snapshot of a plan that is kept beside it, in the same browser. */
export interface BackupRow {
  readonly copy: string;
  readonly madeAt: string;
  /** What it was made before, or `asked` where a person made it. */
  readonly reason: 'import' | 'merge' | 'recovery' | 'removal' | 'asked';
  /** As gzip; as plain text where an earlier version made it. */
  readonly snapshot: ArrayBuffer | string;
  /** How many changes it holds; null where an earlier version made it. */
  readonly commits: number | null;
  readonly title: string;
}

/** A file that was handed over or came in, as this device saw it: the receipt (merge.md 1, deltas). */
export interface ExchangeRow {
  readonly copy: string;
  /** ISO instant, then a random end, so that two in one millisecond stand apart. */
  readonly key: string;
  readonly at: string;
  readonly way: 'given' | 'received';
  readonly how: 'shared' | 'downloaded' | 'folder' | 'picked';
  /** The device that made it, or the one that it was made for; empty where it was given to anybody. */
  readonly device: string;
  /** The name that whoever made it goes by; empty where none was given. */
  readonly person: string;
  readonly file: string;
  /** Commits in the file, and how many of them were new here. */
  readonly commits: number;
  readonly added: number;
  /** Only what the other side had not seen. */
  readonly isDelta: boolean;
  /** All that its author held, by device: not only what is in the file. */
  readonly heads: readonly (readonly [string, readonly ChainHead[]])[];
  /** Commits that those follow and that its author did not hold. */
  readonly without: readonly CommitId[];
}

/** A file of a shared folder as it was when it was looked at: another size or time is another file. */
export interface SeenFile {
  readonly name: string;
  readonly size: number;
  /** Milliseconds, as the file system tells them: compared and never read as a time. */
  readonly modified: number;
}

/** A folder that something else replicates, through which devices exchange a plan. */
export interface FolderRow {
  readonly copy: string;
  readonly handle: FileSystemDirectoryHandle;
  readonly lastAt: string | null;
  /** What each file was when it was last read, so that only what changed is read again. */
  readonly read: readonly SeenFile[];
  /** What a person has to look at, and how many commits were held when that was found. */
  readonly waiting: readonly (SeenFile & { readonly held: number })[];
  /** What could not be read the last time, and is tried again. */
  readonly unread: readonly { readonly name: string; readonly why: 'empty' | 'unreadable' | 'newer' }[];
  /** The last that came: how many changes, and from whom; an empty name where none was given. */
  readonly arrived: {
    readonly at: string;
    readonly from: readonly { readonly person: string; readonly changes: number }[];
  } | null;
  /** This device's own file: when it was written, and how many commits it holds. */
  readonly written: { readonly at: string; readonly count: number } | null;
  /** How many of the commits held here are in the folder, in whosever file. */
  readonly inFolder: number;
}

export interface MetaRow {
  readonly key: string;
  readonly value: unknown;
}

export class BitacoraDatabase extends Dexie {
  readonly segments!: Table<SegmentRow, [string, number]>;
  readonly tail!: Table<TailRow, [string, number]>;
  readonly state!: Table<StateRow, [string, number]>;
  readonly conflicts!: Table<ConflictRow, [string, string]>;
  readonly drafts!: Table<DraftRow, [string, string, string]>;
  readonly blobs!: EntityTable<BlobRow, 'sha256'>;
  readonly quarantine!: Table<QuarantineRow, [string, string]>;
  readonly backups!: Table<BackupRow, [string, string]>;
  readonly exchanges!: Table<ExchangeRow, [string, string]>;
  readonly folders!: EntityTable<FolderRow, 'copy'>;
  readonly copies!: EntityTable<CopyRow, 'copy'>;
  readonly meta!: EntityTable<MetaRow, 'key'>;
  readonly device!: EntityTable<MetaRow, 'key'>;

  constructor(name: string) {
    // Strict: "Guardado" means on the disk. No cache: what is read is what is stored.
    super(name, { chromeTransactionDurability: 'strict', cache: 'disabled' });
    this.version(1).stores({
      segments: '[copy+no]',
      tail: '[copy+n]',
      state: '[copy+bucket]',
      conflicts: '[copy+entity]',
      drafts: '[copy+entity+field]',
      blobs: 'sha256',
      quarantine: '[copy+key]',
      backups: '[copy+madeAt]',
      copies: 'copy, plan',
      meta: 'key',
      device: 'key',
    });
    this.version(2)
      .stores({ exchanges: '[copy+key]', folders: 'copy' })
      .upgrade(async (upgrade) => {
        await upgrade
          .table('copies')
          .toCollection()
          .modify({ kind: 'kept', ownDevice: null, restoredFrom: null, checked: null });
        await upgrade.table('backups').toCollection().modify({ commits: null, title: '' });
      });
  }
}

export type VersionTrouble = 'newerVersionOpen' | 'otherTabBlocks';

interface VersionDoors {
  /** Hears when another tab needs a newer version, or keeps an older one open. */
  readonly onTrouble?: (trouble: VersionTrouble) => void;
  /** What is still to be written before this tab lets go for a newer one. */
  readonly beforeLettingGo?: () => Promise<unknown>;
}

/** The library counts in tenths: its version 2 is the browser's 20, and 21 after it mended a schema. */
const BROWSER_VERSIONS = 10;
/** A tab that cannot write does not keep a newer version waiting. */
const LETTING_GO_MS = 2000;

let current: BitacoraDatabase | null = null;

/**
 * Opens the database of this origin and makes it the one that all of storage uses. One that a newer version of the
 * app wrote is refused and left as it is.
 */
export async function openDatabase(
  name = 'bitacora',
  { onTrouble = () => undefined, beforeLettingGo = () => Promise.resolve() }: VersionDoors = {},
): Promise<BitacoraDatabase> {
  const database = new BitacoraDatabase(name);
  // The library would open a newer database all the same, and old rows would be written into it.
  if (Math.floor((await storedVersion(name)) / BROWSER_VERSIONS) > database.verno) {
    throw new Refusal({ code: 'storedByNewer' });
  }
  database.on('versionchange', () => {
    void Promise.race([beforeLettingGo(), waiting(LETTING_GO_MS)])
      .catch(() => undefined)
      .then(() => {
        // Without this an old tab silently reopens the newer database and writes old rows.
        database.close({ disableAutoOpen: true });
        onTrouble('newerVersionOpen');
      });
    // False keeps the library's own handler from running after this one, which would allow the reopening again.
    return false;
  });
  database.on('blocked', () => onTrouble('otherTabBlocks'));
  await database.open();
  current = database;
  return database;
}

/** The browser's version of a database, before this build touches it; 0 where there is none. */
function storedVersion(name: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    let isNew = false;
    request.onupgradeneeded = () => {
      isNew = true;
      // Asking makes none.
      request.transaction?.abort();
    };
    request.onsuccess = () => {
      const { version } = request.result;
      request.result.close();
      resolve(version);
    };
    request.onerror = () => {
      if (isNew) resolve(0);
      else reject(request.error ?? new Error('the database did not open'));
    };
  });
}

function waiting(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Makes an open database the one that storage uses; tests hold two tablets this way. */
export function useDatabase(database: BitacoraDatabase): void {
  current = database;
}

/** The open database. Asking before it is open is a bug. */
export function db(): BitacoraDatabase {
  if (!current) throw new Error('the database is not open');
  return current;
}
