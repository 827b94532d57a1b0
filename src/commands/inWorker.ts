import { failure } from '../domain/problem';
import type { Problem, Result } from '../domain/problem';
import { trustedScriptUrl } from '../trustedTypes';

/** Runs a request in a worker of its own and ends it, at the latest when the time is over. */
export function runInWorker<Request, Answer>(
  url: string,
  request: Request,
  { timeoutMs, onTimeout }: { readonly timeoutMs: number; readonly onTimeout: Problem },
): Promise<Result<Answer>> {
  return new Promise((resolve) => {
    const worker = new Worker(trustedScriptUrl(url), { type: 'module' });
    const finish = (answer: Result<Answer>) => {
      clearTimeout(timer);
      worker.terminate();
      resolve(answer);
    };
    const timer = setTimeout(() => finish(failure(onTimeout)), timeoutMs);
    worker.onmessage = (message: MessageEvent<Result<Answer>>) => finish(message.data);
    worker.onerror = (event) => finish(failure({ code: 'unexpected', detail: event.message }));
    worker.postMessage(request);
  });
}
