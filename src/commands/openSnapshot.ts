import type { Result } from '../domain/problem';
import { markStorage } from '../storage/health';
import type { ReceivedHow } from './handOver';
import { runInWorker } from './inWorker';
import workerUrl from './snapshot.worker.ts?worker&url';
import type { SnapshotRequest } from './snapshot.worker';
import type { MergedSnapshot, SnapshotPreview } from './snapshotWork';
import type { OnProgress } from './workProgress';

const TIMEOUT_MS = 120_000;
/** A package is read byte by byte on whatever device there is. */
const BYTES_PER_MS = 1000;

/** Who watches the work: told how far it is, and able to stop it until it writes. */
export interface Watching {
  readonly onProgress?: OnProgress | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Looks at a snapshot, or at a package with evidence: what it is and what merging it would do. Nothing is written. */
export function previewSnapshot(file: File, watching: Watching = {}): Promise<Result<SnapshotPreview>> {
  return ask<SnapshotPreview>({ task: 'preview', file }, watching);
}

/** Merges a snapshot into the plan it belongs to, or makes that plan on this device. */
export async function mergeSnapshot(
  file: File,
  watching: Watching = {},
  how: ReceivedHow = 'picked',
): Promise<Result<MergedSnapshot>> {
  const merged = await ask<MergedSnapshot>({ task: 'merge', file, how }, watching);
  if (merged.ok) await markStorage();
  return merged;
}

function ask<Answer>(
  request: Extract<SnapshotRequest, { file: File }>,
  watching: Watching,
): Promise<Result<Answer>> {
  const { file } = request;
  const onTimeout = { code: 'fileTookTooLong', file: file.name } as const;
  const timeoutMs = TIMEOUT_MS + file.size / BYTES_PER_MS;
  return runInWorker<SnapshotRequest, Answer>(workerUrl, request, { timeoutMs, onTimeout, ...watching });
}
