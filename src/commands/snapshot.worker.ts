import { failure } from '../domain/problem';
import { openDatabase } from '../storage/database';
import { storageProblem } from '../storage/failures';
import { STOP } from './inWorker';
import type { ProgressMessage } from './inWorker';
import type { HandOver, ReceivedHow } from './handOver';
import { mergeCopyFile, packCopy, previewCopyFile } from './packageWork';
import { hearProgress, stopWork } from './workProgress';

/** What the page asks of this worker: to look at what was handed over, to merge it, or to make a package. */
export type SnapshotRequest =
  | { readonly task: 'preview'; readonly file: File }
  | { readonly task: 'merge'; readonly file: File; readonly how: ReceivedHow }
  | { readonly task: 'pack'; readonly copy: string; readonly handOver: HandOver };

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
  if (request.task === 'pack') return packCopy(request.copy, request.handOver);
  return request.task === 'preview'
    ? previewCopyFile(request.file)
    : mergeCopyFile(request.file, request.how);
}
