import type { Result } from '../domain/problem';
import { markStorage } from '../storage/health';
import type { AuditCheck } from './auditWork';
import { runInWorker } from './inWorker';
import workerUrl from './snapshot.worker.ts?worker&url';
import type { SnapshotRequest } from './snapshot.worker';

const TIMEOUT_MS = 300_000;

/** Opens a file to be audited, beside whatever this device holds of its plan, and gives the copy. */
export async function auditFile(file: File): Promise<Result<{ readonly copy: string }>> {
  const onTimeout = { code: 'fileTookTooLong', file: file.name } as const;
  const opened = await runInWorker<SnapshotRequest, { readonly copy: string }>(
    workerUrl,
    { task: 'openForAudit', file },
    { timeoutMs: TIMEOUT_MS, onTimeout },
  );
  if (opened.ok) await markStorage();
  return opened;
}

/** Recomputes every hash of an audited copy. */
export function checkAuditedCopy(copy: string): Promise<Result<AuditCheck>> {
  const onTimeout = { code: 'unexpected', detail: 'timeout' } as const;
  return runInWorker<SnapshotRequest, AuditCheck>(
    workerUrl,
    { task: 'checkAudited', copy },
    { timeoutMs: TIMEOUT_MS, onTimeout },
  );
}
