import { matrixSession } from '../../src/commands/matrixSession';
import type { MatrixWorker } from '../../src/commands/matrixLine';
import type { MatrixRequest, MatrixTask } from '../../src/commands/matrixTasks';

/** The worker's own work without a thread of its own; what crosses is copied, as it is between threads. */
export class MatrixWorkerInProcess implements MatrixWorker {
  onmessage: MatrixWorker['onmessage'] = null;
  onerror: MatrixWorker['onerror'] = null;
  onmessageerror: MatrixWorker['onmessageerror'] = null;
  isEnded = false;
  readonly #answer = matrixSession(
    (message) => {
      const event = new MessageEvent('message', { data: structuredClone(message) });
      if (!this.isEnded) this.onmessage?.(event);
    },
    () => this.openPlans(),
  );

  /** The plans of a test's tablet are open already. */
  openPlans(): Promise<unknown> {
    return Promise.resolve();
  }

  postMessage(request: MatrixRequest): void {
    if (!this.isEnded) void this.#answer(structuredClone(request));
  }

  terminate(): void {
    this.isEnded = true;
  }
}

/** Once it holds, it begins with what it was asked only when a test says so. */
export class HeldMatrixWorker extends MatrixWorkerInProcess {
  isHolding = false;
  #held: MatrixRequest | null = null;

  override postMessage(request: MatrixRequest): void {
    if (this.isHolding) this.#held = request;
    else super.postMessage(request);
  }

  /** What waits now. */
  get held(): MatrixTask | null {
    return this.#held?.task ?? null;
  }

  /** Begins with what waits. */
  begin(): void {
    const request = this.#held;
    this.#held = null;
    if (request) super.postMessage(request);
  }
}
