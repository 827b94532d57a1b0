import { failure } from '../domain/problem';
import { openDatabase } from '../storage/database';
import { storageProblem } from '../storage/failures';
import type { CheckProgress } from '../storage/verify';
import { checkAudited, openForAudit } from './auditWork';
import { prepareSnapshot } from './exportSnapshot';
import type { HandOver, ReceivedHow } from './handOver';
import { STOP } from './inWorker';
import type { ProgressMessage } from './inWorker';
import { makeBackup } from './makeBackup';
import { mergeCopyFile, packCopy, previewCopyFile } from './packageWork';
import { previewUnion, restoreBackup, restoreFile, uniteCopy } from './restoreWork';
import { recoverFromBackups, verifyCopy } from './verifyWork';
import { hearProgress, stopWork } from './workProgress';

/** What a file that came is to be used for, by task. */
type OfFile = 'preview' | 'restoreFile' | 'openForAudit';
/** What is to be done with a copy that is here, by task. */
type OfCopy = 'checkAudited' | 'verify' | 'recover' | 'make' | 'previewUnion' | 'unite';

/** What the page asks of the one worker that reads and writes whole logs: together they hold its parts once. */
export type SnapshotRequest =
  | { readonly task: OfFile; readonly file: File }
  | { readonly task: OfCopy; readonly copy: string }
  | { readonly task: 'merge'; readonly file: File; readonly how: ReceivedHow }
  | { readonly task: 'prepare' | 'pack'; readonly copy: string; readonly handOver: HandOver }
  | { readonly task: 'restoreBackup'; readonly copy: string; readonly madeAt: string };

/** What checking a copy says meanwhile. */
export interface CheckMessage {
  readonly progress: CheckProgress;
}

const OF_FILE: Readonly<Record<OfFile, (file: File) => Promise<unknown>>> = {
  preview: previewCopyFile,
  restoreFile,
  openForAudit,
};

const OF_COPY: Readonly<Record<OfCopy, (copy: string) => Promise<unknown>>> = {
  checkAudited,
  verify: (copy) => verifyCopy(copy, tellCheck),
  recover: (copy) => recoverFromBackups(copy, tellCheck),
  make: makeBackup,
  previewUnion,
  unite: uniteCopy,
};

hearProgress((done, total) => postMessage({ progress: [done, total] } satisfies ProgressMessage));

onmessage = async ({ data }: MessageEvent<SnapshotRequest | typeof STOP>) => {
  if (data === STOP) return stopWork();
  try {
    await openDatabase();
    postMessage(await answer(data));
  } catch (error) {
    postMessage(failure(storageProblem(error)));
  }
};

function answer(request: SnapshotRequest): Promise<unknown> {
  if (request.task === 'merge') return mergeCopyFile(request.file, request.how);
  if (request.task === 'prepare') return prepareSnapshot(request.copy, request.handOver);
  if (request.task === 'pack') return packCopy(request.copy, request.handOver);
  if (request.task === 'restoreBackup') return restoreBackup(request.copy, request.madeAt);
  return 'file' in request ? OF_FILE[request.task](request.file) : OF_COPY[request.task](request.copy);
}

function tellCheck(progress: CheckProgress): void {
  postMessage({ progress } satisfies CheckMessage);
}
