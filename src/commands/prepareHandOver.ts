import type { Result } from '../domain/problem';
import type { PreparedSnapshot } from './exportSnapshot';
import type { HandOver } from './handOver';
import { runInWorker } from './inWorker';
import workerUrl from './snapshot.worker.ts?worker&url';
import type { SnapshotRequest } from './snapshot.worker';

const TIMEOUT_MS = 600_000;

/** Makes the light copy of a plan (`prepare`), or the package with the evidence that this device holds (`pack`). */
export type HandOverTask = 'prepare' | 'pack';
export type PreparedHandOver = PreparedSnapshot<Uint8Array<ArrayBuffer> | Blob>;

/** Makes what is handed over of a copy, ready before the tap, until the signal says that nobody waits for it. */
export function prepareHandOver(
  task: HandOverTask,
  { copy, handOver }: { readonly copy: string; readonly handOver: HandOver },
  signal: AbortSignal,
): Promise<Result<PreparedHandOver>> {
  const onTimeout = { code: 'saveFailed', detail: 'timeout' } as const;
  return runInWorker<SnapshotRequest, PreparedHandOver>(
    workerUrl,
    { task, copy, handOver },
    { timeoutMs: TIMEOUT_MS, onTimeout, signal, onlyReads: true },
  );
}
