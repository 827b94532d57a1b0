import { failure, success } from '../domain/problem';
import type { Result } from '../domain/problem';
import { deleteBackup } from '../storage/backups';
import { storageProblem } from '../storage/failures';
import { markStorage } from '../storage/health';
import type { CheckProgress } from '../storage/verify';
import { trustedScriptUrl } from '../trustedTypes';
import type { MadeBackup } from './makeBackup';
import type { Restored } from './restoreWork';
import workerUrl from './snapshot.worker.ts?worker&url';
import type { CheckMessage, SnapshotRequest } from './snapshot.worker';
import type { MergedSnapshot, SnapshotPreview } from './snapshotWork';
import type { Verified } from './verifyWork';

interface Watching {
  readonly onProgress?: (progress: CheckProgress) => void;
  /** Leaves the work where it is: what is not written by then is not written. */
  readonly signal?: AbortSignal;
}

/** Checks all that is stored of a plan; null where it was left before its end. */
export function verifyPlan(copy: string, watching: Watching): Promise<Result<Verified> | null> {
  return run<Verified>({ task: 'verify', copy }, watching);
}

/** Brings back what is damaged out of the copies kept beside the plan; null where it was left before its end. */
export function recoverPlan(copy: string, watching: Watching): Promise<Result<Verified> | null> {
  return run<Verified>({ task: 'recover', copy }, watching);
}

/** Keeps a copy of a plan beside it, now. */
export function keepCopyNow(copy: string): Promise<Result<MadeBackup>> {
  return whole<MadeBackup>({ task: 'make', copy });
}

/** Opens a kept copy beside the plan as it is. */
export async function restoreKeptCopy(copy: string, madeAt: string): Promise<Result<Restored>> {
  return marked(await whole<Restored>({ task: 'restoreBackup', copy, madeAt }));
}

/** Opens a copy out of a file, beside the plan as it is. */
export async function restoreFromFile(file: File): Promise<Result<Restored>> {
  return marked(await whole<Restored>({ task: 'restoreFile', file }));
}

/** What uniting a restored copy with the plan that is kept would bring. */
export function previewUnionOf(copy: string): Promise<Result<SnapshotPreview>> {
  return whole<SnapshotPreview>({ task: 'previewUnion', copy });
}

/** Brings all of a restored copy into the plan that is kept. */
export function uniteWithKept(copy: string): Promise<Result<MergedSnapshot>> {
  return whole<MergedSnapshot>({ task: 'unite', copy });
}

/** Throws a kept copy away. */
export async function forgetKeptCopy(copy: string, madeAt: string): Promise<Result<null>> {
  try {
    await deleteBackup(copy, madeAt);
    return success(null);
  } catch (error) {
    return failure(storageProblem(error));
  }
}

async function marked<T>(result: Result<T>): Promise<Result<T>> {
  if (result.ok) await markStorage();
  return result;
}

async function whole<Answer>(request: SnapshotRequest): Promise<Result<Answer>> {
  return (await run<Answer>(request, {})) ?? failure({ code: 'unexpected', detail: request.task });
}

/** Runs the work in a worker of its own, so that the page can be used and the work left. */
function run<Answer>(
  request: SnapshotRequest,
  { onProgress, signal }: Watching,
): Promise<Result<Answer> | null> {
  return new Promise((resolve) => {
    const worker = new Worker(trustedScriptUrl(workerUrl), { type: 'module' });
    const finish = (answer: Result<Answer> | null) => {
      worker.terminate();
      resolve(answer);
    };
    signal?.addEventListener('abort', () => finish(null), { once: true });
    worker.onmessage = ({ data }: MessageEvent<CheckMessage | Result<Answer>>) => {
      if ('progress' in data) onProgress?.(data.progress);
      else finish(data);
    };
    worker.onerror = (event) => finish(failure({ code: 'unexpected', detail: event.message }));
    worker.postMessage(request);
  });
}
