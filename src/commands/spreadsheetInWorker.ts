import type { Result } from '../domain/problem';
import { runInWorker } from './inWorker';
import workerUrl from './spreadsheet.worker.ts?worker&url';
import type { MadeSpreadsheet, MakeRequest } from './spreadsheetWork';

const TIMEOUT_MS = 60_000;

/** Makes a spreadsheet in a worker that is ended when it takes too long. `file` is how it is called to a person. */
export function spreadsheetInWorker<Made extends MadeSpreadsheet>(
  make: MakeRequest['make'],
  file: string,
): Promise<Result<Made>> {
  const onTimeout = { code: 'fileTookTooLong', file } as const;
  return runInWorker<MakeRequest, Made>(workerUrl, { make }, { timeoutMs: TIMEOUT_MS, onTimeout });
}
