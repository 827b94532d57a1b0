import { failure, success } from '../domain/problem';
import type { Problem, Result } from '../domain/problem';
import type { TableChoices } from '../formats/matrix/choices';
import { pastedBlocks, quietMarkup } from '../formats/pastedPage';
import { parseInert, trustedScriptUrl } from '../trustedTypes';
import { markStorage } from '../storage/health';
import { isViewedOnly } from '../storage/viewOnly';
import { today } from './clock';
import type { MatrixChoices } from './matrixEntities';
import type {
  MatrixMessage,
  MatrixRequest,
  MatrixTask,
  MatrixTasks,
  Opened,
  ReadingStep,
} from './matrixSession';
import type { MatrixContent } from './matrixWork';
import workerUrl from './spreadsheet.worker.ts?worker&url';
import type { UpdateChoices } from './updatePlan';

const MAX_MEGABYTES = 30;
const MEGABYTE = 1024 * 1024;
const ANSWER_MS = 60_000;
// A longer page is taken apart too slowly for the screen; the text that comes with it is read in the worker.
const MAX_PAGE_CHARACTERS = 3_000_000;
const MAX_TEXT_CHARACTERS = 20_000_000;

/** Where a matrix comes from: a file that was chosen, dropped or shared, or what was pasted, with what it is to be called. */
export type MatrixSource =
  | { readonly kind: 'file'; readonly file: File }
  | { readonly kind: 'pasted'; readonly name: string; readonly html: string | null; readonly text: string };

/** A file or a pasted table held open in its worker, with all that is asked about it. Null when it was closed meanwhile. */
export interface OpenedMatrix extends Opened {
  read(choices: TableChoices): Promise<Answer<'read'>>;
  /** What it comes to as settled, with so many of its rows. */
  review(choices: MatrixChoices, rows: number): Promise<Answer<'review'>>;
  /** The plan that was reviewed last. */
  plan(): Promise<Answer<'plan'>>;
  /** The plan on this device that it is of. */
  findLoaded(of: MatrixTasks['findLoaded']['takes']): Promise<Answer<'findLoaded'>>;
  compare(copy: string, choices: UpdateChoices): Promise<Answer<'compare'>>;
  load(choices: MatrixChoices): Promise<Answer<'load'>>;
  /** Writes what was compared last into that copy. */
  update(copy: string): Promise<Answer<'update'>>;
  /** What is being written is written to its end. */
  close(): void;
}

type Answer<Task extends MatrixTask> = Result<MatrixTasks[Task]['gives']> | null;

export interface Watching {
  /** Told how far the opening and each reading is. */
  readonly onprogress: (step: ReadingStep) => void;
  /** Ends it at any time, readings of an open matrix too. */
  readonly signal: AbortSignal;
}

/** What runs the reading: a worker, of which a test may make another. */
export interface MatrixWorker {
  postMessage(request: MatrixRequest): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<MatrixMessage>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

/** Opens a matrix in a worker that is ended when it takes too long. Null when it was cancelled. Nothing is written. */
export async function openMatrix(
  source: MatrixSource,
  { onprogress, signal }: Watching,
  start: () => MatrixWorker = startWorker,
): Promise<Result<OpenedMatrix> | null> {
  const content = source.kind === 'file' ? await contentOf(source.file) : pastedContent(source);
  if (signal.aborted) return null;
  if (!content.ok) return content;
  const line = new WorkerLine(start(), content.value.name, onprogress);
  signal.addEventListener('abort', () => line.end(null), { once: true });
  const opened = await line.ask('open', content.value);
  if (opened?.ok) return success({ ...opened.value, ...questionsTo(line) });
  line.end(null);
  return opened;
}

function questionsTo(line: WorkerLine): Omit<OpenedMatrix, keyof Opened> {
  const thisYear = Number(today().slice(0, 4));
  return {
    read: (choices) => line.ask('read', { choices, thisYear }),
    review: (choices, rows) => line.ask('review', { choices, rows }),
    plan: () => line.ask('plan', null),
    findLoaded: (of) => line.ask('findLoaded', of),
    compare: (copy, choices) => line.ask('compare', { copy, choices }),
    load: async (choices) => {
      const loaded = await line.ask('load', choices);
      if (loaded?.ok) await markStorage();
      return loaded;
    },
    // Only this side knows what a tab looks at as it stood once.
    update: async (copy) =>
      isViewedOnly(copy) ? failure({ code: 'readOnlyView' }) : line.ask('update', null),
    close: () => line.close(),
  };
}

/** The bytes of a file, which are its own to be kept. */
interface FileContent {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

function startWorker(): MatrixWorker {
  return new Worker(trustedScriptUrl(workerUrl), { type: 'module' });
}

async function contentOf(file: File): Promise<Result<FileContent>> {
  const { name } = file;
  if (file.size > MAX_MEGABYTES * MEGABYTE) {
    return failure({ code: 'fileTooLarge', file: name, maxMegabytes: MAX_MEGABYTES });
  }
  // A file of a cloud folder may be gone by the time it is read.
  const buffer = await file.arrayBuffer().catch(() => null);
  return buffer
    ? success({ name, bytes: new Uint8Array(buffer) })
    : failure({ code: 'fileUnreadable', file: name });
}

/** A page is taken apart here, where documents are; only its rows go to the worker. */
function pastedContent({
  name,
  html,
  text,
}: Extract<MatrixSource, { kind: 'pasted' }>): Result<Exclude<MatrixContent, { bytes: unknown }>> {
  const isShort = html !== null && html.length <= MAX_PAGE_CHARACTERS;
  const blocks = isShort ? pastedBlocks(parseInert(quietMarkup(html))) : null;
  if (blocks) return success({ name, blocks });
  if (text.length > MAX_TEXT_CHARACTERS) {
    return failure({ code: 'fileTooLarge', file: name, maxMegabytes: MAX_TEXT_CHARACTERS / 1_000_000 });
  }
  return text.trim() === '' ? failure({ code: 'nothingPasted' }) : success({ name, text });
}

const WRITES: ReadonlySet<MatrixTask> = new Set(['load', 'update']);

/** One request at a time to a worker; each is answered, stopped by its timer, or left with null when all is over. */
class WorkerLine {
  #ended: { readonly with: Result<never> | null } | null = null;
  #giveUp: (answer: Result<never> | null) => void = () => undefined;
  #last: Promise<unknown> = Promise.resolve();
  #writing: Promise<unknown> | null = null;

  constructor(
    readonly worker: MatrixWorker,
    readonly name: string,
    readonly onprogress: (step: ReadingStep) => void,
  ) {}

  ask<Task extends MatrixTask>(task: Task, of: MatrixTasks[Task]['takes']): Promise<Answer<Task>> {
    const turn = this.#last.then(() => this.#askNow({ task, of } as MatrixRequest));
    this.#last = turn;
    if (WRITES.has(task)) this.#writing = turn.finally(() => (this.#writing = null));
    return turn as Promise<Answer<Task>>;
  }

  /** Ends the worker; what waits and what is still asked gets this answer. */
  end(answer: Result<never> | null): void {
    if (this.#ended) return;
    this.#ended = { with: answer };
    this.worker.terminate();
    this.#giveUp(answer);
  }

  /** Ends it, but not before what is being written is written. */
  close(): void {
    if (this.#writing) void this.#writing.then(() => this.end(null));
    else this.end(null);
  }

  #askNow(request: MatrixRequest): Promise<Result<unknown> | null> {
    if (this.#ended) return Promise.resolve(this.#ended.with);
    return new Promise((resolve) => {
      const broken = (problem: Problem) => this.end(failure(problem));
      const tooLong = () => broken({ code: 'fileTookTooLong', file: this.name });
      // A write is one transaction, which ends by itself: nobody could say of one that is cut off whether it came about.
      const timer = WRITES.has(request.task) ? undefined : setTimeout(tooLong, ANSWER_MS);
      const finish = (answer: Result<unknown> | null) => {
        clearTimeout(timer);
        resolve(answer);
      };
      this.#giveUp = finish;
      this.worker.onmessage = ({ data }: MessageEvent<MatrixMessage>) => {
        if ('step' in data) this.onprogress(data.step);
        else finish(data.answer);
      };
      this.worker.onerror = ({ message }) => broken({ code: 'unexpected', detail: message });
      this.worker.postMessage(request);
    });
  }
}
