import { failure } from '../domain/problem';
import { openDatabase } from '../storage/database';
import { storageProblem } from '../storage/failures';
import { mergeSnapshotBytes, previewSnapshotBytes } from './snapshotWork';

/** What the page asks of this worker: to look at a snapshot, or to merge it. */
export interface SnapshotRequest {
  readonly task: 'preview' | 'merge';
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

onmessage = async ({ data }: MessageEvent<SnapshotRequest>) => {
  try {
    await openDatabase();
    const work = data.task === 'preview' ? previewSnapshotBytes : mergeSnapshotBytes;
    postMessage(await work(data.bytes, data.fileName));
  } catch (error) {
    postMessage(failure(storageProblem(error)));
  }
};
