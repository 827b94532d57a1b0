import type { Prover } from '../formats/provenLog';

/** What a thread that proves is asked: the lines of a log, by number of the request; null ends what it does. */
export interface ProofRequest {
  readonly request: number;
  readonly log: Uint8Array | null;
}

/** What it found of some more of them. */
export interface ProofMessage {
  readonly request: number;
  readonly found: Uint8Array;
}

/** Where a log is shorter, starting a thread takes longer than what it does there saves. */
const WORTH_BYTES = 1_000_000;

export function isWorthThread(log: Uint8Array): boolean {
  return log.length >= WORTH_BYTES;
}

/** A thread of its own that proves logs, one at a time. One that fails, or says nothing, only is no help. */
export class ProverThread implements Prover {
  readonly #worker: Worker;
  #request = 0;
  #found: Uint8Array[] = [];

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.onmessage = ({ data }: MessageEvent<ProofMessage>) => {
      if (data.request === this.#request) this.#found.push(data.found);
    };
    // Nobody above is to hear of it.
    worker.onerror = (event) => event.preventDefault();
  }

  /** Lets go of what it was given before. */
  prove(log: Uint8Array | null): void {
    this.#request += 1;
    this.#found = [];
    // A part of a buffer would be copied with all of it.
    const copy = log?.slice() ?? null;
    const asked: ProofRequest = { request: this.#request, log: copy };
    this.#worker.postMessage(asked, copy ? [copy.buffer] : []);
  }

  async heard(): Promise<readonly Uint8Array[]> {
    await nextTurn();
    return this.#found.splice(0);
  }

  end(): void {
    this.#worker.terminate();
  }
}

/** Once what was said meanwhile has been heard. A timer would wait some milliseconds longer. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
