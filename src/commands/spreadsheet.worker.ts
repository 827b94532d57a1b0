import { failure } from '../domain/problem';
import { openDatabase } from '../storage/database';
import { matrixSession } from './matrixSession';
import type { MatrixRequest } from './matrixTasks';
import { makeSpreadsheet } from './spreadsheetWork';
import type { MakeRequest } from './spreadsheetWork';

// One worker for what reads spreadsheets and what writes them: the library that does both is kept once.
const answer = matrixSession(
  (message) => postMessage(message),
  () => openDatabase(undefined, { beforeLettingGo: () => answering }),
);
/** A newer version of the app waits for what is being written. */
let answering = Promise.resolve();

onmessage = ({ data }: MessageEvent<MatrixRequest | MakeRequest>) =>
  'make' in data ? void make(data.make) : void (answering = answer(data));

async function make(what: MakeRequest['make']): Promise<void> {
  try {
    const made = await makeSpreadsheet(what);
    postMessage(made, { transfer: made.ok ? [made.value.bytes.buffer] : [] });
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    postMessage(failure({ code: 'unexpected', detail }));
  }
}
