import { failure, success } from '../../domain/problem';
import type { Problem, Result } from '../../domain/problem';
import type { FolderRow, SeenFile } from '../../storage/database';
import { storageProblem } from '../../storage/failures';
import { forgetFolder, keepFolder, readFolder, updateFolder } from '../../storage/folders';
import type { PreparedSnapshot } from '../exportSnapshot';
import { WHOLE } from '../handOver';
import { runInWorker } from '../inWorker';
import { mergeSnapshot, previewSnapshot } from '../openSnapshot';
import { askToAllow, canPickDirectory, directoryFolder, isAllowed, pickDirectory } from './directory';
import { exchangeFolder, NOTHING_EXCHANGED } from './exchangeFolder';
import type { Exchanged, ExchangePorts } from './exchangeFolder';
import workerUrl from '../snapshot.worker.ts?worker&url';
import type { SnapshotRequest } from '../snapshot.worker';

/** How an exchange went. `elsewhere`: another tab is at it; `ask`: the browser wants the person to allow it again. */
export type ExchangeEnd = 'done' | 'elsewhere' | 'ask' | 'none';

const WRITE_TIMEOUT_MS = 120_000;

/** Whether this browser can exchange through a folder. */
export function hasFolders(): boolean {
  return canPickDirectory();
}

/** Lets the person choose the folder of a plan, inside a tap. False when they closed the dialog. */
export async function chooseFolder(copy: string): Promise<Result<boolean>> {
  try {
    const handle = await pickDirectory();
    if (handle) await keepFolder({ copy, handle, ...NOTHING_EXCHANGED });
    return success(handle !== null);
  } catch (error) {
    const isRefused = error instanceof DOMException && /^(Security|NotAllowed)Error$/.test(error.name);
    return failure(isRefused ? { code: 'folderRefused' } : storageProblem(error));
  }
}

/** Asks for the folder again after the browser let go of it; call it inside a tap, with what the screen holds. */
export function allowFolder({ handle }: Pick<FolderRow, 'handle'>): Promise<boolean> {
  return askToAllow(handle);
}

/** Stops exchanging through the folder. What is in it stays. */
export function leaveFolder(copy: string): Promise<void> {
  return forgetFolder(copy);
}

/** One file of the folder, for a person to look at. */
export async function fileToReview(
  { handle }: Pick<FolderRow, 'handle'>,
  name: string,
): Promise<Result<File>> {
  try {
    return success(await directoryFolder(handle).read(name));
  } catch {
    return failure({ code: 'snapshotBroken', file: name });
  }
}

/**
 * A file of the folder was merged by a person, or brings nothing new: it is not asked for again until it changes.
 * `file` is as it was taken from the folder; what an exchange found there meanwhile still waits.
 */
export function countAsSeen(copy: string, { name, size, lastModified: modified }: File): Promise<void> {
  return navigator.locks.request(lockOf(copy), async () => {
    const row = await readFolder(copy);
    const isIt = (one: SeenFile) => one.name === name && one.size === size && one.modified === modified;
    if (!row?.waiting.some(isIt)) return;
    const waiting = row.waiting.filter((one) => !isIt(one));
    await updateFolder(copy, { waiting, read: [...row.read, { name, size, modified }] });
  });
}

/** Whoever reads what is known of a folder and writes it back does it alone. */
function lockOf(copy: string): string {
  return `bitacora-folder-${copy}`;
}

/** Exchanges a plan through its folder now, unless another tab of this device is at it. */
export async function exchangeNow(copy: string): Promise<Result<ExchangeEnd>> {
  return navigator.locks.request(lockOf(copy), { ifAvailable: true }, (lock) =>
    lock ? exchangeAlone(copy) : success<ExchangeEnd>('elsewhere'),
  );
}

async function exchangeAlone(copy: string): Promise<Result<ExchangeEnd>> {
  const row = await readFolder(copy);
  if (!row) return success('none');
  if (!(await isAllowed(row.handle))) return success('ask');
  const { memory, problem } = await exchangeWith(row);
  // Another folder may have been chosen meanwhile: what was learnt of this one is nothing to it.
  const now = await readFolder(copy);
  if (now && (await now.handle.isSameEntry(row.handle))) await updateFolder(copy, memory);
  return problem ? failure(problem) : success('done');
}

async function exchangeWith({ copy, handle, ...memory }: FolderRow): Promise<Exchanged> {
  try {
    return await exchangeFolder(copy, directoryFolder(handle), memory, PORTS);
  } catch (error) {
    return { memory, problem: folderProblem(error, handle.name) };
  }
}

/** A folder that was moved or unplugged is one thing; storage that fails is another. */
function folderProblem(error: unknown, folder: string): Problem {
  const isOfFolder = error instanceof DOMException && /^Not(Found|Readable|Allowed)Error$/.test(error.name);
  return isOfFolder ? { code: 'folderUnavailable', folder } : storageProblem(error);
}

const PORTS: ExchangePorts = {
  preview: (file) => previewSnapshot(file),
  merge: (file) => mergeSnapshot(file, {}, 'folder'),
  snapshot: (copy) =>
    runInWorker<SnapshotRequest, PreparedSnapshot>(
      workerUrl,
      { task: 'prepare', copy, handOver: WHOLE },
      { timeoutMs: WRITE_TIMEOUT_MS, onTimeout: { code: 'folderNotWritten', detail: 'timeout' } },
    ),
};
