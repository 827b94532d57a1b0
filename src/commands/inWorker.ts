import { failure } from '../domain/problem';
import type { Problem, Result } from '../domain/problem';
import { trustedScriptUrl } from '../trustedTypes';

/** What a worker says while it works. Anything else that it says is its answer. */
export interface ProgressMessage {
  readonly progress: readonly [done: number, total: number];
}

/** Said to a worker that is to stop by itself, since it may be writing: it answers all the same. */
export const STOP = 'stop';

interface WorkerTerms {
  readonly timeoutMs: number;
  readonly onTimeout: Problem;
  /** Told how far it is: parts done, of all. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** What writes nothing is ended at once when the signal says so. */
  readonly onlyReads?: boolean;
}

/** Runs a request in a worker of its own and ends it, at the latest when the time is over. */
export function runInWorker<Request, Answer>(
  url: string,
  request: Request,
  { timeoutMs, onTimeout, onProgress, signal, onlyReads = false }: WorkerTerms,
): Promise<Result<Answer>> {
  return new Promise((resolve) => {
    const worker = new Worker(trustedScriptUrl(url), { type: 'module' });
    const stop = () => (onlyReads ? finish(failure(onTimeout)) : worker.postMessage(STOP));
    const finish = (answer: Result<Answer>) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
      worker.terminate();
      resolve(answer);
    };
    const fail = (detail: string) => finish(failure({ code: 'unexpected', detail }));
    const timer = setTimeout(() => finish(failure(onTimeout)), timeoutMs);
    worker.onmessage = ({ data }: MessageEvent<Result<Answer> | ProgressMessage>) => {
      if ('progress' in data) onProgress?.(...data.progress);
      else finish(data);
    };
    worker.onerror = (event) => fail(event.message);
    worker.onmessageerror = () => fail('the answer of a worker could not be read');
    worker.postMessage(request);
    signal?.addEventListener('abort', stop);
    if (signal?.aborted) stop();
  });
}
