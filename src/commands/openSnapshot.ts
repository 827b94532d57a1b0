import type { Result } from '../domain/problem';
import { markStorage } from '../storage/health';
import { runInWorker } from './inWorker';
import workerUrl from './snapshot.worker.ts?worker&url';
import type { SnapshotRequest } from './snapshot.worker';
import type { MergedSnapshot, SnapshotPreview } from './snapshotWork';

const TIMEOUT_MS = 120_000;
/** A package is read byte by byte on whatever device there is. */
const BYTES_PER_MS = 1000;

/** Looks at a snapshot, or at a package with evidence: what it is and what merging it would do. Nothing is written. */
export function previewSnapshot(file: File): Promise<Result<SnapshotPreview>> {
  return ask<SnapshotPreview>('preview', file);
}

/** Merges a snapshot into the plan it belongs to, or makes that plan on this device. */
export async function mergeSnapshot(file: File): Promise<Result<MergedSnapshot>> {
  const merged = await ask<MergedSnapshot>('merge', file);
  if (merged.ok) await markStorage();
  return merged;
}

function ask<Answer>(task: 'preview' | 'merge', file: File): Promise<Result<Answer>> {
  const onTimeout = { code: 'fileTookTooLong', file: file.name } as const;
  const timeoutMs = TIMEOUT_MS + file.size / BYTES_PER_MS;
  return runInWorker<SnapshotRequest, Answer>(workerUrl, { task, file }, { timeoutMs, onTimeout });
}
