import { failure, success } from '../domain/problem';
import type { Result } from '../domain/problem';
import type { ReadingOptions } from '../formats/matrix/choices';
import { outlineOf } from '../formats/matrix/outline';
import type { SheetOutline } from '../formats/matrix/outline';
import { openWorkbook, readOpen } from './matrixWork';
import type { MatrixContent, MatrixRead, OpenWorkbook } from './matrixWork';

/** What is being done: taking the file apart, or understanding the rows of its table. */
export interface ReadingStep {
  readonly step: 'opening' | 'understanding';
  /** Of the whole, from 0 to 1. */
  readonly fraction: number;
}

/** What the page asks of the worker: to open a content once, and to read it as often as it likes. */
export type MatrixRequest = { readonly open: MatrixContent } | { readonly read: ReadingOptions };

/** What was opened: its hash, and the first rows of its sheets. */
export interface Opened {
  readonly sha256: string;
  readonly sheets: readonly SheetOutline[];
}

/** What the worker says: how far it is, what it opened, or a matrix as read. */
export type MatrixMessage =
  | { readonly step: ReadingStep }
  | { readonly opened: Result<Opened> }
  | { readonly read: Result<MatrixRead> };

const OPENED = 0.7;

/** The worker's side: holds what it opened, and answers each request in its turn. */
export function matrixSession(
  say: (message: MatrixMessage) => void,
): (request: MatrixRequest) => Promise<void> {
  let held: OpenWorkbook | null = null;
  const stepped = (step: ReadingStep['step'], fraction: number) => say({ step: { step, fraction } });

  async function open(content: MatrixContent): Promise<void> {
    const opened = await openWorkbook(content, (fraction) => stepped('opening', fraction * OPENED));
    if (opened.ok) held = opened.value;
    if (!opened.ok) return say({ opened });
    const { sha256, workbook } = opened.value;
    say({ opened: success({ sha256, sheets: outlineOf(workbook) }) });
  }

  function read(options: ReadingOptions): void {
    if (!held) throw new Error('nothing is open');
    stepped('understanding', OPENED);
    const onread = (fraction: number) => stepped('understanding', OPENED + fraction * (1 - OPENED));
    const answer = readOpen(held, { ...options, onread });
    stepped('understanding', 1);
    say({ read: answer });
  }

  return async (request) => {
    try {
      if ('open' in request) await open(request.open);
      else read(request.read);
    } catch (error) {
      const problem = failure({
        code: 'unexpected',
        detail: error instanceof Error ? error.message : String(error),
      });
      say('open' in request ? { opened: problem } : { read: problem });
    }
  };
}
