import { db } from './database';

/** How safe what is kept here is, as far as the browser tells. */
export interface StorageHealth {
  /** Null where the browser cannot say. */
  readonly isPersistent: boolean | null;
  readonly usedBytes: number | null;
  readonly quotaBytes: number | null;
}

export async function readStorageHealth(): Promise<StorageHealth> {
  const manager = storageManager();
  const estimate = await manager?.estimate?.().catch(() => undefined);
  const isPersistent = await manager?.persisted?.().catch(() => null);
  return {
    isPersistent: isPersistent ?? null,
    usedBytes: estimate?.usage ?? null,
    quotaBytes: estimate?.quota ?? null,
  };
}

/** Asks the browser not to evict this origin. Call it inside a tap: some browsers ask the person. */
export async function requestPersistence(): Promise<boolean | null> {
  const granted = await storageManager()
    ?.persist?.()
    .catch(() => null);
  return granted ?? null;
}

const CANARY = 'bitacora-canary';

/**
 * Three marks in three kinds of storage. A database that vanished while another mark still stands is
 * announced, never shown as a new, empty app.
 */
export async function hasStorageVanished(): Promise<boolean> {
  const inDatabase = (await db().meta.get(CANARY)) !== undefined;
  if (inDatabase) return false;
  return markInLocalStorage() || (await markInCache());
}

/** Sets the marks, on the page: when a plan comes to this device, and again at each start with plans. */
export async function markStorage(): Promise<void> {
  try {
    await db().meta.put({ key: CANARY, value: true });
    localStorage.setItem(CANARY, '1');
    const cache = await caches.open(CANARY);
    await cache.put(`./${CANARY}`, new Response('1'));
  } catch {
    // A browser that refuses one kind of storage loses one warning, nothing else.
  }
}

/** Takes the marks away, once the person has read that the storage vanished. */
export async function forgetVanishedStorage(): Promise<void> {
  try {
    localStorage.removeItem(CANARY);
    await caches.delete(CANARY);
  } catch {
    // As above.
  }
}

function markInLocalStorage(): boolean {
  try {
    return localStorage.getItem(CANARY) !== null;
  } catch {
    return false;
  }
}

async function markInCache(): Promise<boolean> {
  try {
    return await caches.has(CANARY);
  } catch {
    return false;
  }
}

function storageManager(): StorageManager | undefined {
  return typeof navigator === 'undefined' ? undefined : navigator.storage;
}
