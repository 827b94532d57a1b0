import { failure, success } from '../domain/problem';
import type { Problem, Result } from '../domain/problem';
import type { TableChoices } from '../formats/matrix/choices';
import type { SheetOutline } from '../formats/matrix/outline';
import { pastedBlocks, quietMarkup } from '../formats/pastedPage';
import { parseInert, trustedScriptUrl } from '../trustedTypes';
import { today } from './clock';
import type { MatrixMessage, MatrixRequest, ReadingStep } from './matrixSession';
import type { MatrixContent, MatrixRead } from './matrixWork';
import workerUrl from './spreadsheet.worker.ts?worker&url';

const MAX_MEGABYTES = 30;
const MEGABYTE = 1024 * 1024;
const OPEN_MS = 60_000;
const READ_MS = 60_000;
// A longer page is taken apart too slowly for the screen; the text that comes with it is read in the worker.
const MAX_PAGE_CHARACTERS = 3_000_000;
const MAX_TEXT_CHARACTERS = 20_000_000;

/** Where a matrix comes from: a file that was chosen, dropped or shared, or what was pasted, with what it is to be called. */
export type MatrixSource =
  | { readonly kind: 'file'; readonly file: File }
  | { readonly kind: 'pasted'; readonly name: string; readonly html: string | null; readonly text: string };

/** A file or a pasted table held open in its worker, so that another choice is read again at once. */
export interface OpenedMatrix {
  /** Null when it was closed or cancelled meanwhile. */
  read(choices: TableChoices): Promise<Result<MatrixRead> | null>;
  readonly sha256: string;
  /** The first rows of every sheet, for a person to say where a table is that nobody recognised. */
  readonly sheets: readonly SheetOutline[];
  close(): void;
}

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
  const opened = await line.ask({ open: content.value }, OPEN_MS, (message) =>
    'opened' in message ? message.opened : null,
  );
  if (!opened?.ok) {
    line.end(null);
    return opened;
  }
  const thisYear = Number(today().slice(0, 4));
  const original = 'bytes' in content.value ? { original: content.value.bytes } : {};
  return success({
    read: async (choices) => {
      const read = await line.ask({ read: { choices, thisYear } }, READ_MS, (message) =>
        'read' in message ? message.read : null,
      );
      // The bytes stay on this side: the worker has its own.
      return read?.ok ? success({ ...read.value, ...original }) : read;
    },
    ...opened.value,
    close: () => line.end(null),
  });
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

type Answer<T> = Result<T> | null;

/** One request at a time to a worker; each is answered, stopped by its timer, or left with null when all is over. */
class WorkerLine {
  #ended: { readonly with: Answer<never> } | null = null;
  #giveUp: (answer: Answer<never>) => void = () => undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    readonly worker: MatrixWorker,
    readonly name: string,
    readonly onprogress: (step: ReadingStep) => void,
  ) {}

  ask<T>(
    request: MatrixRequest,
    timeoutMs: number,
    pick: (message: MatrixMessage) => Answer<T>,
  ): Promise<Answer<T>> {
    const turn = this.#last.then(() => this.#askNow(request, timeoutMs, pick));
    this.#last = turn;
    return turn;
  }

  /** Ends the worker; what waits and what is still asked gets this answer. */
  end(answer: Answer<never>): void {
    if (this.#ended) return;
    this.#ended = { with: answer };
    this.worker.terminate();
    this.#giveUp(answer);
  }

  #askNow<T>(
    request: MatrixRequest,
    timeoutMs: number,
    pick: (message: MatrixMessage) => Answer<T>,
  ): Promise<Answer<T>> {
    if (this.#ended) return Promise.resolve(this.#ended.with);
    return new Promise((resolve) => {
      const finish = (answer: Answer<T>) => {
        clearTimeout(timer);
        resolve(answer);
      };
      const broken = (problem: Problem) => this.end(failure(problem));
      const timer = setTimeout(() => broken({ code: 'fileTookTooLong', file: this.name }), timeoutMs);
      this.#giveUp = finish;
      this.worker.onmessage = ({ data }: MessageEvent<MatrixMessage>) => {
        if ('step' in data) return this.onprogress(data.step);
        const answer = pick(data);
        if (answer) finish(answer);
      };
      this.worker.onerror = ({ message }) => broken({ code: 'unexpected', detail: message });
      this.worker.postMessage(request);
    });
  }
}
