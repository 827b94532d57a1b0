import { matrixSession } from '../../src/commands/matrixSession';
import type { MatrixMessage, MatrixRequest } from '../../src/commands/matrixSession';

/** The worker's own work without a thread of its own; what crosses is copied, as it is between threads. */
export class MatrixWorkerInProcess {
  onmessage: ((event: MessageEvent<MatrixMessage>) => void) | null = null;
  onerror = null;
  isEnded = false;
  readonly #answer = matrixSession(
    (message) => {
      const event = new MessageEvent('message', { data: structuredClone(message) });
      if (!this.isEnded) this.onmessage?.(event);
    },
    // The plans of a test's tablet are open already.
    () => Promise.resolve(),
  );

  postMessage(request: MatrixRequest): void {
    if (!this.isEnded) void this.#answer(structuredClone(request));
  }

  terminate(): void {
    this.isEnded = true;
  }
}
