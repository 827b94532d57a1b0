import type { Result } from '../domain/problem';
import { markStorage } from '../storage/health';
import workerUrl from './audit.worker.ts?worker&url';
import type { AuditRequest } from './audit.worker';
import type { AuditCheck } from './auditWork';
import { runInWorker } from './inWorker';

const TIMEOUT_MS = 300_000;

/** Opens a file to be audited, beside whatever this device holds of its plan, and gives the copy. */
export async function auditFile(file: File): Promise<Result<{ readonly copy: string }>> {
  const onTimeout = { code: 'fileTookTooLong', file: file.name } as const;
  const opened = await runInWorker<AuditRequest, { readonly copy: string }>(
    workerUrl,
    { task: 'open', file },
    { timeoutMs: TIMEOUT_MS, onTimeout },
  );
  if (opened.ok) await markStorage();
  return opened;
}

/** Recomputes every hash of an audited copy. */
export function checkAuditedCopy(copy: string): Promise<Result<AuditCheck>> {
  const onTimeout = { code: 'unexpected', detail: 'timeout' } as const;
  return runInWorker<AuditRequest, AuditCheck>(
    workerUrl,
    { task: 'check', copy },
    { timeoutMs: TIMEOUT_MS, onTimeout },
  );
}
