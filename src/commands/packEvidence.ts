import type { Result } from '../domain/problem';
import type { PreparedSnapshot } from './exportSnapshot';
import type { HandOver } from './handOver';
import { runInWorker } from './inWorker';
import workerUrl from './snapshot.worker.ts?worker&url';
import type { SnapshotRequest } from './snapshot.worker';

const TIMEOUT_MS = 600_000;

/** Makes a package of a copy with the evidence that this device holds, ready before the tap that hands it over. */
export function preparePackage(copy: string, handOver: HandOver): Promise<Result<PreparedSnapshot<Blob>>> {
  const onTimeout = { code: 'saveFailed', detail: 'timeout' } as const;
  return runInWorker<SnapshotRequest, PreparedSnapshot<Blob>>(
    workerUrl,
    { task: 'pack', copy, handOver },
    { timeoutMs: TIMEOUT_MS, onTimeout },
  );
}
