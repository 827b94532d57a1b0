// What other apps share with this one comes to the service worker, which keeps it here until a person has answered.

const CACHE = 'shared-files';
const NAME = 'x-file-name';

/** A file that another app shared. */
export interface SharedFile {
  /** What it is kept under. */
  readonly key: string;
  readonly file: File;
}

let turn: Promise<unknown> = Promise.resolve();

/** Keeps files, in order, until they are dropped. Two shares at once do not take each other's place. */
export function keepSharedFiles(files: readonly File[]): Promise<void> {
  const kept = turn.then(() => keep(files));
  turn = kept.catch(() => undefined);
  return kept;
}

async function keep(files: readonly File[]): Promise<void> {
  const cache = await caches.open(CACHE);
  const places = (await cache.keys()).map(({ url }) => Number(url.slice(url.lastIndexOf('/') + 1)));
  const first = Math.max(0, ...places) + 1;
  for (const [at, file] of files.entries()) {
    const headers = { [NAME]: encodeURIComponent(file.name), 'content-type': file.type };
    await cache.put(`./shared/${first + at}`, new Response(file, { headers }));
  }
}

/** The files that wait, in the order in which they came. */
export async function listSharedFiles(): Promise<readonly SharedFile[]> {
  // Where there are no service workers there are no caches, and nothing is shared with the app.
  if (typeof caches === 'undefined' || !(await caches.has(CACHE))) return [];
  const cache = await caches.open(CACHE);
  const kept = await Promise.all((await cache.keys()).map(({ url }) => fileIn(cache, url)));
  return kept.filter((one) => one !== null);
}

async function fileIn(cache: Cache, key: string): Promise<SharedFile | null> {
  const held = await cache.match(key);
  if (!held) return null;
  const name = decodeURIComponent(held.headers.get(NAME) ?? '');
  return { key, file: new File([await held.blob()], name) };
}

/** Lets go of a file that somebody has answered for. */
export async function dropSharedFile(key: string): Promise<void> {
  await (await caches.open(CACHE)).delete(key);
}
