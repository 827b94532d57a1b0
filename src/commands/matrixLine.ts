import { failure } from '../domain/problem';
import type { Problem, Result } from '../domain/problem';
import { TASKS } from './matrixTasks';
import type {
  MatrixAnswer,
  MatrixMessage,
  MatrixRequest,
  MatrixTask,
  MatrixTasks,
  ReadingStep,
} from './matrixTasks';

/** What runs the reading: a worker, of which a test may make another. */
export interface MatrixWorker {
  postMessage(request: MatrixRequest, transfer: Transferable[]): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<MatrixMessage>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
}

/** One request at a time to a worker; each is answered, stopped by its timer, or left with null when all is over. */
export class MatrixLine {
  readonly #worker: MatrixWorker;
  /** What the file is called. */
  readonly #name: string;
  readonly #onprogress: (step: ReadingStep) => void;
  readonly #latest = new Map<MatrixTask, object>();
  #ended: { readonly with: Result<never> | null } | null = null;
  #giveUp: (answer: Result<never> | null) => void = () => undefined;
  #last: Promise<unknown> = Promise.resolve();
  #writing: Promise<unknown> | null = null;

  constructor(worker: MatrixWorker, name: string, onprogress: (step: ReadingStep) => void) {
    this.#worker = worker;
    this.#name = name;
    this.#onprogress = onprogress;
  }

  ask<Task extends MatrixTask>(
    task: Task,
    of: MatrixTasks[Task]['takes'],
    transfer: Transferable[] = [],
  ): Promise<MatrixAnswer<Task>> {
    this.#latest.set(task, of);
    const isLeft = () => TASKS[task].isOfNow && this.#latest.get(task) !== of;
    const turn = this.#last.then(() =>
      isLeft() ? null : this.#askNow({ task, of } as MatrixRequest, transfer),
    );
    this.#last = turn;
    if (TASKS[task].writes) this.#writing = turn;
    return turn as Promise<MatrixAnswer<Task>>;
  }

  /** Ends the worker; what waits and what is still asked gets this answer. */
  end(answer: Result<never> | null): void {
    if (this.#ended) return;
    this.#ended = { with: answer };
    this.#worker.terminate();
    this.#giveUp(answer);
  }

  /** Ends it, but not before what is being written is written. */
  close(): void {
    if (this.#writing) void this.#writing.then(() => this.end(null));
    else this.end(null);
  }

  #askNow(request: MatrixRequest, transfer: Transferable[]): Promise<Result<unknown> | null> {
    if (this.#ended) return Promise.resolve(this.#ended.with);
    const { timeoutMs } = TASKS[request.task];
    return new Promise((resolve) => {
      const broken = (problem: Problem) => this.end(failure(problem));
      const failed = (detail: string) => broken({ code: 'unexpected', detail });
      const tooLong = () => broken({ code: 'fileTookTooLong', file: this.#name });
      const timer = timeoutMs === undefined ? undefined : setTimeout(tooLong, timeoutMs);
      const finish = (answer: Result<unknown> | null) => {
        clearTimeout(timer);
        resolve(answer);
      };
      this.#giveUp = finish;
      this.#worker.onmessage = ({ data }) => {
        if ('step' in data) this.#onprogress(data.step);
        else finish(data.answer);
      };
      this.#worker.onerror = ({ message }) => failed(message);
      this.#worker.onmessageerror = () => failed('the answer of a worker could not be read');
      try {
        this.#worker.postMessage(request, transfer);
      } catch (error) {
        failed(String(error));
      }
    });
  }
}
