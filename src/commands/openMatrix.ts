import { failure, success } from '../domain/problem';
import type { Result } from '../domain/problem';
import { pastedBlocks, quietMarkup } from '../formats/pastedPage';
import { hear } from '../storage/changes';
import { markStorage } from '../storage/health';
import { isViewedOnly } from '../storage/viewOnly';
import { parseInert, trustedScriptUrl } from '../trustedTypes';
import { MatrixLine } from './matrixLine';
import type { MatrixWorker } from './matrixLine';
import type { MatrixAnswer, MatrixTask, MatrixTasks, Opened, ReadingStep, Written } from './matrixTasks';
import type { MatrixContent } from './matrixWork';
import workerUrl from './spreadsheet.worker.ts?worker&url';

const MAX_MEGABYTES = 30;
const MEGABYTE = 1024 * 1024;
// A longer page is taken apart too slowly for the screen; the text that comes with it is read in the worker.
const MAX_PAGE_CHARACTERS = 3_000_000;
const MAX_TEXT_CHARACTERS = 20_000_000;

/** Where a matrix comes from: a file that was chosen, dropped or shared, or what was pasted, with what it is to be called. */
export type MatrixSource =
  | { readonly kind: 'file'; readonly file: File }
  | { readonly kind: 'pasted'; readonly name: string; readonly html: string | null; readonly text: string };

/** A file or a pasted table held open in its worker, with all that is asked about it. */
export interface OpenedMatrix extends Opened {
  /** `null` as an answer: it was closed, or the same was asked again meanwhile. */
  ask<Task extends Exclude<MatrixTask, 'open'>>(
    task: Task,
    of: MatrixTasks[Task]['takes'],
  ): Promise<MatrixAnswer<Task>>;
  /** Ends it, but not before what is being written is written. */
  close(): void;
}

export interface Watching {
  /** Told how far the opening and each reading is. */
  readonly onprogress: (step: ReadingStep) => void;
  /** Ends it at any time, readings of an open matrix too. */
  readonly signal: AbortSignal;
}

/** Opens a matrix in a worker that is ended when it takes too long. Null when it was cancelled. Nothing is written. */
export async function openMatrix(
  source: MatrixSource,
  { onprogress, signal }: Watching,
  start: () => MatrixWorker = aWorker,
): Promise<Result<OpenedMatrix> | null> {
  const content = source.kind === 'file' ? await contentOf(source.file) : pastedContent(source);
  if (signal.aborted) return null;
  if (!content.ok) return content;
  const line = new MatrixLine(start(), content.value.name, onprogress);
  signal.addEventListener('abort', () => line.end(null), { once: true });
  const { value } = content;
  const opened = await line.ask('open', value, 'bytes' in value ? [value.bytes.buffer] : []);
  if (opened?.ok) return success({ ...opened.value, ask: askOf(line), close: () => line.close() });
  line.end(null);
  return opened;
}

function askOf(line: MatrixLine): OpenedMatrix['ask'] {
  return async (task, of) => {
    // Only this side knows what a tab looks at as it stood once.
    if (task === 'update' && 'copy' in of && isViewedOnly(of.copy)) return failure({ code: 'readOnlyView' });
    const answer = await line.ask(task, of);
    if (task === 'load' && answer?.ok) await markStorage();
    if (task === 'update' && answer?.ok) hear(answer.value as Written);
    return answer;
  };
}

/** The bytes of a file, which are its own to be kept. */
interface FileContent {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** One that is started already, for the next matrix. */
let ready: MatrixWorker | null = null;

/** Starts a worker while somebody still looks for the file: it is slow to start. Gives what lets go of it. */
export function expectMatrix(): () => void {
  ready ??= startWorker();
  // What does not even start is not waited for: the next one will say why.
  ready.onerror = () => (ready = null);
  return () => {
    ready?.terminate();
    ready = null;
  };
}

function aWorker(): MatrixWorker {
  const worker = ready ?? startWorker();
  ready = null;
  return worker;
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
