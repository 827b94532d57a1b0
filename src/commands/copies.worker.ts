import { failure } from '../domain/problem';
import { openDatabase } from '../storage/database';
import { storageProblem } from '../storage/failures';
import type { CheckProgress } from '../storage/verify';
import { makeBackup } from './makeBackup';
import { previewUnion, restoreBackup, restoreFile, uniteCopy } from './restoreWork';
import { recoverFromBackups, verifyCopy } from './verifyWork';

/** What the page asks of this worker: the long work on copies of a plan. */
export type CopiesRequest =
  | { readonly task: 'verify' | 'recover' | 'make' | 'previewUnion' | 'unite'; readonly copy: string }
  | { readonly task: 'restoreBackup'; readonly copy: string; readonly madeAt: string }
  | { readonly task: 'restoreFile'; readonly file: File };

/** What it says meanwhile, and at the end. */
export type CopiesMessage = { readonly progress: CheckProgress } | { readonly answer: unknown };

onmessage = async ({ data }: MessageEvent<CopiesRequest>) => {
  try {
    await openDatabase();
    say({ answer: await answer(data) });
  } catch (error) {
    say({ answer: failure(storageProblem(error)) });
  }
};

function answer(request: CopiesRequest): Promise<unknown> {
  if (request.task === 'restoreFile') return restoreFile(request.file);
  const { copy } = request;
  if (request.task === 'restoreBackup') return restoreBackup(copy, request.madeAt);
  return TASKS[request.task](copy);
}

const TASKS = {
  verify: (copy: string) => verifyCopy(copy, tellProgress),
  recover: (copy: string) => recoverFromBackups(copy, tellProgress),
  make: makeBackup,
  previewUnion,
  unite: uniteCopy,
};

function tellProgress(progress: CheckProgress): void {
  say({ progress });
}

function say(message: CopiesMessage): void {
  postMessage(message);
}
