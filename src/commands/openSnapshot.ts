import { failure } from '../domain/problem';
import type { Result } from '../domain/problem';
import { markStorage } from '../storage/health';
import { runInWorker } from './inWorker';
import workerUrl from './snapshot.worker.ts?worker&url';
import type { SnapshotRequest } from './snapshot.worker';
import type { MergedSnapshot, SnapshotPreview } from './snapshotWork';

const MAX_MEGABYTES = 200;
const TIMEOUT_MS = 120_000;

/** Looks at a snapshot: what it is and what merging it would do. Nothing is written. */
export function previewSnapshot(file: File): Promise<Result<SnapshotPreview>> {
  return ask<SnapshotPreview>('preview', file);
}

/** Merges a snapshot into the plan it belongs to, or makes that plan on this device. */
export async function mergeSnapshot(file: File): Promise<Result<MergedSnapshot>> {
  const merged = await ask<MergedSnapshot>('merge', file);
  if (merged.ok) await markStorage();
  return merged;
}

async function ask<Answer>(task: SnapshotRequest['task'], file: File): Promise<Result<Answer>> {
  if (file.size > MAX_MEGABYTES * 1_000_000) {
    return failure({ code: 'fileTooLarge', file: file.name, maxMegabytes: MAX_MEGABYTES });
  }
  const buffer = await file.arrayBuffer().catch(() => null);
  if (!buffer) return failure({ code: 'snapshotBroken', file: file.name });
  const bytes = new Uint8Array(buffer);
  const onTimeout = { code: 'fileTookTooLong', file: file.name } as const;
  return runInWorker(workerUrl, { task, bytes, fileName: file.name }, { timeoutMs: TIMEOUT_MS, onTimeout });
}
