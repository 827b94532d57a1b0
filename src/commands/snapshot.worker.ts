import { failure } from '../domain/problem';
import { openDatabase } from '../storage/database';
import { storageProblem } from '../storage/failures';
import type { HandOver } from './handOver';
import { mergeCopyFile, packCopy, previewCopyFile } from './packageWork';

/** What the page asks of this worker: to look at what was handed over, to merge it, or to make a package. */
export type SnapshotRequest =
  | { readonly task: 'preview' | 'merge'; readonly file: File }
  | { readonly task: 'pack'; readonly copy: string; readonly handOver: HandOver };

onmessage = async ({ data }: MessageEvent<SnapshotRequest>) => {
  try {
    await openDatabase();
    postMessage(await answer(data));
  } catch (error) {
    postMessage(failure(storageProblem(error)));
  }
};

function answer(request: SnapshotRequest): Promise<unknown> {
  if (request.task === 'pack') return packCopy(request.copy, request.handOver);
  return request.task === 'preview' ? previewCopyFile(request.file) : mergeCopyFile(request.file);
}
